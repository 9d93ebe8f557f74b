/** Columns that are days and times of day, though they do not look so: `20261127`, `120033`, `12.00.33` beside a day. */
import { createCalendarReading, readCalendarText } from './calendarText.ts';
import { isMissing } from './cellNumber.ts';
import { isDayName, isTimeName } from './headings.ts';
import type { FileColumn } from './importPlan.ts';

const LEAST_ROWS = 3;
const DAY = /^(?:19|20)\d{6}(?:\d\d){0,3}(?:\.0*)?$/;
const CLOCK =
  /^(?:\d{4}|[01]?\d[0-5]\d[0-5]\d|2[0-3][0-5]\d[0-5]\d)(?:\.0*)?(?:\s?(?:UTC|GMT|Z))?$/;
const CLOCK_NAME = /hour|hh|utc|clock|uhr|hora|heure|tijd|klokk|^ora$/i;
/** Between points, as Italians and spreadsheets of theirs write it; alone it may as well be a day. */
const DOTTED = /^(?:[01]?\d|2[0-3])\.[0-5]\d\.[0-5]\d$/;
const reading = createCalendarReading();

/** The columns, those of digits as what they are. */
export function withDigitDates(
  columns: readonly FileColumn[],
  body: readonly (readonly string[])[],
  hasHeader: boolean,
): readonly FileColumn[] {
  const cellsOf = (column: number) =>
    body.map((row) => row[column] ?? '').filter((cell) => !isMissing(cell));
  const dated = columns.map((each, column) => {
    const may = hasHeader ? isTimeName(each.name) || isDayName(each.name) : column === 0;
    return each.kind === 'number' && may && areDays(cellsOf(column))
      ? { ...each, kind: 'date' as const }
      : each;
  });
  const isDotted = ({ name, kind }: FileColumn, column: number) =>
    hasHeader &&
    (kind === 'date' || kind === 'words') &&
    (isTimeName(name) || CLOCK_NAME.test(name)) &&
    !isDayName(name) &&
    areDotted(cellsOf(column));
  const day = dated.findIndex((each, column) => each.kind === 'date' && !isDotted(each, column));
  if (day < 0) return dated;
  const isDayAlone = cellsOf(day).every(
    (cell) => readCalendarText(reading, cell, true) && Number.isNaN(reading.clockMs),
  );
  if (!isDayAlone) return dated;
  return dated.map((each, column) => {
    const may = hasHeader
      ? isTimeName(each.name) || CLOCK_NAME.test(each.name)
      : column === day + 1;
    return (each.kind === 'number' && may && areClocks(cellsOf(column))) || isDotted(each, column)
      ? { ...each, kind: 'clock' as const }
      : each;
  });
}

function areDays(cells: readonly string[]): boolean {
  return (
    cells.length >= LEAST_ROWS &&
    cells.every((cell) => DAY.test(cell) && readCalendarText(reading, cell, true))
  );
}

function areDotted(cells: readonly string[]): boolean {
  return cells.length >= LEAST_ROWS && cells.every((cell) => DOTTED.test(cell));
}

function areClocks(cells: readonly string[]): boolean {
  return (
    cells.length >= LEAST_ROWS &&
    new Set(cells).size > 1 &&
    cells.every((cell) => CLOCK.test(cell) && readCalendarText(reading, cell, true))
  );
}
