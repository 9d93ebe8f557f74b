/** An Arduino Uno in simavr, on a pseudo-terminal: the virtual Uno's program, an EEPROM of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasSimavr } from '../arduino/avr.ts';
import { programPath, runTool } from '../arduino/compile.ts';
import { type Child, startChild } from './child.ts';
import type { UsbTestbed } from './usbTestbed.ts';

const HEX = fileURLToPath(new URL('../../firmware/arduino/uno/Simulated.hex', import.meta.url));
const NAME = 'ttyACM0';

/** Why there can be none here; null when there can. */
export const noSimavr = hasSimavr ? null : 'gcc or libsimavr-dev is not installed';

export interface SimavrBoard {
  /** Switches it on and plugs it in; the EEPROM is as it was left. */
  start(): Promise<void>;
  /** Cuts its power. */
  kill(): Promise<void>;
  /** Types a word, as somebody at another terminal would. */
  type(word: string): void;
  /** Ends whatever is left and forgets the EEPROM. */
  dispose(): Promise<void>;
}

export function simavrBoard(socket: UsbTestbed): SimavrBoard {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-uno-'));
  const [program, link] = [join(directory, 'uno'), join(directory, 'terminal')];
  const harness = programPath('simavrBoard.c');
  runTool('gcc', ['-O2', '-Wall', '-Werror', harness, '-o', program, '-lsimavr']);
  let running: Child | null = null;

  async function kill(): Promise<void> {
    if (running === null) return;
    const board = running;
    running = null;
    await socket.unplug(NAME);
    await board.kill();
  }

  return {
    async start() {
      running = startChild(program, [HEX, join(directory, 'eeprom'), link]);
      await running.line();
      await socket.plug(NAME, link);
    },
    kill,
    type(word) {
      running?.process.stdin.write(`${word}\n`);
    },
    async dispose() {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
