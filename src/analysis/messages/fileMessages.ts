/**
 * Files that come and go: what the page asks of the worker, and what it is told. Types only, like
 * messages.ts. Files themselves are never sent, only handles on them.
 */
import type { Dialect, FileLook, ImportCounts, ImportPlan } from '../../history/csv/importPlan.ts';

export type {
  CsvPlan,
  Dialect,
  FileColumn,
  FileLook,
  ImportCounts,
  ImportPlan,
  Refusal,
  RowFault,
  Separator,
  TimeUnit,
} from '../../history/csv/importPlan.ts';

/** What the page knows and the file does not say. */
export interface LookWishes {
  readonly choice: Partial<Dialect>;
  /** Wall clock of the first row, where the file has no calendar times. */
  readonly startMs: number;
  readonly zoneMinutes: number;
  readonly periodMs: number;
}

export type ImportEnding =
  | 'complete'
  | 'cancelled'
  /** No line ended for so long that none would have. */
  | 'endless'
  | 'unreadable';

export interface ImportProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly counts: ImportCounts;
  /** Null while it goes on. */
  readonly ending: ImportEnding | null;
}

export type ExportRange =
  | { readonly kind: 'all' }
  | { readonly kind: 'between'; readonly fromMs: number; readonly toMs: number };

export interface ExportPiece {
  /** UTF-8 text, to be appended to the file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Written so far. */
  readonly samples: number;
  /** How far it is, 0..1. */
  readonly share: number;
  /** Older samples of the range are not written: the memory was full, and no recording has them. */
  readonly missesOlder: boolean;
  readonly last: boolean;
}

export type ToFiles =
  | {
      readonly type: 'look';
      readonly request: number;
      readonly file: Blob;
      readonly wishes: LookWishes;
    }
  | {
      /** Make a recording of it; the page opens that. */
      readonly type: 'convert';
      readonly request: number;
      readonly file: Blob;
      readonly name: string;
      readonly plan: ImportPlan;
    }
  | { readonly type: 'cancel-convert'; readonly request: number }
  | { readonly type: 'export'; readonly request: number; readonly range: ExportRange }
  /** The next piece of an export; there is one answer to each. */
  | { readonly type: 'pull'; readonly request: number }
  | { readonly type: 'end-export'; readonly request: number };

export type FromFiles =
  | { readonly type: 'look'; readonly request: number; readonly look: FileLook }
  | { readonly type: 'progress'; readonly request: number; readonly progress: ImportProgress }
  /** The recording; null when it was cancelled, or holds no row. */
  | { readonly type: 'converted'; readonly request: number; readonly recording: Blob | null }
  /** Null: there is nothing to export. */
  | { readonly type: 'piece'; readonly request: number; readonly piece: ExportPiece | null }
  /** The recording cannot be read any more; `detail` says why. */
  | { readonly type: 'export-failed'; readonly request: number; readonly detail: string };
