/** Figures of a signal that follow from what is retained of it. */
import { firstAtOrAfter, type History, timeAt } from '../../history/history.ts';
import type { Tally } from '../../history/tally.ts';
import type { Judging } from './judging.ts';

const RATE_WINDOW_MS = 5000;

/** Verdicts on all retained samples, and how long these are. */
export interface SignalTally {
  readonly overMs: number;
  readonly browser: Tally;
  readonly board: Tally;
}

/** Samples a second over the newest of them; 0 with fewer than two. */
export function rateHzOf(history: History): number {
  if (history.end - history.start < 2) return 0;
  const newestMs = timeAt(history, history.end - 1);
  const from = firstAtOrAfter(history, newestMs - RATE_WINDOW_MS);
  const spanMs = newestMs - timeAt(history, from);
  return spanMs > 0 ? ((history.end - 1 - from) / spanMs) * 1000 : 0;
}

export function tallyOf({ history, ledger, events }: Judging): SignalTally {
  const { start: from, end: to } = history;
  const overMs = to > from ? timeAt(history, to - 1) - timeAt(history, from) : 0;
  const { browser, board } = ledger.tally({ from, to });
  // What the list has a row for, not what each judge said of each sample.
  const rows = events.seenFrom(from);
  return {
    overMs,
    browser: { ...browser, ...rows?.browser },
    board: { ...board, ...rows?.board },
  };
}
