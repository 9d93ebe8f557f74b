/**
 * The fast way through samples of which there is nothing to say. Nearly all are such: valid, within
 * the limit, and not the watchers' turn. What judge.ts does with one of them is only to learn it, and
 * here that is done with as few operations as will do; the numbers are the same to the last bit.
 *
 * Nothing is called in the loop, all that changes is a local variable, and what is compared with a
 * deviation is compared by squares: so the compiler keeps numbers in registers, and no sample waits
 * for the square root of the one before (`npm run bench:detector`).
 */
import { type Detector, levelLimit } from './detector.ts';
import { isUnsteady, nextTurn, setBand } from './rhythm.ts';
import type { Limits, Run } from './run.ts';
import type { Season } from './season.ts';
import { giveBack, STRETCH, takeSeasonAhead, unseasoned } from './seasonAhead.ts';
import { DOUBLE_EPSILON, LARGEST_VALUE, leastSigma, ROUNDED_DOWN } from './sigma.ts';
import { takeTurns } from './unsteadyRuns.ts';
import { lookAgain, tellsSides } from './watchers.ts';

/** The variance remembers so many times what the mean does. */
export const SPREAD = 2;
/** The bar falls back over this many blocks. */
const FADE = 32;

/**
 * Learns the samples `[from, to)`, which all lie in the running block and are not its last, up to the
 * first that needs a closer look, or somewhat less far. Returns the index up to which it learned.
 */
export function learnPlain(detector: Detector, run: Run, from: number, to: number): number {
  const { season } = detector;
  const { value, limits } = run;
  if (!season) {
    const drawing = limits && drawnAt(limits, value, 0);
    return learnUnseasonal(detector, value, from, to, drawing);
  }
  const taken = takeAhead(detector, season, value, from, Math.min(to, from + STRETCH));
  if (taken === 0) return from;
  const drawing = limits && drawnAt(limits, value, from);
  const learned = learnUnseasonal(detector, unseasoned, 0, taken, drawing);
  giveBack(season, taken, learned);
  return from + learned;
}

/** Where the limits of samples that are learned go, and the values as they came. */
interface Drawing extends Limits {
  readonly raw: Float64Array;
  /** Sample `i` of those learned is number `i + shift` there. */
  readonly shift: number;
}

const drawnAt = ({ lower, upper }: Limits, raw: Float64Array, shift: number): Drawing => ({
  lower,
  upper,
  raw,
  shift,
});

/** Takes the season off samples `[from, to)`, as many as surely are not clipped. */
function takeAhead(
  { n, gamma, variance, largest, memory }: Detector,
  season: Season,
  value: Float64Array,
  from: number,
  to: number,
): number {
  const weight = 1 / Math.min(n + 1, memory === 0 ? Number.POSITIVE_INFINITY : SPREAD * memory);
  return takeSeasonAhead(season, value, from, to - from, {
    most: (1 - DOUBLE_EPSILON) * largest,
    // The limit is nowhere below γ.
    limitSquare: gamma * gamma * variance,
    fade: 1 - weight,
  });
}

/** As `learnPlain`, of samples that have no season or have it taken off. */
function learnUnseasonal(
  detector: Detector,
  value: Float64Array,
  from: number,
  to: number,
  drawing: Drawing | null,
): number {
  const { rhythm, n, mean, variance, blockMax, quiet, bar, wake } = detector;
  if (!rhythm)
    return learnLevels(detector, value, from, Math.min(to, from + wake - n - 1), drawing);

  const isTold = tellsSides(n + 1, detector.block);
  if (n === detector.blockStart) {
    if (
      rhythm.deadline <= n + 1 ||
      learnLevels(detector, value, from, from + 1, drawing) === from
    ) {
      return from;
    }
    setBand(rhythm, detector.mean, detector.variance);
    lookAgain(detector, n + 1);
  }
  const learned = from + detector.n - n;
  let end = Math.min(to, from + detector.wake - n - 1);
  const unsteady = isUnsteady(rhythm);
  if (isTold && !unsteady) end = nextTurn(rhythm, value, from, end);
  let at = end > learned ? learnLevels(detector, value, learned, end, drawing) : learned;
  if (isTold && unsteady) {
    // Where no run is judged, a change of sides is not worth a closer look either.
    end = takeTurns(rhythm, value, from, at, n);
  }
  if (end < at) {
    // One needs a closer look, after all: the levels are learned once more, up to there.
    detector.n = n;
    detector.mean = mean;
    detector.variance = variance;
    detector.blockMax = blockMax;
    detector.quiet = quiet;
    detector.bar = bar;
    // An early look does no harm.
    detector.wake = wake;
    at = learnLevels(detector, value, from, end, drawing);
  }
  return at;
}

/** Learns samples up to the first that is not valid or beyond the limit. */
function learnLevels(
  detector: Detector,
  value: Float64Array,
  from: number,
  to: number,
  drawing: Drawing | null,
): number {
  const { n, settled, epsilon, least, fitted, tail } = detector;
  const most = (1 - DOUBLE_EPSILON) * detector.largest;
  // Without the fit nothing beyond γ is plain.
  const limit = detector.fitDue && !drawing ? detector.gamma : levelLimit(detector);
  const full = detector.memory === 0 ? Number.POSITIVE_INFINITY : detector.memory;
  const spreadFull = SPREAD * full;
  const watchesLower = fitted && tail !== 'upper';
  const watchesUpper = fitted && tail !== 'lower';
  let { mean, variance, blockMax } = detector;
  let plain = settled ? plainSquare(blockMax, limit) : Number.POSITIVE_INFINITY;
  let a = 1 / full;
  let b = 1 / spreadFull;
  let seen = n;

  let i = from;
  for (; i < to; i++) {
    const x = value[i] ?? Number.NaN;
    if (!(x <= most && x >= -most)) break;
    const difference = x - mean;
    if (difference * difference > plain * variance) {
      const floor = leastSigma(mean, epsilon);
      const root = Math.sqrt(variance);
      const size = Math.abs(difference) / (root > floor ? root : floor);
      if (size > limit) break;
      if (size > blockMax) {
        blockMax = size;
        plain = plainSquare(blockMax, limit);
      }
    }
    if (drawing) {
      const floor = leastSigma(mean, epsilon);
      const root = Math.sqrt(variance);
      const reach = limit * (root > floor ? root : floor);
      const drawn = reach > least ? reach : least;
      const at = i + drawing.shift;
      const center = mean + ((drawing.raw[at] ?? 0) - x);
      drawing.lower[at] = watchesLower ? center - drawn : Number.NaN;
      drawing.upper[at] = watchesUpper ? center + drawn : Number.NaN;
    }
    seen += 1;
    if (seen <= spreadFull) {
      b = 1 / seen;
      if (seen <= full) a = b;
    }
    mean += a * difference;
    variance = (1 - b) * (variance + b * difference * difference);
  }

  const count = i - from;
  detector.n = n + count;
  detector.mean = mean;
  detector.variance = variance;
  detector.blockMax = blockMax;
  detector.quiet = Math.min(detector.block, detector.quiet + count);
  if (detector.bar > 1) fadeBar(detector, count);
  return i;
}

/** The bar after so many samples. */
export function fadeBar(detector: Detector, count: number): void {
  const fade = 1 - detector.fatigue / (FADE * detector.block);
  let { bar } = detector;
  for (let left = count; left > 0 && bar > 1; left--) bar *= fade;
  detector.bar = Math.max(1, bar);
}

/**
 * A share of the variance: a sample whose squared difference from the mean is at most that deviates
 * by no more than `blockMax`, nor than `limit`. It is a little on the safe side, for rounding; and a
 * sigma on its floor makes deviations only smaller.
 */
function plainSquare(blockMax: number, limit: number): number {
  // Beyond the largest value its square would overflow.
  const size = Math.min(blockMax, limit, LARGEST_VALUE);
  return ROUNDED_DOWN * size * size;
}
