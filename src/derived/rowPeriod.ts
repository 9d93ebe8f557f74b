/**
 * R of rows that come without a word on it: of other sketches and of tables. The rule tells times in
 * periods, and a file may have a row every five minutes.
 */

/** The first so many gaps decide; a program that starts may stammer, and the middle one does not. */
const GAPS = 33;
const LEAST_GAPS = 9;

export interface RowPeriod {
  /** The time of the next row, ms. */
  take(timeMs: number): void;
  /** The middle one of the first gaps; null while there are too few. */
  periodMs(): number | null;
}

export function createRowPeriod(): RowPeriod {
  const gaps: number[] = [];
  let lastMs: number | null = null;
  let found: number | null = null;
  return {
    take(timeMs) {
      if (gaps.length === GAPS) return;
      if (lastMs !== null && timeMs > lastMs) {
        gaps.push(timeMs - lastMs);
        const isTime = gaps.length === LEAST_GAPS || gaps.length === GAPS;
        if (isTime) found = middleOf(gaps);
      }
      lastMs = timeMs;
    },
    periodMs: () => found,
  };
}

function middleOf(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((a, b) => a - b);
  // Arrival is told in whole milliseconds, and R begins there.
  return Math.max(1, sorted[sorted.length >> 1] ?? 1);
}
