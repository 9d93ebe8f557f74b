/** Outliers and alarms. Shape tells who said so: disc = browser, ring = board, ringed disc = both. */
import type { Mark } from '../../analysis/messages/viewMessages.ts';
import { insideArea, type PlotArea, setSmallText } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import type { Surface } from '../plot/surface.ts';
import { DRAWN_WORDS } from './plotWords.ts';

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
  // One at the edge is seen whole: it reaches out by its ring, and one beyond is not seen at all.
  const reach = (RING_RADIUS + RING_WIDTH) * area.ratio;
  const [top, bottom] = [area.top, area.top + area.height];
  insideArea({ ...area, top: top - reach, height: area.height + 2 * reach }, (context) => {
    for (const mark of marks) {
      // A drift or a rhythm has a flag and a span, and no sample of its own.
      if (!mark.outlier) continue;
      const x = area.x(mark.timeMs / 1000);
      const y = Number.isNaN(mark.value) ? bottom - FOOT * area.ratio : area.y(mark.value);
      if (y < top || y > bottom) continue;
      area.part('outlier', () => drawOutlier(context, mark.by, x, y, area.ratio, colours));
    }
  });
  const right = area.left + area.width;
  const besideName = area.left + names.left * area.ratio;
  const beforeName = right - (names.right + FLAG_WIDTH) * area.ratio;
  for (const { x, alarms } of flagsOf(area, marks)) {
    if (x < area.left || x > right) continue;
    const lowered = x < besideName || (names.right > 0 && x > beforeName);
    area.part(
      'flag',
      () => drawFlag(area, x, alarms, colours, lowered),
      DRAWN_WORDS.alarms(alarms),
    );
  }
}

/** So wide a stretch has one flag, in CSS pixels: room for it and its count. */
const FLAG_CELL = 30;

/**
 * One flag for all alarms of a few pixels. Stretches begin at multiples of their length, so that flags
 * stay together while the picture scrolls.
 */
function flagsOf(
  area: PlotArea,
  marks: readonly Mark[],
): readonly { readonly x: number; readonly alarms: number }[] {
  const cellMs = steady((1000 * FLAG_CELL * area.ratio) / (area.x(1) - area.x(0)));
  const cells = new Map<number, { x: number; alarms: number }>();
  for (const { timeMs, alarms } of marks) {
    if (alarms === 0) continue;
    const cell = Math.floor(timeMs / cellMs);
    const flag = cells.get(cell);
    if (flag) flag.alarms += alarms;
    else cells.set(cell, { x: area.x(timeMs / 1000), alarms });
  }
  return [...cells].map(([cell, { x, alarms }]) => {
    const end = area.x(((cell + 1) * cellMs) / 1000);
    return { x: alarms > 1 ? Math.min(x, end - COUNTED_WIDTH * area.ratio) : x, alarms };
  });
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

/** The same for lengths that differ by rounding only; up to a fifth longer. */
const steady = (length: number) => 2 ** (Math.ceil(4 * Math.log2(length) - 0.01) / 4);

/** With a count of two digits beside it. */
const COUNTED_WIDTH = 26;
const MOST_COUNTED = 99;

/** A flag above the plot, its pole just reaching in; lowered where a name stands above the plot. */
function drawFlag(
  area: PlotArea,
  x: number,
  alarms: number,
  colours: PlotColours,
  lowered: boolean,
): void {
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
  if (alarms === 1) return;
  setSmallText(area, colours.font, colours.alarm);
  context.textAlign = 'left';
  context.textBaseline = 'top';
  const count = alarms > MOST_COUNTED ? `${MOST_COUNTED}+` : String(alarms);
  context.fillText(count, x + (FLAG_WIDTH - 1) * ratio, top);
}
