/**
 * The Weibull fitted to a few block maxima by least squares on Weibull probability paper, its
 * location given: F(d) = 1 - exp(-((d - location)/scale)^shape), and 0 below the location.
 */

/** A fitted curve; deviations are in standard deviations of what was measured. */
export interface WeibullCurve {
  /** η, in the unit of the maxima. */
  location: number;
  /** κ; Infinity for the step that stands in when all maxima are equal. */
  shape: number;
  /** λ, in the unit of the maxima; of a step its place. */
  scale: number;
}

export interface WeibullFit extends WeibullCurve {
  /** Coefficient of determination of the regression; NaN for the step. */
  r2: number;
}

/** Below this spread of ln(maxima) the regression has no slope: the maxima are all but equal. */
const DEGENERATE_SPREAD = 1e-12;

/** Plotting position of the i-th of `count` ascending values, i from 0: (i + 0.5) / count. */
export function plottingPosition(i: number, count: number): number {
  return (i + 0.5) / count;
}

/** Ordinate on Weibull paper of a probability: ln(-ln(1 - p)). */
export function weibullOrdinate(p: number): number {
  return Math.log(-Math.log(1 - p));
}

/**
 * Ordinate of the level that each of `blocks` maxima stays below when all of them together do so
 * with probability `delta`: ln(-ln(1 - delta^(1/blocks))).
 */
export function horizonOrdinate(delta: number, blocks: number): number {
  return Math.log(-Math.log(-Math.expm1(Math.log(delta) / blocks)));
}

/** What of a fit depends on the number of maxima only. */
export interface Ordinates {
  /** ln(-ln(1 - p_i)), ascending. */
  readonly y: Float64Array;
  readonly meanY: number;
  readonly syy: number;
}

/** The ordinates for a fit to `count` maxima, at least 2. */
export function ordinatesOf(count: number): Ordinates {
  const y = Float64Array.from({ length: count }, (_, i) =>
    weibullOrdinate(plottingPosition(i, count)),
  );
  const meanY = y.reduce((sum, value) => sum + value, 0) / count;
  const syy = y.reduce((sum, value) => sum + (value - meanY) * (value - meanY), 0);
  return { y, meanY, syy };
}

/**
 * Fits shape and scale by least squares of y = ln(-ln(1 - p_i)) on x = ln(maximum_i - location),
 * into `fit`, whose location stands: once a block and without allocation.
 *
 * @param logs the x_i, ascending, at least 2
 * @param ordinates of as many maxima
 */
export function fitWeibull(
  logs: Float64Array,
  { y, meanY, syy }: Ordinates,
  fit: WeibullFit,
): void {
  const count = logs.length;
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
    fit.shape = Number.POSITIVE_INFINITY;
    fit.scale = fit.location + Math.exp(logs[count - 1] ?? 0);
    fit.r2 = Number.NaN;
    return;
  }
  const shape = sxy / sxx;
  fit.shape = shape;
  fit.scale = Math.exp(meanX - meanY / shape);
  fit.r2 = (sxy * sxy) / (sxx * syy);
}

/** F(d); a step at `scale` when `shape` is Infinity. */
export function weibullCdf(d: number, { location, shape, scale }: WeibullCurve): number {
  if (shape === Number.POSITIVE_INFINITY) return d > scale ? 1 : 0;
  return d > location ? -Math.expm1(-(((d - location) / scale) ** shape)) : 0;
}

/**
 * The deviation at which the CDF reaches a probability p.
 *
 * @param ordinate ln(-ln(1 - p)), as of `weibullOrdinate`
 */
export function weibullQuantile(
  ordinate: number,
  { location, shape, scale }: WeibullCurve,
): number {
  if (shape === Number.POSITIVE_INFINITY) return scale;
  return location + scale * Math.exp(ordinate / shape);
}
