/**
 * Files that come and go: types only, like messages.ts. Files themselves are never sent, only
 * handles on them.
 */
import type { FileLook, ImportCounts, LookChoice } from '../../history/csv/importPlan.ts';

export type {
  CsvPlan,
  Dialect,
  FileColumn,
  FileLook,
  ImportCounts,
  ImportPlan,
  LookChoice,
  Refusal,
  RowFault,
  Separator,
  TimeUnit,
} from '../../history/csv/importPlan.ts';

/** What the page knows and the file does not say. */
export interface LookWishes {
  readonly choice: LookChoice;
  /** Wall clock of the first row, where the file has no calendar times. */
  readonly startMs: number;
  readonly periodMs: number;
}

/** What a file is that the person chose. */
export type ChosenFile =
  /** One of ours, to be opened as it is. */
  | { readonly form: 'recording' }
  /** A table or a log, to be read by a plan, unless it is refused. */
  | { readonly form: 'numbers'; readonly look: FileLook };

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
