/** What the page asks of the signal and what it draws of it: types only, like messages.ts. */
import type { Cause } from '../../detector/detector.ts';
import type { TimeSpan as Span } from '../../detector/scores.ts';
import type { Bands } from './historyMessages.ts';

export type ViewRange =
  /** The newest samples; the window ends at the newest one. */
  | { readonly kind: 'live'; readonly windowMs: number }
  | { readonly kind: 'fixed'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'all' };

/** Where the person points in a view. */
export interface Pointed {
  /** Part of the range that lies before it, 0..1. */
  readonly share: number;
  /** Of these the deviation is wanted in σ, which takes a while to find. */
  readonly channels: readonly number[];
}

/** The sample of a channel nearest to where the person points. */
export interface Readout {
  readonly timeMs: number;
  readonly value: number;
  /** In signal units; NaN while learning or where a tail is unwatched. */
  readonly lower: number;
  readonly upper: number;
  /** In σ, as it was for that sample; null where it was not wanted, or lies too far back to be found. */
  readonly judged: { readonly deviation: number; readonly limit: number } | null;
  /** Who flagged it; null = nobody. */
  readonly by: Mark['by'] | null;
  readonly alarm: boolean;
}

/** Everything that one frame of the signal panel draws. Typed arrays are transferred. */
export interface View {
  readonly fromMs: number;
  readonly toMs: number;
  /** The whole session, for the overview and for "all". Null without samples. */
  readonly extent: SessionExtent | null;
  readonly channels: readonly ChannelView[];
  readonly gaps: readonly GapSpan[];
  /** By channel, where the person points; null where there is no sample. Without it nobody points. */
  readonly readouts?: readonly (Readout | null)[];
}

export interface SessionExtent {
  readonly fromMs: number;
  readonly toMs: number;
  /** Samples before this were given up: of them only bands are left. Null while all are kept. */
  readonly rawFromMs: number | null;
}

export interface ChannelView {
  /** Seconds since the epoch (uPlot's unit), ascending. NaN values are gaps. */
  readonly time: Float64Array<ArrayBuffer>;
  readonly value: Float64Array<ArrayBuffer>;
  /** mean ± limit·σ in signal units, same length; NaN while learning or where a tail is unwatched. */
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
  /** Before the columns, where the samples were given up. */
  readonly bands: Bands;
  readonly marks: readonly Mark[];
  readonly collective: readonly Span[];
  /** What the watchers raised alarms for. */
  readonly drift: readonly Span[];
  readonly rhythm: readonly Span[];
  /** The newest sample of the channel and its deviation in σ; null before the first. */
  readonly latest: { readonly value: number; readonly deviation: number } | null;
  /** Blocks learned towards the first fit, while there is none. */
  readonly learning: {
    readonly learned: number;
    readonly needed: number;
    /** Until the first fit, if none is invalid. */
    readonly samplesLeft: number;
    /** As a time at the present rate; null while that is not known. */
    readonly leftMs: number | null;
  } | null;
}

/** What was said of the samples that a few pixels hold, at the place of the most extreme. */
export interface Mark {
  readonly timeMs: number;
  /** NaN where only a band is left: then it stands somewhere in it. */
  readonly value: number;
  /** Flagged by the browser's detector, by the board's, or by both. */
  readonly by: 'browser' | 'board' | 'both';
  /** Whether there is an outlier: an alarm of a drift or a rhythm may have none under it. */
  readonly outlier: boolean;
  /** How many begin there: each is a row of the list. */
  readonly alarms: number;
  /** Of the first alarm. */
  readonly cause: Cause;
}

export interface GapSpan extends Span {
  /**
   * Lost samples, by sequence number; null when nobody can know (link lost, board rebooted); 0 where
   * the board was silent.
   */
  readonly lost: number | null;
}

export type { Span };
