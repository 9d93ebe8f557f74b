/**
 * Board time to wall-clock time: board time plus an offset. The offset is a whole number of
 * milliseconds and seldom changes, so that differences of times, which the collective rule compares,
 * are the board's own.
 *
 * A sample may arrive late (a busy moment, a sleeping laptop) but never early. So an early one
 * corrects the offset at once; late ones only when for a minute not a single one was in time: then
 * the board's clock is slow.
 */
const EARLY_TOLERANCE_MS = 100;
const LATE_TOLERANCE_MS = 1000;
const LATE_WINDOW_MS = 60_000;

export interface BoardClock {
  /** Wall-clock time of a sample; never before that of the sample before it. */
  wallMs(boardMs: number, arrivalMs: number): number;
  /** What the last sample's wall-clock time is ahead of its board time; null when it was held back. */
  offsetMs(): number | null;
  /** The board has started anew: its time may begin at 0 again. */
  reset(): void;
}

export function createBoardClock(): BoardClock {
  let offset: number | null = null;
  let last = Number.NEGATIVE_INFINITY;
  let held = false;
  let windowFrom = 0;
  let leastLate = Number.POSITIVE_INFINITY;

  function correct(by: number, arrivalMs: number): void {
    offset = Math.round((offset ?? 0) + by);
    windowFrom = arrivalMs;
    leastLate = Number.POSITIVE_INFINITY;
  }

  return {
    wallMs(boardMs, arrivalMs) {
      if (offset === null) correct(arrivalMs - boardMs, arrivalMs);
      const late = arrivalMs - boardMs - (offset ?? 0);
      leastLate = Math.min(leastLate, late);
      if (late < -EARLY_TOLERANCE_MS) {
        correct(late, arrivalMs);
      } else if (arrivalMs - windowFrom > LATE_WINDOW_MS) {
        correct(leastLate > LATE_TOLERANCE_MS ? leastLate : 0, arrivalMs);
      }
      const wallMs = boardMs + (offset ?? 0);
      held = wallMs < last;
      last = Math.max(last, wallMs);
      return last;
    },
    offsetMs: () => (held ? null : offset),
    reset() {
      offset = null;
    },
  };
}
