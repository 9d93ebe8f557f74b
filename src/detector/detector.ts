/**
 * What the detector of one channel knows: its state as one flat record of numbers, what happens to
 * it between blocks, and what a change of parameters does. `judge.ts` is what happens to a sample;
 * README.md beside it is the specification of both.
 */
import {
  type BlockMaxima,
  createBlockMaxima,
  isFull,
  largestMaximum,
  pushMaximum,
  resizedMaxima,
} from './blockMaxima.ts';
import { createOutlierTimes, type OutlierTimes, resizedOutlierTimes } from './collective.ts';
import type { Parameters, Tail } from './parameters.ts';
import { fitWeibull, weibullOrdinate, weibullQuantile } from './weibull.ts';

/** Bits of a verdict. A sample can carry several; 0 = nothing to say. */
export const OUTLIER = 1;
export const ALARM = 2;
export const COLLECTIVE = 4;

const SMALLEST_MAXIMUM = 1e-6;

/**
 * Deviations, limits and what is made of them are in standard deviations; `mean`, `variance`,
 * `sigma` and `center` are the signal's.
 */
export interface Detector {
  // Parameters in force. Block and memory wait in `next…` for the next block.
  gamma: number;
  /** ln(-ln(1 - δ)). */
  levelOrdinate: number;
  meanGap: number;
  fatigue: number;
  tail: Tail;
  block: number;
  memory: number;
  nextBlock: number;
  nextMemory: number;

  // Moments.
  /** Valid samples seen. */
  n: number;
  mean: number;
  variance: number;
  /** Whether the first block, which only settles the moments, is complete. */
  settled: boolean;

  // Block maxima.
  blockMax: number;
  inBlock: number;
  maxima: BlockMaxima;

  // Fit; `fitted` is false while learning.
  fitted: boolean;
  shape: number;
  scale: number;
  r2: number;
  /** The deviation at which F reaches δ; 0 without a fit. */
  q: number;
  /** Counts the fits, so that a caller sees when there is a new one. */
  fits: number;

  // Collective rule.
  outlierTimes: OutlierTimes;

  // Alarms.
  /** Samples since the last sample of an event; stops at `block`. */
  quiet: number;
  /** Alarms in memory, fading. */
  recent: number;

  // What was found for the newest sample.
  /** Bits. */
  verdict: number;
  /** Standard deviation that the newest sample was measured with. */
  sigma: number;
  /** Mean that the newest sample was measured from. */
  center: number;
  /** d. */
  deviation: number;
  /** max(γ, q). */
  limit: number;
  /** d over the bar of an alarm: an alarm is a score above 1. */
  score: number;
  /** F(d), worked out only beyond γ; else 0. */
  probability: number;

  /** Samples that were not finite, or too large to square. */
  invalid: number;
}

/** A detector that has learned nothing. `parameters` must have passed `checkParameters`. */
export function createDetector(parameters: Parameters): Detector {
  return {
    gamma: parameters.gamma,
    levelOrdinate: weibullOrdinate(parameters.delta),
    meanGap: parameters.meanGap,
    fatigue: parameters.fatigue,
    tail: parameters.tail,
    block: parameters.block,
    memory: parameters.memory,
    nextBlock: parameters.block,
    nextMemory: parameters.memory,
    n: 0,
    mean: 0,
    variance: 0,
    settled: false,
    blockMax: 0,
    inBlock: 0,
    maxima: createBlockMaxima(parameters.maxima),
    fitted: false,
    shape: 0,
    scale: 0,
    r2: 0,
    q: 0,
    fits: 0,
    outlierTimes: createOutlierTimes(parameters.outliers),
    quiet: parameters.block,
    recent: 0,
    verdict: 0,
    sigma: 0,
    center: 0,
    deviation: 0,
    limit: parameters.gamma,
    score: 0,
    probability: 0,
    invalid: 0,
  };
}

/**
 * Takes new parameters over, keeping what was learned where that is meaningful: γ, δ, M, T, φ and
 * tail at once, N with the newest maxima that fit, B and W from the next block. R concerns the
 * sampling only.
 */
export function changeParameters(detector: Detector, parameters: Parameters): void {
  detector.gamma = parameters.gamma;
  detector.levelOrdinate = weibullOrdinate(parameters.delta);
  detector.meanGap = parameters.meanGap;
  detector.fatigue = parameters.fatigue;
  detector.tail = parameters.tail;
  detector.nextBlock = parameters.block;
  detector.nextMemory = parameters.memory;
  if (detector.n === 0) closeBlock(detector);
  if (parameters.outliers !== detector.outlierTimes.times.length) {
    detector.outlierTimes = resizedOutlierTimes(detector.outlierTimes, parameters.outliers);
  }
  if (parameters.maxima !== detector.maxima.needed) {
    detector.maxima = resizedMaxima(detector.maxima, parameters.maxima);
    if (isFull(detector.maxima)) fit(detector);
  }
  if (detector.fitted) {
    detector.q = weibullQuantile(detector.levelOrdinate, detector.shape, detector.scale);
  }
}

/** Takes the maximum of a complete block, and lets waiting parameters come into force. */
export function closeBlock(detector: Detector): void {
  if (detector.settled) {
    pushMaximum(detector.maxima, Math.max(detector.blockMax, SMALLEST_MAXIMUM));
    if (isFull(detector.maxima)) fit(detector);
    detector.blockMax = 0;
    detector.inBlock = 0;
  }
  if (detector.nextBlock !== detector.block) {
    if (detector.quiet >= detector.block) detector.quiet = detector.nextBlock;
    detector.block = detector.nextBlock;
  }
  detector.memory = detector.nextMemory;
  // A longer block that comes into force at the end of the first one makes that one longer.
  detector.settled ||= detector.n >= detector.block;
}

function fit(detector: Detector): void {
  const { maxima } = detector;
  fitWeibull(maxima.ascending, maxima.ordinates, detector);
  // The step of a degenerate fit stands exactly at the largest maximum, not at exp(ln) of it.
  if (detector.shape === Number.POSITIVE_INFINITY) detector.scale = largestMaximum(maxima);
  detector.q = weibullQuantile(detector.levelOrdinate, detector.shape, detector.scale);
  detector.fitted = true;
  detector.fits += 1;
}
