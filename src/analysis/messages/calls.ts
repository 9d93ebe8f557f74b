/**
 * What the page asks of the worker and gets an answer to: types only. Every call goes one way: it is
 * asked under a number that no other call has, tells of its progress or not, and ends once, done or
 * failed. A new kind of call is a row of this table; the rest follows.
 */

import type { AlarmBook } from '../../alarms/alarmBook.ts';
import type { Fault } from '../../board/fault.ts';
import type {
  InstallAction,
  InstallOutcome,
  InstallPlan,
  InstallProgress,
} from '../../board/installer/installPlan.ts';
import type { ParameterName, Parameters } from '../../detector/parameters.ts';
import type { Rejection } from '../../protocol/firmwareLine.ts';
import type { ForeignForm, UnreadReason } from '../../protocol/foreign/reading.ts';
import type { AlikeEvents } from './alikeMessages.ts';
import type {
  ChosenFile,
  ExportPiece,
  ExportRange,
  ImportPlan,
  ImportProgress,
  LookWishes,
} from './fileMessages.ts';
import type { Measurement } from './historyMessages.ts';
import type { OwnChanges, SeasonProfile, Why } from './judgingMessages.ts';
import type { ModelOutcome, ModelProgress } from './modelMessages.ts';
import type { StoredAnswer, StoredProgress, StoredQuestion } from './recordingMessages.ts';
import type { Study, StudyProgress, StudyResult } from './studyMessages.ts';
import type { Pointed, View, ViewRange } from './viewMessages.ts';

export interface Calls {
  /** Parameters for the board to use. */
  readonly push: Call<PushedChanges, CommandOutcome>;
  /** The board keeps its parameters without power. */
  readonly save: Call<Nothing, CommandOutcome>;
  /** Forget what was learned, on the board (if it runs our firmware) and here, at the same sample. */
  readonly restart: Call<Nothing, CommandOutcome>;
  /** A model's file for the board to name events by; null takes the one there off. */
  readonly model: Call<{ readonly file: string | null }, ModelOutcome, ModelProgress>;
  readonly view: Call<
    { readonly range: ViewRange; readonly widthPx: number; readonly pointed?: Pointed },
    View
  >;
  /** Console lines after a cursor (0 = from the start). */
  readonly console: Call<{ readonly after: number }, ConsolePage>;
  /** How an alarm came about; null when its sample is retained no longer, or raised none. */
  readonly why: Call<{ readonly event: number }, Why | null>;
  /** Events that may be given the name of one. */
  readonly alike: Call<{ readonly event: number }, AlikeEvents>;
  /** What is usual over one cycle; null when the channel has no season. */
  readonly season: Call<{ readonly channel: number }, SeasonProfile | null>;
  /** Statistics of a stretch of time, of every channel. */
  readonly measure: Call<{ readonly fromMs: number; readonly toMs: number }, Measurement>;
  /** A longer computation over the retained history, in slices. */
  readonly study: Call<{ readonly study: Study }, StudyResult, StudyProgress>;
  /** Looks at the board and waits with a plan; nothing is written before the page says `go-on`. */
  readonly install: Call<
    {
      readonly action: InstallAction;
      /** Whether a program that runs may be stopped with Ctrl-C. */
      readonly mayInterrupt: boolean;
    },
    InstallOutcome,
    | { readonly kind: 'planned'; readonly plan: InstallPlan }
    | { readonly kind: 'progressed'; readonly progress: InstallProgress }
  >;
  readonly 'stored-recordings': Call<
    { readonly question: StoredQuestion },
    StoredAnswer,
    StoredProgress
  >;
  readonly look: Call<{ readonly file: Blob; readonly wishes: LookWishes }, ChosenFile>;
  /** Makes a recording of a file; null when it was cancelled, or holds no row. The page opens it. */
  readonly convert: Call<
    { readonly file: Blob; readonly name: string; readonly plan: ImportPlan },
    Blob | null,
    ImportProgress
  >;
  /**
   * Samples as CSV, piece by piece: the next is made when the page says `go-on`. Ends with the last
   * piece, or with null when there is none or it was cancelled; fails when the recording cannot be
   * read any more.
   */
  readonly 'export-samples': Call<{ readonly range: ExportRange }, ExportPiece | null, ExportPiece>;
  /** Events as CSV, with what was done about them. */
  readonly 'export-events': Call<ExportedEvents, string>;
}

interface Call<Ask, Result, Progress = never> {
  readonly ask: Ask;
  readonly progress: Progress;
  readonly result: Result;
}

export interface ExportedEvents {
  /** Which of those that are kept; null for all. */
  readonly ids: readonly number[] | null;
  readonly book: AlarmBook;
}

type Nothing = Readonly<Record<never, never>>;

/** For the whole board, or for one of its channels. */
export type PushedChanges =
  | { readonly changes: Partial<Parameters>; readonly channel?: undefined }
  | { readonly channel: number; readonly changes: OwnChanges };

export type CallName = keyof Calls;

export type Ask<Name extends CallName = CallName> = {
  [Each in Name]: { readonly type: Each; readonly request: number } & Calls[Each]['ask'];
}[Name];

/** What the page says of a call that is open; nothing happens when it has ended. */
export type CallWord =
  /** What was waited with may be done: the plan, the next piece. */
  | { readonly type: 'go-on'; readonly request: number }
  /** The call ends early; its end says so. */
  | { readonly type: 'cancel'; readonly request: number };

export type Answer<Name extends CallName = CallName> = {
  [Each in Name]: Progressed<Each> | Done<Each> | Failed<Each>;
}[Name];

type Progressed<Name extends CallName> = [Calls[Name]['progress']] extends [never]
  ? never
  : {
      readonly type: 'progress';
      readonly call: Name;
      readonly request: number;
      readonly progress: Calls[Name]['progress'];
    };

interface Done<Name extends CallName> {
  readonly type: 'done';
  readonly call: Name;
  readonly request: number;
  readonly result: Calls[Name]['result'];
}

interface Failed<Name extends CallName> {
  readonly type: 'failed';
  readonly call: Name;
  readonly request: number;
  readonly fault: Fault;
}

export type CommandOutcome =
  | {
      readonly ok: true;
      /** Not sent, because this board cannot (`can`, `most`): it keeps its own. */
      readonly withheld?: readonly ParameterName[];
    }
  | {
      readonly ok: false;
      readonly fault: Fault;
      /** The parameter that the board refused, when it named one. */
      readonly parameter: ParameterName | null;
      /** The board's own words. */
      readonly words: string;
      /**
       * The board answered ok, yet says that it goes on with these of the values that were to
       * change; without any, it says nothing of what it uses.
       */
      readonly still?: Partial<Parameters>;
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
  /** What was made of it; null when there is nothing to say. */
  readonly note: LineNote | null;
}

/** What was made of a line from the board. */
export type LineNote =
  /** Of another sketch: what form it has. */
  | { readonly kind: 'read'; readonly form: ForeignForm }
  | { readonly kind: 'unread'; readonly reason: UnreadReason }
  /** Of our firmware. */
  | { readonly kind: 'dropped'; readonly why: Rejection };
