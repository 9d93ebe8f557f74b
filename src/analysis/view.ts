/** Answers "what does this range look like, this many pixels wide" from the recording. */
import { columnsOf, flaggedIn, gapsIn, type IndexRange, rangeBetween } from '../history/columns.ts';
import {
  BOARD_ALARM,
  BOARD_OUTLIER,
  BROWSER_ALARM,
  BROWSER_OUTLIER,
  type History,
  timeAt,
} from '../history/history.ts';
import type { Judging } from './judging.ts';
import type { ChannelView, GapSpan, Mark, View, ViewRange } from './messages.ts';

/** Marks and spans closer than this cannot be told apart. */
const SPACING_PX = 3;

/** A view without samples. */
export const emptyView = (nowMs: number): View => ({
  fromMs: nowMs - 1000,
  toMs: nowMs,
  extent: null,
  channels: [],
  gaps: [],
});

/** The columns of every channel over `range`, at most about two points a pixel. */
export function viewOf(judging: Judging, range: ViewRange, widthPx: number): View {
  const { history } = judging;
  const extent = {
    fromMs: timeAt(history, history.start),
    toMs: timeAt(history, history.end - 1),
  };
  const span = spanOf(range, extent);
  const indexes = rangeBetween(history, span.fromMs, span.toMs);
  return {
    ...span,
    extent,
    channels: Array.from({ length: history.channelCount }, (_, channel) =>
      channelView(judging, channel, indexes, span, widthPx),
    ),
    gaps: mergedGaps(gapsIn(history, indexes), spacingOf(span, widthPx)),
  };
}

/** The buffers of a view, to be transferred with it. */
export function buffersOf(view: View): ArrayBuffer[] {
  return view.channels.flatMap(({ time, value, lower, upper }) => [
    time.buffer,
    value.buffer,
    lower.buffer,
    upper.buffer,
  ]);
}

interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

function spanOf(range: ViewRange, extent: TimeSpan): TimeSpan {
  switch (range.kind) {
    case 'live':
      return { fromMs: extent.toMs - range.windowMs, toMs: extent.toMs };
    case 'fixed':
      return { fromMs: range.fromMs, toMs: range.toMs };
    case 'all':
      // A single sample has no length to draw.
      return { fromMs: extent.fromMs, toMs: Math.max(extent.toMs, extent.fromMs + 1000) };
    default:
      return range satisfies never;
  }
}

function channelView(
  judging: Judging,
  channel: number,
  indexes: IndexRange,
  span: TimeSpan,
  widthPx: number,
): ChannelView {
  const { history } = judging;
  const detector = judging.detectors[channel];
  const spacingMs = spacingOf(span, widthPx);
  return {
    ...columnsOf(history, channel, indexes, widthPx),
    marks: flaggedIn(history, channel, indexes, spacingMs).map(markOf),
    collective: merged(judging.events().collectiveIn(channel, span.fromMs, span.toMs), spacingMs),
    latest: latestOf(history, channel, detector?.deviation ?? 0),
    learning:
      detector && !detector.fitted
        ? { learned: detector.maxima.count, needed: detector.maxima.needed }
        : null,
  };
}

const spacingOf = ({ fromMs, toMs }: TimeSpan, widthPx: number) =>
  ((toMs - fromMs) / Math.max(1, widthPx)) * SPACING_PX;

/** Spans in order of time, those too close to be told apart made one. */
function merged(spans: readonly TimeSpan[], spacingMs: number): TimeSpan[] {
  const kept: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of spans) {
    const last = kept.at(-1);
    if (last && fromMs - last.toMs < spacingMs) last.toMs = Math.max(last.toMs, toMs);
    else kept.push({ fromMs, toMs });
  }
  return kept;
}

/** The same for gaps: what several lost adds up, and is unknown when one of them is. */
function mergedGaps(gaps: readonly GapSpan[], spacingMs: number): GapSpan[] {
  const kept: GapSpan[] = [];
  for (const gap of gaps) {
    const last = kept.at(-1);
    if (!last || gap.fromMs - last.toMs >= spacingMs) {
      kept.push(gap);
      continue;
    }
    const lost = last.lost === null || gap.lost === null ? null : last.lost + gap.lost;
    kept[kept.length - 1] = { fromMs: last.fromMs, toMs: gap.toMs, lost };
  }
  return kept;
}

function markOf({
  timeMs,
  value,
  flags,
}: {
  readonly timeMs: number;
  readonly value: number;
  readonly flags: number;
}): Mark {
  const browser = (flags & (BROWSER_OUTLIER | BROWSER_ALARM)) !== 0;
  const board = (flags & (BOARD_OUTLIER | BOARD_ALARM)) !== 0;
  return {
    timeMs,
    value,
    by: browser && board ? 'both' : browser ? 'browser' : 'board',
    alarm: (flags & (BROWSER_ALARM | BOARD_ALARM)) !== 0,
  };
}

function latestOf(history: History, channel: number, deviation: number): ChannelView['latest'] {
  const at = (history.end - 1) & (history.size - 1);
  const value = history.channels[channel]?.value[at];
  return value === undefined ? null : { value, deviation };
}
