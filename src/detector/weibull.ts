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

/** What of a fit depends on the number of maxima only. */
interface Ordinates {
  readonly y: Float64Array;
  readonly meanY: number;
  readonly syy: number;
}

const ordinatesByCount = new Map<number, Ordinates>();

function ordinates(count: number): Ordinates {
  const known = ordinatesByCount.get(count);
  if (known) return known;
  const y = Float64Array.from({ length: count }, (_, i) =>
    weibullOrdinate(plottingPosition(i, count)),
  );
  const meanY = y.reduce((sum, value) => sum + value, 0) / count;
  const syy = y.reduce((sum, value) => sum + (value - meanY) * (value - meanY), 0);
  const made = { y, meanY, syy };
  ordinatesByCount.set(count, made);
  return made;
}

/**
 * Fits shape and scale by least squares of y = ln(-ln(1 - p_i)) on x = ln(maximum_i).
 * `logs` are the logarithms of the maxima, ascending, at least 2 of them.
 */
export function fitWeibull(logs: Float64Array): WeibullFit {
  const count = logs.length;
  const { y, meanY, syy } = ordinates(count);
  let sumX = 0;
  for (let i = 0; i < count; i++) sumX += logs[i] ?? 0;
  const meanX = sumX / count;
  let sxx = 0;
  let sxy = 0;
  for (let i = 0; i < count; i++) {
    const dx = (logs[i] ?? 0) - meanX;
    sxx += dx * dx;
    sxy += dx * ((y[i] ?? 0) - meanY);
  }
  if (sxx <= DEGENERATE_SPREAD) {
    const scale = Math.exp(logs[count - 1] ?? 0);
    return { shape: Number.POSITIVE_INFINITY, scale, r2: Number.NaN };
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
