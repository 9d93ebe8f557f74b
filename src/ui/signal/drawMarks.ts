/** Outliers and alarms. Shape tells who said so: disc = browser, ring = board, ringed disc = both. */
import type { Mark } from '../../analysis/messages/viewMessages.ts';
import { insideArea, type PlotArea } from './plotArea.ts';
import type { PlotColours } from './plotColours.ts';

const DISC_RADIUS = 3.5;
const RING_RADIUS = 6;
const RING_WIDTH = 1.75;
/** Where only a band is left nobody knows the value: then the mark stands at the plot's foot. */
const FOOT = 8;

export function drawMarks(area: PlotArea, marks: readonly Mark[], colours: PlotColours): void {
  insideArea(area, (context) => {
    for (const mark of marks) {
      const x = area.x(mark.timeMs / 1000);
      const foot = area.top + area.height - FOOT * area.ratio;
      const y = Number.isNaN(mark.value) ? foot : area.y(mark.value);
      drawOutlier(context, mark.by, x, y, area.ratio, colours);
    }
  });
  for (const mark of marks) {
    const x = area.x(mark.timeMs / 1000);
    const inView = x >= area.left && x <= area.left + area.width;
    if (mark.alarm && inView) drawFlag(area, x, colours);
  }
}

function drawOutlier(
  context: CanvasRenderingContext2D,
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

/** A flag above the plot, its pole just reaching in. */
function drawFlag(area: PlotArea, x: number, colours: PlotColours): void {
  const { context, ratio } = area;
  const top = area.top - (FLAG_ROOM - 2) * ratio;
  context.strokeStyle = colours.alarm;
  context.fillStyle = colours.alarm;
  context.lineWidth = 1.5 * ratio;
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, top + 18 * ratio);
  context.stroke();
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x + 11 * ratio, top + 5 * ratio);
  context.lineTo(x, top + 10 * ratio);
  context.closePath();
  context.fill();
}
