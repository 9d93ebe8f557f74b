/**
 * The line of a signal. Where points are denser than pixels a path of them is the slowest thing that
 * a canvas without a GPU can be given, so there each column of pixels gets one upright bar instead.
 */
import type { ChannelView } from '../../analysis/messages/viewMessages.ts';
import { runs, traceLine } from '../plot/brokenLine.ts';
import { insideArea, type PlotArea } from '../plot/plotArea.ts';
import type { SignalStroke } from '../plot/plotColours.ts';

/** In CSS pixels. */
const LINE_WIDTH = 1.5;
/** Points per column of pixels from which on bars are drawn. */
const DENSE = 0.75;

/** How strongly bars between two dashes are drawn: left out they would look like lost samples. */
const BETWEEN_DASHES = 0.4;

export function drawSignal(area: PlotArea, view: ChannelView, stroke: SignalStroke): void {
  insideArea(area, (context) => {
    if (view.time.length < DENSE * area.width) {
      context.strokeStyle = stroke.colour;
      context.lineWidth = LINE_WIDTH * area.ratio;
      context.setLineDash(stroke.dash.map((length) => length * area.ratio));
      traceLine(area, view.time, view.value);
      area.part('signal', () => context.stroke());
    } else {
      context.fillStyle = stroke.colour;
      area.part('signal', () => drawBars(area, view, stroke.dash));
    }
  });
}

/** From top to bottom of what a line would cover in each column of pixels, dashes apart. */
function drawBars(area: PlotArea, view: ChannelView, dash: readonly number[]): void {
  const { context, ratio } = area;
  const left = Math.floor(area.left);
  const thickness = LINE_WIDTH * ratio;
  const isDrawn = dashes(dash, ratio);
  // A strip out of sight, or narrower than its axes, has none.
  const columns = Math.max(0, Math.ceil(area.width) + 1);
  const { tops, bottoms } = columnsCovered(area, view, left, columns);
  for (let column = 0; column < tops.length; column++) {
    const top = tops[column] ?? 0;
    const height = (bottoms[column] ?? 0) - top;
    if (height < 0) continue;
    context.globalAlpha = isDrawn(column) ? 1 : BETWEEN_DASHES;
    context.fillRect(left + column, top - thickness / 2, 1, height + thickness);
  }
}

/**
 * Canvas pixels that the line covers in each of `columns` columns from `left` on, its thickness left
 * out; Infinity and -Infinity where it does not pass.
 */
export function columnsCovered(
  area: Pick<PlotArea, 'ratio' | 'x' | 'y'>,
  view: Pick<ChannelView, 'time' | 'value'>,
  left: number,
  columns: number,
) {
  const tops = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const bottoms = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  // A stroke is as wide as it is thick: a lone spike would be too thin on a fine screen.
  const spread = Math.round((LINE_WIDTH * area.ratio - 1) / 2);
  const cover = (column: number, y0: number, y1: number): void => {
    const last = Math.min(columns - 1, column + spread);
    for (let c = Math.max(0, column - spread); c <= last; c++) {
      tops[c] = Math.min(tops[c] ?? y0, y0, y1);
      bottoms[c] = Math.max(bottoms[c] ?? y0, y0, y1);
    }
  };
  for (const [from, to] of runs(view.value)) {
    let x0 = area.x(view.time[from] ?? 0) - left;
    let y0 = area.y(view.value[from] ?? 0);
    cover(Math.floor(x0), y0, y0);
    for (let i = from + 1; i < to; i++) {
      const x1 = area.x(view.time[i] ?? 0) - left;
      const y1 = area.y(view.value[i] ?? 0);
      const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
      const last = Math.floor(x1);
      let y = y0;
      for (let column = Math.max(Math.floor(x0), -spread - 1); column < last; column++) {
        if (column >= columns + spread) break;
        const crossing = y0 + slope * (column + 1 - x0);
        cover(column, y, crossing);
        y = crossing;
      }
      cover(last, y, y1);
      x0 = x1;
      y0 = y1;
    }
  }
  return { tops, bottoms };
}

/** Whether a column lies on a dash, not between two: as canvas dashes are, in CSS pixels. */
function dashes(dash: readonly number[], ratio: number): (column: number) => boolean {
  const length = dash.reduce((sum, part) => sum + part, 0) * ratio;
  if (length === 0) return () => true;
  return (column) => {
    let rest = column % length;
    for (const [i, part] of dash.entries()) {
      if (rest < part * ratio) return i % 2 === 0;
      rest -= part * ratio;
    }
    return true;
  };
}
