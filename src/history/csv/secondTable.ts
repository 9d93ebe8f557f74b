/** Another table under the first: its names, in a line where numbers should be. */
import { cellKind, cellsOf } from './dialect.ts';
import type { Dialect } from './importPlan.ts';

const LEAST_NAMES = 2;
const decoder = new TextDecoder();

export interface SecondTable {
  /** The line that names the columns. */
  header(bytes: Uint8Array, from: number, to: number): void;
  /** A line without a row: what follows it may be another table. */
  pause(): void;
  row(): void;
  /**
   * Of a line that is no row: `again` the same names as above, `other` those of another table;
   * null when it is neither.
   */
  judge(bytes: Uint8Array, from: number, to: number): 'again' | 'other' | null;
}

/** The second table is taken to be written as the first is. */
export function createSecondTable({ separator, decimal }: Dialect): SecondTable {
  let headerText: string | null = null;
  let names: readonly string[] = [];
  let paused = false;
  return {
    header(bytes, from, to) {
      headerText = decoder.decode(bytes.subarray(from, to)).trim();
      names = cellsOf(headerText, separator);
    },
    pause() {
      paused = true;
    },
    row() {
      paused = false;
    },
    judge(bytes, from, to) {
      const text = decoder.decode(bytes.subarray(from, to)).trim();
      if (text === headerText) return 'again';
      const cells = cellsOf(text, separator).filter((cell) => cell !== '');
      const distinct = new Set(cells).size;
      const areNames =
        distinct >= LEAST_NAMES &&
        distinct === cells.length &&
        cells.every((cell) => cellKind(cell, decimal) === 'words' && /^[\p{L}_(]/u.test(cell));
      if (!areNames) return null;
      return paused || names.some((name) => name !== '' && cells.includes(name)) ? 'other' : null;
    },
  };
}
