/** How a table is written: guessed from its first rows. */
import { createCalendarReading, readCalendarText } from './calendarText.ts';
import { isMissing, numberForm } from './cellNumber.ts';
import type { DecimalSign, Dialect, Separator } from './importPlan.ts';
import { createRowFields, splitRow } from './rowFields.ts';

/** `day`: a calendar day without a time. `clock`: a time without a day. */
export type CellKind = 'number' | 'date' | 'day' | 'clock' | 'missing' | 'words';

const CANDIDATES: readonly (readonly [Separator, DecimalSign])[] = [
  [',', '.'],
  [';', '.'],
  [';', ','],
  ['\t', '.'],
  ['\t', ','],
  ['|', '.'],
  ['|', ','],
  [' ', '.'],
  [' ', ','],
  // Numbers in quotes.
  [',', ','],
];
/** Blanks stand in texts, too. */
const BLANKS_WORTH = 0.9;
/** `1,234` may be a thousand and more, or one and less. */
const GROUPED_WORTH = 0.5;

const encoder = new TextEncoder();
const fields = createRowFields();
const reading = createCalendarReading();

/** The cells of one row, as text. */
export function cellsOf(row: string, separator: Separator): string[] {
  const bytes = encoder.encode(row);
  splitRow(fields, bytes, 0, bytes.length, separator.charCodeAt(0));
  const decoder = new TextDecoder();
  return Array.from({ length: Math.min(fields.count, fields.from.length) }, (_, i) =>
    decoder.decode(fields.bytes.subarray(fields.from[i], fields.to[i])),
  );
}

/** What a cell is, read by itself, with this sign between a number and its decimals. */
export function cellKind(cell: string, decimal: DecimalSign): CellKind {
  if (isMissing(cell)) return 'missing';
  if (numberForm(cell, decimal)) return 'number';
  // A day that cannot be one way round may be the other.
  if (!readCalendarText(reading, cell, true) && !readCalendarText(reading, cell, false)) {
    return 'words';
  }
  if (Number.isNaN(reading.dayMs)) return 'clock';
  return Number.isNaN(reading.clockMs) ? 'day' : 'date';
}

/** How much a cell speaks for a dialect, 0 to 1. */
function worthOf(cell: string, decimal: DecimalSign): number {
  if (isMissing(cell)) return 1;
  const number = numberForm(cell, decimal);
  if (number) return number.form === 'plain' ? 1 : GROUPED_WORTH;
  return cellKind(cell, decimal) === 'words' ? 0 : 1;
}

/**
 * Separator and decimal sign that make most cells numbers in rows of equal length; of equals the one
 * with more columns, of these the first of the candidates.
 */
export function guessDialect(
  rows: readonly string[],
  choice: Partial<Dialect>,
): Omit<Dialect, 'hasHeader'> {
  let best: Omit<Dialect, 'hasHeader'> = {
    separator: choice.separator ?? ',',
    decimal: choice.decimal ?? '.',
  };
  let bestScore = Number.NEGATIVE_INFINITY;
  const isFirstEmpty = hasEmptyFirst(rows);
  for (const [separator, decimal] of CANDIDATES) {
    if ((choice.separator ?? separator) !== separator) continue;
    if ((choice.decimal ?? decimal) !== decimal) continue;
    if (separator === ' ' && isFirstEmpty && !choice.separator) continue;
    const split = rows.map((row) => cellsOf(row, separator));
    const width = commonWidth(split);
    // A table of one column has no separator: any other than the first would only hide one.
    if (width < 2 && separator !== (choice.separator ?? ',')) continue;
    const even = split.filter((row) => row.length === width);
    // A header would count against its own table.
    const cells = (even.length > 1 ? even.slice(1) : even).flat();
    const good = cells.reduce((sum, cell) => sum + worthOf(cell, decimal), 0);
    const share = (good / Math.max(1, cells.length)) * (even.length / Math.max(1, split.length));
    const worth = separator === ' ' ? BLANKS_WORTH : 1;
    const score = share * worth + Math.min(width, 100) * 1e-4;
    if (score > bestScore) {
      bestScore = score;
      best = { separator, decimal };
    }
  }
  return best;
}

/** Whether most rows begin with a tab, under names that do not: blanks would put these over other columns. */
function hasEmptyFirst(rows: readonly string[]): boolean {
  const indented = rows.filter((row) => row.startsWith('\t')).length;
  if (indented * 2 <= rows.length) return false;
  const tabs = (row: string) => row.split('\t').length;
  const least = Math.min(...rows.filter((row) => row.startsWith('\t')).map(tabs));
  return rows.some((row) => !row.startsWith('\t') && least > 2 && tabs(row) >= least);
}

/** The number of fields that most rows have. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [length, count] of counts) {
    if (count > most) {
      most = count;
      width = length;
    }
  }
  return width;
}
