/** How a table is written: guessed from its first rows. */
import { parseNumber } from '../../protocol/number.ts';
import { parseDateTime } from './dateTime.ts';
import type { DecimalSign, Dialect, Separator } from './importPlan.ts';
import { createRowFields, splitRow } from './rowFields.ts';

export type CellKind = 'number' | 'date' | 'missing' | 'words';

const CANDIDATES: readonly (readonly [Separator, DecimalSign])[] = [
  [',', '.'],
  [';', '.'],
  [';', ','],
  ['\t', '.'],
  ['\t', ','],
];
/** Ways to say that there is no value; lower case. */
const MISSING = new Set(['', 'na', 'n/a', 'null', 'none', 'nil', '-', '--', '?']);
const LONGEST_MISSING = 4;

const encoder = new TextEncoder();
const fields = createRowFields();

/** The cells of one row, as text. */
export function cellsOf(row: string, separator: Separator): string[] {
  const bytes = encoder.encode(row);
  splitRow(fields, bytes, 0, bytes.length, separator.charCodeAt(0));
  const decoder = new TextDecoder();
  return Array.from({ length: Math.min(fields.count, fields.from.length) }, (_, i) =>
    decoder.decode(fields.bytes.subarray(fields.from[i], fields.to[i])),
  );
}

export function cellKind(cell: string, decimal: DecimalSign): CellKind {
  if (isMissing(cell)) return 'missing';
  const bytes = encoder.encode(decimal === ',' ? cell.replace(',', '.') : cell);
  // A point in a table of decimal commas is no number: it may stand between thousands.
  const foreignPoint = decimal === ',' && cell.includes('.');
  if (!foreignPoint && parseNumber(bytes, 0, bytes.length) !== null) return 'number';
  return Number.isNaN(parseDateTime(bytes, 0, bytes.length, 0)) ? 'words' : 'date';
}

export const isMissing = (cell: string): boolean =>
  cell.length <= LONGEST_MISSING && MISSING.has(cell.toLowerCase());

/**
 * Separator and decimal sign that make most cells numbers in rows of equal length; of equals the one
 * with more columns, of these the first of the candidates.
 */
export function guessDialect(rows: readonly string[]): Omit<Dialect, 'hasHeader'> {
  let best = { separator: CANDIDATES[0]?.[0] ?? ',', decimal: CANDIDATES[0]?.[1] ?? '.' };
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [separator, decimal] of CANDIDATES) {
    const split = rows.map((row) => cellsOf(row, separator));
    const width = commonWidth(split);
    // A table of one column has no separator: any other than the first would only hide one.
    if (width < 2 && separator !== best.separator) continue;
    const even = split.filter((row) => row.length === width);
    // A header would count against its own table.
    const cells = (even.length > 1 ? even.slice(1) : even).flat();
    const good = cells.filter((cell) => cellKind(cell, decimal) !== 'words').length;
    const share = (good / Math.max(1, cells.length)) * (even.length / Math.max(1, split.length));
    const score = share + Math.min(width, 100) * 1e-4;
    if (score > bestScore) {
      bestScore = score;
      best = { separator, decimal };
    }
  }
  return best;
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

/** Whether the first row names columns: words over numbers, or no number at all. */
export function looksLikeHeader(
  rows: readonly (readonly string[])[],
  decimal: DecimalSign,
): boolean {
  const [first = [], ...rest] = rows;
  const kinds = first.map((cell) => cellKind(cell, decimal));
  if (!kinds.includes('words')) return false;
  if (kinds.every((kind) => kind === 'words' || kind === 'missing')) return true;
  return kinds.some(
    (kind, column) =>
      kind === 'words' &&
      rest.length > 0 &&
      rest.every((row) => cellKind(row[column] ?? '', decimal) !== 'words'),
  );
}
