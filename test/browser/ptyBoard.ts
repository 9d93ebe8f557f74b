import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './child.ts';
import type { UsbTestbed } from './usbTestbed.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The firmware in a Node process on a pseudo-terminal, with a USB plug and a flash of its own. */
export interface PtyBoard {
  /** Starts the process and plugs it in; the flash is as it was left. */
  start(): Promise<void>;
  /** The cable is pulled, and put in again: the board goes on meanwhile, on power of its own. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  /** Samples that the running process has put on the wire, whether or not anybody listened. */
  sent(): Promise<number>;
  /** Kills the process, as a power cut does, and unplugs it. */
  kill(): Promise<void>;
  /** The reset button of a board behind a USB bridge: the port stays. */
  reset(): void;
  inject(kind: string): void;
  /** Ends whatever is left and forgets the flash. */
  dispose(): Promise<void>;
}

/**
 * @param nth boards with other numbers can be plugged in beside it; its id is one more.
 */
export function ptyBoard(socket: UsbTestbed, nth = 0): PtyBoard {
  const name = `ttyACM${nth}`;
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-board-'));
  const [link, flash] = [join(directory, 'terminal'), join(directory, 'flash')];
  mkdirSync(flash);
  let running: Child | null = null;
  let plugged = false;

  async function kill(): Promise<void> {
    if (running === null) return;
    const board = running;
    running = null;
    await unplug();
    await board.kill();
  }

  /** The device goes first, then its terminal hangs up, as the system does it. */
  async function unplug(): Promise<void> {
    if (!plugged) return;
    plugged = false;
    await socket.unplug(name);
    if (running === null) return;
    running.process.stdin.write('unplug\n');
    await ready(running);
  }

  /** Waits until there is a terminal. Whatever the board says before that is for people. */
  async function ready(board: Child): Promise<void> {
    while (!(await board.line()).includes(link)) {
      // Not yet.
    }
  }

  async function plug(): Promise<void> {
    await socket.plug(name, link);
    plugged = true;
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
        '--seed',
        String(nth + 1),
      ]);
      await ready(running);
      await plug();
    },
    unplug,
    plug,
    async sent() {
      if (running === null) throw new Error('The board has no power.');
      running.process.stdin.write('sent\n');
      for (;;) {
        const count = /^sent (\d+)$/.exec(await running.line())?.[1];
        if (count !== undefined) return Number(count);
      }
    },
    kill,
    reset() {
      running?.process.stdin.write('reset\n');
    },
    inject(kind) {
      running?.process.stdin.write(`${kind}\n`);
    },
    async dispose() {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
