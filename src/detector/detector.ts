/**
 * The detector of one channel, sample by sample. README.md beside this file is its specification;
 * the numbers of the steps below are those of its section "One sample".
 *
 * State is one flat record of numbers that `judge` updates in place: no allocation per sample, and
 * one more array pass per block. firmware/micropython/detector.py is the same text on the board.
 */
import {
  type BlockMaxima,
  createBlockMaxima,
  isFull,
  pushMaximum,
  resizedMaxima,
} from './blockMaxima.ts';
import type { Parameters, Tail } from './parameters.ts';
import { fitWeibull, weibullCdf, weibullQuantile } from './weibull.ts';

/** Bits of a verdict. A sample can carry several; 0 = nothing to say. */
export const OUTLIER = 1;
export const ALARM = 2;
export const COLLECTIVE = 4;

/** Alarms in memory fade over this many blocks. */
const FATIGUE_BLOCKS = 32;
/** A sample beyond this many limits teaches mean and variance no more than one at it. */
const CLIP_LIMITS = 2;
/** Values from here on would overflow when squared, and poison the variance for good. */
const LARGEST_VALUE = 1e150;
const SMALLEST_MAXIMUM = 1e-6;
const SMALLEST_SIGMA = 1e-12;
const SMALLEST_RELATIVE_SIGMA = 1e-6;

export interface Detector {
  // Parameters in force. Block and memory wait in `next…` for the next block.
  gamma: number;
  delta: number;
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

  // Collective rule: ring of the last M outlier times, ms.
  outlierTimes: Float64Array;
  outlierCount: number;
  outlierNext: number;

  // Alarms.
  /** Samples since the last sample of an event; stops at `block`. */
  quiet: number;
  /** Alarms in memory, fading. */
  recent: number;

  // What `judge` found for the newest sample.
  /** Standard deviation that the newest sample was measured with. */
  sigma: number;
  /** Mean that the newest sample was measured from. */
  center: number;
  /** d, in standard deviations. */
  deviation: number;
  /** In standard deviations. */
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
    delta: parameters.delta,
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
    outlierTimes: new Float64Array(parameters.outliers),
    outlierCount: 0,
    outlierNext: 0,
    quiet: parameters.block,
    recent: 0,
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
 * Judges sample `x` at `timeMs` and learns from it. Returns the bits OUTLIER, ALARM, COLLECTIVE;
 * the details of the verdict stand in the detector until the next call.
 */
export function judge(detector: Detector, timeMs: number, x: number): number {
  detector.score = 0;
  detector.probability = 0;
  // Step 0.
  if (!(Math.abs(x) < LARGEST_VALUE)) {
    detector.invalid += 1;
    detector.deviation = 0;
    return 0;
  }

  // Step 1: deviation. Comparisons that nearly always go one way let the processor run ahead
  // where Math.max would make each sample wait for the square root of the one before.
  const { mean, variance, gamma, q, fitted, settled, tail } = detector;
  const n = detector.n + 1;
  let sigma = Math.sqrt(variance);
  const leastSigma = SMALLEST_RELATIVE_SIGMA * Math.abs(mean);
  if (sigma < leastSigma) sigma = leastSigma;
  if (sigma < SMALLEST_SIGMA) sigma = SMALLEST_SIGMA;
  const z = n === 1 ? 0 : (x - mean) / sigma;
  let d = tail === 'lower' ? -z : z;
  if (d < 0) d = tail === 'both' ? -d : 0;

  // Step 2: verdict.
  const limit = q > gamma ? q : gamma;
  const outlier = fitted && d > limit;
  detector.sigma = sigma;
  detector.center = mean;
  detector.deviation = d;
  detector.limit = limit;
  if (fitted && d > gamma) {
    detector.probability = weibullCdf(d, detector.shape, detector.scale);
  }

  let verdict = outlier ? OUTLIER : 0;
  // Step 3: collective.
  if (outlier && closesCollective(detector, timeMs)) verdict |= COLLECTIVE;
  // Step 4: alarm.
  if (raisesAlarm(detector, d, limit, outlier)) verdict |= ALARM;

  // Step 5: maxima. An outlier must not teach the tail more than the limit it broke.
  if (settled) {
    const e = outlier && d > q ? q : d;
    if (e > detector.blockMax) detector.blockMax = e;
    detector.inBlock += 1;
    if (detector.inBlock === detector.block) closeBlock(detector);
  }

  // Step 6: moments.
  let step = x - mean;
  if (settled) {
    const clip = CLIP_LIMITS * limit * sigma;
    if (step > clip) step = clip;
    else if (step < -clip) step = -clip;
  }
  const a = n > detector.memory && detector.memory > 0 ? 1 / detector.memory : 1 / n;
  detector.n = n;
  detector.mean = mean + a * step;
  detector.variance = (1 - a) * (variance + a * step * step);

  if (detector.inBlock === 0) startBlock(detector);
  return verdict;
}

/**
 * Takes new parameters over, keeping what was learned where that is meaningful: γ, δ, M, T, φ and
 * tail at once, N with the newest maxima that fit, B and W from the next block. R concerns the
 * sampling only.
 */
export function changeParameters(detector: Detector, parameters: Parameters): void {
  detector.gamma = parameters.gamma;
  detector.delta = parameters.delta;
  detector.meanGap = parameters.meanGap;
  detector.fatigue = parameters.fatigue;
  detector.tail = parameters.tail;
  detector.nextBlock = parameters.block;
  detector.nextMemory = parameters.memory;
  if (detector.n === 0) startBlock(detector);
  if (parameters.outliers !== detector.outlierTimes.length) {
    resizeOutlierTimes(detector, parameters.outliers);
  }
  if (parameters.maxima !== detector.maxima.needed) {
    detector.maxima = resizedMaxima(detector.maxima, parameters.maxima);
    if (isFull(detector.maxima)) fit(detector);
  }
  if (detector.fitted) {
    detector.q = weibullQuantile(detector.delta, detector.shape, detector.scale);
  }
}

/** Notes an outlier's time; whether the last M are on average no further apart than T. */
function closesCollective(detector: Detector, timeMs: number): boolean {
  const { outlierTimes } = detector;
  const m = outlierTimes.length;
  outlierTimes[detector.outlierNext] = timeMs;
  detector.outlierNext = (detector.outlierNext + 1) % m;
  if (detector.outlierCount < m) detector.outlierCount += 1;
  if (detector.outlierCount < m) return false;
  const oldest = outlierTimes[detector.outlierNext] ?? timeMs;
  return (timeMs - oldest) / (m - 1) <= detector.meanGap;
}

/** Declusters by a hold-off of one block, and raises the bar after recent alarms. */
function raisesAlarm(detector: Detector, d: number, limit: number, outlier: boolean): boolean {
  const { block } = detector;
  detector.recent *= 1 - 1 / (FATIGUE_BLOCKS * block);
  const bar = limit * (1 + detector.fatigue * detector.recent);
  const free = detector.quiet >= block;
  if (detector.fitted && free) detector.score = d / bar;
  const alarm = detector.score > 1;
  if (alarm) detector.recent += 1;
  if (alarm || (outlier && !free)) detector.quiet = 0;
  else if (!free) detector.quiet += 1;
  return alarm;
}

function closeBlock(detector: Detector): void {
  pushMaximum(detector.maxima, Math.max(detector.blockMax, SMALLEST_MAXIMUM));
  if (isFull(detector.maxima)) fit(detector);
  detector.blockMax = 0;
  detector.inBlock = 0;
}

/** Between blocks: parameters that were waiting come into force. */
function startBlock(detector: Detector): void {
  if (!detector.settled && detector.n > 0 && detector.n < detector.block) return;
  if (detector.nextBlock !== detector.block) {
    if (detector.quiet >= detector.block) detector.quiet = detector.nextBlock;
    detector.block = detector.nextBlock;
  }
  detector.memory = detector.nextMemory;
  detector.settled ||= detector.n >= detector.block;
}

function fit(detector: Detector): void {
  const { shape, scale, r2 } = fitWeibull(detector.maxima.logs);
  detector.shape = shape;
  detector.scale = scale;
  detector.r2 = r2;
  detector.q = weibullQuantile(detector.delta, shape, scale);
  detector.fitted = true;
  detector.fits += 1;
}

function resizeOutlierTimes(detector: Detector, size: number): void {
  const old = detector.outlierTimes;
  const kept = Math.min(detector.outlierCount, size);
  const times = new Float64Array(size);
  for (let i = 0; i < kept; i++) {
    const back = kept - i;
    times[i] = old[(detector.outlierNext - back + 2 * old.length) % old.length] ?? 0;
  }
  detector.outlierTimes = times;
  detector.outlierCount = kept;
  detector.outlierNext = kept % size;
}
