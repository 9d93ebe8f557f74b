/**
 * The period of a signal that repeats, by its autocorrelation. A suggestion: a wrong period does
 * harm, so a person confirms it.
 */

/** Values count no further than this from the mean, in standard deviations. */
const CLIP = 2;
/** The cycle begins to repeat after the correlation has once been below this. */
const DIP = 0.2;
const LEAST_CORRELATION = 0.4;
/** The smallest period whose correlation is this share of the best: the others are multiples. */
const NEARLY_BEST = 0.9;
const LEAST_SAMPLES = 16;

export interface SeasonPeriod {
  /** In samples. */
  readonly samples: number;
  /** Autocorrelation at that lag, 0..1. */
  readonly correlation: number;
}

/**
 * The period of evenly spaced values that hold at least two cycles of it; null when there is none.
 * What is not finite counts as the mean.
 */
export function findSeasonPeriod(values: ArrayLike<number>): SeasonPeriod | null {
  if (values.length < LEAST_SAMPLES) return null;
  const deviations = clippedDeviations(values);
  const correlation = deviations && autocorrelation(deviations, Math.floor(values.length / 2));
  if (!correlation) return null;
  const dip = correlation.findIndex((r) => r < DIP);
  if (dip < 0) return null;
  const isPeak = (lag: number): boolean => {
    const r = correlation[lag] ?? 0;
    return r >= (correlation[lag - 1] ?? 0) && r > (correlation[lag + 1] ?? 1);
  };
  let best = 0;
  for (let lag = dip + 1; lag < correlation.length; lag++) {
    if (isPeak(lag)) best = Math.max(best, correlation[lag] ?? 0);
  }
  if (best < LEAST_CORRELATION) return null;
  const level = Math.max(LEAST_CORRELATION, NEARLY_BEST * best);
  let samples = correlation.findIndex((r, lag) => lag > dip && r >= level && isPeak(lag));
  // Noise makes small peaks beside the one that is meant, which is the highest before the next dip
  // below that level.
  for (let lag = samples; (correlation[lag] ?? 0) >= level; lag++) {
    if (isPeak(lag) && (correlation[lag] ?? 0) > (correlation[samples] ?? 0)) samples = lag;
  }
  return { samples, correlation: correlation[samples] ?? 0 };
}

/** Deviations from the mean, clipped; null when they are all 0. */
function clippedDeviations(values: ArrayLike<number>): Float64Array | null {
  const deviations = Float64Array.from(values);
  const { mean, sigma } = moments(deviations.filter(Number.isFinite));
  if (!(sigma > 0)) return null;
  for (const [i, x] of deviations.entries()) {
    const clip = CLIP * sigma;
    deviations[i] = Number.isFinite(x) ? Math.max(-clip, Math.min(clip, x - mean)) : 0;
  }
  // Clipping one side more than the other moves the mean.
  const left = moments(deviations);
  if (!(left.sigma > 0)) return null;
  return deviations.map((x) => x - left.mean);
}

function moments(values: Float64Array): { readonly mean: number; readonly sigma: number } {
  let sum = 0;
  for (const x of values) sum += x;
  const mean = sum / values.length;
  let squares = 0;
  for (const x of values) squares += (x - mean) * (x - mean);
  return { mean, sigma: Math.sqrt(squares / values.length) };
}

/**
 * The correlation with itself at the lags 0..`longest`: the mean product at each lag over the mean
 * square. By the Fourier transform of the padded values, since long signals have many lags.
 */
function autocorrelation(deviations: Float64Array, longest: number): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(deviations.length + longest + 1));
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  re.set(deviations);
  transform(re, im);
  for (let i = 0; i < size; i++) {
    re[i] = (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2;
    im[i] = 0;
  }
  // The power spectrum is even, so that the forward transform is the backward one but for a factor.
  transform(re, im);
  const square = (re[0] ?? 1) / deviations.length;
  return Float64Array.from(
    { length: longest + 1 },
    (_, lag) => (re[lag] ?? 0) / deviations.length / square,
  );
}

/** The discrete Fourier transform, in place; the length is a power of two. */
function transform(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  for (let i = 1, reversed = 0; i < size; i++) {
    let bit = size >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (i < reversed) {
      swap(re, i, reversed);
      swap(im, i, reversed);
    }
  }
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const angle = (-Math.PI * k) / half;
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      for (let a = k; a < size; a += 2 * half) {
        const b = a + half;
        const r = c * (re[b] ?? 0) - s * (im[b] ?? 0);
        const t = s * (re[b] ?? 0) + c * (im[b] ?? 0);
        re[b] = (re[a] ?? 0) - r;
        im[b] = (im[a] ?? 0) - t;
        re[a] = (re[a] ?? 0) + r;
        im[a] = (im[a] ?? 0) + t;
      }
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}
