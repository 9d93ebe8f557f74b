/** The Weibull panel as SVG: block maxima, the fitted CDF, and where the thresholds cut it. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import { plottingPosition } from '../../detector/weibull.ts';
import { formatMeasured } from '../format.ts';
import type { PlotColours } from '../signal/plotColours.ts';
import { weibullSummary } from '../signal/plotSummary.ts';
import { deviationRange, weibullCurve } from '../weibull/weibullCurve.ts';
import type { PlotCaption } from './plotCaption.ts';
import { type Attributes, brokenPath, drawing, element, label, paint } from './svg.ts';
import { ticks } from './ticks.ts';

const SIZE = { width: 900, height: 560 };
const AREA = { left: 70, top: 44, right: 880, bottom: 440 };

export function weibullSvg(
  fit: FitReport,
  { gamma, delta }: { readonly gamma: number; readonly delta: number },
  caption: PlotCaption,
  colours: PlotColours,
): string {
  const { left, top, right, bottom } = AREA;
  const to = deviationRange(fit, gamma);
  const x = (deviation: number) => left + (deviation / to) * (right - left);
  const y = (probability: number) => bottom - probability * (bottom - top);
  const curve = weibullCurve(fit, to);
  const { weibull } = fit;
  const text = { fill: colours.text };
  const upright = (deviation: number, colour: string, dash: string) =>
    rule(x(deviation), top, x(deviation), bottom, { stroke: colour, 'stroke-dasharray': dash });
  const named = (words: string, deviation: number, colour: string, row: number) =>
    label(words, x(deviation) + 5, y(0.1 + 0.07 * row), { fill: colour });

  const content = [
    element('rect', { ...SIZE, fill: colours.panel }),
    label(caption.title, left, 26, { ...text, 'font-size': 16 }),
    ...ticks(0, to, 10).map(
      (deviation) =>
        rule(x(deviation), top, x(deviation), bottom, paint('stroke', colours.grid)) +
        label(String(Number(deviation.toPrecision(6))), x(deviation), bottom + 18, {
          ...text,
          'text-anchor': 'middle',
        }),
    ),
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (probability) =>
        rule(left, y(probability), right, y(probability), paint('stroke', colours.grid)) +
        label(String(probability), left - 8, y(probability) + 4, { ...text, 'text-anchor': 'end' }),
    ),
    label('deviation of the block maxima, σ', right, bottom + 38, {
      ...text,
      'text-anchor': 'end',
    }),
    label('CDF', left - 56, (top + bottom) / 2, text),
    element('path', {
      d: brokenPath(
        curve.deviation.length,
        (i) => x(curve.deviation[i] ?? Number.NaN),
        (i) => y(curve.probability[i] ?? Number.NaN),
      ),
      fill: 'none',
      stroke: colours.signals[0] ?? colours.text,
      'stroke-width': 2,
    }),
    upright(gamma, colours.collectiveEdge, '9 3 2 3'),
    named(`γ ${formatMeasured(gamma, 3)}`, gamma, colours.collectiveEdge, 0),
    ...(weibull
      ? [
          upright(weibull.q, colours.browser, '6 4'),
          named(`q ${formatMeasured(weibull.q, 3)}`, weibull.q, colours.browser, 1),
          rule(left, y(delta), right, y(delta), {
            stroke: colours.text,
            'stroke-dasharray': '2 3',
          }),
          label(`δ ${delta}`, left + 6, y(delta) - 6, text),
        ]
      : []),
    ...fit.maxima.map((maximum, i) =>
      element('circle', {
        cx: x(maximum),
        cy: y(plottingPosition(i, fit.maxima.length)),
        r: 3.5,
        fill: colours.text,
      }),
    ),
    ...[figures(fit), ...caption.lines].map((line, i) =>
      label(line, left, bottom + 62 + 18 * i, text),
    ),
  ].join('');
  const description = [weibullSummary(fit, gamma, delta), ...caption.lines].join(' ');
  return drawing(SIZE, caption.title, description, content);
}

function figures({ weibull, maxima, needed }: FitReport): string {
  if (!weibull) return `learning ${maxima.length} of ${needed}`;
  const { shape, scale, r2, q } = weibull;
  return `shape ${formatMeasured(shape)} · scale ${formatMeasured(scale)} σ · R² ${formatMeasured(r2)} · q ${formatMeasured(q)} σ`;
}

function rule(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): string {
  return element('line', { x1, y1, x2, y2, ...attributes });
}
