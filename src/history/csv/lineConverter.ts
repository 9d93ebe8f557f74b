/** What every converter of a file to lines is, whatever the file's form. */
import type { ImportCounts, RowFault, RowReason } from './importPlan.ts';

/** Bytes of a file in, lines of a recording out. Never throws on what it reads. */
export interface LineConverter {
  push(chunk: Uint8Array): void;
  /** Hands on the lines that are whole: of a live stream somebody waits for them. */
  flush(): void;
  /** The file is over: what came after the last line end is a line, too. */
  end(): void;
  counts(): ImportCounts;
  /** No line has ended for so long that none will: reading on is of no use. */
  isEndless(): boolean;
}

/** What is told beside the lines, to whoever wants to know where they come from. */
export interface ReadingNotes {
  /**
   * The next sample line: when it was, whether that is of a calendar, and the line of the input it
   * stands in, from 1, or of each channel's value, 0 where it has none. Valid during the call.
   */
  sample(timeMs: number, isCalendar: boolean, line: number | Int32Array): void;
  leftOut(fault: RowFault): void;
}

export const NO_NOTES: ReadingNotes = { sample: () => undefined, leftOut: () => undefined };

/** Counts rows, and what was left out of them. */
export interface RowCounter {
  row(): void;
  leaveOut(line: number, reason: RowReason): void;
  counts(): ImportCounts;
}

/** Characters quoted of what could not be read. */
export const LONGEST_QUOTE = 40;

/** @param notes hear of each row that is left out, too */
export function createRowCounter(notes: ReadingNotes): RowCounter {
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
      notes.leftOut({ line, reason });
    },
    counts: () => ({ rows, leftOut, first }),
  };
}
