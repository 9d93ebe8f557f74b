/** A table's first rows: dialect, columns, and the plan that most likely is wanted. */
import { parseNumber } from '../../protocol/number.ts';
import { parseDateTime } from './dateTime.ts';
import { cellKind, cellsOf, commonWidth, guessDialect, looksLikeHeader } from './dialect.ts';
import { isIndexName, isTimeName, readHeading, timeUnitOf } from './headings.ts';
import {
  type CsvPlan,
  type DecimalSign,
  type Dialect,
  EPOCH_FROM_MS,
  type FileColumn,
  type FileLook,
  type KeptColumn,
  type LookSurroundings,
  MOST_CHANNELS,
  type TimeSource,
  type TimeUnit,
} from './importPlan.ts';

/** Columns that our own export begins and ends with. */
export const OWN_BOARD_TIME = 'board_time_ms';
export const OWN_HOST_TIME = 'host_time';
export const OWN_BREAK = 'break';
/** What follows a channel's name over the columns of its verdicts. */
export const OWN_VERDICTS = ['probability', 'outlier', 'collective'] as const;

/** So much of a column must be of one kind. */
const KIND_SHARE = 0.6;
export const PREVIEW_ROWS = 10;
/** So many steps tell whether rows are evenly timed, and so many of them must be alike. */
const LEAST_STEPS = 8;
const EVEN_SHARE = 0.8;

type TableLook =
  | Omit<Extract<FileLook, { ok: true }>, 'legacyEncoding'>
  | Extract<FileLook, { ok: false }>;

interface Columns {
  readonly columns: readonly FileColumn[];
  readonly body: readonly (readonly string[])[];
  readonly dialect: Dialect;
}

/** Judges the rows of a table; comments and empty lines are gone already. */
export function lookAtTable(rows: readonly string[], around: LookSurroundings): TableLook {
  const guess = guessDialect(rows);
  const separator = around.choice.separator ?? guess.separator;
  const decimal = around.choice.decimal ?? guess.decimal;
  const split = rows.map((row) => cellsOf(row, separator));
  const fieldCount = commonWidth(split);
  const even = split.filter((row) => withoutTrailing(row, fieldCount) === fieldCount);
  if (even.length * 2 < split.length) return { ok: false, refusal: 'ragged' };
  const hasHeader = around.choice.hasHeader ?? looksLikeHeader(even, decimal);
  const body = hasHeader ? even.slice(1) : even;
  const headings = hasHeader ? (even[0] ?? []) : [];
  const columns = Array.from({ length: fieldCount }, (_, column): FileColumn => {
    const { name, unit } = readHeading(headings[column] ?? '', column);
    return { name, unit, kind: columnKind(body, column, decimal) };
  });
  const table = { columns, body, dialect: { separator, decimal, hasHeader } };
  const own = ownColumns(headings);
  const time: TimeSource = own
    ? { kind: 'column', column: 1, unit: 'date' }
    : guessTime(table, around.periodMs);
  if (time.kind === 'column' && isDescending(timesOf(table, time.column))) {
    return { ok: false, refusal: 'newest-first' };
  }
  const kept = own?.values ?? guessKept(table, time);
  if (kept.length === 0) return { ok: false, refusal: 'no-numbers' };
  const plan: CsvPlan = {
    form: 'csv',
    dialect: table.dialect,
    fieldCount,
    time,
    columns: kept.slice(0, MOST_CHANNELS),
    evenMs: time.kind === 'column' && !own ? evenStepMs(table, time) : null,
    startMs: around.startMs,
    zoneMinutes: zoneMinutesOf(table, time, around),
    own: own && { boardTime: 0, breaks: fieldCount - 1 },
  };
  return {
    ok: true,
    plan,
    columns,
    mostChannels: MOST_CHANNELS,
    preview: body.slice(0, PREVIEW_ROWS),
  };
}

/** Fields of a row; separators at its end do not count. */
function withoutTrailing(row: readonly string[], most: number): number {
  let count = row.length;
  while (count > most && row[count - 1] === '') count--;
  return count;
}

function columnKind(
  body: readonly (readonly string[])[],
  column: number,
  decimal: DecimalSign,
): FileColumn['kind'] {
  const kinds = body.map((row) => cellKind(row[column] ?? '', decimal));
  const filled = kinds.filter((kind) => kind !== 'missing');
  if (filled.length === 0) return 'empty';
  const share = (wanted: string) => filled.filter((kind) => kind === wanted).length / filled.length;
  if (share('number') >= KIND_SHARE) return 'number';
  return share('date') >= KIND_SHARE ? 'date' : 'words';
}

/** The values' columns of a file that we wrote; null for any other. */
function ownColumns(headings: readonly string[]): { values: KeptColumn[] } | null {
  const [first, second] = headings;
  if (first !== OWN_BOARD_TIME || second !== OWN_HOST_TIME || headings.at(-1) !== OWN_BREAK) {
    return null;
  }
  const step = 1 + OWN_VERDICTS.length;
  const values: KeptColumn[] = [];
  for (let column = 2; column < headings.length - 1; column += step) {
    values.push(readHeading(headings[column] ?? '', column));
  }
  return { values };
}

function guessTime(table: Columns, periodMs: number): TimeSource {
  const { columns } = table;
  const date = columns.findIndex(({ kind }) => kind === 'date');
  if (date >= 0) return { kind: 'column', column: date, unit: 'date' };
  const numbers = columns.filter(({ kind }) => kind === 'number').length;
  const column = columns.findIndex(
    ({ kind, name }, i) =>
      kind === 'number' &&
      numbers > 1 &&
      (table.dialect.hasHeader
        ? isTimeName(name) && mostlyRises(numbersOf(table, i))
        : i === 0 && isAscending(numbersOf(table, i)) && !isCounter(numbersOf(table, i))),
  );
  return column < 0
    ? { kind: 'period', periodMs }
    : { kind: 'column', column, unit: guessUnit(table, column) };
}

function guessUnit(table: Columns, column: number): TimeUnit {
  const { name = '', unit = '' } = table.columns[column] ?? {};
  const named = timeUnitOf(name, unit);
  if (named) return named;
  const values = numbersOf(table, column);
  const size = Math.abs(values.at(-1) ?? 0);
  if (size >= EPOCH_FROM_MS * 1000) return 'us';
  if (size >= EPOCH_FROM_MS) return 'ms';
  // Seconds since 1970 have ten digits, and few counters of milliseconds have.
  if (size >= EPOCH_FROM_MS / 100) return 's';
  const step = (size - Math.abs(values[0] ?? 0)) / Math.max(1, values.length - 1);
  return values.some((value) => !Number.isInteger(value)) || step < 2 ? 's' : 'ms';
}

function guessKept({ columns, dialect }: Columns, time: TimeSource): KeptColumn[] {
  return columns.flatMap(({ kind, name, unit }, column) => {
    const isTime = time.kind === 'column' && time.column === column;
    const isIndex = dialect.hasHeader && isIndexName(name) && columns.length > 1;
    return kind === 'number' && !isTime && !isIndex ? [{ column, name, unit }] : [];
  });
}

function numbersOf({ body, dialect }: Columns, column: number): number[] {
  const encoder = new TextEncoder();
  return body.flatMap((row) => {
    const cell = row[column] ?? '';
    const bytes = encoder.encode(dialect.decimal === ',' ? cell.replace(',', '.') : cell);
    const value = parseNumber(bytes, 0, bytes.length);
    return value === null || !Number.isFinite(value) ? [] : [value];
  });
}

const isAscending = (values: readonly number[]): boolean =>
  values.length > 1 &&
  values.every((value, i) => i === 0 || value >= (values[i - 1] ?? value)) &&
  values.at(-1) !== values[0];

/** Times go back where a logger was switched off and on. */
function mostlyRises(values: readonly number[]): boolean {
  const rising = values.filter((value, i) => i > 0 && value >= (values[i - 1] ?? value)).length;
  return rising * 2 > values.length - 1 || isDescending(values);
}

const isDescending = (values: readonly number[]): boolean =>
  values.length > 2 && values.every((value, i) => i === 0 || value < (values[i - 1] ?? value));

function timesOf(table: Columns, column: number): number[] {
  if (table.columns[column]?.kind === 'number') return numbersOf(table, column);
  const encoder = new TextEncoder();
  return table.body.map((row) => {
    const bytes = encoder.encode(row[column] ?? '');
    return parseDateTime(bytes, 0, bytes.length, 0);
  });
}

/** As on the day of the first row that has a date: then the plot shows the clock that the file shows. */
function zoneMinutesOf(
  table: Columns,
  time: TimeSource,
  { zoneMinutes, zoneMinutesOn }: LookSurroundings,
): number {
  if (!zoneMinutesOn || time.kind !== 'column' || time.unit !== 'date') return zoneMinutes;
  const first = timesOf(table, time.column).find((timeMs) => Number.isFinite(timeMs));
  return first === undefined ? zoneMinutes : zoneMinutesOn(first);
}

/** The median step, where nearly all steps are like it; else null. */
function evenStepMs(
  table: Columns,
  { column, unit }: Extract<TimeSource, { kind: 'column' }>,
): number | null {
  const factor = { date: 1, ms: 1, s: 1000, us: 1e-3 }[unit];
  const times = timesOf(table, column);
  const steps = times.slice(1).map((time, i) => (time - (times[i] ?? Number.NaN)) * factor);
  const median = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const even = steps.filter((step) => Math.abs(step - median) <= 0.1 * median);
  return median > 0 && steps.length >= LEAST_STEPS && even.length >= EVEN_SHARE * steps.length
    ? median
    : null;
}

/** 0, 1, 2, … or 1, 2, 3, …: numbers the rows. */
const isCounter = (values: readonly number[]): boolean =>
  (values[0] === 0 || values[0] === 1) &&
  values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1);
