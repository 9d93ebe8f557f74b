/**
 * The two-parameter Weibull (location 0) fitted to a few block maxima by least squares on Weibull
 * probability paper: F(d) = 1 - exp(-(d/scale)^shape).
 */

export interface WeibullFit {
  /** κ; Infinity for the step that stands in when all maxima are equal. */
  readonly shape: number;
  /** λ, in the unit of the maxima (standard deviations). */
  readonly scale: number;
  /** Coefficient of determination of the regression; NaN for the step. */
  readonly r2: number;
}

/** Below this spread of ln(maxima) the regression has no slope: the maxima are all but equal. */
const DEGENERATE_SPREAD = 1e-12;

/** Plotting position of the i-th of `count` ascending values, i from 0: (i + 0.5) / count. */
export function plottingPosition(i: number, count: number): number {
  return (i + 0.5) / count;
}

/** Ordinate on Weibull paper of a probability: ln(-ln(1 - p)). */
function weibullOrdinate(p: number): number {
  return Math.log(-Math.log(1 - p));
}

/**
 * Fits shape and scale to `ascending` (all > 0, at least 2) by least squares of
 * y = ln(-ln(1 - p_i)) on x = ln(maximum_i).
 */
export function fitWeibull(ascending: ArrayLike<number>): WeibullFit {
  const count = ascending.length;
  const x = Array.from(ascending, Math.log);
  const y = x.map((_, i) => weibullOrdinate(plottingPosition(i, count)));
  const meanX = sum(x) / count;
  const meanY = sum(y) / count;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let i = 0; i < count; i++) {
    const dx = (x[i] ?? 0) - meanX;
    const dy = (y[i] ?? 0) - meanY;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  if (sxx <= DEGENERATE_SPREAD) {
    return { shape: Number.POSITIVE_INFINITY, scale: ascending[count - 1] ?? 0, r2: Number.NaN };
  }
  const shape = sxy / sxx;
  return { shape, scale: Math.exp(meanX - meanY / shape), r2: (sxy * sxy) / (sxx * syy) };
}

/** F(d) for d >= 0; a step at `scale` when `shape` is Infinity. */
export function weibullCdf(d: number, shape: number, scale: number): number {
  if (shape === Number.POSITIVE_INFINITY) return d > scale ? 1 : 0;
  return -Math.expm1(-((d / scale) ** shape));
}

/** The deviation at which the CDF reaches `probability`, 0 < probability < 1. */
export function weibullQuantile(probability: number, shape: number, scale: number): number {
  if (shape === Number.POSITIVE_INFINITY) return scale;
  return scale * (-Math.log(1 - probability)) ** (1 / shape);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
