/** A line that breaks where there is no value. uPlot itself would draw across NaN. */
import type { PlotArea } from './plotArea.ts';

type Columns = Float64Array<ArrayBuffer>;

/** Begins a path through (x[i], y[i]) that starts anew after every NaN. A lone value is a short dash. */
export function traceLine(area: PlotArea, x: Columns, y: Columns): void {
  const { context } = area;
  const stub = area.ratio;
  context.beginPath();
  for (const [from, to] of runs(y)) {
    for (let i = from; i < to; i += 1) {
      const left = area.x(x[i] ?? Number.NaN);
      const top = area.y(y[i] ?? Number.NaN);
      if (i === from) context.moveTo(to - from === 1 ? left - stub : left, top);
      if (i > from || to - from === 1) context.lineTo(left, top);
    }
  }
}

/** Begins a path around the area between two lines, where both have values. */
export function traceBand(area: PlotArea, x: Columns, lower: Columns, upper: Columns): void {
  const { context } = area;
  context.beginPath();
  const both = lower.map((value, i) => value + (upper[i] ?? Number.NaN));
  for (const [from, to] of runs(both)) {
    context.moveTo(area.x(x[from] ?? Number.NaN), area.y(upper[from] ?? Number.NaN));
    for (let i = from + 1; i < to; i += 1) {
      context.lineTo(area.x(x[i] ?? Number.NaN), area.y(upper[i] ?? Number.NaN));
    }
    for (let i = to - 1; i >= from; i -= 1) {
      context.lineTo(area.x(x[i] ?? Number.NaN), area.y(lower[i] ?? Number.NaN));
    }
    context.closePath();
  }
}

/** Index ranges [from, to) without NaN. */
export function runs(values: Columns): [from: number, to: number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= values.length; i += 1) {
    const missing = i === values.length || Number.isNaN(values[i]);
    if (missing && from >= 0) {
      found.push([from, i]);
      from = -1;
    } else if (!missing && from < 0) {
      from = i;
    }
  }
  return found;
}
