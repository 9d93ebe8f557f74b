/**
 * What the page and the analysis worker say to each other: types only. One tagged union per
 * direction. Times are milliseconds of the host's wall clock (`Date.now()` scale) unless said
 * otherwise; channels are counted from 0 in the order of `Channel[]`.
 */
import type { Fault } from '../../board/fault.ts';
import type { LinkErrors } from '../../board/link.ts';
import type { Injection } from '../../board/micropythonBoard.ts';
import type { Source } from '../../board/source.ts';
import type { GevReport } from '../../detector/gev.ts';
import type { ParameterName, Parameters } from '../../detector/parameters.ts';
import type { Scores } from '../../detector/scores.ts';
import type { ConnectionState } from './connectionState.ts';
import type { FromFiles, ToFiles } from './fileMessages.ts';
import type { HistoryRequest, MeasuredMessage, Retention } from './historyMessages.ts';
import type { InstallFromWorker, InstallToWorker } from './installMessages.ts';
import type { FromRecordings, ToRecordings } from './recordingMessages.ts';
import type { Label, Study, StudyProgress, StudyResult } from './studyMessages.ts';
import type { ViewMessage, ViewRequest } from './viewMessages.ts';

// --- What is being watched -----------------------------------------------------------------------

export interface Channel {
  readonly name: string;
  /** Empty when the board does not say. */
  readonly unit: string;
}

// --- Page to worker ------------------------------------------------------------------------------

export type ToWorker =
  | InstallToWorker
  | ToRecordings
  | {
      readonly type: 'open';
      readonly session: number;
      readonly source: Source;
      /** The page has found the board that went away, where the worker cannot look for it. */
      readonly again?: boolean;
    }
  | HistoryRequest
  | { readonly type: 'close' }
  /** Which of the offered ports is the board that went away. */
  | { readonly type: 'choose-port'; readonly id: number }
  /** Parameters of the browser's detector; the retained history is judged anew with them. */
  | { readonly type: 'judge-with'; readonly parameters: Parameters }
  | { readonly type: 'push'; readonly request: number; readonly changes: Partial<Parameters> }
  | { readonly type: 'save'; readonly request: number }
  /** Forget what was learned, on the board (if it runs our firmware) and here, at the same sample. */
  | { readonly type: 'restart'; readonly request: number }
  /** A line typed by the person, sent as it is with the end that the board's side takes. */
  | { readonly type: 'send-line'; readonly text: string }
  /** The board's program, where MicroPython's prompt stands, by the person's wish. */
  | { readonly type: 'restart-program' }
  /** Virtual board only. */
  | { readonly type: 'inject'; readonly injection: Injection }
  /** Virtual board only: the plug is pulled in mid-stream. */
  | { readonly type: 'pull-plug' }
  | ViewRequest
  | { readonly type: 'console'; readonly request: number; readonly after: number }
  /** All labels of the person; scores follow in `health`. */
  | { readonly type: 'label'; readonly labels: readonly Label[] }
  /** A longer computation over the retained history, in slices, with progress. */
  | { readonly type: 'study'; readonly request: number; readonly study: Study }
  | { readonly type: 'cancel-study'; readonly request: number }
  /** Every event that is kept, for an export. */
  | { readonly type: 'all-events'; readonly request: number }
  /** Import and export. */
  | { readonly type: 'files'; readonly message: ToFiles };

// --- Worker to page ------------------------------------------------------------------------------

export type FromWorker =
  | MeasuredMessage
  | InstallFromWorker
  /** Once, when the worker has started. */
  | {
      readonly type: 'ready';
      /** Whether workers of this browser have Web Serial; without it the page opens the port. */
      readonly hasSerial: boolean;
    }
  | ConnectionMessage
  | FromRecordings
  | {
      readonly type: 'channels';
      readonly session: number;
      readonly channels: readonly Channel[];
    }
  | { readonly type: 'judging-with'; readonly parameters: Parameters }
  | {
      readonly type: 'board-parameters';
      readonly session: number;
      /** Null: not known any more, until the board says it again. */
      readonly parameters: Parameters | null;
    }
  | { readonly type: 'command-done'; readonly request: number; readonly outcome: CommandOutcome }
  /** Once a second while connected, and at every change of connection. */
  | { readonly type: 'health'; readonly session: number; readonly health: Health }
  | { readonly type: 'fit'; readonly channel: number; readonly fit: FitReport }
  /** New or grown events, by id; `replaceAll` after the history was judged anew: the newest. */
  | {
      readonly type: 'events';
      readonly replaceAll: boolean;
      readonly events: readonly AnomalyEvent[];
      readonly counts: EventCounts;
    }
  | {
      readonly type: 'all-events';
      readonly request: number;
      readonly events: readonly AnomalyEvent[];
    }
  | ViewMessage
  | { readonly type: 'console'; readonly request: number; readonly page: ConsolePage }
  | { readonly type: 'files'; readonly message: FromFiles }
  | { readonly type: 'study-progress'; readonly request: number; readonly progress: StudyProgress }
  /** The end of a study, also of a cancelled one. */
  | { readonly type: 'study-done'; readonly request: number; readonly result: StudyResult };

export type ConnectionMessage = { readonly type: 'connection' } & ConnectionState;

export type CommandOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly fault: Fault;
      /** The parameter that the board refused, when it named one. */
      readonly parameter: ParameterName | null;
      /** The board's own words. */
      readonly words: string;
    };

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
  /** What the port has reported and reading went on after, in this session. */
  readonly lineErrors: LinkErrors;
  /** The driver would not raise DTR, without which some boards keep quiet. */
  readonly signalsRefused: boolean;
  /** Time since the last sample, in ms; null before the first. */
  readonly sinceLastSampleMs: number | null;
  /** Over the last ten minutes of retained samples, all channels together. */
  readonly lastTenMinutes: { readonly browser: Tally; readonly board: Tally | null };
  /** The browser's outliers against the person's labels; null without labels. */
  readonly scores: Scores | null;
  /** Null for boards that do not judge. */
  readonly agreement: Agreement | null;
  readonly retention: Retention;
}

/** How far browser and board say the same of the same samples. */
export type Agreement =
  /** They cannot be compared: `why` decides what would help. */
  | { readonly comparable: false; readonly why: 'parameters-differ' | 'learned-differently' }
  | {
      readonly comparable: true;
      /** Samples that either of them flagged since both began to learn. */
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
  /** What was said, in the letters of the serial line: o outlier, a alarm, c collective. */
  readonly browser: string;
  readonly board: string;
  /** How far the value lies from the browser's limit, as a share of it; small = a borderline. */
  readonly distance: number;
}

export interface Tally {
  readonly outliers: number;
  readonly alarms: number;
  readonly collective: number;
}

/** Enough to draw the Weibull panel of one channel. */
export interface FitReport {
  /** The current block maxima, ascending, in σ. */
  readonly maxima: readonly number[];
  /** N: how many are needed. */
  readonly needed: number;
  /** Null while learning. A degenerate fit has `shape` Infinity and `r2` NaN. */
  readonly weibull: {
    readonly shape: number;
    readonly scale: number;
    readonly r2: number;
    /** The deviation at which the CDF reaches δ, in σ. */
    readonly q: number;
  } | null;
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
  readonly by: 'browser' | 'board' | 'both';
}

/** Over the whole session. */
export interface EventCounts {
  readonly total: number;
  /** Of these, the oldest that are kept no longer; the others are had by `all-events`. */
  readonly givenUp: number;
  /**
   * Of these, those in samples that are retained no longer. They were not judged anew with the last
   * change of parameters: they stay as they were found.
   */
  readonly judgedBefore: number;
}

export interface ConsolePage {
  readonly lines: readonly ConsoleLine[];
  /** Give this as `after` to get what came since. */
  readonly cursor: number;
  /** Lines given up unseen because more arrived than the console keeps. */
  readonly skipped: number;
}

export interface ConsoleLine {
  readonly id: number;
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** What was made of it, in words; empty when there is nothing to say. */
  readonly note: string;
}
