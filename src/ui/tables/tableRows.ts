/** The numbers that the plots are drawn from, as rows. */
import type { FitReport } from '../../analysis/messages/findings.ts';
import type { ChannelView, Mark, View } from '../../analysis/messages/viewMessages.ts';
import { plottingPosition, weibullCdf } from '../../detector/weibull.ts';

export interface SignalRow {
  readonly timeMs: number;
  /** NaN where a sample is missing. */
  readonly value: number;
  /** NaN while learning, and where a tail is not watched. */
  readonly lower: number;
  readonly upper: number;
  /** Who flagged it; null = nobody. */
  readonly by: Mark['by'] | null;
}

/** Times of a view are seconds in floating point. */
const SAME_MS = 0.5;

/** What is drawn of a channel, the newest first, at most `most`. */
export function signalRows(channel: ChannelView, most: number): readonly SignalRow[] {
  const rows: SignalRow[] = [];
  for (let at = channel.time.length - 1; at >= 0 && rows.length < most; at -= 1) {
    const timeMs = 1000 * (channel.time[at] ?? Number.NaN);
    const mark = channel.marks.find((one) => Math.abs(one.timeMs - timeMs) < SAME_MS);
    rows.push({
      timeMs,
      value: channel.value[at] ?? Number.NaN,
      lower: channel.lower[at] ?? Number.NaN,
      upper: channel.upper[at] ?? Number.NaN,
      by: mark?.by ?? null,
    });
  }
  return rows;
}

export interface SessionRow {
  readonly fromMs: number;
  readonly toMs: number;
  /** Null where there is no sample. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly alarms: number;
}

/** A whole session in so many stretches of equal length, the newest first. */
export function sessionRows(view: View, index: number, stretches: number): readonly SessionRow[] {
  const channel = view.channels[index];
  if (!channel) return [];
  const lengthMs = (view.toMs - view.fromMs) / stretches;
  if (!(lengthMs > 0)) return [];
  const { time, value, bands, marks } = channel;
  return Array.from({ length: stretches }, (_, i) => {
    const fromMs = view.fromMs + i * lengthMs;
    const toMs = fromMs + lengthMs;
    const isLast = i === stretches - 1;
    const within = (ms: number): boolean => ms >= fromMs && (ms < toMs || isLast);
    const values = [
      ...value.filter((one, at) => Number.isFinite(one) && within(1000 * (time[at] ?? 0))),
      ...[...bands.from].flatMap((from, at) =>
        1000 * from < toMs && 1000 * (bands.to[at] ?? 0) > fromMs
          ? [bands.min[at] ?? Number.NaN, bands.max[at] ?? Number.NaN].filter(Number.isFinite)
          : [],
      ),
    ];
    const alarms = marks
      .filter((mark) => within(mark.timeMs))
      .reduce((sum, mark) => sum + mark.alarms, 0);
    const range =
      values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) };
    return { fromMs, toMs, range, alarms };
  }).reverse();
}

export interface FitRow {
  /** A block's maximum, σ. */
  readonly maximum: number;
  /** The share of blocks that stay below it: as counted, and by the fitted Weibull. */
  readonly counted: number;
  /** Null while there is no fit. */
  readonly fitted: number | null;
}

/** The maxima that a fit rests on, ascending. */
export function fitRows({ maxima, weibull }: FitReport): readonly FitRow[] {
  return maxima.map((maximum, at) => ({
    maximum,
    counted: plottingPosition(at, maxima.length),
    fitted: weibull ? weibullCdf(maximum, weibull) : null,
  }));
}
