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
import { SILENT_PERIODS } from '../judging/silence.ts';
import { PLOTTED_CHANNELS } from '../messages/findings.ts';
import type {
  ChannelView,
  GapSpan,
  Mark,
  Pointed,
  Span,
  View,
  ViewRange,
} from '../messages/viewMessages.ts';
import { pointedIn, readoutOf } from './readout.ts';

/** Marks and spans closer than this cannot be told apart. */
const SPACING_PX = 4;
/** A session that has just begun is shown as long as this. */
const FIRST_WINDOW_MS = 5000;
/** Samples come in batches: what is shorter is no silence yet. */
const LEAST_SILENCE_MS = 500;

/** What is still to come. */
export interface Waiting {
  /** Null when no sample is to come any more, or none has come yet. */
  readonly sinceLastSampleMs: number | null;
  /** Whether there is a link that it could come by. */
  readonly hasLink: boolean;
}

const NOT_WAITING: Waiting = { sinceLastSampleMs: null, hasLink: false };

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
export function viewOf(
  signal: SeenSignal,
  range: ViewRange,
  widthPx: number,
  waiting: Waiting = NOT_WAITING,
  pointed?: Pointed,
): View {
  const { judging } = signal;
  const { history } = judging;
  const newestMs = timeAt(history, history.end - 1);
  const silence = silenceSince(newestMs, signal.rateHz(), waiting);
  const extent = {
    fromMs: sessionStartMs(history),
    toMs: silence?.toMs ?? newestMs,
    rawFromMs: rawFrom(history),
  };
  const span = spanOf(range, extent);
  const places = signal
    .allChannels()
    .slice(0, PLOTTED_CHANNELS)
    .flatMap((_, channel) => signal.placeOf(channel) ?? []);
  const channels = places.map((place, channel) =>
    channelView(place, channel, span, widthPx, signal.rateHz()),
  );
  const at = pointed && pointedIn(span, pointed.share, widthPx);
  return {
    ...span,
    extent,
    channels,
    ...(at && {
      readouts: places.map((place, channel) =>
        readoutOf(place, channels[channel]?.marks ?? [], at, pointed.channels.includes(channel)),
      ),
    }),
    gaps: mergedGaps(
      [...gapsBetween(history.gaps, span.fromMs, span.toMs), ...(silence ? [silence] : [])],
      spacingOf(span, widthPx),
    ),
  };
}

/** A silence that goes on: the axis goes on with it. Null while the next sample is not overdue. */
function silenceSince(
  newestMs: number,
  rateHz: number,
  { sinceLastSampleMs, hasLink }: Waiting,
): GapSpan | null {
  if (sinceLastSampleMs === null || rateHz === 0) return null;
  if (sinceLastSampleMs < Math.max(LEAST_SILENCE_MS, (SILENT_PERIODS * 1000) / rateHz)) return null;
  return { fromMs: newestMs, toMs: newestMs + sinceLastSampleMs, lost: hasLink ? 0 : null };
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
      return liveSpan(range.windowMs, extent);
    case 'fixed':
      return { fromMs: range.fromMs, toMs: range.toMs };
    case 'all':
      // A single sample has no length to draw.
      return { fromMs: extent.fromMs, toMs: Math.max(extent.toMs, extent.fromMs + 1000) };
    default:
      return range satisfies never;
  }
}

/**
 * The newest samples. A session shorter than the window fills it from the left: at least half of what
 * is shown are samples, and it is seldom scaled anew.
 */
function liveSpan(windowMs: number, { fromMs, toMs }: Span): Span {
  const elapsedMs = toMs - fromMs;
  if (elapsedMs >= windowMs) return { fromMs: toMs - windowMs, toMs };
  let lengthMs = FIRST_WINDOW_MS;
  while (lengthMs < elapsedMs) lengthMs *= 2;
  return { fromMs, toMs: fromMs + Math.min(lengthMs, windowMs) };
}

function channelView(
  { judging, channel, firstIndex }: JudgedChannel,
  place: number,
  span: Span,
  widthPx: number,
  rateHz: number,
): ChannelView {
  const { history } = judging;
  const indexes = rangeBetween(history, span.fromMs, span.toMs);
  const detector = judging.detectors[channel];
  const spacingMs = spacingOf(span, widthPx);
  const { events } = judging;
  const marks = flaggedIn(history, channel, indexes, spacingMs).map((flagged) => {
    const [from, to] = [firstIndex + flagged.from, firstIndex + flagged.end];
    return markOf(flagged, flagged.alarmFlags, events.countBegun(place, from, to));
  });
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
      ? [
          ...flaggedBands(history, channel, span.fromMs, bandsToMs, spacingMs).map((band) =>
            markOf(band, band.flags, null),
          ),
          ...marks,
        ]
      : marks,
    collective: events.spansIn(place, 'collective', span, spacingMs),
    drift: events.spansIn(place, 'drift', span, spacingMs),
    rhythm: events.spansIn(place, 'rhythm', span, spacingMs),
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

/** The same for windows that differ by rounding only: intervals stay where they are while they scroll. */
function spacingOf({ fromMs, toMs }: Span, widthPx: number): number {
  const spacingMs = ((toMs - fromMs) / Math.max(1, widthPx)) * SPACING_PX;
  return 2 ** (Math.ceil(4 * Math.log2(spacingMs) - 0.01) / 4);
}

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

/**
 * Of flagged samples or, without a value, of a flagged band.
 *
 * @param alarmFlags of the first alarm; 0 without one
 * @param begun events that begin there; null where they are not known any more
 */
function markOf(
  flagged: { readonly timeMs: number; readonly value?: number; readonly flags: number },
  alarmFlags: number,
  begun: number | null,
): Mark {
  const { timeMs, value = Number.NaN, flags } = flagged;
  const browser = (flags & (BROWSER_OUTLIER | BROWSER_ALARM)) !== 0;
  const board = (flags & (BOARD_OUTLIER | BOARD_ALARM)) !== 0;
  const raised = (alarmFlags & (BROWSER_ALARM | BOARD_ALARM)) !== 0;
  return {
    timeMs,
    value,
    by: browser && board ? 'both' : browser ? 'browser' : 'board',
    outlier: (flags & (BROWSER_OUTLIER | BOARD_OUTLIER)) !== 0,
    alarms: begun ?? (raised ? 1 : 0),
    cause: causeOfFlags(
      alarmFlags & BROWSER_ALARM ? alarmFlags & BROWSER_BITS : alarmFlags >> BOARD_SHIFT,
    ),
  };
}

function latestOf(history: History, channel: number, deviation: number): ChannelView['latest'] {
  const newest =
    history.nan === 'absent' ? valueBefore(history, channel, history.end) : history.end - 1;
  return newest === null || newest < 0
    ? null
    : { value: valueAt(history, channel, newest), deviation };
}
