/** Whether a board that speaks again went on, or has started anew, told by its clock beside the host's. */

/**
 * By how much less than the host's clock a board's has gone on over a break before it is taken to
 * have started anew: more than a busy host delays a sample, and than two clocks differ.
 */
const RESUMED_WITHIN_MS = 500;
const RESUMED_WITHIN_SHARE = 0.02;
/** A clock that went on by so much more is another board's: a busy host catches up by less. */
const AHEAD_WITHIN_MS = 5000;

export type Resumption = 'went-on' | 'anew' | 'other-board';

/** Times of one sample, in ms: the board's, and the host's when it came. */
export interface SampleTimes {
  readonly boardMs: number;
  readonly arrivalMs: number;
}

/** What happened over a break between two samples. */
export function resumptionOf(before: SampleTimes, after: SampleTimes): Resumption {
  const passedMs = after.arrivalMs - before.arrivalMs;
  const behindMs = passedMs - (after.boardMs - before.boardMs);
  const share = passedMs * RESUMED_WITHIN_SHARE;
  if (-behindMs > Math.max(AHEAD_WITHIN_MS, share)) return 'other-board';
  return behindMs > Math.max(RESUMED_WITHIN_MS, share) ? 'anew' : 'went-on';
}
