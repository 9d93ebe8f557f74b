/**
 * What the page and the analysis worker say to each other: types only. One tagged union per
 * direction. Times are milliseconds of the host's wall clock (`Date.now()` scale) unless said
 * otherwise; channels are counted from 0 in the order of `Channel[]`.
 */
import type { Fault } from '../../board/fault.ts';
import type { Injection } from '../../board/micropythonBoard.ts';
import type { Source } from '../../board/source.ts';
import type { ParameterName, Parameters } from '../../detector/parameters.ts';
import type { ConnectionState } from './connectionState.ts';
import type { FromFiles, ToFiles } from './fileMessages.ts';
import type { AnomalyEvent, Channel, EventCounts, FitReport, Health } from './findings.ts';
import type { HistoryRequest, MeasuredMessage } from './historyMessages.ts';
import type { InstallFromWorker, InstallToWorker } from './installMessages.ts';
import type { FromRecordings, ToRecordings } from './recordingMessages.ts';
import type { Label, Study, StudyProgress, StudyResult } from './studyMessages.ts';
import type { ViewMessage, ViewRequest } from './viewMessages.ts';

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
