/**
 * What the page asks of the history beside views, and what it is told: types only, like messages.ts.
 */
import type { Bands } from '../../history/bands.ts';
import type { Statistics } from '../../history/statistics.ts';

export type HistoryRequest =
  /** Memory for the history, MB; with less than before the oldest samples are given up. */
  | { readonly type: 'keep-within'; readonly megabytes: number }
  /** Statistics of a stretch of time, of every channel. */
  | {
      readonly type: 'measure';
      readonly request: number;
      readonly fromMs: number;
      readonly toMs: number;
    };

export interface MeasuredMessage {
  readonly type: 'measured';
  readonly request: number;
  readonly measurement: Measurement;
}

/** How long the samples last. */
export interface Retention {
  /** Time of the oldest sample that is kept as it came; null while all are. */
  readonly rawFromMs: number | null;
  /** How many samples fit, for each choice of memory. */
  readonly fits: readonly { readonly megabytes: number; readonly samples: number }[];
}

export interface Measurement {
  readonly fromMs: number;
  readonly toMs: number;
  /** Samples of the stretch before this were given up; null when all of them are kept. */
  readonly rawFromMs: number | null;
  readonly channels: readonly ChannelMeasurement[];
}

export interface ChannelMeasurement {
  /** Of the samples that are kept. */
  readonly statistics: Statistics;
  /** The value nearest in time to each end of the stretch; null beyond the samples that are kept. */
  readonly atFrom: number | null;
  readonly atTo: number | null;
}

export type { Bands, Statistics };
