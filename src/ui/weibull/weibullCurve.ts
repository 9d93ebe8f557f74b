/** What the Weibull panel draws, as plain numbers. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import { weibullCdf } from '../../detector/weibull.ts';

const CURVE_POINTS = 160;

export interface WeibullCurve {
  /** Deviations in σ, ascending, from 0. */
  readonly deviation: Float64Array<ArrayBuffer>;
  readonly probability: Float64Array<ArrayBuffer>;
}

/** So many times the rest of the axis and no more is given to one sample that is far off. */
const FARTHEST = 4;

/**
 * Right end of the deviation axis, in σ: shows q, γ and all maxima with some room.
 *
 * @param beyond a single deviation that is to be seen, too, in σ
 */
export function deviationRange(
  fit: Pick<FitReport, 'maxima' | 'weibull'>,
  gamma: number,
  beyond = 0,
): number {
  const own = Math.max(gamma, fit.weibull?.q ?? 0, fit.maxima.at(-1) ?? 0, 1);
  return Math.max(own, Math.min(Math.abs(beyond), FARTHEST * own)) * 1.2;
}

/** The fitted CDF; empty without a fit. A degenerate fit (infinite shape) comes out as a step. */
export function weibullCurve(fit: Pick<FitReport, 'weibull'>, to: number): WeibullCurve {
  const { weibull } = fit;
  if (!weibull) return { deviation: new Float64Array(), probability: new Float64Array() };
  const even = Array.from({ length: CURVE_POINTS + 1 }, (_, i) => (i * to) / CURVE_POINTS);
  const isStep = !Number.isFinite(weibull.shape);
  const grid = isStep
    ? [0, weibull.scale, weibull.scale * (1 + 1e-9), Math.max(to, weibull.scale * 1.01)]
    : even;
  const deviation = Float64Array.from(grid);
  const probability = deviation.map((d) => weibullCdf(d, weibull));
  return { deviation, probability };
}
