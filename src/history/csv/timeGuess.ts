/** Which columns of a table are its time, and how they are written: the one that rises is. */

import { LATEST_MS } from '../../protocol/hostLine.ts';
import { createCalendarReading, readCalendarText } from './calendarText.ts';
import { cellNumber } from './cellNumber.ts';
import { datePartsMs, findDateParts } from './dateParts.ts';
import { DAY_MS } from './dateTime.ts';
import { epochUnit } from './epochUnit.ts';
import { isDoubtfulTimeName, isSweepName, isTimeName, timeUnitOf } from './headings.ts';
import {
  type DecimalSign,
  EPOCH_FROM_MS,
  type FileColumn,
  type TimeColumn,
  type TimeUnit,
} from './importPlan.ts';
import { createDateCell, isOfCalendar, msOf } from './timeCell.ts';

/** A table as far as it was looked at. */
export interface LookedAt {
  readonly columns: readonly FileColumn[];
  readonly body: readonly (readonly string[])[];
  readonly decimal: DecimalSign;
  readonly hasHeader: boolean;
}

const encoder = new TextEncoder();
const reading = createCalendarReading();

/** The time of a table; null when it tells none. */
export function guessTime(table: LookedAt): TimeColumn | null {
  const candidates = [
    ...dates(table),
    ...apart(table),
    ...epochs(table),
    ...clocks(table),
    ...named(table),
  ];
  const best = candidates.reduce<Candidate | null>(
    (found, each) => (found === null || each.worth > found.worth ? each : found),
    null,
  );
  return best?.time ?? unnamed(table);
}

interface Candidate {
  readonly time: TimeColumn;
  readonly worth: number;
}

/** How much more of the steps go up than down, -1 to 1. */
export function riseOf(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  let rise = 0;
  for (let i = 1; i < known.length; i++) rise += Math.sign((known[i] ?? 0) - (known[i - 1] ?? 0));
  return known.length < 2 ? Number(known.length === 1) : rise / (known.length - 1);
}

/** Worth is how it rises, then what it is: a calendar over a time of day over a mere number. */
function candidate(table: LookedAt, time: TimeColumn, rank: number): Candidate[] {
  const times = likelyTimes(table, time);
  const rise = riseOf(times);
  const stands = times.length > 2 && new Set(times).size === 1;
  // What runs from the newest to the oldest is time, too: it is refused by its name.
  return stands ? [] : [{ time, worth: (rise === -1 ? 1 : rise) + rank }];
}

const columnsOf = ({ columns }: LookedAt, kind: FileColumn['kind']) =>
  columns.flatMap((column, i) => (column.kind === kind ? [i] : []));

function dates(table: LookedAt): Candidate[] {
  const [clockColumn = null] = columnsOf(table, 'clock');
  return columnsOf(table, 'date').flatMap((column) => {
    const alone = table.body.every((row) => dayAlone(row[column] ?? ''));
    const its = alone ? clockColumn : null;
    const time: TimeColumn = { kind: 'column', column, unit: 'date', clockColumn: its };
    return candidate(table, time, alone && its === null ? 0.9 : 1);
  });
}

/** Whether a cell is a day without a time. */
const dayAlone = (cell: string): boolean =>
  cell === '' || !readsDay(cell) || Number.isNaN(reading.clockMs);

const readsDay = (cell: string) =>
  readCalendarText(reading, cell, true) || readCalendarText(reading, cell, false);

function clocks(table: LookedAt): Candidate[] {
  return columnsOf(table, 'clock').flatMap((column) =>
    candidate(table, { kind: 'column', column, unit: 'date', clockColumn: null }, 0.8),
  );
}

/** Year, month, day, hour in columns apart. */
function apart(table: LookedAt): Candidate[] {
  const time = timeOfParts(table);
  return time ? candidate(table, time, 0.97) : [];
}

/** The time of a table that has year, month, day and the like in columns of their own; null: it has not. */
export function timeOfParts(table: LookedAt): TimeColumn | null {
  const parts = findDateParts(table);
  const [first] = parts ?? [];
  return parts && first
    ? { kind: 'column', column: first.column, unit: 'date', clockColumn: null, parts }
    : null;
}

/** Numbers of a size that only times since 1970 have, or days as spreadsheets count them. */
function epochs(table: LookedAt): Candidate[] {
  return columnsOf(table, 'number').flatMap((column) => {
    const { name = '' } = table.columns[column] ?? {};
    const unit = epochUnit(numbersOf(table, column), name, table.hasHeader);
    const time: TimeColumn | null = unit && { kind: 'column', column, unit, clockColumn: null };
    return time && columnsOf(table, 'number').length > 1 ? candidate(table, time, 0.95) : [];
  });
}

function named(table: LookedAt): Candidate[] {
  if (!table.hasHeader || columnsOf(table, 'number').length < 2) return [];
  return columnsOf(table, 'number').flatMap((column) => {
    const { name = '' } = table.columns[column] ?? {};
    const values = numbersOf(table, column);
    if (!isTimeName(name)) return [];
    if (isDoubtfulTimeName(name) && !risesWithEveryRow(values)) return [];
    const unit = guessUnit(table, column);
    const time: TimeColumn = { kind: 'column', column, unit, clockColumn: null };
    if (new Set(values).size === 1 && values.length > 2) return [];
    // Times go back where a logger was switched off and on.
    return mostlyRises(values)
      ? [{ time, worth: 0.5 + riseOf(values) / 2 }]
      : candidate(table, time, 0);
  });
}

/** Without a header: the first column of numbers, when it rises and does not count the rows. */
function unnamed(table: LookedAt): TimeColumn | null {
  const [column] = columnsOf(table, 'number').filter((each) => !isSparse(table, each));
  if (table.hasHeader || column === undefined || columnsOf(table, 'number').length < 2) return null;
  const values = numbersOf(table, column);
  if (!isAscending(values) || isCounter(values)) return null;
  return { kind: 'column', column, unit: guessUnit(table, column), clockColumn: null };
}

/** Settings beside the first rows of a table without names. */
export const isSparse = (table: LookedAt, column: number): boolean =>
  !table.hasHeader && numbersOf(table, column).length * 2 < table.body.length;

/** The unit of a column of times: by its name, else by the size and the steps of its numbers. */
export function guessUnit(table: LookedAt, column: number): TimeUnit {
  const { name = '', unit = '', kind } = table.columns[column] ?? {};
  if (kind !== 'number') return 'date';
  const values = numbersOf(table, column);
  const size = Math.abs(values.at(-1) ?? 0);
  const told = timeUnitOf(name, unit);
  const epoch = epochUnit(values, name, table.hasHeader);
  if (epoch && isOfCalendar(epoch)) return epoch;
  // A unit that would lead out of the calendar is not the numbers'.
  if (told && Math.abs(msOf(size, told, 0)) <= LATEST_MS) return told;
  if (epoch) return epoch;
  const step = (size - Math.abs(values[0] ?? 0)) / Math.max(1, values.length - 1);
  return values.some((value) => !Number.isInteger(value)) || step < 2 ? 's' : 'ms';
}

/** Other columns that are time, too: no channels. */
export function isOtherTime(table: LookedAt, column: number): boolean {
  const { name = '', kind } = table.columns[column] ?? {};
  if (kind !== 'number') return false;
  const values = numbersOf(table, column);
  const isEpoch = (values[0] ?? 0) >= EPOCH_FROM_MS;
  // Numbers under `data` are what was measured: days are none.
  const isNamed = isTimeName(name) && !isDoubtfulTimeName(name) && !/^data$/i.test(name.trim());
  return values.length > 2 && (isNamed || isEpoch) && risesWithEveryRow(values);
}

/** Times with day and month in the order in which more of them can be read. */
export function likelyTimes(table: LookedAt, time: TimeColumn): number[] {
  const dayFirst = timesOf(table, time, true);
  if (dayFirst.every(Number.isFinite)) return dayFirst;
  const monthFirst = timesOf(table, time, false);
  const read = (times: readonly number[]) => times.filter(Number.isFinite).length;
  return read(monthFirst) > read(dayFirst) ? monthFirst : dayFirst;
}

/** Times in ms where they can be read; by `dayFirst`, as times of day where there is no day. */
export function timesOf(table: LookedAt, time: TimeColumn, dayFirst: boolean): number[] {
  if (time.unit !== 'date') {
    const { unit } = time;
    return numbersOf(table, time.column).map((value) => msOf(value, unit, 0));
  }
  const cell = createDateCell(dayFirst, 0);
  let lastMs = 0;
  let midnightMs = 0;
  return table.body.map((row) => {
    const day = encoder.encode(row[time.column] ?? '');
    const clock = encoder.encode(time.clockColumn === null ? '' : (row[time.clockColumn] ?? ''));
    const bytes = new Uint8Array(day.length + clock.length);
    bytes.set(day);
    bytes.set(clock, day.length);
    cell.read(bytes, 0, day.length, day.length, bytes.length);
    if (time.parts) {
      const numberIn = (column: number) => cellNumber(row[column] ?? '', table.decimal);
      return datePartsMs(time.parts, numberIn, cell.ms);
    }
    if (cell.hasDay) return cell.ms;
    if (cell.ms + midnightMs < lastMs - DAY_MS / 2) midnightMs += DAY_MS;
    lastMs = Number.isNaN(cell.ms) ? lastMs : cell.ms + midnightMs;
    return cell.ms + midnightMs;
  });
}

function numbersOf({ body, decimal }: LookedAt, column: number): number[] {
  return body.flatMap((row) => {
    const value = cellNumber(row[column] ?? '', decimal);
    return value === null || !Number.isFinite(value) ? [] : [value];
  });
}

const isAscending = (values: readonly number[]): boolean =>
  values.length > 1 &&
  values.every((value, i) => i === 0 || value >= (values[i - 1] ?? value)) &&
  values.at(-1) !== values[0];

/** Whether a column is what a spectrum or a sweep is drawn over, and no signal. */
export function isSweep(table: LookedAt, column: number): boolean {
  const { name = '', kind } = table.columns[column] ?? {};
  if (kind !== 'number' || !table.hasHeader || !isSweepName(name)) return false;
  const values = numbersOf(table, column);
  return values.length > 2 && (risesWithEveryRow(values) || risesWithEveryRow(values.toReversed()));
}

const risesWithEveryRow = (values: readonly number[]): boolean =>
  values.length > 1 && values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));

function mostlyRises(values: readonly number[]): boolean {
  const rising = values.filter((value, i) => i > 0 && value >= (values[i - 1] ?? value)).length;
  return rising * 2 > values.length - 1;
}

/** Whole numbers that go up with every row. */
export function isCounting(table: LookedAt, column: number): boolean {
  const values = numbersOf(table, column);
  return values.every(Number.isInteger) && risesWithEveryRow(values);
}

/** A column that only numbers the rows. */
export const isRowNumber = (table: LookedAt, column: number): boolean =>
  isCounter(numbersOf(table, column));

/** 0, 1, 2, … or 1, 2, 3, …: numbers the rows. */
const isCounter = (values: readonly number[]): boolean =>
  (values[0] === 0 || values[0] === 1) &&
  values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1);
