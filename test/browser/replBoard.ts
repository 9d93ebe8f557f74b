import { mkdtempSync, renameSync, rmSync } from 'node:fs';
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
  /** Nobody can open its port, until `allow`; who has it keeps it. */
  refuse(): void;
  allow(): void;
  dispose(): Promise<void>;
}

export async function plugInReplBoard(
  socket: UsbTestbed,
  flash: Readonly<Record<string, string>>,
  rawPaste: RawPaste,
): Promise<ReplBoard> {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-repl-'));
  const [link, hidden] = [join(directory, 'terminal'), join(directory, 'refused')];
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
    refuse: () => renameSync(link, hidden),
    allow: () => renameSync(hidden, link),
    async dispose() {
      await socket.unplug(TERMINAL);
      await board.stop();
      wire.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
