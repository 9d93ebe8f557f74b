/** A board whose every byte is the test's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPtyFarEnd, type PtyFarEnd } from './ptyFarEnd.ts';
import type { UsbTestbed } from './usbTestbed.ts';

export const TERMINAL = 'ttyACM0';

export const bytes = (words: string) => new TextEncoder().encode(words);

/** Plugs in a board whose every byte is the test's, and takes it away afterwards. */
export async function withScriptedBoard(
  socket: UsbTestbed,
  use: (board: PtyFarEnd) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-scripted-'));
  const path = join(directory, 'terminal');
  const board = await openPtyFarEnd(path);
  await socket.plug(TERMINAL, path);
  try {
    await use(board);
  } finally {
    await socket.unplug(TERMINAL);
    await board.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
