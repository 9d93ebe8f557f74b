/** Answers "what does this range look like, this many pixels wide" from the signal. */
import { type Bands, bandsBetween, flaggedBands } from '../../history/bands.ts';
import { causeOfFlags } from '../../history/causeBits.ts';
import { columnsOf, type IndexRange, rangeBetween, readsEachLimit } from '../../history/columns.ts';
import { flaggedIn } from '../../history/flagged.ts';
import { gapsBetween } from '../../history/gaps.ts';
import { type History, sessionStartMs, timeAt, valueAt } from '../../history/history.ts';
import { valueBefore, valueFrom } from '../../history/sparse.ts';
import {
  BOARD_ALARM,
  BOARD_OUTLIER,
  BOARD_SHIFT,
  BROWSER_ALARM,
  BROWSER_BITS,
  BROWSER_OUTLIER,
} from '../../history/verdicts.ts';
import { samplesLeft } from '../judging/fitReport.ts';
import type { Judging } from '../judging/judging.ts';
import { rawFrom } from '../judging/retention.ts';
import type { JudgedChannel, SeenSignal } from '../judging/signal.ts';
import { PLOTTED_CHANNELS } from '../messages/findings.ts';
import type {
  ChannelView,
  GapSpan,
  Mark,
  Span,
  View,
  ViewRange,
} from '../messages/viewMessages.ts';

/** Marks and spans closer than this cannot be told apart. */
const SPACING_PX = 4;
/** A channel with a rate of its own is silent after so many of its periods. */
const SILENT_PERIODS = 5;

const noBands = (): Bands => ({
  from: new Float64Array(),
  to: new Float64Array(),
  min: new Float64Array(),
  max: new Float64Array(),
});

/** A view without samples. */
export const emptyView = (nowMs: number): View => ({
  fromMs: nowMs - 1000,
  toMs: nowMs,
  extent: null,
  channels: [],
  gaps: [],
});

/**
 * The columns of every channel over `range`, at most about two points a pixel; bands where the
 * samples were given up.
 */
export function viewOf(signal: SeenSignal, range: ViewRange, widthPx: number): View {
  const { judging } = signal;
  const { history } = judging;
  const extent = {
    fromMs: sessionStartMs(history),
    toMs: timeAt(history, history.end - 1),
    rawFromMs: rawFrom(history),
  };
  const span = spanOf(range, extent);
  return {
    ...span,
    extent,
    channels: signal
      .allChannels()
      .slice(0, PLOTTED_CHANNELS)
      .flatMap((_, channel) => {
        const place = signal.placeOf(channel);
        return place ? channelView(place, channel, span, widthPx, signal.rateHz()) : [];
      }),
    gaps: mergedGaps(gapsBetween(history.gaps, span.fromMs, span.toMs), spacingOf(span, widthPx)),
  };
}

/** The buffers of a view, to be transferred with it. */
export function buffersOf(view: View): ArrayBuffer[] {
  return view.channels.flatMap(({ time, value, lower, upper, bands }) =>
    [time, value, lower, upper, ...Object.values(bands)].map(({ buffer }) => buffer),
  );
}

function spanOf(range: ViewRange, extent: Span): Span {
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
  { judging, channel }: JudgedChannel,
  place: number,
  span: Span,
  widthPx: number,
  rateHz: number,
): ChannelView {
  const { history } = judging;
  const indexes = rangeBetween(history, span.fromMs, span.toMs);
  const detector = judging.detectors[channel];
  const spacingMs = spacingOf(span, widthPx);
  const marks = flaggedIn(history, channel, indexes, spacingMs).map(markOf);
  // Up to here there are bands only.
  const bandsToMs = Math.min(span.toMs, rawFrom(history) ?? Number.NEGATIVE_INFINITY);
  const bandsPx = (widthPx * (bandsToMs - span.fromMs)) / (span.toMs - span.fromMs);
  const hasBands = bandsPx > 0;
  const samplesPx = hasBands ? Math.max(1, widthPx - bandsPx) : widthPx;
  if (readsEachLimit(indexes, samplesPx)) drawLimits(judging, channel, indexes);
  return {
    ...columnsOf(
      history,
      channel,
      indexes,
      samplesPx,
      SILENT_PERIODS * (judging.periodMs(channel) ?? Number.POSITIVE_INFINITY),
    ),
    bands: hasBands ? bandsBetween(history, channel, span.fromMs, bandsToMs, bandsPx) : noBands(),
    marks: hasBands
      ? [...flaggedBands(history, channel, span.fromMs, bandsToMs, spacingMs).map(markOf), ...marks]
      : marks,
    collective: judging.events.collectiveIn(place, span.fromMs, span.toMs, spacingMs),
    latest: latestOf(history, channel, detector?.deviation ?? 0),
    learning:
      detector && !detector.fitted
        ? {
            learned: detector.maxima.count,
            needed: detector.maxima.needed,
            samplesLeft: samplesLeft(detector),
            leftMs: rateHz > 0 ? (samplesLeft(detector) / rateHz) * 1000 : null,
          }
        : null,
  };
}

/** Of the samples of a range, and of the values beside it that the line leads to. */
function drawLimits(judging: Judging, channel: number, { from, to }: IndexRange): void {
  const { history } = judging;
  judging.drawLimits(channel, from, to);
  if (history.nan !== 'absent') return;
  for (const beside of [valueBefore(history, channel, from), valueFrom(history, channel, to)]) {
    if (beside !== null) judging.drawLimits(channel, beside, beside + 1);
  }
}

const spacingOf = ({ fromMs, toMs }: Span, widthPx: number) =>
  ((toMs - fromMs) / Math.max(1, widthPx)) * SPACING_PX;

/** Gaps too close to be told apart made one: what several lost adds up, or is not known. */
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

/** A flagged sample or, without a value, a flagged band. */
function markOf({
  timeMs,
  value = Number.NaN,
  flags,
}: {
  readonly timeMs: number;
  readonly value?: number;
  readonly flags: number;
}): Mark {
  const browser = (flags & (BROWSER_OUTLIER | BROWSER_ALARM)) !== 0;
  const board = (flags & (BOARD_OUTLIER | BOARD_ALARM)) !== 0;
  return {
    timeMs,
    value,
    by: browser && board ? 'both' : browser ? 'browser' : 'board',
    alarm: (flags & (BROWSER_ALARM | BOARD_ALARM)) !== 0,
    cause: causeOfFlags(flags & BROWSER_ALARM ? flags & BROWSER_BITS : flags >> BOARD_SHIFT),
  };
}

function latestOf(history: History, channel: number, deviation: number): ChannelView['latest'] {
  const newest =
    history.nan === 'absent' ? valueBefore(history, channel, history.end) : history.end - 1;
  return newest === null || newest < 0
    ? null
    : { value: valueAt(history, channel, newest), deviation };
}
