/** The signal plot as SVG, from the same columns as on the screen: lines, limits, marks, gaps. */

import type { Channel } from '../../analysis/messages/findings.ts';
import type { Bands } from '../../analysis/messages/historyMessages.ts';
import type {
  ChannelView,
  GapSpan,
  Mark,
  Span,
  View,
} from '../../analysis/messages/viewMessages.ts';
import { formatAxisTime, unitSign, withUnit } from '../format.ts';
import { type PlotColours, signalStroke } from '../signal/plotColours.ts';
import { signalSummary } from '../signal/plotSummary.ts';
import { wantedRange } from '../signal/yRange.ts';
import type { PlotCaption } from './plotCaption.ts';
import { brokenArea, brokenPath, drawing, element, label, paint, short } from './svg.ts';
import { ticks, timeTicks } from './ticks.ts';

export interface DrawnChannel {
  readonly channel: Channel;
  readonly index: number;
}

/** A picture does not move, and has its own axis. */
const STILL = { paused: true, yLimits: null };
const WIDTH = 1200;
const STRIP_HEIGHT = 220;
const MARGIN = { top: 44, right: 20, left: 76, strip: 26, time: 28, line: 18 };

/** One strip's place and its scales: time in seconds and values to pixels. */
interface Strip {
  readonly top: number;
  readonly bottom: number;
  readonly x: (seconds: number) => number;
  readonly y: (value: number) => number;
}

export function signalSvg(
  view: View,
  drawn: readonly DrawnChannel[],
  caption: PlotCaption,
  colours: PlotColours,
): string {
  const bottom = MARGIN.top + drawn.length * STRIP_HEIGHT;
  const height = bottom + MARGIN.time + MARGIN.line * (caption.lines.length + 1);
  const [from, to] = [view.fromMs / 1000, view.toMs / 1000];
  const plotWidth = WIDTH - MARGIN.left - MARGIN.right;
  const x = (seconds: number) => MARGIN.left + ((seconds - from) / (to - from)) * plotWidth;
  const summaries: string[] = [];
  const strips = drawn.map(({ channel, index }, place) => {
    const data = view.channels[index];
    const top = MARGIN.top + place * STRIP_HEIGHT + MARGIN.strip;
    const range = (data && wantedRange(data)) ?? { min: -1, max: 1 };
    const stripBottom = top + STRIP_HEIGHT - MARGIN.strip;
    const y = (value: number) =>
      stripBottom - ((value - range.min) / (range.max - range.min)) * (stripBottom - top);
    const strip = { top, bottom: stripBottom, x, y };
    summaries.push(signalSummary(channel, view, index, STILL));
    const name = withUnit(channel.name, channel.unit && `(${unitSign(channel.unit)})`);
    const heading = label(name, MARGIN.left, top - 8, { fill: colours.text, 'font-weight': 600 });
    const clip = `strip${index}`;
    const inside = data
      ? element(
          'g',
          { 'clip-path': `url(#${clip})` },
          drawData(strip, data, view.gaps, index, colours),
        )
      : '';
    const area = { x: MARGIN.left, y: top, width: plotWidth, height: stripBottom - top };
    return (
      element('clipPath', { id: clip }, element('rect', area)) +
      yAxis(strip, range, colours) +
      heading +
      inside +
      (data ? drawFlags(strip, data.marks, view, colours) : '')
    );
  });
  const content =
    element('rect', { width: WIDTH, height, fill: colours.panel }) +
    label(caption.title, MARGIN.left, 26, { fill: colours.text, 'font-size': 16 }) +
    timeAxis(x, from, to, bottom, colours) +
    strips.join('') +
    caption.lines
      .map((line, i) =>
        label(line, MARGIN.left, bottom + MARGIN.time + MARGIN.line * (i + 1), {
          fill: colours.text,
        }),
      )
      .join('');
  const description = `${summaries.join(' ')} ${caption.lines.join('. ')}`;
  return drawing({ width: WIDTH, height }, caption.title, description, content);
}

function timeAxis(
  x: (seconds: number) => number,
  from: number,
  to: number,
  bottom: number,
  colours: PlotColours,
): string {
  const { step, at } = timeTicks(from, to, 10);
  return at
    .map(
      (seconds) =>
        line(x(seconds), MARGIN.top, x(seconds), bottom, colours.grid) +
        label(formatAxisTime(seconds, step), x(seconds), bottom + 16, {
          fill: colours.text,
          'text-anchor': 'middle',
        }),
    )
    .join('');
}

function yAxis(
  { top, bottom, y }: Strip,
  range: { readonly min: number; readonly max: number },
  colours: PlotColours,
): string {
  return ticks(range.min, range.max, 6)
    .map((value) => {
      const at = y(value);
      if (at < top || at > bottom) return '';
      const words = String(Number(value.toPrecision(6))).replace('-', '−');
      return (
        line(MARGIN.left, at, WIDTH - MARGIN.right, at, colours.grid) +
        label(words, MARGIN.left - 8, at + 4, { fill: colours.text, 'text-anchor': 'end' })
      );
    })
    .join('');
}

function drawData(
  strip: Strip,
  data: ChannelView,
  gaps: readonly GapSpan[],
  index: number,
  colours: PlotColours,
): string {
  const { x, y } = strip;
  const { time, value, lower, upper } = data;
  const at = (i: number) => x(time[i] ?? Number.NaN);
  const along = (values: Float64Array) => (i: number) => y(values[i] ?? Number.NaN);
  const through = (values: Float64Array) => brokenPath(time.length, at, along(values));
  const { colour, dash } = signalStroke(colours, index);
  const limit = { fill: 'none', ...paint('stroke', colours.bandEdge), 'stroke-width': 1 };
  return (
    gaps.map((gap) => shade(strip, gap, colours.gap, gapWords(gap))).join('') +
    data.collective.map((span) => shade(strip, span, colours.collective, 'collective')).join('') +
    element('path', {
      d: brokenArea(time.length, at, along(upper), along(lower)),
      ...paint('fill', colours.band),
    }) +
    element('path', { d: through(lower), ...limit }) +
    element('path', { d: through(upper), ...limit }) +
    drawOverview(strip, data.bands, colour) +
    element('path', {
      d: through(value),
      fill: 'none',
      stroke: colour,
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      ...(dash.length > 0 ? { 'stroke-dasharray': dash.join(' ') } : {}),
    }) +
    data.marks.map((mark) => drawMark(x(mark.timeMs / 1000), y(mark.value), mark, colours)).join('')
  );
}

/** Where the samples were given up: the range of their values over time. */
function drawOverview({ x, y }: Strip, bands: Bands, colour: string): string {
  let d = '';
  for (const [i, fromS] of bands.from.entries()) {
    const left = x(fromS);
    const width = Math.max(1, x(bands.to[i] ?? Number.NaN) - left);
    const top = y(bands.max[i] ?? Number.NaN);
    // A constant signal is still to be seen.
    const height = Math.max(1, y(bands.min[i] ?? Number.NaN) - top);
    d += `M${short(left)} ${short(top)}h${short(width)}v${short(height)}h${short(-width)}z`;
  }
  if (d === '') return '';
  const attributes = { d, fill: colour, 'fill-opacity': 0.55 };
  return element('path', attributes, element('title', {}, 'overview only'));
}

const gapWords = ({ lost }: GapSpan): string => (lost === null ? 'no data' : `${lost} lost`);

function shade({ top, bottom, x }: Strip, span: Span, colour: string, words: string): string {
  const left = x(span.fromMs / 1000);
  const width = Math.max(2, x(span.toMs / 1000) - left);
  const area = { x: left, y: top, width, height: bottom - top, ...paint('fill', colour) };
  return element('rect', area, element('title', {}, words));
}

/** Shape tells who said so: disc = browser, ring = board, ringed disc = both. */
function drawMark(cx: number, cy: number, { by }: Mark, colours: PlotColours): string {
  const disc = element('circle', { cx, cy, r: 3.5, fill: colours.browser });
  const ring = element('circle', {
    cx,
    cy,
    r: 6,
    fill: 'none',
    stroke: colours.board,
    'stroke-width': 1.75,
  });
  return (by === 'board' ? '' : disc) + (by === 'browser' ? '' : ring);
}

function drawFlags(strip: Strip, marks: readonly Mark[], view: View, colours: PlotColours): string {
  const top = strip.top - 14;
  return marks
    .filter(({ alarm, timeMs }) => alarm && timeMs >= view.fromMs && timeMs <= view.toMs)
    .map(({ timeMs }) => {
      const at = short(strip.x(timeMs / 1000));
      const d = `M${at} ${top}v18M${at} ${top}l11 5l-11 5z`;
      const paint = { fill: colours.alarm, stroke: colours.alarm, 'stroke-width': 1.5 };
      return element('path', { d, ...paint });
    })
    .join('');
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
  return element('line', { x1, y1, x2, y2, ...paint('stroke', stroke) });
}
