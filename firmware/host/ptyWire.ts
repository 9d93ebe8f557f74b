import { type ChildProcess, spawn } from 'node:child_process';

export interface PtyWire {
  /** Sends to whoever has the terminal open; lost when nobody has, as on a USB port. */
  readonly write: (bytes: Uint8Array) => void;
  /** Ends the terminal under whoever has it open, as a pulled cable does; a new one follows. */
  readonly hangUp: () => void;
  readonly close: () => void;
}

export interface PtyWireOptions {
  /** Path at which the terminal appears. */
  readonly link: string;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** The terminal is there: at the start, and again after each hang-up. */
  readonly onReady: () => void;
  /** There can be no terminal; says why in a sentence. */
  readonly onFailure: (words: string) => void;
}

/** Behind a reader that sleeps no more than this is kept; the rest is lost, in whole lines. */
const BACKLOG_BYTES = 64 * 1024;
const GIVE_UP_AFTER_FAILURES = 5;

/**
 * A pseudo-terminal by way of socat, which ends when the other side closes and is started again.
 * socat waits for the terminal to be opened, so what is sent before is dropped, not saved up.
 */
export function openPtyWire(options: PtyWireOptions): PtyWire {
  let socat: ChildProcess | undefined;
  let connected = false;
  let closed = false;
  let announced = false;
  let failures = 0;

  function start(): void {
    const address = `PTY,raw,echo=0,link=${options.link},unlink-close=0,wait-slave,pty-interval=0.02`;
    // -t0: end at once when the other side closes, so that it soon finds a new terminal.
    const child = spawn('socat', ['-d', '-d', '-t0', address, 'STDIO'], { stdio: 'pipe' });
    socat = child;
    let words = '';
    child.on('error', (error) => {
      closed = true;
      options.onFailure(
        'code' in error && error.code === 'ENOENT'
          ? 'socat is missing, which makes the pseudo-terminal. Install it (Debian: apt install socat).'
          : `socat could not be started: ${error.message}`,
      );
    });
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      words = (words + text).slice(-4096);
      if (!announced && words.includes('PTY is ')) {
        announced = true;
        options.onReady();
      }
      // What an earlier socat still has to say may come after the next one is connected.
      if (socat === child && words.includes('starting data transfer loop')) {
        connected = true;
        failures = 0;
      }
    });
    child.stdout.on('data', (bytes: Buffer) => options.onBytes(bytes));
    child.stdin.on('error', () => {
      if (socat === child) connected = false;
    });
    child.on('exit', () => {
      if (socat !== child || closed) return;
      if (!connected) failures += 1;
      connected = false;
      if (failures < GIVE_UP_AFTER_FAILURES) start();
      else options.onFailure(`socat keeps ending. Its last words: ${words.trim()}`);
    });
  }

  start();
  return {
    write(bytes) {
      const stdin = socat?.stdin;
      if (!connected || !stdin || stdin.writableLength > BACKLOG_BYTES) return;
      stdin.write(bytes);
    },
    hangUp() {
      announced = false;
      connected = false;
      failures = 0;
      socat?.kill('SIGTERM');
    },
    close() {
      closed = true;
      socat?.kill('SIGTERM');
    },
  };
}
