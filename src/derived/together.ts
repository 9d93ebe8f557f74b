/**
 * Several channels together: one more series, the cube root of the squared Mahalanobis distance of
 * the channels from their running mean. It finds what no channel shows alone.
 */
import type { Parameters } from '../detector/parameters.ts';
import { DOUBLE_EPSILON, largestValue, ROUNDINGS } from '../detector/sigma.ts';

/** So many channels can be judged together. */
export const FEWEST_CHANNELS = 2;
export const MOST_CHANNELS = 8;

/** Nothing is said before so many samples a channel. */
const LEARNING_SAMPLES = 4;
/** A sample teaches in full up to so many times the expected D², which is C. */
const FULL_WEIGHT = 16;
/** Smallest square of a pivot, as a share of the channel's variance. */
const RELATIVE_PIVOT = 1e-6;
const SMALLEST_PIVOT = 1e-24;

/** Matrices are C × C, row by row; of `covariance` and `factor` the lower half is used. */
export interface Together {
  readonly channels: number;
  /** W; 0 = all. */
  memory: number;
  readonly epsilon: number;
  n: number;
  /** In the channels' units. */
  readonly mean: Float64Array<ArrayBuffer>;
  readonly covariance: Float64Array<ArrayBuffer>;
  /** x - mean of the newest sample, and L⁻¹ of it. */
  readonly error: Float64Array<ArrayBuffer>;
  readonly whitened: Float64Array<ArrayBuffer>;
  /** L of the newest sample that was judged: covariance = L·Lᵀ. */
  readonly factor: Float64Array<ArrayBuffer>;
}

/** Nothing learned yet, of 2 to 8 channels. */
export function createTogether(
  channels: number,
  { memory }: Pick<Parameters, 'memory'>,
  epsilon = DOUBLE_EPSILON,
): Together {
  return {
    channels,
    memory,
    epsilon,
    n: 0,
    mean: new Float64Array(channels),
    covariance: new Float64Array(channels * channels),
    error: new Float64Array(channels),
    whitened: new Float64Array(channels),
    factor: new Float64Array(channels * channels),
  };
}

/**
 * What the series is judged by: level with the upper tail, and drift. It has no unit of the
 * channels' and no cycle, so `least` and `season` are off.
 */
export function togetherParameters(general: Parameters): Parameters {
  return { ...general, tail: 'upper', rhythm: 0, least: 0, season: 0 };
}

/**
 * Takes one sample of every channel. Returns cbrt(D²), to be judged; NaN while learning, and when a
 * value is missing, from which nothing is learned.
 */
export function takeTogether(together: Together, values: ArrayLike<number>): number {
  const { channels, mean, error, n } = together;
  const largest = largestValue(together.epsilon);
  for (let i = 0; i < channels; i++) {
    const x = values[i] ?? Number.NaN;
    if (!(x < largest && x > -largest)) return Number.NaN;
    error[i] = x - (mean[i] ?? 0);
  }
  const judges = n >= LEARNING_SAMPLES * channels;
  const squaredDistance = judges ? distance(together) : 0;
  const trust = judges ? Math.min(1, (FULL_WEIGHT * channels) / squaredDistance) : 1;
  learn(together, trust);
  return judges ? Math.cbrt(squaredDistance) : Number.NaN;
}

/**
 * How odd each channel is in the newest sample that was judged, given the others: |z| of its
 * deviation from what they say. In standard deviations.
 */
export function oddness({ channels, factor, whitened }: Together): number[] {
  const inverse = invertLower(factor, channels);
  return Array.from({ length: channels }, (_, i) => {
    // S⁻¹ = L⁻ᵀ·L⁻¹: its products with the error and its diagonal are sums down a column of L⁻¹.
    let pulled = 0;
    let precision = 0;
    for (let row = i; row < channels; row++) {
      const entry = inverse[row * channels + i] ?? 0;
      pulled += entry * (whitened[row] ?? 0);
      precision += entry * entry;
    }
    return Math.abs(pulled) / Math.sqrt(precision);
  });
}

/** Factors the covariance as it is, whitens the error by it, and gives D². */
function distance(together: Together): number {
  const { channels, covariance, error, whitened, factor } = together;
  let sum = 0;
  for (let i = 0; i < channels; i++) {
    let rest = error[i] ?? 0;
    for (let j = 0; j <= i; j++) {
      let entry = covariance[i * channels + j] ?? 0;
      for (let k = 0; k < j; k++) {
        entry -= (factor[i * channels + k] ?? 0) * (factor[j * channels + k] ?? 0);
      }
      if (i === j) factor[i * channels + i] = Math.sqrt(Math.max(entry, leastPivot(together, i)));
      else factor[i * channels + j] = entry / (factor[j * channels + j] ?? 1);
    }
    for (let k = 0; k < i; k++) rest -= (factor[i * channels + k] ?? 0) * (whitened[k] ?? 0);
    const v = rest / (factor[i * channels + i] ?? 1);
    whitened[i] = v;
    sum += v * v;
  }
  return sum;
}

/** The square that a pivot is not to be below. */
function leastPivot({ channels, covariance, mean, epsilon }: Together, i: number): number {
  const rounding = ROUNDINGS * epsilon * (mean[i] ?? 0);
  return Math.max(
    RELATIVE_PIVOT * (covariance[i * channels + i] ?? 0),
    rounding * rounding,
    SMALLEST_PIVOT,
  );
}

function learn(together: Together, trust: number): void {
  const { channels, memory, mean, covariance, error } = together;
  together.n += 1;
  const a = trust * (memory === 0 ? 1 / together.n : Math.max(1 / together.n, 1 / memory));
  for (let i = 0; i < channels; i++) {
    const e = error[i] ?? 0;
    mean[i] = (mean[i] ?? 0) + a * e;
    for (let j = 0; j <= i; j++) {
      const at = i * channels + j;
      covariance[at] = (1 - a) * ((covariance[at] ?? 0) + a * e * (error[j] ?? 0));
    }
  }
}

/** L⁻¹ of a lower triangle. */
function invertLower(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let entry = row === column ? 1 : 0;
      for (let k = column; k < row; k++) {
        entry -= (lower[row * size + k] ?? 0) * (inverse[k * size + column] ?? 0);
      }
      inverse[row * size + column] = entry / (lower[row * size + row] ?? 1);
    }
  }
  return inverse;
}
