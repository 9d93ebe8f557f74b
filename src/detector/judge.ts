/**
 * The rule for one sample, and for runs of samples; the numbers of the steps are those of README.md,
 * section "One sample". firmware/micropython/detector.py is the same on the board.
 */
import { closesCollective } from './collective.ts';
import { ALARM, COLLECTIVE, closeBlock, type Detector, OUTLIER } from './detector.ts';
import { weibullCdf } from './weibull.ts';

/** Alarms in memory fade over this many blocks. */
const FATIGUE_BLOCKS = 32;
/** A sample beyond this many limits teaches mean and variance no more than one at it. */
const CLIP_LIMITS = 2;
/** Values from here on would overflow when squared, and poison the variance for good. */
export const LARGEST_VALUE = 1e150;
const SMALLEST_SIGMA = 1e-12;
const SMALLEST_RELATIVE_SIGMA = 1e-6;
/** A variance of so many squared means, or less, may give a sigma below its floor. */
const FLOOR_NEAR = 2e-12;

/** Parallel arrays, one entry a sample: what a run of samples reads and where it draws limits. */
export interface Run {
  /** ms */
  readonly time: Float64Array;
  readonly value: Float64Array;
  /** Where the limits go, if they are wanted. */
  readonly limits: Limits | null;
}

/** mean ± limit·σ in signal units; NaN while learning, and on a side that is not watched. */
export interface Limits {
  readonly lower: Float32Array;
  readonly upper: Float32Array;
}

const single = { time: new Float64Array(1), value: new Float64Array(1), limits: null };
const ignore = (): void => undefined;

/**
 * Judges sample `x` at `timeMs` and learns from it. Returns the bits OUTLIER, ALARM, COLLECTIVE;
 * the details of the verdict stand in the detector until the next call.
 */
export function judge(detector: Detector, timeMs: number, x: number): number {
  single.time[0] = timeMs;
  single.value[0] = x;
  judgeRun(detector, single, 0, 1, ignore);
  return detector.verdict;
}

/**
 * Judges the samples `[from, to)` of a run in order and learns from them. `onVerdict` is called at
 * each sample with a verdict that is not 0, while its details stand in the detector.
 */
export function judgeRun(
  detector: Detector,
  run: Run,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
): void {
  for (let at = from; at < to; ) {
    const end = Math.min(to, at + samplesToBoundary(detector));
    judgeWithinBlock(detector, run, at, end, onVerdict);
    if (samplesToBoundary(detector) === 0) closeBlock(detector);
    at = end;
  }
}

/** Valid samples that the running block still takes. */
function samplesToBoundary({ settled, block, inBlock, n }: Detector): number {
  return block - (settled ? inBlock : n);
}

/**
 * The steps of the rule, for samples of one block: fit and parameters do not change meanwhile. What
 * changes with every sample lives in local variables, where the compiler keeps it in registers, and
 * comparisons that nearly always go one way let the processor run ahead, where Math.max would make
 * each sample wait for the square root of the one before (`npm run bench:detector`).
 */
function judgeWithinBlock(
  detector: Detector,
  { time, value, limits }: Run,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
): void {
  const { gamma, fatigue, meanGap, tail, q, fitted, settled, block } = detector;
  const watchesLower = fitted && tail !== 'upper';
  const watchesUpper = fitted && tail !== 'lower';
  const sign = tail === 'lower' ? -1 : 1;
  const limit = q > gamma ? q : gamma;
  const fade = 1 - 1 / (FATIGUE_BLOCKS * block);
  const full = detector.memory === 0 ? Number.POSITIVE_INFINITY : detector.memory;
  const leastWeight = 1 / full;
  let { n, mean, variance, blockMax, inBlock, quiet, recent, sigma, center, invalid } = detector;
  let d = 0;
  let bits = 0;
  let free = false;

  for (let i = from; i < to; i++) {
    const x = value[i] ?? Number.NaN;
    // Step 0.
    if (!(x < LARGEST_VALUE && x > -LARGEST_VALUE)) {
      invalid += 1;
      if (limits) {
        limits.lower[i] = Number.NaN;
        limits.upper[i] = Number.NaN;
      }
      d = 0;
      bits = 0;
      continue;
    }
    n += 1;

    // Step 1: deviation.
    center = mean;
    sigma = Math.sqrt(variance);
    // A coarse look first: the exact floor is seldom needed, and waits for the square root.
    if (variance < FLOOR_NEAR * (mean * mean + 1)) {
      sigma = Math.max(sigma, SMALLEST_RELATIVE_SIGMA * Math.abs(mean), SMALLEST_SIGMA);
    }
    const difference = x - mean;
    const z = n === 1 ? 0 : difference / sigma;
    d = tail === 'both' ? Math.abs(z) : Math.max(0, sign * z);

    const reach = limit * sigma;
    if (limits) {
      limits.lower[i] = watchesLower ? mean - reach : Number.NaN;
      limits.upper[i] = watchesUpper ? mean + reach : Number.NaN;
    }

    recent *= fade;
    free = quiet >= block;
    bits = 0;
    let e = d;
    if (fitted && d > limit) {
      // Step 2: verdict. An outlier must not teach the tail more than the limit that it broke.
      bits = OUTLIER;
      if (e > q) e = q;
      // Step 3: collective.
      if (closesCollective(detector.outlierTimes, time[i] ?? Number.NaN, meanGap))
        bits |= COLLECTIVE;
      // Step 4: alarm. Score > 1 is d > bar, and the bar is nowhere below the limit.
      const bar = free ? limit * (1 + fatigue * recent) : Number.POSITIVE_INFINITY;
      if (d > bar) {
        bits |= ALARM;
        recent += 1;
      }
      if (d > bar || !free) quiet = 0;
      detector.deviation = d;
      detector.score = d / bar;
      detector.probability = weibullCdf(d, detector.shape, detector.scale);
      onVerdict(i, bits);
    } else if (!free) {
      quiet += 1;
    }

    // Steps 5 and 6: maxima and moments.
    let step = difference;
    if (settled) {
      if (e > blockMax) blockMax = e;
      inBlock += 1;
      const clip = CLIP_LIMITS * reach;
      if (step > clip) step = clip;
      else if (step < -clip) step = -clip;
    }
    const a = n > full ? leastWeight : 1 / n;
    mean += a * step;
    variance = (1 - a) * (variance + a * step * step);
  }

  detector.mean = mean;
  detector.variance = variance;
  detector.blockMax = blockMax;
  detector.inBlock = inBlock;
  detector.quiet = quiet;
  detector.recent = recent;
  detector.invalid = invalid;
  detector.verdict = bits;
  detector.deviation = d;
  if (n !== detector.n) detector.limit = limit;
  detector.n = n;
  detector.sigma = sigma;
  detector.center = center;
  if (bits === 0) {
    // Of an outlier they stand there already.
    detector.score = free && fitted ? d / (limit * (1 + fatigue * recent)) : 0;
    detector.probability = fitted && d > gamma ? weibullCdf(d, detector.shape, detector.scale) : 0;
  }
}
