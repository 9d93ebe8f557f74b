/** The series that a watcher judged, up to the alarm: values, what was usual, and the limits. */
import type { SeriesUpToAlarm } from '../../analysis/messages/judgingMessages.ts';
import { drawClockAxis, drawValueAxis } from '../plot/axes.ts';
import { traceBand, traceLine } from '../plot/brokenLine.ts';
import { insideArea, type PlotArea } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import type { FitDrawing } from './fitPlot.ts';

type Column = Float64Array<ArrayBuffer>;

/** Below and above all that is drawn, in parts of its range. */
const ROOM = 0.08;
const DOT = 2.5;
const RING = 5;

/**
 * Null without two values.
 *
 * @param scale what a value is multiplied with: of runs, the seconds of a sample
 */
export function seriesDrawing(series: SeriesUpToAlarm, scale: number): FitDrawing | null {
  const scaled = (column: Column): Column => column.map((value) => value * scale);
  const time = series.time.map((ms) => ms / 1000);
  const [value, center] = [scaled(series.value), scaled(series.center)];
  const [lower, upper] = [scaled(series.lower), scaled(series.upper)];
  const [first, last] = [time[0], time.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const all = [...value, ...lower, ...upper].filter(Number.isFinite);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = ROOM * (most - least || 1);
  const x = { min: first, max: last + (last - first) * 0.02 };
  const y = { min: least - room, max: most + room };
  return {
    x,
    y,
    bottom: 24,
    left: 52,
    draw(area, colours) {
      // Day and zone have no room beside it; the signal's axis says them.
      drawClockAxis(area, x, colours);
      drawValueAxis(area, 'left', y, colours);
      insideArea(area, (context) => {
        context.fillStyle = colours.band;
        traceBand(area, time, lower, upper);
        area.part('limits', () => context.fill());
        context.strokeStyle = colours.bandEdge;
        context.lineWidth = area.ratio;
        for (const limit of [lower, upper]) {
          traceLine(area, time, limit);
          context.stroke();
        }
        context.setLineDash([4 * area.ratio, 3 * area.ratio]);
        traceLine(area, time, center);
        context.stroke();
        context.setLineDash([]);
        context.strokeStyle = colours.signals[0] ?? colours.text;
        context.lineWidth = 1.5 * area.ratio;
        traceLine(area, time, value);
        area.part('curve', () => context.stroke());
      });
      // The first and the last lie on the edge.
      drawDots(area, time, value, colours);
    },
  };
}

/** A dot a value, and a ring around the one that alarmed: the newest. */
function drawDots(area: PlotArea, time: Column, value: Column, colours: PlotColours): void {
  const { context, ratio } = area;
  context.fillStyle = colours.text;
  for (const [i, seconds] of time.entries()) {
    const isLast = i === time.length - 1;
    context.beginPath();
    context.arc(area.x(seconds), area.y(value[i] ?? Number.NaN), DOT * ratio, 0, 2 * Math.PI);
    context.fill();
    if (!isLast) continue;
    context.strokeStyle = colours.alarm;
    context.lineWidth = 2 * ratio;
    context.beginPath();
    context.arc(area.x(seconds), area.y(value[i] ?? Number.NaN), RING * ratio, 0, 2 * Math.PI);
    area.part('newest', () => context.stroke());
  }
}
