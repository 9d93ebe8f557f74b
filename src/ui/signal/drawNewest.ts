/** Where each line has got to: its newest value at the right edge of the plot. */
import type { Ends, PlotArea } from '../plot/plotArea.ts';
import { setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import { formatReading } from '../reading.ts';

/** One label; `y` is where it would stand alone, in the surface's pixels. */
export interface NewestLabel {
  readonly y: number;
  readonly words: string;
  readonly colour: string;
}

/** Between the middles of two labels, in CSS pixels. */
const LINE_HEIGHT = 14;
const POINTER = 5;

/** A newest value as its axis counts: without the offset that the axis says once. */
export function newestWords(value: number, range: Ends, offset: number): string {
  return formatReading(value - offset, range);
}

/** Draws the labels beside the area, moved apart where they would meet; what has no room is left out. */
export function drawNewest(
  area: PlotArea,
  labels: readonly NewestLabel[],
  colours: PlotColours,
): void {
  const { context, ratio, left, top, width, height } = area;
  const right = left + width;
  area.part('newest', () => {
    context.save();
    setSmallText(area, colours.font, colours.text);
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    for (const { y, words, colour } of movedApart(labels, top, height, LINE_HEIGHT * ratio)) {
      context.fillStyle = colour;
      context.beginPath();
      context.moveTo(right + ratio, y);
      context.lineTo(right + (1 + POINTER) * ratio, y - POINTER * 0.7 * ratio);
      context.lineTo(right + (1 + POINTER) * ratio, y + POINTER * 0.7 * ratio);
      context.closePath();
      context.fill();
      context.fillStyle = colours.board;
      context.fillText(words, right + (4 + POINTER) * ratio, y);
    }
    context.restore();
  });
}

/** From the top down, each at least a line below the last; the lowest push the others up. */
export function movedApart(
  labels: readonly NewestLabel[],
  top: number,
  height: number,
  line: number,
): NewestLabel[] {
  const most = Math.max(1, Math.floor(height / line));
  const sorted = labels
    .filter(({ y }) => y >= top - line && y <= top + height + line)
    .toSorted((a, b) => a.y - b.y)
    .slice(0, most);
  const ys: number[] = [];
  for (const { y } of sorted) ys.push(Math.max(y, (ys.at(-1) ?? Number.NEGATIVE_INFINITY) + line));
  let floor = top + height;
  for (let i = ys.length - 1; i >= 0; i--) {
    ys[i] = Math.min(ys[i] ?? floor, floor);
    floor = (ys[i] ?? floor) - line;
  }
  return sorted.map((label, i) => ({ ...label, y: ys[i] ?? label.y }));
}
