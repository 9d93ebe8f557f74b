/** A made-up signal, the same every time: views of it as the worker would send them. */
import type { FitReport } from '../../src/analysis/messages/findings.ts';
import type {
  ChannelView,
  GapSpan,
  View,
  ViewRange,
} from '../../src/analysis/messages/viewMessages.ts';
import type { Cause } from '../../src/detector/detector.ts';
import { reportGev } from '../../src/detector/gev.ts';

/** The newest sample's time. */
export const NOW_MS = Date.UTC(2026, 10, 27, 13, 2, 31, 400);
const SESSION_MS = 180_000;

export interface Scene {
  readonly channels: number;
  /** Nothing is fitted yet. */
  readonly learning?: boolean;
  /** Samples are missing. */
  readonly gaps?: boolean;
  /** How an alarm of this cause came about. */
  readonly cause?: Cause;
  /** What was found of the season. */
  readonly season?: boolean;
  /** The oldest samples were given up. */
  readonly givenUp?: boolean;
  /** Added to every value. */
  readonly offset?: number;
}

export function viewOf(scene: Scene, range: ViewRange, widthPx: number): View {
  const extent = { fromMs: NOW_MS - SESSION_MS, toMs: NOW_MS };
  const { fromMs, toMs } =
    range.kind === 'all'
      ? extent
      : range.kind === 'live'
        ? { fromMs: NOW_MS - range.windowMs, toMs: NOW_MS }
        : range;
  const gaps: GapSpan[] = scene.gaps
    ? [
        { fromMs: NOW_MS - 7000, toMs: NOW_MS - 6400, lost: 28 },
        { fromMs: NOW_MS - 4000, toMs: NOW_MS - 2000, lost: null },
      ]
    : [];
  const rawFromMs = scene.givenUp ? NOW_MS - 6000 : null;
  return {
    fromMs,
    toMs,
    extent: { ...extent, rawFromMs },
    gaps,
    channels: Array.from({ length: scene.channels }, (_, channel) =>
      channelView(scene, channel, fromMs, toMs, Math.min(widthPx, 1200), gaps, rawFromMs),
    ),
  };
}

function channelView(
  scene: Scene,
  channel: number,
  fromMs: number,
  toMs: number,
  points: number,
  gaps: readonly GapSpan[],
  rawFromMs: number | null,
): ChannelView {
  const begin = NOW_MS - SESSION_MS;
  const times = Array.from(
    { length: points },
    (_, i) => fromMs + ((i + 1) * (toMs - fromMs)) / points,
  );
  const known = (timeMs: number): boolean =>
    timeMs >= Math.max(begin, rawFromMs ?? begin) &&
    !gaps.some((gap) => timeMs > gap.fromMs && timeMs < gap.toMs);
  const value = (timeMs: number): number =>
    (scene.offset ?? 0) + signal(channel, timeMs, (toMs - fromMs) / points);
  const limit = (timeMs: number, side: number): number =>
    scene.learning || !known(timeMs) ? Number.NaN : (scene.offset ?? 0) + side * 3 + channel / 4;
  const bandTimes = rawFromMs === null ? [] : times.filter((timeMs) => timeMs < rawFromMs);
  const step = (toMs - fromMs) / points / 1000;
  return {
    time: Float64Array.from(times, (timeMs) => timeMs / 1000),
    value: Float64Array.from(times, (timeMs) => (known(timeMs) ? value(timeMs) : Number.NaN)),
    lower: Float64Array.from(times, (timeMs) => limit(timeMs, -1)),
    upper: Float64Array.from(times, (timeMs) => limit(timeMs, 1)),
    bands: {
      from: Float64Array.from(bandTimes, (timeMs) => timeMs / 1000),
      to: Float64Array.from(bandTimes, (timeMs) => timeMs / 1000 + step),
      min: Float64Array.from(bandTimes, (timeMs) => value(timeMs) - 0.5),
      max: Float64Array.from(bandTimes, (timeMs) => value(timeMs) + 0.5),
    },
    marks: scene.learning
      ? []
      : spikesOf(channel).map((timeMs, i) => ({
          timeMs,
          value: known(timeMs) ? value(timeMs) : Number.NaN,
          by: (['both', 'browser', 'board'] as const)[i % 3] ?? 'both',
          outlier: true,
          alarms: i % 2 === 0 ? 1 : 0,
          cause: 'level' as const,
        })),
    collective: scene.learning ? [] : [{ fromMs: NOW_MS - 1600, toMs: NOW_MS - 900 }],
    drift: [],
    rhythm: [],
    latest: { value: value(NOW_MS), deviation: 0.7 },
    learning: scene.learning ? { learned: 3, needed: 5, samplesLeft: 64, leftMs: 1280 } : null,
  };
}

function spikesOf(channel: number): number[] {
  return [9000, 5500, 3000, 1200, 700].map((ago) => NOW_MS - ago - 130 * channel);
}

/** @param everyMs between two points that are drawn: no spike falls between them, as the worker hands on extremes */
function signal(channel: number, timeMs: number, everyMs: number): number {
  const t = (timeMs - NOW_MS) / 1000;
  const near = Math.max(12, everyMs / 2);
  const spike = spikesOf(channel).some((at) => Math.abs(at - timeMs) <= near) ? 6 : 0;
  const noise = Math.sin(t * 173.3) * 0.3 + Math.sin(t * 911.7 + channel) * 0.3;
  return Math.sin(t * (1.3 + channel / 5)) + noise + spike;
}

const THRESHOLDS = { gamma: 4, delta: 0.94, level: 0.94 ** (1 / 8) };

/** 64 block maxima of a Gumbel, and a fit to the newest. */
export const FIT: FitReport = ((): FitReport => {
  const gevMaxima = Array.from(
    { length: 64 },
    (_, i) => 2 - 0.4 * Math.log(-Math.log((i + 0.5) / 64)),
  );
  return {
    maxima: [2.1, 2.3, 2.6, 2.9, 3.4],
    needed: 5,
    ...THRESHOLDS,
    weibull: { location: 1.68, shape: 1.6, scale: 1.1, r2: 0.97, q: 4.42 },
    gev: reportGev(gevMaxima),
    gevMaxima,
  };
})();

export const LEARNING_FIT: FitReport = {
  ...THRESHOLDS,
  maxima: [2.1, 2.3, 2.6],
  needed: 5,
  weibull: null,
  gev: null,
  gevMaxima: [2.1, 2.3, 2.6],
};
