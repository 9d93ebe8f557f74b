import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { createMicropythonBoard, type MicropythonBoard } from '../../src/board/micropythonBoard.ts';
import { FIRST_MACHINE, type MicropythonMachine } from '../../src/board/virtualMachines.ts';
import { bodyOf } from './lineSum.ts';

/** The one interpreter of this test file; opening a board resets the one before. */
export const micropython = await loadMicroPython({ heapsize: 4 * 1024 * 1024 });
// As a board does that is opened; by itself it looks for garbage after every 16 KB.
micropython.runPython('import gc\ngc.threshold(256 * 1024)');

export interface BenchBoard extends MicropythonBoard {
  /** Sends a line as given, newline added, and returns the lines that come back, sums checked. */
  ask(line: string): string[];
  /** Lets `count` sampling periods pass and returns the lines sent meanwhile, sums checked. */
  run(count: number): string[];
  /** The lines since the last call, sums checked and taken off. */
  lines(): string[];
}

export interface BenchOptions {
  readonly savedFiles?: Record<string, Uint8Array | string>;
  readonly machine?: MicropythonMachine;
  readonly seed?: number;
  readonly periodMs?: number;
  readonly startMs?: number;
}

/** A board on the real interpreter whose clock and wire are in the test's hand. */
export function openBoard(options: BenchOptions = {}): BenchBoard {
  const {
    savedFiles = {},
    machine = FIRST_MACHINE,
    seed = 1,
    periodMs = 20,
    startMs = 0,
  } = options;
  let wire = '';
  let tMs = startMs;
  const board = createMicropythonBoard({
    micropython,
    files: loadFirmwareFiles(),
    savedFiles,
    write: (bytes) => {
      wire += new TextDecoder().decode(bytes);
    },
    identity: { board: 'bench', id: '0a', machine, seed, periodMs },
  });
  function lines(): string[] {
    if (wire !== '' && !wire.endsWith('\n')) throw new Error(`unfinished line: ${wire.slice(-80)}`);
    const taken = wire.split('\n').slice(0, -1).map(bodyOf);
    wire = '';
    return taken;
  }
  return {
    ...board,
    lines,
    ask(line) {
      lines();
      board.feed(new TextEncoder().encode(`${line}\n`));
      return lines();
    },
    run(count) {
      lines();
      for (let i = 0; i < count; i++) {
        const waitMs = board.turn(tMs);
        tMs += Math.max(1, waitMs);
      }
      return lines();
    },
  };
}

/** What a name stands for in Python's main module, as text. */
export function pythonGlobal(name: string): string {
  return String(Reflect.get(Object(micropython.pyimport('__main__')), name));
}
