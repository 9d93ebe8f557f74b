/**
 * What the page and the analysis worker say to each other: types only. One tagged union per
 * direction. Times are milliseconds of the host's wall clock (`Date.now()` scale) unless said
 * otherwise; channels are counted from 0 in the order of `Channel[]`.
 */

import type { AlarmAct } from '../../alarms/act.ts';
import type { Source } from '../../board/source.ts';
import type { Injection } from '../../board/virtualMachines.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { Answer, Ask, CallWord } from './calls.ts';
import type { ConnectionState } from './connectionState.ts';
import type { AnomalyEvent, Channel, EventCounts, FitReport, Health } from './findings.ts';
import type {
  ConvertedFromRules2,
  JudgingSettings,
  LearningReport,
  OwnParameters,
} from './judgingMessages.ts';
import type { BoardEventName } from './modelMessages.ts';
import type { ForestName } from './namingMessages.ts';
import type { FromRecordings, ToRecordings } from './recordingMessages.ts';
import type { SketchReport } from './sketchMessages.ts';
import type { Label } from './studyMessages.ts';

// --- Page to worker ------------------------------------------------------------------------------

export type ToWorker =
  | Ask
  | CallWord
  | ToRecordings
  | {
      readonly type: 'open';
      readonly session: number;
      readonly source: Source;
      /** The page has found the board that went away, where the worker cannot look for it. */
      readonly again?: boolean;
      /** What holds the port now will soon let it go. */
      readonly patient?: boolean;
      /** A session that was cut off, in whose file this goes on if it is the same board. */
      readonly recordInto?: string;
    }
  /** Memory for the history, MB; with less than before the oldest samples are given up. */
  | { readonly type: 'keep-within'; readonly megabytes: number }
  | { readonly type: 'close' }
  /** Which of the offered ports is the board that went away. */
  | { readonly type: 'choose-port'; readonly id: number }
  /** Parameters of the browser's detector; the retained history is judged anew with them. */
  | ({ readonly type: 'judge-with'; readonly parameters: Parameters } & Partial<JudgingSettings>)
  /** A line typed by the person, sent as it is with the end that the board's side takes. */
  | { readonly type: 'send-line'; readonly text: string }
  /** The board's program, where MicroPython's prompt stands, by the person's wish. */
  | { readonly type: 'restart-program' }
  /** The names of the sketch that is connected: what comes next begins anew. */
  | { readonly type: 'forget-channels' }
  /** Virtual board only. */
  | { readonly type: 'inject'; readonly injection: Injection }
  /** Virtual board only: the plug is pulled in mid-stream. */
  | { readonly type: 'pull-plug' }
  /** All labels of the person; scores follow in `health`. */
  | { readonly type: 'label'; readonly labels: readonly Label[] }
  /** The model by which events are named: the text of its file, read without fault; null: none. */
  | { readonly type: 'use-model'; readonly model: string | null }
  /** What the person has done about alarms, for the recording. */
  | { readonly type: 'alarm-acts'; readonly acts: readonly AlarmAct[] };

// --- Worker to page ------------------------------------------------------------------------------

export type FromWorker = News | Answer;

/** What nobody asked for, as it happens. Only answers carry the number of a request. */
export type News =
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
  /** Of the lines of another sketch, when it has changed. */
  | { readonly type: 'sketch'; readonly session: number; readonly sketch: SketchReport }
  | ({ readonly type: 'judging-with' } & JudgingSettings)
  | {
      readonly type: 'board-parameters';
      readonly session: number;
      /** Null: not known any more, until the board says it again. */
      readonly parameters: Parameters | null;
      /** What its channels have of their own. */
      readonly own: OwnParameters;
      /** It said them under rules 2: what is told here is what they mean now. Else null. */
      readonly older: ConvertedFromRules2 | null;
    }
  /** Once a second while connected, and at every change of connection. */
  | { readonly type: 'health'; readonly session: number; readonly health: Health }
  | {
      readonly type: 'fit';
      readonly channel: number;
      readonly fit: FitReport;
      readonly learning: LearningReport;
    }
  /**
   * New or grown events, by id; `replaceAll` after the history was judged anew: the newest. The
   * older ones follow piece by piece.
   */
  | {
      readonly type: 'events';
      readonly replaceAll: boolean;
      readonly events: readonly AnomalyEvent[];
      readonly counts: EventCounts;
    }
  /** What the board calls events; `replaceAll`: what it called them before is forgotten. */
  | {
      readonly type: 'board-names';
      readonly replaceAll: boolean;
      readonly names: readonly BoardEventName[];
    }
  /** What the forest calls events; `replaceAll`: what it called them before is forgotten. */
  | {
      readonly type: 'event-names';
      readonly replaceAll: boolean;
      readonly names: readonly ForestName[];
    };

export type ConnectionMessage = { readonly type: 'connection' } & ConnectionState;
