/** Block maxima and the fitted line on Weibull probability paper. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import { weibullOrdinate } from '../../detector/weibull.ts';
import { formatParameter, withDecimalSign } from '../format.ts';
import { drawAxis } from '../plot/axes.ts';
import { insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import { drawMaxima } from './drawMaxima.ts';
import type { FitDrawing } from './fitPlot.ts';
import {
  PAPER_LEVELS,
  type PaperRange,
  paperLine,
  paperPoints,
  paperRange,
  paperTicks,
} from './paperScales.ts';
import { FIT_PLOT_WORDS } from './weibullWords.ts';

/** Null before there is a point. */
export function paperDrawing(fit: FitReport): FitDrawing | null {
  const points = paperPoints(fit);
  if (points.x.length === 0) return null;
  const range = paperRange(points);
  return {
    x: { min: range.minX, max: range.maxX },
    y: { min: range.minY, max: range.maxY },
    bottom: 38,
    left: 56,
    draw(area, colours) {
      drawPaperAxes(area, range, colours);
      insideArea(area, (context) => {
        if (fit.weibull) {
          const line = paperLine(fit.weibull, range);
          context.strokeStyle = colours.signals[0] ?? colours.text;
          context.lineWidth = 2 * area.ratio;
          context.beginPath();
          context.moveTo(area.x(line.x[0]), area.y(line.y[0]));
          context.lineTo(area.x(line.x[1]), area.y(line.y[1]));
          area.part('curve', () => context.stroke());
        }
        drawMaxima(
          area,
          colours,
          points.x.map((x, i) => [x, points.y[i] ?? Number.NaN]),
        );
      });
    },
  };
}

function drawPaperAxes(area: PlotArea, { minX, maxX }: PaperRange, colours: PlotColours): void {
  const across = paperTicks(minX, maxX).map((x) => ({
    at: area.x(x),
    words: `${withDecimalSign(String(Number(Math.exp(x).toPrecision(3))))} σ`,
  }));
  drawAxis(area, 'bottom', across, colours);
  const up = PAPER_LEVELS.map((p) => ({
    at: area.y(weibullOrdinate(p)),
    words: formatParameter(p),
  }));
  drawAxis(area, 'left', up, colours);
  const { context, left, top, width, height, ratio } = area;
  setSmallText(area, colours.font, colours.text);
  context.textBaseline = 'bottom';
  context.textAlign = 'center';
  context.fillText(FIT_PLOT_WORDS.paperAcross, left + width / 2, top + height + 37 * ratio);
  context.textBaseline = 'middle';
  context.fillText('F', left - 48 * ratio, top + height / 2);
}
