import {
  BOARD_SHIFT,
  BROWSER_ALARM,
  BROWSER_BITS,
  BROWSER_COLLECTIVE,
  BROWSER_OUTLIER,
  type History,
} from './history.ts';

export interface FlagCount {
  outliers: number;
  alarms: number;
  collective: number;
}

/**
 * Counts the verdicts on samples `[from, to)`, all channels together. Buckets without are skipped.
 * Every further outlier of a run closes a collective anomaly anew; the run is counted once.
 */
export function countFlags(
  history: History,
  from: number,
  to: number,
): { browser: FlagCount; board: FlagCount } {
  const browser = { outliers: 0, alarms: 0, collective: 0 };
  const board = { outliers: 0, alarms: 0, collective: 0 };
  for (const { flags, levels } of history.channels) {
    const running = { browser: false, board: false };
    for (let i = from; i < to; ) {
      const at = i & (history.size - 1);
      const calm = levels.findLast(
        (level) => i % 2 ** level.bits === 0 && level.flags[at >> level.bits] === 0,
      );
      if (calm) {
        i += 2 ** calm.bits;
        continue;
      }
      const bits = flags[at] ?? 0;
      if (bits !== 0) {
        running.browser = add(browser, bits & BROWSER_BITS, running.browser);
        running.board = add(board, bits >> BOARD_SHIFT, running.board);
      }
      i++;
    }
  }
  return { browser, board };
}

/** `running`: the outlier before this one closed a collective anomaly. Returns whether this does. */
function add(count: FlagCount, bits: number, running: boolean): boolean {
  if (bits & BROWSER_ALARM) count.alarms++;
  if ((bits & BROWSER_OUTLIER) === 0) return running;
  count.outliers++;
  const closes = (bits & BROWSER_COLLECTIVE) !== 0;
  if (closes && !running) count.collective++;
  return closes;
}
