/** Verdicts counted in order of samples, in parts that can be put together. */
import { BROWSER_ALARM, BROWSER_COLLECTIVE, BROWSER_OUTLIER } from './verdicts.ts';

export interface Tally {
  readonly outliers: number;
  readonly alarms: number;
  readonly collective: number;
}

/** What one judge says of a stretch of samples, and what another stretch beside it must know. */
export interface CountedRuns extends Tally {
  /** Samples that are outliers or raise an alarm. */
  readonly flagged: number;
  /** The first outlier closes a collective anomaly: a run that may have begun before. */
  readonly opens: boolean;
  /** The last outlier does: a run that may go on. */
  readonly running: boolean;
}

export interface FlagCounter {
  /** The bits of the next flagged sample: outlier, alarm, collective. */
  add(bits: number): void;
  total(): CountedRuns;
}

export const NO_RUNS: CountedRuns = {
  flagged: 0,
  outliers: 0,
  alarms: 0,
  collective: 0,
  opens: false,
  running: false,
};

/**
 * Counts verdicts in order of samples. Every further outlier of a run closes a collective anomaly
 * anew; the run is counted once.
 */
export function countRuns(): FlagCounter {
  let flagged = 0;
  let outliers = 0;
  let alarms = 0;
  let collective = 0;
  let opens = false;
  let running = false;
  return {
    add(bits) {
      if (bits & (BROWSER_ALARM | BROWSER_OUTLIER)) flagged++;
      if (bits & BROWSER_ALARM) alarms++;
      if ((bits & BROWSER_OUTLIER) === 0) return;
      const closes = (bits & BROWSER_COLLECTIVE) !== 0;
      if (outliers === 0) opens = closes;
      outliers++;
      if (closes && !running) collective++;
      running = closes;
    },
    total: () => ({ flagged, outliers, alarms, collective, opens, running }),
  };
}

/** The counts of a stretch of samples and of the one after it, as if they had been counted as one. */
export function joinRuns(before: CountedRuns, after: CountedRuns): CountedRuns {
  const alarms = before.alarms + after.alarms;
  const flagged = before.flagged + after.flagged;
  if (after.outliers === 0) return { ...before, alarms, flagged };
  if (before.outliers === 0) return { ...after, alarms, flagged };
  const oneRun = before.running && after.opens ? 1 : 0;
  return {
    flagged,
    outliers: before.outliers + after.outliers,
    alarms,
    collective: before.collective + after.collective - oneRun,
    opens: before.opens,
    running: after.running,
  };
}

/** The counts of several channels together. */
export function sumOfCounts(counts: readonly Tally[]): Tally {
  let [outliers, alarms, collective] = [0, 0, 0];
  for (const count of counts) {
    outliers += count.outliers;
    alarms += count.alarms;
    collective += count.collective;
  }
  return { outliers, alarms, collective };
}
