/** What the plots of a fit show, in words, for people who do not see them. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import { counted, formatMeasured } from '../format.ts';
import { familyWords } from './gevWords.ts';
import { formatLevel } from './limitWords.ts';

export function weibullSummary(fit: FitReport): string {
  const { weibull, gamma, level } = fit;
  if (!weibull) return `Weibull fit: learning ${fit.maxima.length} of ${fit.needed} maxima.`;
  return (
    `Weibull fit to ${fit.maxima.length} block maxima: shape ${formatMeasured(weibull.shape, 3)}, ` +
    `scale ${formatMeasured(weibull.scale, 3)} σ, location ${formatMeasured(weibull.location, 3)} σ; it reaches ${formatLevel(level)} at ` +
    `${formatMeasured(weibull.q, 3)} σ; the bound is ${gamma} σ.`
  );
}

export function paperSummary(fit: FitReport): string {
  const { weibull } = fit;
  const what = `Weibull probability paper with ${counted(fit.maxima.length, 'point')}`;
  if (!weibull) return `${what}; no line yet.`;
  return `${what}; the line fits them with R² ${formatMeasured(weibull.r2, 3)}.`;
}

export function gevSummary({ gev, gevMaxima }: FitReport): string {
  const what = `Histogram of ${gevMaxima.length} block maxima`;
  return gev ? `${what} under the density of the GEV. ${familyWords(gev)}` : `${what}; no GEV yet.`;
}

/** The figures of the fit, for the foot of a picture. */
export function fitFigures({ weibull, maxima, needed }: FitReport): string {
  if (!weibull) return `learning ${maxima.length} of ${needed}`;
  const { location, shape, scale, r2, q } = weibull;
  return `shape ${formatMeasured(shape)} · scale ${formatMeasured(scale)} σ · location ${formatMeasured(location)} σ · R² ${formatMeasured(r2)} · q ${formatMeasured(q)} σ`;
}

export function gevFigures({ gev, gevMaxima }: FitReport): string {
  if (!gev) return `no GEV of ${gevMaxima.length} block maxima`;
  const { shape, shapeError, scale, location, count } = gev;
  return `GEV shape ${formatMeasured(shape, 3)} ± ${formatMeasured(shapeError, 3)} · scale ${formatMeasured(scale, 3)} σ · location ${formatMeasured(location, 3)} σ · ${count} block maxima`;
}
