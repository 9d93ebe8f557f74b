/**
 * What was found in the samples of a board, as the page is told: types only. Channels are counted
 * from 0 in the order of `Channel[]`.
 */
import type { LinkErrors } from '../../board/link.ts';
import type { Cause } from '../../detector/detector.ts';
import type { GevReport } from '../../detector/gev.ts';
import type { Scores } from '../../detector/scores.ts';
import type { Tally } from '../../history/tally.ts';
import type { Retention } from './historyMessages.ts';
import type { FalseAlarms, JudgedSeries, WeibullReport } from './judgingMessages.ts';

export interface Channel {
  readonly name: string;
  /** Empty when the board does not say. */
  readonly unit: string;
  /** Not one of the board's: the channels judged together. It is the last. */
  readonly derived?: 'together';
}

/** Of all that are kept and judged so many are drawn, the first. */
export const PLOTTED_CHANNELS = 64;

/** So many colours of lines stay apart; of more channels some share one. */
export const SIGNAL_COLOURS = 16;

export interface Health {
  readonly samples: number;
  /** Samples per second over the last few seconds, by the board's clock; 0 = not yet known. */
  readonly rateHz: number;
  /** Samples missing from the sequence numbers. */
  readonly lost: number;
  /** Lines dropped: wrong sum, too long, not understood. */
  readonly invalidLines: number;
  /** Values that were not finite numbers: kept as gaps, never judged. */
  readonly invalidValues: number;
  /** How often another board with the same id has gone on where this one had stopped. */
  readonly otherBoards: number;
  /** What the port has reported and reading went on after, in this session. */
  readonly lineErrors: LinkErrors;
  /** The driver would not raise DTR, without which some boards keep quiet. */
  readonly signalsRefused: boolean;
  /** Time since the last sample, in ms; null before the first. */
  readonly sinceLastSampleMs: number | null;
  /** Over all retained samples, all channels together; `board` is null where it does not judge. */
  readonly found: {
    /** How long these samples are. */
    readonly overMs: number;
    readonly browser: Tally;
    readonly board: Tally | null;
  };
  /** The browser's outliers against the person's labels; null without labels. */
  readonly scores: Scores | null;
  /** Null for boards that do not judge. */
  readonly agreement: Agreement | null;
  readonly retention: Retention;
  /** To be expected of the channels in use; null while the rate is not known. */
  readonly falseAlarms: FalseAlarms | null;
  /** Samples that the board left out because it was late; null when it does not say. */
  readonly skipped: number | null;
}

/** How far browser and board say the same of the same samples. */
export type Agreement =
  /** They cannot be compared: `why` decides what would help. */
  | {
      readonly comparable: false;
      /** `older-rules`: the board judges by rules other than the page's; an update helps. */
      readonly why: 'parameters-differ' | 'learned-differently' | 'older-rules';
    }
  | {
      readonly comparable: true;
      /**
       * When the board took other parameters and the comparison began anew: what it had learned
       * before, it learned with the former ones. Null while both have learned alike throughout.
       */
      readonly changedAtMs: number | null;
      /** Samples that either of them flagged since then, or since both began to learn. */
      readonly flagged: number;
      /** Of these, with the same verdict by both. */
      readonly agreed: number;
      /** Samples lost meanwhile: the board has learned from them, the browser has not. */
      readonly lost: number;
      /** The newest, at most twenty. */
      readonly disagreements: readonly Disagreement[];
    };

export interface Disagreement {
  readonly channel: number;
  readonly timeMs: number;
  readonly value: number;
  /**
   * What was said, in the letters of the serial line: o outlier, a alarm, c collective, and behind
   * them d drift or r rhythm, where that is the cause of the alarm.
   */
  readonly browser: string;
  readonly board: string;
  /** How far the value lies from the browser's limit, as a share of it; small = a borderline. */
  readonly distance: number;
}

/** Enough to draw the Weibull panel of one channel. */
export interface FitReport {
  /** The current block maxima, ascending, in σ. */
  readonly maxima: readonly number[];
  /** N: how many are needed. */
  readonly needed: number;
  /** Null while learning. */
  readonly weibull: WeibullReport | null;
  /** γ, δ and δ as a level on the curve of one block's maximum: δ^(1/8). As this channel has them. */
  readonly gamma: number;
  readonly delta: number;
  readonly level: number;
  /** The GEV on up to 64 block maxima; null while there are fewer than 10. Diagnostic only. */
  readonly gev: GevReport | null;
  /** Block maxima that the GEV can rest on, at most 64, in ascending order. */
  readonly gevMaxima: readonly number[];
}

export interface AnomalyEvent {
  readonly id: number;
  readonly channel: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly outliers: number;
  /** The value furthest from the mean, in the channel's unit. */
  readonly peakValue: number;
  /** Its deviation in σ by the browser's detector; null when only the board saw the event. */
  readonly peakDeviation: number | null;
  /** Of the peak, by the fitted Weibull, 0..1. */
  readonly probability: number;
  readonly collective: boolean;
  /**
   * What raised the alarm. A drift or a rhythm has no outlier under it: from `fromMs` to `toMs` is
   * then the block, or the run, that was judged.
   */
  readonly cause: Cause;
  /** Null where the cause is `level`. */
  readonly judged: JudgedSeries | null;
  /** Of the channels together: the one that is odd. Else null. */
  readonly odd: number | null;
  /** No other channel has an event that begins within a block of this one. */
  readonly alone: boolean;
  readonly by: 'browser' | 'board' | 'both';
  /** Raised as its samples came; one that was found when the past was judged anew is no news. */
  readonly live: boolean;
}

/** Over the whole session. */
export interface EventCounts {
  readonly total: number;
  /** Of these, the oldest that are kept no longer; an export has the others. */
  readonly givenUp: number;
  /**
   * Of these, those in samples that are retained no longer. They were not judged anew with the last
   * change of parameters: they stay as they were found.
   */
  readonly judgedBefore: number;
  /** Not listed, because no other channel agreed; 0 unless the person wants two to agree. */
  readonly alone: number;
}

export type { Tally };
