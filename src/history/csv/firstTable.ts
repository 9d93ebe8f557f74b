/** Two tables under each other in the first lines of a file: only the rows of the first are looked at. */
import { cellKind, cellsOf, commonWidth, guessDialect } from './dialect.ts';
import { isComment, type NumberedRow } from './fileRow.ts';
import type { Dialect } from './importPlan.ts';

const LEAST_ROWS = 2;

/**
 * The rows of the first of two tables, where both have names over them and rows of numbers and times
 * alone, and the second is no wider and longer; else all.
 */
export function rowsOfFirstTable(
  rows: readonly NumberedRow[],
  choice: Partial<Dialect>,
): readonly NumberedRow[] {
  const lines = rows.filter(({ text }) => !isComment(text));
  const { separator, decimal } = guessDialect(
    lines.map(({ text }) => text),
    choice,
  );
  if (separator === ' ') return rows;
  const split = lines.map(({ text }) => cellsOf(text, separator));
  const kinds = split.map((cells) => cells.map((cell) => cellKind(cell, decimal)));
  const isData = (at: number) => {
    const row = kinds[at] ?? [];
    return row.length > 1 && row.includes('number') && !row.includes('words');
  };
  const isHeader = (at: number) => {
    const cells = (split[at] ?? []).filter((cell) => cell !== '');
    const distinct = new Set(cells).size;
    const areWords = kinds[at]?.every((kind) => kind === 'words' || kind === 'missing');
    return areWords && distinct > 1 && distinct === cells.length && isData(at + 1);
  };
  const first = split.findIndex((_, at) => isHeader(at));
  if (first < 0 || split.some((_, at) => at < first && isData(at))) return rows;
  const second = split.findIndex((_, at) => at > first && isHeader(at));
  if (second < 0 || lines[second]?.text === lines[first]?.text) return rows;
  let end = second;
  // What stands over the names is a title.
  while (end > first && !isData(end - 1)) end--;
  const count = end - first - 1;
  if (count < LEAST_ROWS || second - end > 1 || !between(first + 1, end).every(isData)) return rows;
  const after = between(second + 1, split.length);
  const next = after.find((at) => !isData(at)) ?? split.length;
  const isWider = commonWidth(split.slice(second, next)) !== split[first]?.length;
  if (isWider && next - second - 1 > count) return rows;
  const last = lines[end]?.number ?? 0;
  return rows.filter(({ number }) => number < last);
}

const between = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
