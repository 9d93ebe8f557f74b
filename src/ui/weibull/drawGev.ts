/** Histogram of the block maxima under the density of the GEV fitted to them. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import { gevDensity } from '../../detector/gev.ts';
import { withDecimalSign } from '../format.ts';
import { drawAxis } from '../plot/axes.ts';
import { traceLine } from '../plot/brokenLine.ts';
import { insideArea } from '../plot/plotArea.ts';
import { valueTicks } from '../plot/ticks.ts';
import { drawDeviationAxis } from './drawCdf.ts';
import type { FitDrawing } from './fitPlot.ts';

const CURVE_POINTS = 160;
/** On both sides of the maxima, in parts of their range. */
const ROOM = 0.3;
/** Between two labels of the density, in CSS pixels. */
const DENSITY_SPACE = 28;

/** Null without a GEV. */
export function gevDrawing(fit: FitReport): FitDrawing | null {
  const { gev, gevMaxima } = fit;
  if (!gev) return null;
  const bars = histogram(gevMaxima);
  const [least, most] = [gevMaxima[0] ?? 0, gevMaxima.at(-1) ?? 0];
  const room = ROOM * (most - least);
  const [from, to] = [Math.max(0, least - room), most + room];
  const deviation = Float64Array.from(
    { length: CURVE_POINTS + 1 },
    (_, i) => from + (i * (to - from)) / CURVE_POINTS,
  );
  const density = deviation.map((d) => gevDensity(d, gev));
  const top = 1.1 * Math.max(...bars.map((bar) => bar.density), ...density);
  return {
    x: { min: from, max: to },
    y: { min: 0, max: top },
    bottom: 24,
    left: 38,
    draw(area, colours) {
      drawDeviationAxis(area, { min: from, max: to }, colours);
      const { at } = valueTicks(0, top, area.height / (DENSITY_SPACE * area.ratio));
      const ticks = at.map((value) => ({
        at: area.y(value),
        words: withDecimalSign(String(Number(value.toPrecision(3)))),
      }));
      drawAxis(area, 'left', ticks, colours);
      insideArea(area, (context) => {
        context.fillStyle = colours.band;
        context.strokeStyle = colours.bandEdge;
        context.lineWidth = area.ratio;
        for (const bar of bars) {
          const left = area.x(bar.from);
          context.beginPath();
          context.rect(
            left,
            area.y(bar.density),
            area.x(bar.to) - left,
            area.y(0) - area.y(bar.density),
          );
          area.part('histogram', () => {
            context.fill();
            context.stroke();
          });
        }
        context.strokeStyle = colours.signals[0] ?? colours.text;
        context.lineWidth = 2 * area.ratio;
        traceLine(area, deviation, density);
        area.part('curve', () => context.stroke());
      });
    },
  };
}

export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  /** Share of the values per unit: all bars together have the area 1. */
  readonly density: number;
}

/** As many bars of one width as the square root of the count; values ascending, not all equal. */
export function histogram(ascending: readonly number[]): HistogramBar[] {
  const [least, most] = [ascending[0] ?? 0, ascending.at(-1) ?? 0];
  const bars = Math.ceil(Math.sqrt(ascending.length));
  const width = (most - least) / bars;
  const counts = new Array<number>(bars).fill(0);
  for (const value of ascending) {
    const bar = Math.min(bars - 1, Math.floor((value - least) / width));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts.map((count, i) => ({
    from: least + i * width,
    to: least + (i + 1) * width,
    density: count / (ascending.length * width),
  }));
}
