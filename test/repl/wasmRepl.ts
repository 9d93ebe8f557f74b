import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import type { MicroPython } from '../../src/board/micropythonBoard.ts';
import type { FarEnd } from './farEnd.ts';
import { createRawPasteFront, type RawPaste } from './rawPasteFront.ts';

interface Repl extends MicroPython {
  replInit(): void;
  /** @returns not 0 when the board is to be reset */
  replProcessChar(byte: number): number;
}

export interface WasmRepl extends FarEnd {
  /** A copy of its file system: path without the first slash → contents. */
  flash(): Record<string, string>;
  /** Raw-paste windows that were filled. */
  windows(): number;
  /** The installed firmware's sensor fails from now on, until a reset. */
  unplugSensor(): Promise<void>;
  /** As a power cut: nothing lasts but the file system. */
  reset(): Promise<void>;
}

export interface WasmReplOptions {
  readonly flash?: Readonly<Record<string, string>>;
  readonly rawPaste?: RawPaste;
}

const INTERRUPT = 3;
const INTERRUPTED = 'Traceback (most recent call last):\r\nKeyboardInterrupt: \r\n';
const ENTER_RAW = 1;
const LEAVE_RAW = 2;
/** A sketch may not loop for ever here: this function of its main.py is called again and again. */
const SKETCH_TURN = /^def turn\(\):/m;
const SKETCH_TURN_MS = 20;
const UNPLUG_SENSOR = `def unplugged(t_ms):
    raise OSError(5)
board._sensor.read = unplugged`;
const LAUNCHER_PATH = /sys\.path\.insert\(0,"(\w+)"\)/;
const WITHOUT_HARDWARE = 'boards/webassembly.py';
const NOT_FLASH = new Set(['.', '..', 'tmp', 'home', 'dev', 'proc', 'lib']);

/**
 * A board in this process: MicroPython's own REPL and file system. After a reset it runs main.py; of
 * our launcher, which would turn a crank that is not there, it runs what the installed files have
 * for a board without hardware; a sketch's own `turn` it calls again and again. A program that fails
 * leaves its traceback and the prompt. One at a time in a process.
 */
export async function startWasmRepl(options: WasmReplOptions = {}): Promise<WasmRepl> {
  let read: (bytes: Uint8Array) => void = () => undefined;
  let printed = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isRaw = false;
  /** Takes bytes, as hex digits, for the program while one runs. */
  let feed: ((digits: string) => void) | null = null;
  let stopped = false;
  let received: Promise<void> = Promise.resolve();
  let repl = await powerOn(options.flash ?? {});

  const front = createRawPasteFront(options.rawPaste ?? 'refused', {
    isRaw: () => isRaw,
    run(code) {
      const before = printed;
      printed = '';
      for (const byte of code) repl.replProcessChar(byte);
      repl.replProcessChar(4);
      const said = printed;
      printed = before;
      return said;
    },
    print: (text) => {
      printed += text;
    },
  });

  function flush(): void {
    const bytes = Uint8Array.from(printed, (letter) => letter.charCodeAt(0));
    printed = '';
    if (bytes.length > 0 && !stopped) read(bytes);
  }

  async function powerOn(flash: Readonly<Record<string, string>>): Promise<Repl> {
    const fresh = (await loadMicroPython({
      heapsize: 4 * 1024 * 1024,
      linebuffer: false,
      stdout: (data) => {
        if (typeof data !== 'string') printed += String.fromCharCode(...data);
      },
    })) as Repl;
    for (const [path, data] of Object.entries(flash)) {
      const folders = path.split('/').slice(0, -1);
      for (let n = 1; n <= folders.length; n += 1) {
        const folder = `/${folders.slice(0, n).join('/')}`;
        if (!fresh.FS.analyzePath(folder).exists) fresh.FS.mkdir(folder);
      }
      fresh.FS.writeFile(`/${path}`, data);
    }
    return fresh;
  }

  function start(): void {
    if (stopped) return;
    isRaw = false;
    try {
      runMain();
    } catch (error) {
      printed += tracebackOf(error);
    }
    if (!feed) repl.replInit();
    flush();
  }

  /** What Python prints for a value, which itself may not cross: its proxy would harm the next board. */
  function said(value: string): string {
    let before = printed;
    printed = '';
    try {
      repl.runPython(`print(${value},end="")`);
      return printed;
    } catch (error) {
      before += printed;
      throw error;
    } finally {
      printed = before;
    }
  }

  /** Calls `turn` for ever, as long after it as it says. */
  function crank(turn: () => number): void {
    const again = (): void => {
      let waitMs = 0;
      try {
        waitMs = turn();
      } catch (error) {
        endProgram(tracebackOf(error));
        return;
      }
      flush();
      timer = setTimeout(again, Math.max(1, waitMs));
    };
    timer = setTimeout(again);
  }

  function endProgram(traceback: string): void {
    if (timer) clearTimeout(timer);
    timer = null;
    feed = null;
    printed += traceback;
    repl.replInit();
    flush();
  }

  function runMain(): void {
    if (!repl.FS.analyzePath('/main.py').exists) return;
    const source = new TextDecoder().decode(repl.FS.readFile('/main.py'));
    if (SKETCH_TURN.test(source)) {
      repl.runPython(source);
      feed = () => undefined;
      crank(() => {
        printed += said('turn() or ""');
        return SKETCH_TURN_MS;
      });
      return;
    }
    const slot = LAUNCHER_PATH.exec(source)?.[1];
    if (slot === undefined || !repl.FS.analyzePath(`/${slot}/${WITHOUT_HARDWARE}`).exists) {
      repl.runPython(source);
      return;
    }
    repl.runPython(`import sys\nsys.path.insert(0,"${slot}")\nimport boards.webassembly as board`);
    printed += said('board.boot("parameters.txt","machine",1,20,"WebAssembly board","77")');
    feed = (digits) => {
      printed += said(`board.feed("${digits}")`);
    };
    const startedMs = performance.now();
    crank(() => {
      const timeMs = Math.floor(performance.now() - startedMs);
      const [waitMs = '0', ...lines] = said(`board.turn(0,${timeMs})`).split('\n');
      printed += lines.join('\n');
      return Number(waitMs);
    });
  }

  async function reset(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    feed = null;
    front.reset();
    const flash = flashOf(repl);
    repl = await powerOn(flash);
    start();
  }

  /** In raw mode main.py is not run, and the board stays there. */
  async function softReset(): Promise<void> {
    printed += 'MPY: soft reboot\r\n';
    if (!isRaw) {
      await reset();
      return;
    }
    repl = await powerOn(flashOf(repl));
    const before = printed;
    repl.replInit();
    printed = before;
    repl.replProcessChar(ENTER_RAW);
  }

  async function take(bytes: Uint8Array): Promise<void> {
    let line = '';
    for (const byte of bytes) {
      if (feed) {
        if (byte === INTERRUPT) endProgram(INTERRUPTED);
        else line += byte.toString(16).padStart(2, '0');
        continue;
      }
      if (front.take(byte)) continue;
      if (byte === ENTER_RAW) isRaw = true;
      if (byte === LEAVE_RAW) isRaw = false;
      if (repl.replProcessChar(byte) !== 0) await softReset();
    }
    if (feed && line !== '') feed(line);
    flush();
  }

  start();
  return {
    write(bytes) {
      const copy = bytes.slice();
      received = received.then(() => take(copy));
    },
    onBytes(reader) {
      read = reader;
      flush();
    },
    flash: () => flashOf(repl),
    windows: () => front.windows(),
    unplugSensor() {
      received = received.then(() => void repl.runPython(UNPLUG_SENSOR));
      return received;
    },
    reset() {
      // As a UART does that gets its power: what comes before the NUL is of the life before.
      received = received.then(() => {
        printed += '\0';
        return reset();
      });
      return received;
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      timer = null;
      feed = null;
      await received;
    },
  };
}

function tracebackOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll('\n', '\r\n');
}

function flashOf({ FS }: Pick<Repl, 'FS'>, folder = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of FS.readdir(`/${folder}`)) {
    if (name === '.' || name === '..' || (folder === '' && NOT_FLASH.has(name))) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const isFolder = isDirectory(FS, path);
    if (isFolder) Object.assign(found, flashOf({ FS }, path));
    else found[path] = new TextDecoder().decode(FS.readFile(`/${path}`));
  }
  return found;
}

function isDirectory(FS: Repl['FS'], path: string): boolean {
  try {
    FS.readdir(`/${path}`);
    return true;
  } catch {
    return false;
  }
}
