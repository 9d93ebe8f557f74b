/** What the plots show, in words, for people who do not see them. */
import type { Channel, ChannelView, FitReport } from '../../analysis/messages.ts';
import { counted, formatMeasured, withUnit } from '../format.ts';

export function signalSummary(channel: Channel, view: ChannelView | null): string {
  const name = `Signal of ${channel.name}`;
  if (!view?.latest) return `${name}: no sample yet.`;
  const now = withUnit(formatMeasured(view.latest.value), channel.unit);
  const alarms = view.marks.filter((mark) => mark.alarm).length;
  const parts = [
    `${name}: now ${now}`,
    counted(view.marks.length, 'outlier'),
    counted(alarms, 'alarm'),
    `${view.collective.length} collective in view`,
  ];
  if (view.learning) parts.push(`learning ${view.learning.learned} of ${view.learning.needed}`);
  return `${parts.join(', ')}.`;
}

export function weibullSummary(fit: FitReport, gamma: number, delta: number): string {
  const { weibull } = fit;
  if (!weibull) return `Weibull fit: learning ${fit.maxima.length} of ${fit.needed} maxima.`;
  return (
    `Weibull fit to ${fit.maxima.length} block maxima: shape ${formatMeasured(weibull.shape, 3)}, ` +
    `scale ${formatMeasured(weibull.scale, 3)} σ; it reaches ${delta} at ` +
    `${formatMeasured(weibull.q, 3)} σ; the bound is ${gamma} σ.`
  );
}

export function paperSummary(fit: FitReport): string {
  const { weibull } = fit;
  const what = `Weibull probability paper with ${counted(fit.maxima.length, 'point')}`;
  if (!weibull) return `${what}; no line yet.`;
  return `${what}; the line fits them with R² ${formatMeasured(weibull.r2, 3)}.`;
}
