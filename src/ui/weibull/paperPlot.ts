/** Block maxima and the fitted line on Weibull probability paper. */
import uPlot from 'uplot';
import type { FitReport } from '../../analysis/messages/findings.ts';
import { weibullOrdinate } from '../../detector/weibull.ts';
import { insideArea, type PlotArea, plotArea } from '../signal/plotArea.ts';
import type { PlotColours } from '../signal/plotColours.ts';
import { createFitPlot } from './fitPlot.ts';
import {
  PAPER_LEVELS,
  type PaperRange,
  paperLine,
  paperPoints,
  paperRange,
  paperTicks,
} from './paperScales.ts';

export interface PaperPlot {
  show(fit: FitReport): void;
  destroy(): void;
}

export function createPaperPlot(host: HTMLElement, colours: PlotColours): PaperPlot {
  let shown: { readonly fit: FitReport; readonly range: PaperRange } | null = null;
  const label = { labelSize: 16, labelGap: 0 };
  const plot = createFitPlot(host, colours, {
    xAxis: {
      ...label,
      label: 'block maximum less η (log)',
      size: 22,
      splits: (_plot, _axis, min, max) => paperTicks(min, max),
      values: (_plot, splits) => splits.map((x) => `${Number(Math.exp(x).toPrecision(3))} σ`),
    },
    yAxis: {
      ...label,
      label: 'F',
      size: 40,
      splits: () => PAPER_LEVELS.map(weibullOrdinate),
      values: () => PAPER_LEVELS.map(String),
    },
    draw: (self) => {
      if (shown) drawFit(plotArea(self, uPlot.pxRatio), shown.fit, shown.range, colours);
    },
  });
  return {
    show(fit) {
      const points = paperPoints(fit);
      if (points.x.length === 0) return;
      const range = paperRange(points);
      shown = { fit, range };
      plot.show(
        [[], []],
        { min: range.minX, max: range.maxX },
        { min: range.minY, max: range.maxY },
      );
    },
    destroy: plot.destroy,
  };
}

function drawFit(area: PlotArea, fit: FitReport, range: PaperRange, colours: PlotColours): void {
  const { ratio } = area;
  const points = paperPoints(fit);
  insideArea(area, (context) => {
    if (fit.weibull) {
      const line = paperLine(fit.weibull, range);
      context.strokeStyle = colours.signals[0] ?? colours.text;
      context.lineWidth = 2 * ratio;
      context.beginPath();
      context.moveTo(area.x(line.x[0]), area.y(line.y[0]));
      context.lineTo(area.x(line.x[1]), area.y(line.y[1]));
      context.stroke();
    }
    context.fillStyle = colours.text;
    points.x.forEach((x, i) => {
      context.beginPath();
      context.arc(area.x(x), area.y(points.y[i] ?? Number.NaN), 3.5 * ratio, 0, 2 * Math.PI);
      context.fill();
    });
  });
}
