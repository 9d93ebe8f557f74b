/** A day and a time of day in columns apart: `year,month,day,hour`, `YY MM DD hh mm`, `date,hour`, `year,doy`. */
import { cellNumber } from './cellNumber.ts';
import { DAY_MS } from './dateTime.ts';
import type { DatePart, DecimalSign, FileColumn } from './importPlan.ts';

type Part = DatePart['part'];
type NumberPart = Exclude<Part, 'date'>;

const NAMES: readonly (readonly [NumberPart, RegExp])[] = [
  ['year', /^(?:y{2}|y{4}|yr|year|jahr|ano|año|ann[ée]e)$/i],
  ['month', /^(?:m|mm|mo|mon|month|monat|m[êe]s|mois)$/i],
  ['day', /^(?:d|dd|dy|day|tag|d[ií]a|jour)$/i],
  ['dayOfYear', /^(?:doy|yday|jday|day[ _]?of[ _]?year)$/i],
  ['hour', /^(?:h|hh|hr|hours?|std|stunde|hora|heure)$/i],
  ['minute', /^(?:mi|mm|mn|mins?|minutes?|minuto)$/i],
  ['second', /^(?:s|ss|secs?|seconds?|sekunde|segundo|seconde)$/i],
];
const RANGES: Readonly<Record<NumberPart, readonly [number, number]>> = {
  year: [0, 2200],
  month: [1, 12],
  day: [1, 31],
  dayOfYear: [1, 366.999],
  hour: [0, 24],
  minute: [0, 59.999],
  second: [0, 60.999],
};
/** Two digits of a year are of this century; a year between is none. */
const CENTURY = 2000;
const FIRST_YEAR = 1900;

interface Table {
  readonly columns: readonly FileColumn[];
  readonly body: readonly (readonly string[])[];
  readonly decimal: DecimalSign;
  readonly hasHeader: boolean;
}

/** The columns that together tell the times, from the largest on; null when there are none. */
export function findDateParts(table: Table): readonly DatePart[] | null {
  if (!table.hasHeader) return null;
  const parts: DatePart[] = [];
  const has = (part: Part) => parts.some((each) => each.part === part);
  table.columns.forEach(({ name, kind }, column) => {
    // `mm` is of an hour where the month is named already.
    const part = NAMES.find(([each, names]) => !has(each) && names.test(name.trim()))?.[0];
    if (part && kind === 'number' && isInRange(table, column, part)) parts.push({ part, column });
  });
  const ordered = NAMES.flatMap(([part]) => parts.filter((each) => each.part === part));
  const isDay = has('year') && (has('month') || has('dayOfYear'));
  if (isDay) return ordered;
  // A day in full, and the hours of it.
  const date = table.columns.findIndex(({ kind }) => kind === 'date');
  const [first] = ordered;
  if (date < 0 || first?.part !== 'hour' || table.columns[date + 1] !== table.columns[first.column])
    return null;
  return [{ part: 'date', column: date }, ...ordered];
}

function isInRange({ body, decimal }: Table, column: number, part: NumberPart): boolean {
  const [least, most] = RANGES[part];
  const isWhole = part === 'year' || part === 'month' || part === 'day';
  return body.every((row) => {
    const value = cellNumber(row[column] ?? '', decimal);
    if (value === null || Number.isNaN(value)) return true;
    const isYear = part !== 'year' || value < 100 || value >= FIRST_YEAR;
    return value >= least && value <= most && isYear && (!isWhole || Number.isInteger(value));
  });
}

/** ms since 1970 by the clock on the wall; NaN when a part is missing. `dateMs`: of a day in full. */
export function datePartsMs(
  parts: readonly DatePart[],
  numberIn: (column: number) => number | null,
  dateMs: number,
): number {
  let year = Number.NaN;
  let month = 1;
  let day = 1;
  let ofDayMs = 0;
  for (const { part, column } of parts) {
    if (part === 'date') continue;
    const value = numberIn(column) ?? Number.NaN;
    if (part === 'year') year = value < 100 ? CENTURY + value : value;
    else if (part === 'month') month = value;
    else if (part === 'day') day = value;
    else ofDayMs += part === 'dayOfYear' ? (value - 1) * DAY_MS : value * MS_OF[part];
  }
  const midnight = parts[0]?.part === 'date' ? dateMs : Date.UTC(year, month - 1, day);
  return midnight + Math.round(ofDayMs * 1000) / 1000;
}

const MS_OF = { hour: 3_600_000, minute: 60_000, second: 1000 };
