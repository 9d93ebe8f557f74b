/**
 * The limits at samples of which there is nothing to say, drawn when a stretch of them is learned: in
 * the loop that learns them each square root would stand in the way of the next sample.
 */
import { type Detector, levelLimit } from './detector.ts';
import type { Limits } from './run.ts';
import { STRETCH, unseasoned } from './seasonAhead.ts';
import { leastSigma } from './sigma.ts';

/** What is noted of sample `i` stands at `i & LEVELS_MASK`. */
export const LEVELS_MASK = STRETCH - 1;

/** Mean and variance that each sample of a stretch was judged by. */
export interface Levels {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

export const levelsBefore: Levels = {
  mean: new Float64Array(STRETCH),
  variance: new Float64Array(STRETCH),
};

/**
 * Draws the limits at samples `[from, to)` of a stretch.
 *
 * @param noted what the first of them was numbered in `levelsBefore`
 * @param seasonal the values of which the season was taken off, or null
 */
export function drawLimits(
  detector: Detector,
  { lower, upper }: Limits,
  from: number,
  to: number,
  noted: number,
  seasonal: Float64Array | null,
): void {
  if (!detector.fitted) {
    lower.fill(Number.NaN, from, to);
    upper.fill(Number.NaN, from, to);
    return;
  }
  const { epsilon, least, tail } = detector;
  const { mean, variance } = levelsBefore;
  const limit = levelLimit(detector);
  const shift = noted - from;
  for (let i = from; i < to; i++) {
    const at = (i + shift) & LEVELS_MASK;
    const level = mean[at] ?? 0;
    const floor = leastSigma(level, epsilon);
    const root = Math.sqrt(variance[at] ?? 0);
    const reach = limit * (root > floor ? root : floor);
    const drawn = reach > least ? reach : least;
    const center = seasonal ? level + ((seasonal[i] ?? 0) - (unseasoned[at] ?? 0)) : level;
    lower[i] = center - drawn;
    upper[i] = center + drawn;
  }
  if (tail === 'upper') lower.fill(Number.NaN, from, to);
  if (tail === 'lower') upper.fill(Number.NaN, from, to);
}
