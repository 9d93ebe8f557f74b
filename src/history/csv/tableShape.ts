/**
 * Where in the first lines of a file its table stands: what comes before it (settings of an
 * oscilloscope, titles, comments, `sep=;`), the line that names the columns, and its rows.
 */
import { cellKind, cellsOf, commonWidth, guessDialect } from './dialect.ts';
import { isComment, type NumberedRow } from './fileRow.ts';
import type { DecimalSign, Dialect, LookChoice, Separator } from './importPlan.ts';
import { stackedNames } from './stackedNames.ts';
import { commentHeader, findHeader, type Kind, type Row, widened } from './tableHeader.ts';

export interface TableShape {
  readonly dialect: Dialect;
  /** Null without one. */
  readonly headerLine: number | null;
  readonly bodyLine: number;
  readonly fieldCount: number;
  /** What stands over the columns, and the line of units under it; empty without. */
  readonly headings: readonly string[];
  readonly units: readonly string[];
  /** Settings under the headings, by heading: an oscilloscope's `Increment`. */
  readonly settings: ReadonlyMap<string, string>;
  /** The cells of the rows that have as many fields as most, and whether more than half have. */
  readonly body: readonly (readonly string[])[];
  readonly even: boolean;
}

const SEPARATOR_LINE = /^"?sep=(.)"?$/i;
/** A line drawn under names. */
const RULE = /^(?=.*---|.*===|.*\|\s*:?-+:?\s*(?:\||$))[-=+|:\s]+$/;
const KIND_SHARE = 0.6;
/** So many rows in a row must look like rows, nearly all, where a table begins. */
const LEAST_COUNTED = 3;
const LOOK_AHEAD = 8;
const LOOK_AHEAD_SHARE = 0.5;

/** `rows` are all lines that are not empty; quoted line ends are joined already. */
export function findShape(rows: readonly NumberedRow[], choice: LookChoice): TableShape | null {
  const first = rows[0];
  const told = SEPARATOR_LINE.exec(first?.text ?? '')?.[1] as Separator | undefined;
  const lines = (told ? rows.slice(1) : rows).filter(
    ({ text }) => !isComment(text) && !RULE.test(text),
  );
  if (lines.length === 0) return null;
  const wanted = told && !choice.separator ? { ...choice, separator: told } : choice;
  const { separator, decimal } = guessDialect(
    lines.map(({ text }) => text),
    wanted,
  );
  const split = lines.map(({ text }) => cellsOf(text, separator));
  const fieldCount = commonWidth(split);
  const isEven = (row: Row) => withoutTrailing(row, fieldCount) === fieldCount;
  const kinds = kindsOf(split.filter(isEven), fieldCount, decimal);
  const start = chosenStart(lines, choice) ?? bodyStart(split, kinds, isEven, decimal);
  // What pandas and R print has no name over its index.
  const timesInFront = kinds.findIndex((kind) => kind !== 'time');
  const unnamed = countsRows(split.filter(isEven))
    ? 1
    : Math.max(0, separator === ' ' ? timesInFront : 0);
  const header = findHeader(split, lines, kinds, start, decimal, choice, unnamed);
  const stacked =
    header.at === null || typeof choice.headerLine === 'number'
      ? null
      : stackedNames(split, header.at, fieldCount);
  const bodyAt = header.bodyAt;
  const body = split.slice(bodyAt);
  const even = body.filter(isEven);
  const comment =
    header.at === null
      ? commentHeader(rows, lines[bodyAt]?.number, separator, fieldCount, decimal)
      : null;
  const named = choice.hasHeader === false || choice.headerLine === null ? null : comment;
  const headings =
    header.at === null
      ? (named?.cells ?? [])
      : (stacked ??
        widened(lines[header.at]?.text ?? '', split[header.at] ?? [], separator, kinds, unnamed));
  const below = header.unitsAt === null ? (named?.units ?? []) : (split[header.unitsAt] ?? []);
  return {
    dialect: { separator, decimal, hasHeader: header.at !== null || named !== null },
    headerLine: header.at === null ? (named?.number ?? null) : (lines[header.at]?.number ?? null),
    bodyLine: lines[bodyAt]?.number ?? (lines.at(-1)?.number ?? 0) + 1,
    fieldCount,
    headings,
    units: below.map((cell) =>
      /^sequence$/i.test(cell) ? '' : cell.replace(/^[[(](.*)[\])]$/, '$1'),
    ),
    settings: new Map(headings.map((heading, i) => [heading.toLowerCase(), below[i] ?? ''])),
    body: even,
    even: even.length * 2 >= body.length,
  };
}

/** Whether the first cells are numbers that go up by one. */
function countsRows(rows: readonly Row[]): boolean {
  const numbers = rows.flatMap(([cell = '']) => (/^\d+$/.test(cell) ? [Number(cell)] : []));
  const last = numbers.at(-1) ?? 0;
  const isUnbroken = numbers.every((value, i) => value === last - numbers.length + 1 + i);
  return numbers.length >= LEAST_COUNTED && numbers.length >= rows.length - 1 && isUnbroken;
}

/** Fields of a row; separators at its end do not count. */
function withoutTrailing(row: Row, most: number): number {
  let count = row.length;
  while (count > most && row[count - 1] === '') count--;
  return count;
}

/** What most columns hold, told by the later half: what comes before a table stands in the first. */
function kindsOf(rows: readonly Row[], width: number, decimal: DecimalSign): Kind[] {
  const later = rows.slice(Math.floor(rows.length / 2));
  return Array.from({ length: width }, (_, column) => {
    const kinds = later
      .map((row) => cellKind(row[column] ?? '', decimal))
      .filter((kind) => kind !== 'missing');
    if (kinds.length === 0) return 'empty';
    const numbers = kinds.filter((kind) => kind === 'number').length;
    const words = kinds.filter((kind) => kind === 'words').length;
    if (numbers >= KIND_SHARE * kinds.length) return 'number';
    return kinds.length - numbers - words >= KIND_SHARE * kinds.length ? 'time' : 'words';
  });
}

function chosenStart(lines: readonly NumberedRow[], { headerLine }: LookChoice): number | null {
  if (typeof headerLine !== 'number') return null;
  const at = lines.findIndex(({ number }) => number > headerLine);
  return at < 0 ? lines.length : at;
}

function bodyStart(
  split: readonly Row[],
  kinds: readonly Kind[],
  isEven: (row: Row) => boolean,
  decimal: DecimalSign,
): number {
  const conforms = split.map((row) => isEven(row) && isRow(row, kinds, decimal));
  const at = conforms.findIndex((good, i) => {
    const ahead = conforms.slice(i, i + LOOK_AHEAD);
    return good && ahead.filter(Boolean).length >= LOOK_AHEAD_SHARE * ahead.length;
  });
  const first = conforms.indexOf(true);
  return Math.max(0, at >= 0 ? at : first);
}

function isRow(row: Row, kinds: readonly Kind[], decimal: DecimalSign): boolean {
  let typed = 0;
  for (const [column, kind] of kinds.entries()) {
    if (kind !== 'number' && kind !== 'time') continue;
    const cell = cellKind(row[column] ?? '', decimal);
    if (cell === 'missing') continue;
    if (cell === 'words' || (cell === 'number') !== (kind === 'number')) return false;
    typed++;
  }
  return typed > 0;
}
