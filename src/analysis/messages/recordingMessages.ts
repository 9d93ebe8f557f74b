/**
 * Recording, the stored sessions and their replay: what the page asks for and what it is told.
 * Types only, like messages.ts.
 */
import type { AlarmAct } from '../../alarms/act.ts';
import type { ReplayControl, ReplayState } from '../../board/replayControl.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { ConvertedFromRules2 } from './judgingMessages.ts';
import type { Label } from './studyMessages.ts';

export interface RecordingFault {
  readonly code: RecordingFaultCode;
  /** What the machine said; may be empty. */
  readonly detail: string;
}

export type RecordingFaultCode =
  /** This browser, or this mode of it, keeps no files for pages. */
  | 'no-storage'
  /** Not a byte more goes in. */
  | 'storage-full'
  /** Another tab is writing the file. */
  | 'in-use'
  | 'not-found'
  /** The file was taken away while it was written: this page's data was cleared. */
  | 'cleared'
  /** Anything else that the file system said. */
  | 'storage-failed';

export type RecordingState =
  /** Nothing to record: no board that is known, or a replay. */
  | { readonly phase: 'waiting' }
  /** Switched off by the person. */
  | { readonly phase: 'off' }
  | {
      readonly phase: 'recording';
      readonly fileName: string;
      readonly bytes: number;
      /** For how long there is room at this rate, when that is not long any more; else null. */
      readonly roomLeftMs: number | null;
    }
  /** The session goes on unrecorded. */
  | { readonly phase: 'failed'; readonly fault: RecordingFault };

export interface StoredSession {
  readonly fileName: string;
  /** What the person called it; else empty. */
  readonly name: string;
  readonly board: string;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly bytes: number;
  readonly samples: number;
  readonly lost: number;
  readonly anomalies: number;
  readonly state: /** Ended by the person. */
    | 'closed'
    /** Cut off: by a crash, a killed tab, a reload. */
    | 'unfinished'
    /** Being recorded, by this tab or by another one. */
    | 'recording';
}

/** What the page asks of the stored sessions. */
export type StoredQuestion =
  | { readonly kind: 'list' }
  | { readonly kind: 'rename'; readonly fileName: string; readonly name: string }
  | { readonly kind: 'delete'; readonly fileName: string }
  /** An unfinished session becomes an ordinary one. */
  | { readonly kind: 'keep'; readonly fileName: string }
  /** The file itself, to be downloaded. */
  | { readonly kind: 'read'; readonly fileName: string }
  /** What the person labelled, and no longer does, while a recording is open. */
  | {
      readonly kind: 'label';
      readonly recording: string | Blob;
      readonly before: readonly Label[];
      readonly after: readonly Label[];
    }
  /** What the person did about alarms while a recording is open. */
  | {
      readonly kind: 'alarm';
      readonly recording: string | Blob;
      readonly acts: readonly AlarmAct[];
    };

export type StoredAnswer =
  | { readonly kind: 'sessions'; readonly sessions: readonly StoredSession[] }
  | { readonly kind: 'file'; readonly file: Blob }
  /** What was to be kept is kept. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'failed'; readonly fault: RecordingFault };

/** The newest so far; there may be a thousand more, each of which is a file to be looked at. */
export type StoredProgress = readonly StoredSession[];

export type ToRecordings =
  | { readonly type: 'record'; readonly on: boolean }
  | { readonly type: 'replay'; readonly control: ReplayControl };

export type FromRecordings =
  | { readonly type: 'recording'; readonly state: RecordingState }
  | {
      readonly type: 'replay';
      readonly session: number;
      readonly replay: ReplayState;
      /** What the browser judged with when this was recorded; null when it does not say. */
      readonly recordedWith: Parameters | null;
      /** It was recorded under rules 2 and replays under the page's; null when it was not. */
      readonly older: ConvertedFromRules2 | null;
      /** What was labelled up to here, when that has changed; else null. */
      readonly labels: readonly Label[] | null;
      /** What was done about alarms up to here, likewise. */
      readonly acts: readonly AlarmAct[] | null;
    };
