/** Weibull probability paper: the axes on which F(d) = 1 - exp(-(d/λ)^κ) is a straight line. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import { plottingPosition, weibullOrdinate } from '../../detector/weibull.ts';

/** Probabilities that are written on the paper. */
export const PAPER_LEVELS = [0.1, 0.5, 0.9, 0.99] as const;

export interface PaperPoints {
  /** ln of the block maxima less the location (in σ), ascending. */
  readonly x: readonly number[];
  /** Ordinates of their plotting positions. */
  readonly y: readonly number[];
}

export function paperPoints(fit: FitReport): PaperPoints {
  const { maxima } = fit;
  const location = fit.weibull?.location ?? 0;
  return {
    x: maxima.map((maximum) => Math.log(maximum - location)),
    y: maxima.map((_, i) => weibullOrdinate(plottingPosition(i, maxima.length))),
  };
}

export interface PaperRange {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** Shows all points, and all levels that are written, with some room. */
export function paperRange({ x, y }: PaperPoints): PaperRange {
  const low = Math.min(...x);
  const high = Math.max(...x);
  const room = Math.max((high - low) * 0.15, 0.05);
  const top = weibullOrdinate(PAPER_LEVELS[PAPER_LEVELS.length - 1] ?? 0.99);
  const bottom = weibullOrdinate(PAPER_LEVELS[0]);
  return {
    minX: low - room,
    maxX: high + room,
    minY: Math.min(bottom, ...y) - 0.3,
    maxY: Math.max(top, ...y) + 0.3,
  };
}

/** The fitted line from one end of the range to the other: y = κ·(x - ln λ). */
export function paperLine(
  weibull: NonNullable<FitReport['weibull']>,
  { minX, maxX, minY, maxY }: PaperRange,
): { readonly x: readonly [number, number]; readonly y: readonly [number, number] } {
  // All maxima are equal: a step, which stands upright.
  if (!Number.isFinite(weibull.shape)) {
    const step = Math.log(weibull.scale - weibull.location);
    return { x: [step, step], y: [minY, maxY] };
  }
  const middle = Math.log(weibull.scale);
  const y = (x: number): number => weibull.shape * (x - middle);
  return { x: [minX, maxX], y: [y(minX), y(maxX)] };
}

/** Round deviations between two ends of the x axis (given and returned as logarithms). */
export function paperTicks(minX: number, maxX: number): number[] {
  const low = Math.exp(minX);
  const high = Math.exp(maxX);
  const rough = (high - low) / 5;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * decade).find((one) => one >= rough) ?? 10 * decade;
  const first = Math.ceil(low / step);
  const count = Math.max(0, Math.floor(high / step) - first + 1);
  return Array.from({ length: count }, (_, i) => Math.log((first + i) * step));
}
