/** When drift and rhythm look at a sample, and what of it counts. */
import { ALARM, type Detector, OUTLIER } from './detector.ts';
import { judgeDrift } from './drift.ts';
import { judgeRhythm, restRhythm, setBand, sideOf, tellRun } from './rhythm.ts';

/** While the mean re-learns, its rhythm is an echo: no longer than so many samples. */
const CALM = 1024;

/**
 * Lets the watchers look at a sample that is their turn, after the moments have learned it. What
 * they say stands in `driftRatio` and `rhythmRatio`.
 *
 * @param n number of the sample, from 1
 * @param x as it was judged
 * @param weight of the sample in the mean
 * @param asked whether somebody wants to know a ratio below 1 too
 */
export function lookAt(
  detector: Detector,
  n: number,
  x: number,
  weight: number,
  asked: boolean,
): void {
  const { drift, rhythm, mean, variance, block, blockStart, tail } = detector;
  detector.driftRatio = 0;
  detector.rhythmRatio = 0;
  const blockEnd = blockStart + block;
  if (drift && n === blockEnd) {
    detector.driftRatio = judgeDrift(drift, mean, weight, block, tail, asked);
  }
  if (rhythm) {
    if (n === blockStart + 1) setBand(rhythm, mean, variance);
    const ratio = judgeRhythm(rhythm, n, tellsSides(n, block) ? sideOf(rhythm, x) : rhythm.side);
    if (ratio > 0 && isCalm(detector, n)) detector.rhythmRatio = ratio;
  }
  lookAgain(detector, n);
}

/** Sets when the watchers look next, whatever the samples' values, after sample number `n`. */
function lookAgain(detector: Detector, n: number): void {
  const { rhythm, block } = detector;
  const blockEnd = detector.blockStart + block;
  let next = n < blockEnd ? blockEnd : Number.POSITIVE_INFINITY;
  if (rhythm) {
    next = Math.min(next, Math.max(n + 1, rhythm.deadline));
    if (!tellsSides(n, block)) next = Math.min(next, 2 * block + 1);
  }
  detector.wake = next;
}

/** Whether sample number `n` can change sides; when B has grown since, the side stays as it is. */
export function tellsSides(n: number, block: number): boolean {
  return n > 2 * block;
}

function isCalm({ memory, lastStir }: Detector, n: number): boolean {
  const long = memory === 0 ? CALM : Math.min(memory, CALM);
  return n - 1 - lastStir >= long;
}

/** The largest value that is no news to the rhythm after `n` samples; the next number goes by `wake`. */
export function upperNews({ rhythm, block }: Detector, n: number): number {
  if (!rhythm || rhythm.side === 1 || !tellsSides(n, block)) return Number.POSITIVE_INFINITY;
  return rhythm.upper;
}

/** The smallest such value. */
export function lowerNews({ rhythm, block }: Detector, n: number): number {
  if (!rhythm || rhythm.side === 2 || !tellsSides(n, block)) return Number.NEGATIVE_INFINITY;
  return rhythm.lower;
}

/** What the verdict on sample number `n` means to the watchers. `free` as it was before it. */
export function conclude(detector: Detector, n: number, bits: number, free: boolean): void {
  const outlier = (bits & OUTLIER) !== 0;
  const alarm = (bits & ALARM) !== 0;
  const { drift, rhythm, cause, driftRatio } = detector;
  if (drift && driftRatio > 1 && (alarm || !free)) drift.told = true;
  if (rhythm && alarm && cause === 'rhythm' && rhythm.goingOn) tellRun(rhythm);
  if (outlier || (alarm && cause !== 'rhythm')) {
    detector.lastStir = n;
    if (rhythm) restRhythm(rhythm);
  }
}
