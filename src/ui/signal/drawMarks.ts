/** Outliers and alarms. Shape tells who said so: disc = browser, ring = board, ringed disc = both. */
import type { Mark } from '../../analysis/messages/viewMessages.ts';
import { insideArea, type PlotArea } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import type { Surface } from '../plot/surface.ts';

const DISC_RADIUS = 3.5;
const RING_RADIUS = 6;
const RING_WIDTH = 1.75;
/** Where only a band is left nobody knows the value: then the mark stands at the plot's foot. */
const FOOT = 8;

/** Room above the plot that names take from the flags, from its left and right edge, in CSS pixels. */
export interface NameReach {
  readonly left: number;
  readonly right: number;
}

export function drawMarks(
  area: PlotArea,
  marks: readonly Mark[],
  colours: PlotColours,
  names: NameReach,
): void {
  insideArea(area, (context) => {
    for (const mark of marks) {
      if (!isOutlier(mark)) continue;
      const x = area.x(mark.timeMs / 1000);
      const foot = area.top + area.height - FOOT * area.ratio;
      const y = Number.isNaN(mark.value) ? foot : area.y(mark.value);
      area.part('outlier', () => drawOutlier(context, mark.by, x, y, area.ratio, colours));
    }
  });
  const right = area.left + area.width;
  const besideName = area.left + names.left * area.ratio;
  const beforeName = right - (names.right + FLAG_WIDTH) * area.ratio;
  for (const mark of marks) {
    const x = area.x(mark.timeMs / 1000);
    if (!mark.alarm || x < area.left || x > right) continue;
    const lowered = x < besideName || (names.right > 0 && x > beforeName);
    area.part('flag', () => drawFlag(area, x, colours, lowered));
  }
}

/** A drift or a rhythm has a flag and a span, and no sample of its own. */
export function isOutlier({ alarm, cause }: Mark): boolean {
  return !alarm || cause === 'level';
}

function drawOutlier(
  context: Surface,
  by: Mark['by'],
  x: number,
  y: number,
  ratio: number,
  colours: Pick<PlotColours, 'browser' | 'board'>,
): void {
  if (by !== 'board') {
    context.fillStyle = colours.browser;
    context.beginPath();
    context.arc(x, y, DISC_RADIUS * ratio, 0, 2 * Math.PI);
    context.fill();
  }
  if (by !== 'browser') {
    context.strokeStyle = colours.board;
    context.lineWidth = RING_WIDTH * ratio;
    context.beginPath();
    context.arc(x, y, RING_RADIUS * ratio, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** Room above the plot for the flags, in CSS pixels. */
export const FLAG_ROOM = 16;
const FLAG_WIDTH = 11;

/** A flag above the plot, its pole just reaching in; lowered where a name stands above the plot. */
function drawFlag(area: PlotArea, x: number, colours: PlotColours, lowered: boolean): void {
  const { context, ratio } = area;
  const top = area.top - (lowered ? 0 : FLAG_ROOM - 2) * ratio;
  context.strokeStyle = colours.alarm;
  context.fillStyle = colours.alarm;
  context.lineWidth = 1.5 * ratio;
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, top + 18 * ratio);
  context.stroke();
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x + FLAG_WIDTH * ratio, top + 5 * ratio);
  context.lineTo(x, top + 10 * ratio);
  context.closePath();
  context.fill();
}
