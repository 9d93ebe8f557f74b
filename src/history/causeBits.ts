/**
 * The cause of an alarm in the flags of a sample: each judge has one bit more, which means something
 * beside ALARM only. With an outlier: a watcher raised the alarm, not the outlier. Without one, where
 * it cannot have been the level: rhythm, not drift. Which watcher it was on an outlier is not kept.
 */
import { ALARM, type Cause, OUTLIER } from '../detector/detector.ts';

/** The bit, of the browser's detector. */
export const WATCHER = 8;

/** The flags of one judge for a verdict. */
export function flagsOf(verdict: number, cause: Cause): number {
  if ((verdict & ALARM) === 0 || cause === 'level') return verdict;
  return verdict & OUTLIER || cause === 'rhythm' ? verdict | WATCHER : verdict;
}

/** What raised the alarm that the flags of one judge speak of; `level` without an alarm. */
export function causeOfFlags(flags: number): Cause {
  if ((flags & ALARM) === 0) return 'level';
  const watcher = (flags & WATCHER) !== 0;
  if (flags & OUTLIER) return watcher ? 'drift' : 'level';
  return watcher ? 'rhythm' : 'drift';
}
