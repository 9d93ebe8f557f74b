import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { expect } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import type { SessionFolder } from '../../src/analysis/sessions/sessionFolder.ts';
import { createMicropythonBoard, type MicropythonBoard } from '../../src/board/micropythonBoard.ts';
import { type Bench, createBench } from './bench.ts';
import { createMemoryLink, type MemoryLink } from './memoryLink.ts';

const micropython = await loadMicroPython({ heapsize: 4 * 1024 * 1024 });

/** The real firmware behind an engine, with a clock of its own. */
export interface Bed extends Bench {
  /** Lets the board take so many samples, and the engine read them. */
  run(samples: number): Promise<void>;
  board(): MicropythonBoard;
  link(): MemoryLink;
}

/** With a folder, the session is recorded there. */
export async function connected(folder?: SessionFolder): Promise<Bed> {
  let savedFiles: Record<string, Uint8Array> = {};
  let board: MicropythonBoard | null = null;
  let link: MemoryLink | null = null;
  let boardMs = 0;
  const bench = createBench(
    async () => {
      const memory = createMemoryLink((bytes) => board?.feed(bytes));
      link = memory;
      if (board) savedFiles = board.savedFiles();
      boardMs = 0;
      board = createMicropythonBoard({
        micropython,
        files: loadFirmwareFiles(),
        savedFiles,
        write: (bytes) => memory.arrive(bytes.slice()),
        identity: { board: 'bench', id: '0a', seed: 3 },
      });
      return { ok: true, link: memory.link, inject: (kind) => board?.inject(kind) };
    },
    folder ? { folder } : {},
  );
  const bed: Bed = {
    ...bench,
    async run(samples) {
      for (let taken = 0; taken < samples; taken++) {
        const waitMs = Math.max(1, board?.turn(boardMs) ?? 1);
        boardMs += waitMs;
        bench.advance(waitMs);
        // The engine reads as the board sends, by the same clock.
        if (taken % 10 === 0) await bench.settle();
      }
      await bench.settle();
      bench.engine.tick();
    },
    board: () => board ?? expect.fail('no board'),
    link: () => link ?? expect.fail('no link'),
  };
  bed.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bed.settle();
  return bed;
}
