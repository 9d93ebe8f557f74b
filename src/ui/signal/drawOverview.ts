/** The whole session at a glance: above, a tick where alarms are; below, a lane for each channel. */
import type { ChannelView, View } from '../../analysis/messages/viewMessages.ts';
import { formatCount } from '../format.ts';
import { traceLine } from '../plot/brokenLine.ts';
import { insideArea, type PlotArea } from '../plot/plotArea.ts';
import type { PlotColours } from '../plot/plotColours.ts';
import type { Sheet } from '../plot/surface.ts';
import { wantedRange } from '../plot/yRange.ts';
import { type AlarmCluster, alarmClusters, alarmTicks } from './alarmTicks.ts';
import { drawBands } from './drawBands.ts';
import { drawGaps } from './drawSpans.ts';
import { DRAWN_WORDS } from './plotWords.ts';

/** In CSS pixels. */
const ALARM_LANE = 16;
const LEAST_LANES = 28;
const LANE = 6;
const MOST_LANES = 72;
const MOST_LANES_ON_SMALL = 36;
const TICK_WIDTH = 2;
const SHORTEST_TICK = 4;
/** The tick of a thousand alarms. */
const LONGEST_TICK = 12;

/** Height of an overview of so many channels, in CSS pixels; less on a small screen. */
export function overviewHeight(channels: number, isSmall = false): number {
  const most = isSmall ? MOST_LANES_ON_SMALL : MOST_LANES;
  return ALARM_LANE + Math.max(LEAST_LANES, Math.min(most, channels * LANE));
}

export interface OverviewLooks {
  /** The channels that have a lane, from the top. */
  readonly lanes: readonly number[];
  readonly colourOf: (channel: number) => string;
  readonly colours: PlotColours;
}

/** Draws all of it into a strip of so many CSS pixels. */
export function drawOverview(
  sheet: Sheet,
  { width, height }: { readonly width: number; readonly height: number },
  whole: View,
  { lanes, colourOf, colours }: OverviewLooks,
): void {
  const { ratio } = sheet;
  const area = (top: number, tall: number, y: PlotArea['y']): PlotArea => ({
    context: sheet.context,
    ratio,
    part: sheet.part,
    left: sheet.left,
    top: sheet.top + top * ratio,
    width: width * ratio,
    height: tall * ratio,
    x: (seconds) =>
      sheet.left +
      ((seconds * 1000 - whole.fromMs) / (whole.toMs - whole.fromMs || 1)) * width * ratio,
    y,
  });
  drawGaps(area(ALARM_LANE, height - ALARM_LANE, Number), whole.gaps, colours);
  const tall = (height - ALARM_LANE) / Math.max(1, lanes.length);
  for (const [at, channel] of lanes.entries()) {
    const view = whole.channels[channel];
    if (!view) continue;
    const top = ALARM_LANE + at * tall;
    drawLane(area(top, tall, laneScale(view, sheet, top, tall)), view, colourOf(channel));
  }
  drawAlarms(area(0, ALARM_LANE, Number), whole, width, colours);
}

/** Each channel between its own extremes: their limits would only make it flatter. */
function laneScale(
  { value, bands }: ChannelView,
  { top: sheetTop, ratio }: Sheet,
  top: number,
  tall: number,
): PlotArea['y'] {
  const none = new Float64Array();
  const range = wantedRange({ value, bands, lower: none, upper: none });
  if (!range) return () => Number.NaN;
  const bottom = sheetTop + (top + tall) * ratio;
  return (y) => bottom - ((y - range.min) / (range.max - range.min)) * tall * ratio;
}

function drawLane(area: PlotArea, view: ChannelView, colour: string): void {
  drawBands(area, view.bands, colour);
  insideArea(area, (context) => {
    context.strokeStyle = colour;
    context.lineWidth = area.ratio;
    traceLine(area, view.time, view.value);
    area.part('signal', () => context.stroke());
  });
}

/** A tick is longer the more alarms it stands for, by their logarithm; its cluster's count above. */
function drawAlarms(area: PlotArea, whole: View, width: number, colours: PlotColours): void {
  const { context, ratio, left, top, height } = area;
  const ticks = alarmTicks(whole, width);
  context.save();
  context.fillStyle = colours.alarm;
  for (const { x, alarms } of ticks) {
    const share = Math.min(1, Math.log10(alarms) / 3);
    const tall = (SHORTEST_TICK + share * (LONGEST_TICK - SHORTEST_TICK)) * ratio;
    area.part(
      'flag',
      () =>
        context.fillRect(
          left + (x - TICK_WIDTH / 2) * ratio,
          top + height - tall,
          TICK_WIDTH * ratio,
          tall,
        ),
      DRAWN_WORDS.alarms(alarms),
    );
  }
  labelClusters(area, alarmClusters(ticks), colours);
  context.restore();
}

/** The sum of a cluster beside it, or over it where it is longer than its sum is wide. */
function labelClusters(
  area: PlotArea,
  clusters: readonly AlarmCluster[],
  colours: PlotColours,
): void {
  const { context, ratio, left, top } = area;
  const air = (TICK_WIDTH + 2) * ratio;
  context.font = `${11 * ratio}px ${colours.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  let free = left;
  for (const [at, { from, to, alarms }] of clusters.entries()) {
    const next = clusters[at + 1];
    const words = formatCount(alarms);
    const wide = context.measureText(words).width;
    const [first, last] = [left + from * ratio, left + to * ratio];
    const until = next ? left + next.from * ratio - air : left + area.width;
    const places = [last + air, first - air - wide, (first + last - wide) / 2];
    const place = places.find((x, i) =>
      i < 2 ? x >= free && x + wide <= until : last - first > 2 * wide,
    );
    free = last + air;
    if (alarms === 1 || place === undefined) continue;
    context.fillStyle = colours.panel;
    context.fillRect(place - 2 * ratio, top, wide + 4 * ratio, 12 * ratio);
    context.fillStyle = colours.text;
    context.fillText(words, place, top + ratio);
    free = Math.max(free, place + wide + air);
  }
}
