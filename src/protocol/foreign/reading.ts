/** What one line of another sketch says: the words that all of its readers share. */

/** How a line writes its numbers; a `header` names the columns of the rows that follow. */
export type ForeignForm = 'numbers' | 'labels' | 'teleplot' | 'json' | 'header';

/** One named value of a row. */
export interface ForeignValue {
  readonly name: string;
  /** NaN where the line says that there is none: an empty cell, `-`, `nan`, `inf`, `ovf`, `null`. */
  readonly value: number;
  /** As written after the number or in brackets; empty when there is none. */
  readonly unit: string;
}

/**
 * Whose clock a time is of: `uptime` counts ms since the board started, `day` ms since midnight,
 * `local` ms since 1970 by a wall clock of unknown zone, `utc` ms since 1970.
 */
export type ForeignClock = 'uptime' | 'day' | 'local' | 'utc';

/** A time that the line itself says. */
export interface ForeignTime {
  readonly ms: number;
  readonly clock: ForeignClock;
}

/** A blank stands for any number of them. */
export type Separator = ',' | ';' | '\t' | '|' | ' ' | '';

/** One row of named values. */
export interface ForeignLine {
  readonly form: ForeignForm;
  /** Of a header the names and units, with NaN for values. */
  readonly values: readonly ForeignValue[];
  /** The row's own time; null when the line says none. */
  readonly time: ForeignTime | null;
  /** Cells in the line without its time: values without labels are named by a header so wide. */
  readonly width: number;
  /** Of values without labels the cell of each, from 0; null: one after the other. */
  readonly cells: readonly number[] | null;
  /** What parts the cells of a row without labels or of a header; empty for all other rows. */
  readonly separator: Separator;
  /** The label of all values when it ends in a number, which may count the lines. */
  readonly counted: CountedLabel | null;
  /** The only word in the row, in its first cell or under a name such as `sensor`: it may say whose the numbers are. */
  readonly key: string | null;
  /** Further rows of the same line, as Teleplot writes several points on one. */
  readonly further: readonly ForeignLine[];
}

/** `Sample 17` is `Sample` and 17. */
export interface CountedLabel {
  readonly label: string;
  readonly stem: string;
  readonly number: number;
  /** What stands in the place of the label where it counts the lines; else the stem. */
  readonly instead?: string;
}

/** Why a line is no row of numbers; what a person is told of each stands in the page. */
export type UnreadReason =
  | 'empty'
  /** Control characters or broken UTF-8: noise, or another baud rate. */
  | 'unreadable'
  /** A chip's own words at its start. */
  | 'boot'
  /** A sentence of NMEA 0183, whose fields are no plain values. */
  | 'nmea'
  /** A dump of bytes in hex. */
  | 'hex'
  /** No number at all. */
  | 'words'
  /** Numbers between words that do not name them. */
  | 'prose'
  /** Labels, but words for values. */
  | 'label-words'
  /** Begins like JSON or a dict of Python and is none. */
  | 'json'
  | 'json-without-numbers'
  /** Begins like Teleplot's `>name:value` and is none. */
  | 'teleplot'
  /** A time and nothing else. */
  | 'time-only'
  /** Longer than what is looked through for words. */
  | 'long';

export interface UnreadLine {
  readonly form: null;
  readonly reason: UnreadReason;
}

export type ForeignReading = ForeignLine | UnreadLine;

const NONE_FURTHER: readonly ForeignLine[] = [];

export const unread = (reason: UnreadReason): UnreadLine => ({ form: null, reason });

/** A row whose values stand one after the other. */
export function rowOf(
  form: ForeignForm,
  values: readonly ForeignValue[],
  time: ForeignTime | null = null,
  separator: Separator = '',
): ForeignLine {
  return {
    form,
    values,
    time,
    width: values.length,
    cells: null,
    separator,
    counted: null,
    key: null,
    further: NONE_FURTHER,
  };
}

const PLAIN_NAMES: string[] = [];

/** Name of the value in cell `at` of a row of `width` cells without labels. */
export function plainName(at: number, width: number): string {
  if (width === 1) return 'value';
  let name = PLAIN_NAMES[at];
  if (name === undefined) {
    name = `value ${at + 1}`;
    PLAIN_NAMES[at] = name;
  }
  return name;
}
