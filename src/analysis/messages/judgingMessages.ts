/**
 * What the signal is judged by, and what the page is told of the judging beside events: types only,
 * like messages.ts. Deviations and limits "in σ" are those of the sample in question.
 */
import type { ChannelParameters } from '../../detector/channelParameters.ts';
import type { Cause } from '../../detector/detector.ts';
import type { ConvertedParameter } from '../../detector/olderParameters.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { Tally } from '../../history/tally.ts';
import type { FeatureName } from '../../naming/featureTable.ts';

/**
 * What single channels have of their own, by the channel's name: names last longer than places.
 * What a channel does not name follows the general parameters.
 */
export type OwnParameters = Readonly<Record<string, ChannelParameters>>;

/** What the browser's detectors judge by. */
export interface JudgingSettings {
  readonly parameters: Parameters;
  readonly own: OwnParameters;
  /** Two to eight channels are judged together, too, as one more channel behind the others. */
  readonly together: boolean;
  /** Only what another channel has an alarm for within a block, too, is listed and announced. */
  readonly onlyWhenTwoAgree: boolean;
}

/** Changes for one channel of a board; null takes an override away. */
export type OwnChanges = {
  readonly [Name in keyof ChannelParameters]?: ChannelParameters[Name] | null;
};

/** What a watcher judged, against what. */
export interface JudgedSeries {
  /**
   * `drift`: in the channel's unit, the level of a block. `rhythm`: in samples, the length of a run
   * on one side of the mean.
   */
  readonly of: 'drift' | 'rhythm';
  readonly value: number;
  /** What is usual. */
  readonly center: number;
  /** Where the limit lies on the side of the value. */
  readonly limit: number;
}

/** A watcher's series up to an alarm, the newest last. Same units as `JudgedSeries`. */
export interface SeriesUpToAlarm {
  readonly of: 'drift' | 'rhythm';
  /** End of the block or of the run, ms. */
  readonly time: Float64Array<ArrayBuffer>;
  readonly value: Float64Array<ArrayBuffer>;
  readonly center: Float64Array<ArrayBuffer>;
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
}

/** An alarm as it came about: everything as it was for that sample, by the parameters in force. */
export interface Why {
  readonly channel: number;
  readonly timeMs: number;
  readonly cause: Cause;
  /** The value as it came, and what the season took off before it was judged. */
  readonly value: number;
  readonly seasonal: number;
  /** What it was measured from and with, in the channel's unit. */
  readonly mean: number;
  readonly sigma: number;
  /** d, in σ. */
  readonly deviation: number;
  /** max(γ, q), in σ. */
  readonly limit: number;
  readonly probability: number;
  /** What the ratio had to exceed; at least 1. */
  readonly bar: number;
  /** The largest ratio of deviation and limit, and so what was over the bar. */
  readonly ratio: number;
  readonly gamma: number;
  readonly delta: number;
  /** Ascending, in σ. */
  readonly maxima: readonly number[];
  /** Null while learning. */
  readonly weibull: WeibullReport | null;
  /** Null where the cause is `level`. */
  readonly judged: JudgedSeries | null;
  readonly series: SeriesUpToAlarm | null;
  /** Of the channels together: how odd each is given the others, in σ. Else null. */
  readonly oddness: readonly number[] | null;
  /** What the event was like; null while it goes on, and where that is kept no longer. */
  readonly features: Readonly<Record<FeatureName, number>> | null;
}

export interface WeibullReport {
  /** η, in σ. */
  readonly location: number;
  /** κ; Infinity for the step of a degenerate fit, whose `r2` is NaN. */
  readonly shape: number;
  /** λ, in σ. */
  readonly scale: number;
  readonly r2: number;
  /** The deviation at which the CDF reaches δ^(1/8), in σ. */
  readonly q: number;
}

/** What is usual over one cycle of a season, and the cycle going on. */
export interface SeasonProfile {
  readonly channel: number;
  readonly periodMs: number;
  /** Samples a cycle. */
  readonly samples: number;
  /** One a bin, in the channel's unit; NaN where no sample has come yet. */
  readonly profile: Float64Array<ArrayBuffer>;
  /** Mean of the samples of the cycle going on, by bin; NaN beyond the newest sample. */
  readonly today: Float64Array<ArrayBuffer>;
  /** Cycles that are over. */
  readonly cycles: number;
  /** When the cycle going on began; ms. */
  readonly fromMs: number;
}

/** A period, and what judging with it would have changed on the retained samples. */
export interface SeasonSuggestion {
  readonly periodMs: number;
  /** Autocorrelation at that lag, 0..1; null when the person gave the period. */
  readonly correlation: number | null;
  readonly without: Tally;
  readonly with: Tally;
  /** σ with it as a share of σ without: what it leaves. */
  readonly spread: number;
  /** Clearly more alarms with it than without, or nothing less left: it is not the period. */
  readonly refused: boolean;
}

/** How far a channel has learned, and how to read its limits. Posted with each fit. */
export interface LearningReport {
  /** What happens at least once in so many samples counts as normal: N·B. */
  readonly normalSamples: number;
  /** As a time at the present rate; null while the rate is not known. */
  readonly normalMs: number | null;
  /** Limits are wide because the maxima still hold recent anomalies. */
  readonly wide: boolean;
  /**
   * σ is so many times what the newest samples vary by: something huge has blinded the level, and
   * only restarting the learning helps. Null when it is not so.
   */
  readonly sigmaJump: number | null;
  /** Samples until each watcher has its first fit, or as many as are known of; 0 = has it. Null: off. */
  readonly driftLeft: number | null;
  /** Runs still to come, likewise. */
  readonly rhythmRunsLeft: number | null;
  /** Whether the run lengths vary too much for a rhythm to be judged. Null: off, or not known yet. */
  readonly rhythmSteady: boolean | null;
}

/** Alarms to be expected of ordinary noise, by rates that were measured at the defaults. */
export interface FalseAlarms {
  /** Channels that are judged. */
  readonly channels: number;
  /** Of all of them, an hour at the present rate. */
  readonly perHour: number;
  /** If only those counted that two channels raise within a block. */
  readonly perHourWhenTwoAgree: number;
}

/** What was read of parameters kept under rules 2. */
export interface ConvertedFromRules2 {
  readonly from: 'recording' | 'board';
  /** Empty when all of it still means the same. */
  readonly converted: readonly ConvertedParameter[];
}
