/**
 * The rule for one sample, and for runs of samples; the numbers of the steps are those of README.md,
 * section "One sample". firmware/micropython/detector.py is the same on the board.
 */
import { closesCollective } from './collective.ts';
import { ALARM, COLLECTIVE, closeBlock, type Detector, OUTLIER } from './detector.ts';
import { passSeason, takeSeasonOff } from './season.ts';
import { flooredSigma } from './sigma.ts';
import { CLIP } from './watcher.ts';
import { conclude, lookAt, lowerNews, upperNews } from './watchers.ts';
import { weibullCdf } from './weibull.ts';

/** An outlier within so many limits still teaches the tail. */
const NEAR = 1.2;
/** The variance remembers so many times what the mean does. */
const SPREAD = 2;
/** The bar falls back over this many blocks. */
const FADE = 32;
/** The bar goes no higher. */
const MOST = 1.5;

/** Parallel arrays, one entry a sample: what a run of samples reads and where it draws limits. */
export interface Run {
  /** ms */
  readonly time: Float64Array;
  readonly value: Float64Array;
  /** Where the limits go, if they are wanted. */
  readonly limits: Limits | null;
}

/**
 * mean ± limit·σ in signal units, never nearer than `least`, with what the season took off put back;
 * NaN while learning, at invalid samples, and on a side that is not watched.
 */
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
 * each sample with a verdict that is not 0, while its details stand in the detector (verdict, cause,
 * center to probability, what the watchers judged; what was learned stands there only afterwards).
 */
export function judgeRun(
  detector: Detector,
  run: Run,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
): void {
  for (let at = from; at < to; ) {
    const end = Math.min(to, at + detector.blockStart + detector.block - detector.n);
    judgeWithinBlock(detector, run, at, end, onVerdict);
    if (detector.n === detector.blockStart + detector.block) closeBlock(detector);
    at = end;
  }
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
  const { gamma, q, fitted, settled, block, tail, least, fatigue, epsilon, season } = detector;
  const watchesLower = fitted && tail !== 'upper';
  const watchesUpper = fitted && tail !== 'lower';
  const sign = tail === 'lower' ? -1 : 1;
  const limit = q > gamma ? q : gamma;
  const nearest = fitted ? NEAR * limit : Number.POSITIVE_INFINITY;
  const fade = 1 - fatigue / (FADE * block);
  const full = detector.memory === 0 ? Number.POSITIVE_INFINITY : detector.memory;
  const leastWeight = 1 / full;
  const spreadFull = SPREAD * full;
  const leastSpreadWeight = 1 / spreadFull;
  const { largest, nearFloor } = detector;
  let { n, mean, variance, blockMax, quiet, bar, sigma, center, invalid, wake } = detector;
  let above = upperNews(detector, n);
  let below = lowerNews(detector, n);
  let seasonal = 0;
  let d = 0;
  let levelRatio = 0;
  let bits = 0;
  let told = true;
  let looked = false;
  let free = false;

  for (let i = from; i < to; i++) {
    let x = value[i] ?? Number.NaN;
    // Step 0.
    if (!(x < largest && x > -largest)) {
      invalid += 1;
      if (season) passSeason(season);
      if (limits) {
        limits.lower[i] = Number.NaN;
        limits.upper[i] = Number.NaN;
      }
      told = true;
      bits = 0;
      tellNothing(detector, mean, variance, limit);
      continue;
    }
    n += 1;
    center = mean;
    sigma = Math.sqrt(variance);

    // Step 1: season.
    if (season) {
      const raw = x;
      x = takeSeasonOff(season, raw, limit * sigma);
      seasonal = raw - x;
    }

    // Step 2: deviation. A coarse look first: the exact floor is seldom needed, and waits for the
    // square root.
    if (variance < nearFloor * (mean * mean + 1)) sigma = flooredSigma(variance, mean, epsilon);
    const difference = x - mean;
    const z = n === 1 ? 0 : difference / sigma;
    const size = Math.abs(z);
    d = tail === 'both' ? size : Math.max(0, sign * z);

    const reach = limit * sigma;
    if (limits) {
      const drawn = reach > least ? reach : least;
      limits.lower[i] = watchesLower ? mean + seasonal - drawn : Number.NaN;
      limits.upper[i] = watchesUpper ? mean + seasonal + drawn : Number.NaN;
    }

    bits = 0;
    levelRatio = 0;
    if (fitted) {
      levelRatio = d / limit;
      if (d > limit) {
        // Steps 3 and 4: verdict, collective.
        if (difference > least || difference < -least) {
          bits = OUTLIER;
          if (closesCollective(detector.outlierTimes, time[i] ?? Number.NaN, detector.meanGap)) {
            bits |= COLLECTIVE;
          }
        } else {
          levelRatio = 0;
        }
      }
    }

    // Steps 5 and 6: maxima and moments.
    let step = difference;
    if (settled) {
      if (size > blockMax && size <= nearest) blockMax = size;
      const clip = CLIP * reach;
      if (step > clip) step = clip;
      else if (step < -clip) step = -clip;
    }
    const a = n > full ? leastWeight : 1 / n;
    const b = n > spreadFull ? leastSpreadWeight : 1 / n;
    mean += a * step;
    variance = (1 - b) * (variance + b * step * step);

    // Steps 7 and 8: the watchers where it is their turn, then the alarm.
    if (bar > 1) {
      bar *= fade;
      if (bar < 1) bar = 1;
    }
    free = quiet >= block;
    looked = n >= wake || x > above || x < below;
    if (looked) {
      lookAt(detector, n, x, mean, variance, a);
      wake = detector.wake;
      above = upperNews(detector, n);
      below = lowerNews(detector, n);
    }
    told = bits !== 0 || (looked && (detector.driftRatio > 1 || detector.rhythmRatio > 1));
    if (told) {
      detector.center = center;
      detector.sigma = sigma;
      detector.seasonal = seasonal;
      detector.limit = limit;
      tell(detector, d, levelRatio, bar, free, looked);
      if (detector.score > 1) {
        bits |= ALARM;
        bar *= 1 + fatigue;
        if (bar > MOST) bar = MOST;
      }
      detector.verdict = bits;
      if (bits !== 0 || detector.driftRatio > 1) {
        conclude(detector, n, (bits & OUTLIER) !== 0, (bits & ALARM) !== 0, free);
      }
      // A ratio is above 1, or there would be nothing to tell.
      if (bits & ALARM || !free) quiet = 0;
      if (bits !== 0) onVerdict(i, bits);
    } else if (!free) {
      quiet += 1;
    }
  }

  detector.n = n;
  detector.mean = mean;
  detector.variance = variance;
  detector.blockMax = blockMax;
  detector.quiet = quiet;
  detector.bar = bar;
  detector.invalid = invalid;
  detector.wake = wake;
  if (!told) {
    // Of the newest sample there was nothing to say.
    detector.center = center;
    detector.sigma = sigma;
    detector.seasonal = seasonal;
    detector.limit = limit;
    detector.verdict = 0;
    tell(detector, d, levelRatio, bar, free, looked);
  }
}

/** Step 7, and the score of step 8. */
function tell(
  detector: Detector,
  d: number,
  levelRatio: number,
  bar: number,
  free: boolean,
  looked: boolean,
): void {
  if (!looked) {
    detector.driftRatio = 0;
    detector.rhythmRatio = 0;
  }
  let ratio = levelRatio;
  detector.cause = 'level';
  if (detector.driftRatio > ratio) {
    ratio = detector.driftRatio;
    detector.cause = 'drift';
  }
  if (detector.rhythmRatio > ratio) {
    ratio = detector.rhythmRatio;
    detector.cause = 'rhythm';
  }
  detector.deviation = d;
  detector.score = free ? ratio / bar : 0;
  detector.probability = detector.fitted && d > detector.gamma ? weibullCdf(d, detector) : 0;
}

/** Of an invalid sample: limit, mean and sigma as the next one will use them. */
function tellNothing(detector: Detector, mean: number, variance: number, limit: number): void {
  detector.center = mean;
  detector.sigma = flooredSigma(variance, mean, detector.epsilon);
  detector.seasonal = 0;
  detector.limit = limit;
  detector.verdict = 0;
  detector.cause = 'level';
  detector.deviation = 0;
  detector.driftRatio = 0;
  detector.rhythmRatio = 0;
  detector.score = 0;
  detector.probability = 0;
}
