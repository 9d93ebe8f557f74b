import { visitFlagged } from './flagged.ts';
import {
  BOARD_SHIFT,
  BROWSER_ALARM,
  BROWSER_BITS,
  BROWSER_COLLECTIVE,
  BROWSER_OUTLIER,
  type History,
} from './history.ts';

const ANY_FLAG = 0xff;

export interface FlagCount {
  readonly outliers: number;
  readonly alarms: number;
  readonly collective: number;
}

export interface FlagCounter {
  /** The bits of the next flagged sample: outlier, alarm, collective. */
  add(bits: number): void;
  total(): FlagCount;
}

/**
 * Counts verdicts in order of samples. Every further outlier of a run closes a collective anomaly
 * anew; the run is counted once.
 */
export function countRuns(): FlagCounter {
  let outliers = 0;
  let alarms = 0;
  let collective = 0;
  let running = false;
  return {
    add(bits) {
      if (bits & BROWSER_ALARM) alarms++;
      if ((bits & BROWSER_OUTLIER) === 0) return;
      outliers++;
      const closes = (bits & BROWSER_COLLECTIVE) !== 0;
      if (closes && !running) collective++;
      running = closes;
    },
    total: () => ({ outliers, alarms, collective }),
  };
}

/** Counts the verdicts on samples `[from, to)`, all channels together. Buckets without are skipped. */
export function countFlags(
  history: History,
  from: number,
  to: number,
): { readonly browser: FlagCount; readonly board: FlagCount } {
  const counts = Array.from({ length: history.channelCount }, (_, channel) => {
    const browser = countRuns();
    const board = countRuns();
    visitFlagged(history, channel, { from, to }, ANY_FLAG, (_index, bits) => {
      browser.add(bits & BROWSER_BITS);
      board.add(bits >> BOARD_SHIFT);
    });
    return { browser: browser.total(), board: board.total() };
  });
  return {
    browser: sum(counts.map(({ browser }) => browser)),
    board: sum(counts.map(({ board }) => board)),
  };
}

function sum(counts: readonly FlagCount[]): FlagCount {
  return counts.reduce(
    (total, { outliers, alarms, collective }) => ({
      outliers: total.outliers + outliers,
      alarms: total.alarms + alarms,
      collective: total.collective + collective,
    }),
    { outliers: 0, alarms: 0, collective: 0 },
  );
}
