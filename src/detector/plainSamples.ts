/**
 * The fast way through the levels of samples of which there is nothing to say. Nearly all are such:
 * valid and within the limit. What judge.ts does with one of them is only to learn it, and
 * here that is done with as few operations as will do; the numbers are the same to the last bit.
 *
 * Nothing is called in the loop, all that changes is a local variable, and what is compared with a
 * deviation is compared by squares: so the compiler keeps numbers in registers, and no sample waits
 * for the square root of the one before (`npm run bench:detector`).
 */
import { type Detector, levelLimit } from './detector.ts';
import { DOUBLE_EPSILON, LARGEST_VALUE, leastSigma, ROUNDED_DOWN } from './sigma.ts';
import type { Stretch } from './stretch.ts';
import { SPREAD } from './weight.ts';

/** The bar falls back over this many blocks. */
const FADE = 32;

/**
 * Learns the samples `[from, to)`, which all lie in the running block, up to the first that is not
 * valid or beyond the limit. Returns its index, or `to`.
 */
export function learnLevels(
  detector: Detector,
  { value, raw, shift, limits: drawn }: Stretch,
  from: number,
  to: number,
): number {
  const { n, settled, epsilon, least, fitted, tail } = detector;
  const most = (1 - DOUBLE_EPSILON) * detector.largest;
  // Without the fit nothing beyond γ is plain.
  const limit = detector.fitDue && !drawn ? detector.gamma : levelLimit(detector);
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
    if (drawn) {
      const floor = leastSigma(mean, epsilon);
      const root = Math.sqrt(variance);
      const reach = limit * (root > floor ? root : floor);
      const width = reach > least ? reach : least;
      const at = i + shift;
      const center = mean + ((raw[at] ?? 0) - x);
      drawn.lower[at] = watchesLower ? center - width : Number.NaN;
      drawn.upper[at] = watchesUpper ? center + width : Number.NaN;
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
