/** A table's first rows: its shape, its columns, and the plan that most likely is wanted. */
import { rowsWithoutBox } from './boxedRows.ts';
import { cellNumber } from './cellNumber.ts';
import { DAY_MS } from './dateTime.ts';
import { guessDayFirst } from './dayOrder.ts';
import { cellKind } from './dialect.ts';
import { withDigitDates } from './digitDates.ts';
import type { NumberedRow } from './fileRow.ts';
import { rowsOfFirstTable } from './firstTable.ts';
import { isIdName, isIndexName, readHeading, zoneOfHeading } from './headings.ts';
import {
  type CsvPlan,
  type DecimalSign,
  type Encoding,
  type FileColumn,
  type FileLook,
  type KeptColumn,
  type LookSurroundings,
  MOST_CHANNELS,
  type TimeColumn,
  type TimeSource,
  type TimeUnit,
} from './importPlan.ts';
import { guessKeys } from './keyGuess.ts';
import { rowsWithoutPairs } from './numberPairs.ts';
import { findShape, type TableShape } from './tableShape.ts';
import { isCivilDays } from './timeCell.ts';
import {
  guessTime,
  guessUnit,
  isCounting,
  isOtherTime,
  isRowNumber,
  isSparse,
  isSweep,
  type LookedAt,
  likelyTimes,
  riseOf,
  timeOfParts,
} from './timeGuess.ts';

/** Columns that our own export begins and ends with. */
export const OWN_BOARD_TIME = 'board_time_ms';
export const OWN_HOST_TIME = 'host_time';
export const OWN_BREAK = 'break';
/** What follows a channel's name over the columns of its verdicts. */
export const OWN_VERDICTS = ['probability', 'outlier', 'collective'] as const;
/** The last of them, in files in which something is named. */
export const OWN_CLASS = 'class';

/** So much of a column must be of one kind. */
const KIND_SHARE = 0.6;
export const PREVIEW_ROWS = 10;
/** So many steps tell whether rows are evenly timed, and so many of them must be alike. */
const LEAST_STEPS = 8;
const EVEN_SHARE = 0.8;

type TableLook =
  | Omit<Extract<FileLook, { ok: true }>, 'legacyEncoding'>
  | Extract<FileLook, { ok: false }>;

/** Judges the lines of a file that are not empty, comments too. */
export function lookAtTable(
  rows: readonly NumberedRow[],
  encoding: Encoding,
  around: LookSurroundings,
): TableLook {
  const { choice } = around;
  const boxed = rowsWithoutBox(rows);
  const paired = rowsWithoutPairs(rows);
  const shape = findShape(boxed ?? paired ?? rowsOfFirstTable(belowEnd(rows), choice), choice);
  if (!shape?.even) return { ok: false, refusal: 'ragged' };
  const { dialect, fieldCount, body } = shape;
  const columns = withDigitDates(columnsOf(shape), body, dialect.hasHeader);
  const table: LookedAt = {
    columns,
    body,
    decimal: dialect.decimal,
    hasHeader: dialect.hasHeader,
  };
  const own = ownColumns(shape.headings);
  const time = own ? OWN_TIME : timeOf(table, shape, rows, around);
  if (time.kind === 'column' && riseOf(likelyTimes(table, time)) === -1 && body.length > 2) {
    return { ok: false, refusal: 'newest-first' };
  }
  const timeColumn = time.kind === 'column' ? time : null;
  const keyColumns = own ? [] : keysOf(table, timeColumn, around);
  const guessed = guessKept(table, shape, time, keyColumns, false);
  // A rising `data` or `response_time` is the value where nothing else is.
  const kept =
    own?.values ?? (guessed.length > 0 ? guessed : guessKept(table, shape, time, keyColumns, true));
  if (kept.length === 0) return { ok: false, refusal: 'no-numbers' };
  const told = choice.zoneMinutes ?? zoneTold(shape, time);
  const plan: CsvPlan = {
    form: 'csv',
    encoding,
    dialect,
    decimalSure: hasDecimals(body),
    headerLine: shape.headerLine,
    bodyLine: shape.bodyLine,
    fieldCount,
    hasPairs: paired !== null,
    isBoxed: boxed !== null,
    time,
    dayFirst: choice.dayFirst ?? (timeColumn ? guessDayFirst(table, timeColumn) : true),
    columns: kept.slice(0, MOST_CHANNELS),
    keyColumns,
    evenMs: timeColumn && !own && keyColumns.length === 0 ? evenStepMs(table, timeColumn) : null,
    startMs: around.startMs,
    zoneMinutes: told ?? zoneMinutesOf(table, time, around),
    zoneTold: told !== null,
    own: own && { boardTime: 0, breaks: fieldCount - 1, classes: own.classes },
  };
  return {
    ok: true,
    plan,
    columns,
    mostChannels: MOST_CHANNELS,
    preview: body.slice(0, PREVIEW_ROWS),
  };
}

function columnsOf({ headings, units, body, fieldCount, dialect }: TableShape): FileColumn[] {
  return Array.from({ length: fieldCount }, (_, column): FileColumn => {
    const { name, unit, heading } = readHeading(headings[column] ?? '', column);
    const kind = columnKind(body, column, dialect.decimal);
    return { name, unit: unit === '' ? (units[column] ?? '') : unit, heading, kind };
  });
}

function columnKind(
  body: readonly (readonly string[])[],
  column: number,
  decimal: DecimalSign,
): FileColumn['kind'] {
  const kinds = body.map((row) => cellKind(row[column] ?? '', decimal));
  const filled = kinds.filter((kind) => kind !== 'missing');
  if (filled.length === 0) return 'empty';
  const count = (...wanted: string[]) => filled.filter((kind) => wanted.includes(kind)).length;
  if (count('number') >= KIND_SHARE * filled.length) return 'number';
  if (count('clock') >= KIND_SHARE * filled.length) return 'clock';
  return count('date', 'day') >= KIND_SHARE * filled.length ? 'date' : 'words';
}

const OWN_TIME: TimeColumn = { kind: 'column', column: 1, unit: 'date', clockColumn: null };

/** The values' columns of a file that we wrote; null for any other. */
function ownColumns(
  headings: readonly string[],
): { values: KeptColumn[]; classes: number[] } | null {
  const [first, second] = headings;
  if (first !== OWN_BOARD_TIME || second !== OWN_HOST_TIME || headings.at(-1) !== OWN_BREAK) {
    return null;
  }
  const [verdict] = OWN_VERDICTS;
  const named = headings[3]?.replace(new RegExp(`${verdict}$`), OWN_CLASS);
  const hasClasses = headings[3 + OWN_VERDICTS.length] === named;
  const step = 1 + OWN_VERDICTS.length + Number(hasClasses);
  const values: KeptColumn[] = [];
  const classes: number[] = [];
  for (let column = 2; column < headings.length - 1; column += step) {
    const { name, unit } = readHeading(headings[column] ?? '', column);
    values.push({ column, name, unit });
    if (hasClasses) classes.push(column + step - 1);
  }
  return { values, classes };
}

/** What is set above a table without times: s between its rows. */
const STEP =
  /^[#"\s]*(?:Delta_?X|Sampl(?:e|ing) (?:Interval|Period)|CLOCK)(?:\s*\(?s\)?)?["\s:;,=]+([-+.\de]+)(?=\s*(?:s\b\s*)?(?:[,;"\t]|$))/i;

/** What LabVIEW closes its settings with. */
const END_OF_HEADER = /^\*{3}End_of_Header\*{3}/;

function belowEnd(rows: readonly NumberedRow[]): readonly NumberedRow[] {
  return rows.slice(1 + rows.findLastIndex(({ text }) => END_OF_HEADER.test(text)));
}

function stepAbove(rows: readonly NumberedRow[], bodyLine: number): string | undefined {
  const above = rows.filter(({ number }) => number < bodyLine);
  return above.map(({ text }) => STEP.exec(text)?.[1]).findLast((step) => step !== undefined);
}

function timeOf(
  table: LookedAt,
  shape: TableShape,
  rows: readonly NumberedRow[],
  around: LookSurroundings,
): TimeSource {
  const { choice, periodMs } = around;
  if (choice.timeColumn === null) return { kind: 'period', periodMs };
  if (choice.timeColumn !== undefined) {
    const column = choice.timeColumn;
    const apart = timeOfParts(table);
    const isApart = apart?.column === column && (choice.timeUnit ?? 'date') === 'date';
    if (isApart && !choice.clockColumn) return apart;
    const unit = choice.timeUnit ?? guessUnit(table, column);
    return { kind: 'column', column, unit, clockColumn: choice.clockColumn ?? null };
  }
  const guessed = guessTime(table);
  if (guessed) {
    return {
      ...guessed,
      unit: choice.timeUnit ?? guessed.unit,
      clockColumn: choice.clockColumn === undefined ? guessed.clockColumn : choice.clockColumn,
    };
  }
  // An oscilloscope that writes when the first came, and how far the others are apart.
  const inHeading = shape.headings.join(' ').match(/\btInc\s*=\s*([-+.\de]+)/i)?.[1];
  const said = shape.settings.get('increment') ?? inHeading ?? stepAbove(rows, shape.bodyLine);
  const stepS = cellNumber(said ?? '', '.');
  return { kind: 'period', periodMs: stepS !== null && stepS > 0 ? stepS * 1000 : periodMs };
}

function keysOf(table: LookedAt, time: TimeColumn | null, { choice }: LookSurroundings): number[] {
  if (choice.keyColumn === undefined) return guessKeys(table, time);
  return choice.keyColumn === null ? [] : [choice.keyColumn];
}

function guessKept(
  table: LookedAt,
  { settings }: TableShape,
  time: TimeSource,
  keyColumns: readonly number[],
  withTimes: boolean,
): KeptColumn[] {
  const numbers = table.columns.flatMap(({ kind }, column) => (kind === 'number' ? [column] : []));
  const isOfDatabase = table.columns.some(({ name }) => name === '_time');
  return table.columns.flatMap(({ kind, name, unit, heading }, column) => {
    const isTheTime = time.kind === 'column' && isTimeColumn(time, column);
    const isUnnamed = column === 0 && heading === '' && isRowNumber(table, column);
    const isNumbering =
      table.hasHeader && (isIndex(table, column) || isUnnamed) && table.columns.length > 1;
    if (kind !== 'number' || isTheTime || isNumbering || keyColumns.includes(column)) return [];
    if (isSparse(table, column)) return [];
    if (time.kind === 'period' && isFirstOf(numbers, column) && isSweep(table, column)) return [];
    if (table.hasHeader && isIdName(name) && table.columns.length > 1) return [];
    // It counts the steps of the period.
    if (column === 0 && settings.has('increment')) return [];
    // `table` numbers the series of a database.
    if (name === 'table' && (keyColumns.length > 0 || isOfDatabase)) return [];
    const isTime = time.kind === 'column' && !withTimes && isOtherTime(table, column);
    return isTime ? [] : [{ column, name, unit }];
  });
}

/** A letter alone may be a current, too: then it does not count. */
const isIndex = (table: LookedAt, column: number): boolean => {
  const { name = '' } = table.columns[column] ?? {};
  return isIndexName(name) && (!/^[in]$/i.test(name.trim()) || isCounting(table, column));
};

const isFirstOf = (columns: readonly number[], column: number) =>
  columns.length > 1 && columns[0] === column;

function zoneTold({ headings }: TableShape, time: TimeSource): number | null {
  if (time.kind !== 'column' || time.unit !== 'date') return null;
  const zones = [time.column, time.clockColumn ?? time.column].map((column) =>
    zoneOfHeading(headings[column] ?? ''),
  );
  return zones.find((zone) => zone !== null) ?? null;
}

/** As on the day of the first row that has one: then the plot shows the clock that the file shows. */
function zoneMinutesOf(
  table: LookedAt,
  time: TimeSource,
  { zoneMinutes, zoneMinutesOn, startMs }: LookSurroundings,
): number {
  if (!zoneMinutesOn || time.kind !== 'column' || !isCivil(time.unit)) return zoneMinutes;
  const first = likelyTimes(table, time).find((timeMs) => Number.isFinite(timeMs));
  if (first === undefined) return zoneMinutes;
  // A time of day alone is of the file's day.
  return zoneMinutesOn(first < DAY_MS ? startMs : first);
}

/** Whether a column tells the time, or a part of it. */
const isTimeColumn = ({ column, clockColumn, parts }: TimeColumn, at: number) =>
  at === column || at === clockColumn || (parts?.some((each) => each.column === at) ?? false);

const isCivil = (unit: TimeUnit) => unit === 'date' || isCivilDays(unit);

const hasDecimals = (body: TableShape['body']): boolean =>
  body.some((row) => row.some((cell) => /\d[.,]\d/.test(cell) && !/\d[.:/-]\d+[.:/-]/.test(cell)));

/** The median step, where nearly all steps are like it; else null. */
function evenStepMs(table: LookedAt, time: TimeColumn): number | null {
  const times = likelyTimes(table, time);
  const steps = times.slice(1).map((ms, i) => ms - (times[i] ?? Number.NaN));
  const median = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const even = steps.filter((step) => Math.abs(step - median) <= 0.1 * median);
  return median > 0 && steps.length >= LEAST_STEPS && even.length >= EVEN_SHARE * steps.length
    ? median
    : null;
}
