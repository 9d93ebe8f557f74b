/** Empirical and fitted CDF of the block maxima, with the thresholds. */
import uPlot from 'uplot';
import type { FitReport } from '../../analysis/messages/findings.ts';
import { plottingPosition, weibullCdf } from '../../detector/weibull.ts';
import { insideArea, type PlotArea, plotArea, setSmallText } from '../signal/plotArea.ts';
import type { PlotColours } from '../signal/plotColours.ts';
import { createFitPlot } from './fitPlot.ts';
import { deviationRange, weibullCurve } from './weibullCurve.ts';

export interface WeibullFacts {
  readonly fit: FitReport;
  readonly gamma: number;
  readonly delta: number;
}

export interface WeibullPlot {
  show(facts: WeibullFacts): void;
  /** Deviation of the newest sample, in σ; null before the first. */
  showLatest(deviation: number | null): void;
  destroy(): void;
}

export function createWeibullPlot(host: HTMLElement, colours: PlotColours): WeibullPlot {
  let facts: WeibullFacts | null = null;
  let latest: number | null = null;
  const plot = createFitPlot(host, colours, {
    xAxis: {
      size: 24,
      space: 45,
      values: (_plot, splits) => splits.map((value) => `${Number(value.toPrecision(6))} σ`),
    },
    yAxis: {
      size: 38,
      splits: () => [0, 0.25, 0.5, 0.75, 1],
      values: () => ['0', '', '0.5', '', '1'],
    },
    draw: (self) => {
      if (facts) drawFacts(plotArea(self, uPlot.pxRatio), facts, latest, colours);
    },
  });

  return {
    show(next) {
      facts = next;
      const to = deviationRange(next.fit, next.gamma);
      const curve = weibullCurve(next.fit, to);
      plot.show(
        [curve.deviation, curve.probability],
        { min: 0, max: to },
        { min: -0.04, max: 1.04 },
      );
    },
    showLatest(deviation) {
      if (deviation === latest) return;
      latest = deviation;
      if (facts) plot.redraw();
    },
    destroy: plot.destroy,
  };
}

function drawFacts(
  area: PlotArea,
  facts: WeibullFacts,
  latest: number | null,
  colours: PlotColours,
): void {
  const { fit, gamma, delta } = facts;
  insideArea(area, (context) => {
    context.lineWidth = 1.5 * area.ratio;
    const right = area.left + area.width;
    const bottom = area.top + area.height;
    const { weibull } = fit;
    if (weibull) {
      rule(area, [2, 3], colours.text, area.left, area.y(delta), right, area.y(delta));
      rule(area, [6, 4], colours.browser, area.x(weibull.q), area.top, area.x(weibull.q), bottom);
    }
    rule(
      area,
      [9, 3, 2, 3],
      colours.collectiveEdge,
      area.x(gamma),
      area.top,
      area.x(gamma),
      bottom,
    );

    context.fillStyle = colours.text;
    fit.maxima.forEach((maximum, i) => {
      context.beginPath();
      const y = area.y(plottingPosition(i, fit.maxima.length));
      context.arc(area.x(maximum), y, 3.5 * area.ratio, 0, 2 * Math.PI);
      context.fill();
    });
    if (weibull && latest !== null) drawLatest(area, latest, weibull, colours);
    if (weibull)
      label(
        area,
        colours,
        `δ ${delta}`,
        area.left + 4 * area.ratio,
        delta > 0.2 ? delta - 0.1 : delta + 0.1,
        colours.text,
      );
    const apart = weibull === null || weibull.q >= gamma;
    label(area, colours, 'γ', area.x(gamma), 0.1, colours.collectiveEdge, apart ? 'right' : 'left');
    if (weibull) {
      label(area, colours, 'q', area.x(weibull.q), 0.1, colours.browser, apart ? 'left' : 'right');
    }
  });
}

/** The newest sample's place on the curve: a ringed cross-hair dot. */
function drawLatest(
  area: PlotArea,
  deviation: number,
  weibull: NonNullable<FitReport['weibull']>,
  colours: PlotColours,
): void {
  const { context, ratio } = area;
  const d = Math.abs(deviation);
  const x = Math.min(area.x(d), area.left + area.width - 6 * ratio);
  const y = area.y(weibullCdf(d, weibull));
  context.strokeStyle = colours.board;
  context.fillStyle = colours.panel;
  context.lineWidth = 2 * ratio;
  context.beginPath();
  context.arc(x, y, 5 * ratio, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function rule(
  area: PlotArea,
  dash: readonly number[],
  colour: string,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  const { context, ratio } = area;
  context.save();
  context.strokeStyle = colour;
  context.setLineDash(dash.map((length) => length * ratio));
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
  context.restore();
}

function label(
  area: PlotArea,
  colours: PlotColours,
  text: string,
  x: number,
  probability: number,
  colour: string,
  side: 'left' | 'right' = 'left',
): void {
  const { context, ratio } = area;
  setSmallText(area, colours.font, colour);
  // "left" text stands to the right of its line.
  context.textAlign = side;
  context.textBaseline = 'middle';
  const shift = (side === 'left' ? 5 : -5) * ratio;
  context.fillText(text, x + shift, area.y(probability));
}
