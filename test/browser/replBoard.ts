import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPtyWire } from '../../firmware/host/ptyWire.ts';
import type { RawPaste } from '../repl/rawPasteFront.ts';
import { startWasmRepl } from '../repl/wasmRepl.ts';
import type { UsbTestbed } from './usbTestbed.ts';

const TERMINAL = 'ttyACM0';

/** A board that runs MicroPython and nothing else yet, on a USB plug. */
export interface ReplBoard {
  flash(): Record<string, string>;
  /** The installed firmware's sensor fails from now on, until a reset. */
  unplugSensor(): Promise<void>;
  dispose(): Promise<void>;
}

export async function plugInReplBoard(
  socket: UsbTestbed,
  flash: Readonly<Record<string, string>>,
  rawPaste: RawPaste,
): Promise<ReplBoard> {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-repl-'));
  const link = join(directory, 'terminal');
  const board = await startWasmRepl({ flash, rawPaste });
  const wire = await new Promise<ReturnType<typeof openPtyWire>>((resolve, reject) => {
    const opened = openPtyWire({
      link,
      onBytes: (bytes) => board.write(bytes),
      onReady: () => setTimeout(() => resolve(opened)),
      onFailure: (words) => reject(new Error(words)),
    });
  });
  board.onBytes((bytes) => wire.write(bytes));
  await socket.plug(TERMINAL, link);
  return {
    flash: () => board.flash(),
    unplugSensor: () => board.unplugSensor(),
    async dispose() {
      await socket.unplug(TERMINAL);
      await board.stop();
      wire.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
