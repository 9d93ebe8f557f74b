import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PtyFarEnd {
  send(bytes: Uint8Array): Promise<void>;
  /** All that the browser has written, once it is at least this many bytes. */
  received(atLeast: number): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** A pseudo-terminal at this path, whose other end is the test's to read and write. */
export async function openPtyFarEnd(path: string): Promise<PtyFarEnd> {
  const socat = spawn('socat', ['-b65536', `PTY,raw,echo=0,link=${path}`, 'STDIO'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const gone = new Promise<void>((resolve) => {
    socat.on('close', () => resolve()).on('error', () => resolve());
  });
  let written = Buffer.alloc(0);
  let wake: () => void = () => undefined;
  socat.stdout.on('data', (chunk: Buffer) => {
    written = Buffer.concat([written, chunk]);
    wake();
  });
  socat.stdin.on('error', () => wake());
  for (let tries = 0; !existsSync(path); tries += 1) {
    if (tries > 100) throw new Error(`socat made no terminal at ${path}`);
    await sleep(50);
  }
  return {
    send: (bytes) =>
      new Promise((resolve) => {
        socat.stdin.write(bytes, () => resolve());
      }),
    async received(atLeast) {
      while (written.length < atLeast) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return written;
    },
    async stop() {
      socat.kill('SIGTERM');
      await gone;
    },
  };
}
