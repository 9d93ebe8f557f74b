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

/** Counts the verdicts on samples `[from, to)`, all channels together. Buckets without are skipped. */
export function countFlags(
  history: History,
  from: number,
  to: number,
): { browser: FlagCount; board: FlagCount } {
  const browser = { outliers: 0, alarms: 0, collective: 0 };
  const board = { outliers: 0, alarms: 0, collective: 0 };
  for (const { flags, levels } of history.channels) {
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
        add(browser, bits & BROWSER_BITS);
        add(board, bits >> BOARD_SHIFT);
      }
      i++;
    }
  }
  return { browser, board };
}

function add(count: FlagCount, bits: number): void {
  if (bits & BROWSER_OUTLIER) count.outliers++;
  if (bits & BROWSER_ALARM) count.alarms++;
  if (bits & BROWSER_COLLECTIVE) count.collective++;
}
