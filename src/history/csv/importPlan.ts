/** What a file of numbers is taken for, and what became of its lines. Types and limits only. */
import { MOST_BOARD_CHANNELS } from '../../protocol/helloLine.ts';

/** How the bytes of a file are text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A blank stands for any number of blanks and tabs: columns of a fixed width. */
export type Separator = ',' | ';' | '\t' | '|' | ' ';
export type DecimalSign = '.' | ',';

export interface Dialect {
  readonly separator: Separator;
  readonly decimal: DecimalSign;
  /** Whether a row names the columns. */
  readonly hasHeader: boolean;
}

/**
 * `date`: calendar times and times of day, as text. Days of a calendar: `excel` since 1900 as
 * spreadsheets count, `matlab` since the year 0, `julian` as astronomers count. Seconds of one:
 * `labview` since 1904, `gps` since 1980 (or ms, by size). Other numbers from 1e11 ms on are since 1970.
 */
export type TimeUnit =
  | 'date'
  | ('s' | 'ms' | 'us' | 'ns' | 'min' | 'h' | 'd')
  | ('excel' | 'matlab' | 'julian' | 'labview' | 'gps');

export interface TimeColumn {
  readonly kind: 'column';
  readonly column: number;
  readonly unit: TimeUnit;
  /** Where the time of day stands when the day stands alone in `column`; else null. */
  readonly clockColumn: number | null;
  /** Where year, month, day and so on stand apart: all of these columns, `column` the first of them. */
  readonly parts?: readonly DatePart[];
}

/** What a column tells of a time; `date` is a day in full. */
export interface DatePart {
  readonly part: 'date' | 'year' | 'month' | 'day' | 'dayOfYear' | 'hour' | 'minute' | 'second';
  readonly column: number;
}

export type TimeSource =
  | TimeColumn
  /** One row every so many ms. */
  | { readonly kind: 'period'; readonly periodMs: number };

/** A column that becomes a channel. Columns are counted from 0. */
export interface KeptColumn {
  readonly column: number;
  readonly name: string;
  readonly unit: string;
}

export interface CsvPlan {
  readonly form: 'csv';
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** The head has a decimal sign; while there is none, the first that comes says which it is. */
  readonly decimalSure: boolean;
  /** The line that names the columns, from 1; null without one. */
  readonly headerLine: number | null;
  /** The line where the rows begin, from 1; what stands above is no row. */
  readonly bodyLine: number;
  /** Cells hold two numbers, as of complex numbers: they are read as two columns. */
  readonly hasPairs: boolean;
  /** Lines are drawn around the cells. */
  readonly isBoxed: boolean;
  /** Fields that a row must have. */
  readonly fieldCount: number;
  readonly time: TimeSource;
  /** `3/4/2024` is the third of April; null where nothing seen so far tells. */
  readonly dayFirst: boolean | null;
  readonly columns: readonly KeptColumn[];
  /** Columns whose words say whose value a row has: each word becomes a channel. */
  readonly keyColumns: readonly number[];
  /** What evenly timed rows are apart; null where they are not. A hole between them is lost samples. */
  readonly evenMs: number | null;
  /** Wall clock of time 0 (ms since 1970), where the file's times are not of a calendar. */
  readonly startMs: number;
  /** What times without a zone are ahead of UTC, in minutes. */
  readonly zoneMinutes: number;
  /** The heading of the time, or the person, says the zone. */
  readonly zoneTold: boolean;
  /** Where our own export keeps what no other file has; null for any other file. */
  readonly own: {
    readonly boardTime: number;
    readonly breaks: number;
    /** What the person called the samples of each channel; empty where nothing was named. */
    readonly classes: readonly number[];
  } | null;
}

/** Lines of our firmware, as a serial terminal logged them. */
export interface FirmwareLogPlan {
  readonly form: 'firmware-log';
  readonly encoding: Encoding;
  /** Channels to assume when no hello names them; null when one does. */
  readonly channelCount: number | null;
  readonly startMs: number;
}

/** Lines of any other sketch. */
export interface SketchLogPlan {
  readonly form: 'sketch-log';
  readonly encoding: Encoding;
  /** The channels of its first lines; those after `MOST_CHANNELS` are not read. */
  readonly channels: readonly { readonly name: string; readonly unit: string }[];
  /** Lines tell times; else there is a row every period. */
  readonly isTimed: boolean;
  /** A recording of ours: lines of the host's own stand between, and tell when the others came. */
  readonly isRecording: boolean;
  readonly periodMs: number;
  readonly startMs: number;
  readonly zoneMinutes: number;
}

/** A recording of ours whose lines ended differently once, or that is read for its samples alone. */
export interface RecordingPlan {
  readonly form: 'recording';
  readonly encoding: Encoding;
}

export type ImportPlan = CsvPlan | FirmwareLogPlan | SketchLogPlan | RecordingPlan;

/** As many as a hello names. A line of a recording holds their numbers in full: 4096 bytes. */
export const MOST_CHANNELS = MOST_BOARD_CHANNELS;

/** From here on a number of ms is a time since 1970, and not one since the start. */
export const EPOCH_FROM_MS = 1e11;

/** What a person decided about a table instead of the guesses. */
export interface LookChoice extends Partial<Dialect> {
  /** The line that names the columns, from 1; null: none does. */
  readonly headerLine?: number | null;
  /** Columns from 0; null: a row every period. */
  readonly timeColumn?: number | null;
  readonly clockColumn?: number | null | undefined;
  readonly timeUnit?: TimeUnit | undefined;
  readonly dayFirst?: boolean;
  /** Minutes ahead of UTC of times without a zone. */
  readonly zoneMinutes?: number;
  /** Columns from 0; null: no column is a key. */
  readonly keyColumn?: number | null;
}

/** What a look at a file needs to know besides its first bytes. */
export interface LookSurroundings {
  /** The file is longer than what is looked at. */
  readonly truncated: boolean;
  /** What the person decided instead of the guess. */
  readonly choice: LookChoice;
  /** Wall clock for the first row of a file without calendar times, ms since 1970. */
  readonly startMs: number;
  /** What dates without a zone are ahead of UTC, in minutes. */
  readonly zoneMinutes: number;
  /**
   * The same on the day of the first row, where that matters (summer time); asked only for files
   * with dates. `dayMs` is a time of that day, ms since 1970 as if it were UTC's.
   */
  readonly zoneMinutesOn?: (dayMs: number) => number;
  /** For files without times. */
  readonly periodMs: number;
}

/** Why nothing can be made of a file. */
export type Refusal =
  | 'empty'
  | 'binary'
  /** The first 64 KiB have no line end. */
  | 'no-lines'
  /** More than half of the rows have another number of fields than the others. */
  | 'ragged'
  | 'no-numbers'
  /** Every row is earlier than the one above. */
  | 'newest-first'
  /** The browser could not read it: moved, changed or forbidden meanwhile. */
  | 'unreadable';

export interface FileColumn {
  readonly name: string;
  readonly unit: string;
  /** The whole of what stands over it; empty without a header. */
  readonly heading: string;
  /** `clock` is a time of day alone. */
  readonly kind: 'number' | 'date' | 'clock' | 'words' | 'empty';
}

/** What the beginning of a file looks like. */
export type FileLook =
  | { readonly ok: false; readonly refusal: Refusal }
  | {
      readonly ok: true;
      /** The best guess at all of it. */
      readonly plan: ImportPlan;
      /** All columns of a table; empty for logs. */
      readonly columns: readonly FileColumn[];
      readonly mostChannels: number;
      /** The first rows: their cells, or a log's lines. */
      readonly preview: readonly (readonly string[])[];
      /** Not UTF-8: it was read as Windows-1252. */
      readonly legacyEncoding: boolean;
    };

/** Why a line was left out. */
export type RowReason =
  | { readonly kind: 'fields'; readonly found: number; readonly expected: number }
  | { readonly kind: 'number'; readonly column: string; readonly text: string }
  | { readonly kind: 'time'; readonly text: string }
  /** A calendar time long before that of the row above. */
  | { readonly kind: 'backwards'; readonly text: string }
  | { readonly kind: 'too-long' }
  /** Another table begins at this line; a file of its own would be read. */
  | { readonly kind: 'second-table' }
  /** More channels than there is room for. */
  | { readonly kind: 'key'; readonly text: string }
  /** In a log: neither numbers nor a line of ours. */
  | { readonly kind: 'words'; readonly text: string };

export interface RowFault {
  /** From 1, as editors count. */
  readonly line: number;
  readonly reason: RowReason;
}

export interface ImportCounts {
  /** Rows that should have given a sample. */
  readonly rows: number;
  readonly leftOut: number;
  readonly first: RowFault | null;
}
