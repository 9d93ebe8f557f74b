/**
 * The fast way through blocks of which there is nothing to say: their levels are learned
 * (plainSamples.ts), their runs where none is judged (unsteadyRuns.ts), and the level of the whole where
 * it is within the drift's bound. judge.ts is the rule; the numbers here are the same to the last bit.
 */
import { closeBlock, type Detector } from './detector.ts';
import { isOrdinary, learnLevel, levelOf } from './drift.ts';
import { learnLevels } from './plainSamples.ts';
import { isUnsteady, nextTurn, type Rhythm, setBand } from './rhythm.ts';
import type { Stretch } from './stretch.ts';
import { takeTurns } from './unsteadyRuns.ts';
import { tellsSides } from './watchers.ts';
import { SPREAD, weightOf } from './weight.ts';

/**
 * Learns the samples `[from, to)` up to the first that needs a closer look, or somewhat less far.
 * Returns the index up to which it learned.
 */
export function learnPlain(detector: Detector, stretch: Stretch, from: number, to: number): number {
  for (let at = from; at < to; ) {
    const end = Math.min(to, at + detector.blockStart + detector.block - detector.n);
    const learned = learnInBlock(detector, stretch, at, end);
    if (learned > at) detector.verdict = 0;
    if (detector.n === detector.blockStart + detector.block) closeBlock(detector);
    if (learned < end) return learned;
    at = learned;
  }
  return to;
}

/** As `learnPlain`, of samples that all lie in the running block. */
function learnInBlock(detector: Detector, stretch: Stretch, from: number, to: number): number {
  const { rhythm, drift, n, mean, variance, blockMax, quiet, bar, block } = detector;
  const { value } = stretch;
  let end = to;
  let isTold = false;
  let unsteady = false;
  if (rhythm) {
    end = Math.min(end, from + plainFor(rhythm, n, block));
    if (end <= from) return from;
    if (n === detector.blockStart) setBandAt(rhythm, detector, value[from]);
    isTold = tellsSides(n + 1, block);
    unsteady = isUnsteady(rhythm);
    if (isTold && !unsteady) end = nextTurn(rhythm, value, from, end);
  }

  let at = learnLevels(detector, stretch, from, end);
  let level = Number.NaN;
  if (drift && detector.n === detector.blockStart + block) {
    const weight = weightOf(detector.n, detector.memory);
    level = levelOf(drift, detector.mean, weight, block);
    if (!isOrdinary(drift, level)) at -= 1;
  }
  // Where no run is judged, a change of sides is not worth a closer look either.
  if (rhythm && isTold && unsteady) at = takeTurns(rhythm, value, from, at, n);
  if (at - from < detector.n - n) {
    // One needs a closer look, after all: the levels are learned once more, up to there.
    detector.n = n;
    detector.mean = mean;
    detector.variance = variance;
    detector.blockMax = blockMax;
    detector.quiet = quiet;
    detector.bar = bar;
    learnLevels(detector, stretch, from, at);
  } else if (drift && !Number.isNaN(level)) {
    learnLevel(drift, level, detector.mean, detector.tail);
  }
  return at;
}

/** So many samples after number `n` neither meet the deadline nor are the first that has a side. */
function plainFor({ deadline }: Rhythm, n: number, block: number): number {
  const inTime = deadline - 1 - n;
  return n < 2 * block ? Math.min(2 * block - n, inTime) : inTime;
}

/** The band as of a block's first sample `x`, ahead; where that is not plain, judge.ts sets it anew. */
function setBandAt(rhythm: Rhythm, { mean, variance, n, memory }: Detector, x = Number.NaN): void {
  const difference = x - mean;
  const b = weightOf(n + 1, SPREAD * memory);
  setBand(
    rhythm,
    mean + weightOf(n + 1, memory) * difference,
    (1 - b) * (variance + b * difference * difference),
  );
}
