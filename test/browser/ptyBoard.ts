import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './child.ts';
import type { UsbTestbed } from './usbTestbed.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TERMINAL = 'ttyACM0';

/** The firmware in a Node process on a pseudo-terminal, with a USB plug and a flash of its own. */
export interface PtyBoard {
  /** Starts the process and plugs it in; the flash is as it was left. */
  start(): Promise<void>;
  /** Kills the process, as a power cut does, and unplugs it. */
  kill(): Promise<void>;
  inject(kind: string): void;
  /** Ends whatever is left and forgets the flash. */
  dispose(): Promise<void>;
}

export function ptyBoard(socket: UsbTestbed): PtyBoard {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-board-'));
  const [link, flash] = [join(directory, 'terminal'), join(directory, 'flash')];
  mkdirSync(flash);
  let running: Child | null = null;

  async function kill(): Promise<void> {
    if (running === null) return;
    const board = running;
    running = null;
    await socket.unplug(TERMINAL);
    await board.kill();
  }

  return {
    async start() {
      running = startChild(process.execPath, [
        '--import',
        'tsx',
        join(ROOT, 'firmware/host/ptyBoard.ts'),
        '--link',
        link,
        '--flash',
        flash,
      ]);
      while (!(await running.line()).includes(link)) {
        // Whatever it says before it is ready is for people.
      }
      await socket.plug(TERMINAL, link);
    },
    kill,
    inject(kind) {
      running?.process.stdin.write(`${kind}\n`);
    },
    async dispose() {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
