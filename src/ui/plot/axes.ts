/** Axes and grid. Drawn by hand, for a canvas and for SVG alike; uPlot only keeps their room. */
import type uPlot from 'uplot';
import { formatAxisTime, formatDay, formatZone, isSameDay } from '../format.ts';
import { axisNumbers, formatOnAxis, offsetWords } from '../reading.ts';
import { type Ends, type PlotArea, setSmallText } from './plotArea.ts';
import type { PlotColours } from './plotColours.ts';
import { timeTicks, valueTicks } from './ticks.ts';

/** Between a label and the plot, and between labels of the time axis, in CSS pixels. */
const GAP = 5;
const TIME_SPACE = 90;
const VALUE_SPACE = 28;
/** Left of the plot. */
const DAY_ROOM = 61;

export type Side = 'left' | 'right' | 'bottom';

/** A tick as it is drawn: its place in the surface's pixels. */
interface Tick {
  readonly at: number;
  readonly words: string;
}

/** An axis of uPlot that takes its room, in CSS pixels, and draws nothing. */
export function roomFor(side: Side, size: number, scale?: string): uPlot.Axis {
  return {
    side: { bottom: 2, left: 3, right: 1 }[side],
    size,
    splits: () => [],
    values: () => [],
    grid: { show: false },
    ticks: { show: false },
    ...(scale === undefined ? {} : { scale }),
  };
}

/** Clock times with their grid, the day and the zone. */
export function drawTimeAxis(area: PlotArea, range: Ends, colours: PlotColours): void {
  const dayEnds = drawDayAndZone(area, range.min * 1000, range.max * 1000, colours);
  // Right of the plot stands the zone.
  drawClockAxis(area, range, colours, 0, dayEnds + 2 * GAP * area.ratio);
}

/**
 * Clock times with their grid alone.
 *
 * @param room as of `drawAxis`
 * @param from as of `drawAxis`
 */
export function drawClockAxis(
  area: PlotArea,
  range: Ends,
  colours: PlotColours,
  room?: number,
  from?: number,
): void {
  const most = area.width / (TIME_SPACE * area.ratio);
  const offset = -60 * new Date(range.min * 1000).getTimezoneOffset();
  const { at, step } = timeTicks(range.min, range.max, most, offset);
  const ticks = at.map((seconds) => ({
    at: area.x(seconds),
    words: formatAxisTime(seconds, step),
  }));
  drawAxis(area, 'bottom', ticks, colours, room, from);
}

/**
 * Beside the axis: at the left on which day it begins, where that needs saying; at the right the zone.
 *
 * @returns where the day ends, in the surface's pixels
 */
function drawDayAndZone(
  area: PlotArea,
  fromMs: number,
  toMs: number,
  colours: PlotColours,
): number {
  const { context, ratio, left, top, width, height } = area;
  const nowMs = Date.now();
  const isToday = isSameDay(fromMs, nowMs) && isSameDay(toMs, nowMs);
  const day = isToday ? '' : formatDay(fromMs, nowMs);
  const begins = left - DAY_ROOM * ratio;
  let ends = Number.NEGATIVE_INFINITY;
  area.part('axis', () => {
    context.save();
    setSmallText(area, colours.font, colours.text);
    context.textBaseline = 'top';
    const y = top + height + GAP * ratio;
    context.textAlign = 'left';
    if (day !== '') {
      context.fillText(day, begins, y);
      ends = begins + context.measureText(day).width;
    }
    context.fillText(formatZone(fromMs), left + width + GAP * ratio, y);
    context.restore();
  });
  return ends;
}

/** Values at the left with the grid, or at the right without. */
export function drawValueAxis(
  area: PlotArea,
  side: 'left' | 'right',
  range: { readonly min: number; readonly max: number },
  colours: PlotColours,
): void {
  const { at, step } = ticksOf(area, range);
  const numbers = axisNumbers(range, step);
  drawAxis(
    area,
    side,
    at.map((value) => ({ at: area.y(value), words: formatOnAxis(value, numbers) })),
    colours,
  );
  drawOffset(area, side, offsetWords(numbers.offset), colours);
}

const ticksOf = (area: PlotArea, { min, max }: Ends) =>
  valueTicks(min, max, area.height / (VALUE_SPACE * area.ratio));

/** What the labels of a value axis leave out, because it is said once; 0 = nothing. */
export function axisOffset(area: PlotArea, range: Ends): number {
  return axisNumbers(range, ticksOf(area, range).step).offset;
}

/** What all labels of an axis have in common, once, inside the plot beside the axis. */
function drawOffset(
  area: PlotArea,
  side: 'left' | 'right',
  words: string,
  colours: PlotColours,
): void {
  if (words === '') return;
  const { context, ratio, left, top, width } = area;
  area.part('axis', () => {
    context.save();
    setSmallText(area, colours.font, colours.panel);
    const wide = context.measureText(words).width + 8 * ratio;
    const from = side === 'left' ? left + ratio : left + width - wide;
    context.globalAlpha = 0.85;
    context.fillRect(from, top + ratio, wide, 16 * ratio);
    context.globalAlpha = 1;
    context.fillStyle = colours.text;
    context.textAlign = 'left';
    context.textBaseline = 'top';
    context.fillText(words, from + 4 * ratio, top + 3 * ratio);
    context.restore();
  });
}

/**
 * Grid lines and their labels, but none that would lie on the one before; a right axis has no grid.
 *
 * @param room how far beyond the plot's right end a label may reach, CSS pixels
 * @param from where labels below the plot may begin, in the surface's pixels
 */
export function drawAxis(
  area: PlotArea,
  side: Side,
  ticks: readonly Tick[],
  colours: PlotColours,
  room = 2 * GAP,
  from = Number.NEGATIVE_INFINITY,
): void {
  const { context, ratio, left, top, width, height } = area;
  area.part('axis', () => {
    context.save();
    if (side !== 'right') {
      context.strokeStyle = colours.grid;
      context.lineWidth = ratio;
      context.setLineDash([]);
      context.beginPath();
      for (const tick of ticks) {
        // In the middle of a pixel a thin line is sharp.
        const at = Math.round(tick.at) + (Math.round(ratio) % 2) / 2;
        if (side === 'bottom') {
          context.moveTo(at, top);
          context.lineTo(at, top + height);
        } else {
          context.moveTo(left, at);
          context.lineTo(left + width, at);
        }
      }
      context.stroke();
    }
    context.font = `${12 * ratio}px ${colours.font}`;
    context.fillStyle = colours.text;
    context.textAlign = side === 'bottom' ? 'center' : side === 'left' ? 'right' : 'left';
    context.textBaseline = side === 'bottom' ? 'top' : 'middle';
    const gap = GAP * ratio;
    let before: { readonly at: number; readonly half: number } | null = null;
    for (const { at, words } of ticks) {
      if (words === '') continue;
      const half = (side === 'bottom' ? context.measureText(words).width : 12 * ratio) / 2;
      const fits = at - half >= from && at + half <= left + width + room * ratio;
      if (side === 'bottom' && !fits) continue;
      if (before && Math.abs(at - before.at) < before.half + half) continue;
      before = { at, half };
      if (side === 'bottom') context.fillText(words, at, top + height + gap);
      else context.fillText(words, side === 'left' ? left - gap : left + width + gap, at);
    }
    context.restore();
  });
}
