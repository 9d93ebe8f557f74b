/**
 * The Generalized Extreme Value distribution fitted to block maxima by probability-weighted moments
 * (J. R. M. Hosking, J. R. Wallis and E. F. Wood, Technometrics 27(3), 1985). It tells which of the
 * three families the data support; it is never part of a verdict.
 *
 * The sign of the shape is that of src/detector/README.md: κ = 0 Gumbel, κ > 0 Fréchet, κ < 0
 * reversed Weibull. Hosking's k is -κ.
 */

/** κ, λ and η of F(x) = exp(-(1 + κ(x - η)/λ)^(-1/κ)). */
export interface GevFit {
  /** κ. */
  readonly shape: number;
  /** λ, in the unit of the maxima. */
  readonly scale: number;
  /** η, in the unit of the maxima. */
  readonly location: number;
}

/** By the sign of κ: 0, positive, negative. */
export type GevFamily = 'Gumbel' | 'Fréchet' | 'reversed Weibull';

/** A fit, and how sure one can be of its shape. */
export interface GevReport extends GevFit {
  /** Standard error of κ, by the jackknife. */
  readonly shapeError: number;
  /** The family that κ ± 1.96 standard errors supports; Gumbel unless that excludes 0. */
  readonly family: GevFamily;
  /** Number of maxima it rests on. */
  readonly count: number;
}

/** Fewer maxima than this say nothing about a third moment. */
const LEAST_MAXIMA_FOR_GEV = 10;

const EULER_GAMMA = 0.577_215_664_901_532_9;
const ALMOST_GUMBEL = 1e-6;
const NORMAL_95 = 1.96;

/** Fits block maxima, sorted; null when there are fewer than ten or all are equal. */
export function fitGev(ascending: readonly number[]): GevFit | null {
  const n = ascending.length;
  if (n < LEAST_MAXIMA_FOR_GEV) return null;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  for (const [i, x] of ascending.entries()) {
    b0 += x / n;
    b1 += (i / (n - 1)) * (x / n);
    b2 += ((i * (i - 1)) / ((n - 1) * (n - 2))) * (x / n);
  }
  const l2 = 2 * b1 - b0;
  if (!(l2 > 1e-12)) return null;
  const skewness = (6 * b2 - 6 * b1 + b0) / l2;
  const c = 2 / (3 + skewness) - Math.LN2 / Math.log(3);
  const k = 7.859 * c + 2.9554 * c * c;
  if (Math.abs(k) < ALMOST_GUMBEL) {
    const scale = l2 / Math.LN2;
    return { shape: 0, scale, location: b0 - EULER_GAMMA * scale };
  }
  const gamma = gammaFunction(1 + k);
  const scale = (l2 * k) / ((1 - 2 ** -k) * gamma);
  return { shape: -k, scale, location: b0 - (scale * (1 - gamma)) / k };
}

/** The fit with the standard error of its shape and what that means. Null as `fitGev`. */
export function reportGev(maxima: readonly number[]): GevReport | null {
  const ascending = maxima.toSorted((a, b) => a - b);
  const fit = fitGev(ascending);
  if (!fit) return null;
  const shapeError = jackknifeError(ascending);
  return {
    ...fit,
    shapeError,
    family: familyOf(fit.shape, shapeError),
    count: ascending.length,
  };
}

/** F(x). */
export function gevCdf(x: number, { shape, scale, location }: GevFit): number {
  const t = (x - location) / scale;
  if (Math.abs(shape) < ALMOST_GUMBEL) return Math.exp(-Math.exp(-t));
  const v = 1 + shape * t;
  // Beyond the end of a distribution that has one.
  if (v <= 0) return shape > 0 ? 0 : 1;
  return Math.exp(-(v ** (-1 / shape)));
}

/** F'(x). */
export function gevDensity(x: number, { shape, scale, location }: GevFit): number {
  const t = (x - location) / scale;
  if (Math.abs(shape) < ALMOST_GUMBEL) return Math.exp(-t - Math.exp(-t)) / scale;
  const v = 1 + shape * t;
  // Beyond the end of a distribution that has one.
  if (v <= 0) return 0;
  const s = v ** (-1 / shape);
  return (s ** (1 + shape) * Math.exp(-s)) / scale;
}

/** In how many blocks a maximum of `x` or more is expected once; Infinity = never. */
export function returnPeriodBlocks(x: number, fit: GevFit): number {
  return 1 / (1 - gevCdf(x, fit));
}

/** Infinite when leaving one out leaves too few to fit: then nothing can be said. */
function jackknifeError(ascending: readonly number[]): number {
  const n = ascending.length;
  const shapes: number[] = [];
  for (let i = 0; i < n; i++) {
    const fit = fitGev(ascending.toSpliced(i, 1));
    if (!fit) return Number.POSITIVE_INFINITY;
    shapes.push(fit.shape);
  }
  const mean = shapes.reduce((sum, shape) => sum + shape, 0) / n;
  const squares = shapes.reduce((sum, shape) => sum + (shape - mean) ** 2, 0);
  return Math.sqrt(((n - 1) / n) * squares);
}

function familyOf(shape: number, error: number): GevFamily {
  if (Math.abs(shape) <= NORMAL_95 * error) return 'Gumbel';
  return shape > 0 ? 'Fréchet' : 'reversed Weibull';
}

/** Γ(x) for x > -0.5 by Lanczos' approximation (g = 7, 9 terms), to about 1e-15. */
function gammaFunction(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
    12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gammaFunction(1 - x));
  const z = x - 1;
  const sum = terms.reduce((total, term, i) => total + term / (z + i + 1), 0.9999999999998099);
  const t = z + 7.5;
  return Math.sqrt(2 * Math.PI) * t ** (z + 0.5) * Math.exp(-t) * sum;
}
