/** What every converter of a file to lines is, whatever the file's form. */
import type { ImportCounts, RowReason } from './importPlan.ts';

/** Bytes of a file in, lines of a recording out. Never throws on what it reads. */
export interface LineConverter {
  push(chunk: Uint8Array): void;
  /** The file is over: what came after the last line end is a line, too. */
  end(): void;
  counts(): ImportCounts;
  /** No line has ended for so long that none will: reading on is of no use. */
  isEndless(): boolean;
}

/** Counts rows, and what was left out of them. */
export interface RowCounter {
  row(): void;
  leaveOut(line: number, reason: RowReason): void;
  counts(): ImportCounts;
}

export function createRowCounter(): RowCounter {
  let rows = 0;
  let leftOut = 0;
  let first: ImportCounts['first'] = null;
  return {
    row() {
      rows++;
    },
    leaveOut(line, reason) {
      leftOut++;
      first ??= { line, reason };
    },
    counts: () => ({ rows, leftOut, first }),
  };
}
