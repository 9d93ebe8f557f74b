/**
 * Where in the first lines of a file its table stands: what comes before it (settings of an
 * oscilloscope, titles, comments, `sep=;`), the line that names the columns, and its rows.
 */
import { isKnownUnit } from '../../protocol/foreign/knownUnits.ts';
import { cellKind, cellsOf, commonWidth, guessDialect } from './dialect.ts';
import type { DecimalSign, Dialect, LookChoice, Separator } from './importPlan.ts';
import { stackedNames } from './stackedNames.ts';

/** A row as text, with the number of its first line. */
export interface NumberedRow {
  readonly number: number;
  readonly text: string;
}

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

type Row = readonly string[];
type Kind = 'number' | 'time' | 'words' | 'empty';

/** Behind a semicolon only words that no other parts. */
const COMMENT = /^(#|%|\/\/|;\s+\p{L}[^;]*$)/u;
const SEPARATOR_LINE = /^"?sep=(.)"?$/i;
/** A line drawn under names. */
const RULE = /^(?=.*---|.*===|.*\|\s*:?-+:?\s*(?:\||$))[-=+|:\s]+$/;
/** What databases and their kind say of the columns, under the names. */
const TYPE =
  /^(?:[iuf](?:8|16|32|64)|u?(?:tiny|small|big|huge)?int(?:eger)?(?:8|16|32|64)?|float(?:32|64)?|double(?: precision)?|real|numeric.*|decimal.*|str|string|object|text|varchar.*|bool(?:ean)?|date|time|timestamp.*|datetime(?:64)?(?:\[.*\])?|)$/i;
const KIND_SHARE = 0.6;
/** So many rows in a row must look like rows, nearly all, where a table begins. */
const LEAST_COUNTED = 3;
const LOOK_AHEAD = 8;
const LOOK_AHEAD_SHARE = 0.5;
const UNIT =
  /^([[(].*[\])]|s|sec|seconds?|[mµun]s|[mkµ]?v|volts?|[mkµ]?a|amps?|%|°?[cfk]|[mkh]?pa|[mkg]?hz|[mck]?m|[mk]?g|sequence|)$/i;

export const isComment = (text: string): boolean => COMMENT.test(text);

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

interface Header {
  readonly at: number | null;
  readonly unitsAt: number | null;
  readonly bodyAt: number;
}

function findHeader(
  split: readonly Row[],
  lines: readonly NumberedRow[],
  kinds: readonly Kind[],
  start: number,
  decimal: DecimalSign,
  choice: LookChoice,
  unnamed: number,
): Header {
  const none: Header = { at: null, unitsAt: null, bodyAt: start };
  if (choice.headerLine === null) return none;
  if (typeof choice.headerLine === 'number') {
    const at = lines.findLastIndex(({ number }) => number <= (choice.headerLine ?? 0));
    return at < 0 ? none : { at, unitsAt: null, bodyAt: at + 1 };
  }
  const names = (at: number, isOnly: boolean) =>
    at >= 0 && namesColumns(split[at] ?? [], kinds, decimal, isOnly, unnamed);
  // A logger of Campbell's: itself, names, units, what was made of each.
  if (split[0]?.[0] === 'TOA5' && split.length > 4) {
    return { at: 1, unitsAt: 2, bodyAt: Math.max(4, start) };
  }
  const above = start - 1;
  if (choice.hasHeader === false) return names(above, true) ? { ...none, bodyAt: above } : none;
  const upper = above - 1;
  const areTypes = (split[above] ?? []).every((cell) => TYPE.test(cell));
  if (areTypes && names(upper, upper === 0)) return { at: upper, unitsAt: null, bodyAt: start };
  const areUnits = (split[above] ?? []).slice(0, widthOf(kinds)).every(isUnit);
  const bracketed = (split[above] ?? []).every((cell) => cell === '' || /^[[(].*[\])]$/.test(cell));
  if (areUnits && (upper === 0 || bracketed) && names(upper, upper === 0)) {
    return { at: upper, unitsAt: above, bodyAt: start };
  }
  if (names(above, above === 0)) return { ...none, at: above };
  // The name of an index stands alone, under the others.
  if (split[above]?.length === 1 && unnamed > 0 && names(upper, false))
    return { ...none, at: upper };
  // A person who says so knows.
  return choice.hasHeader
    ? { at: Math.max(0, above), unitsAt: null, bodyAt: Math.max(1, start) }
    : none;
}

const isUnit = (cell: string) =>
  UNIT.test(cell) || /^[N-]$/.test(cell) || isKnownUnit(cell) || isKnownUnit(lowerWord(cell));

/** `Celsius`; signs of units differ by their letters’ size. */
const lowerWord = (cell: string) => (cell.length > 4 ? cell.toLowerCase() : cell);

const widthOf = (kinds: readonly Kind[]) => kinds.findLastIndex((kind) => kind !== 'empty') + 1;

/** Words over the columns. Numbers may be names too, in the only line above. */
function namesColumns(
  row: Row,
  kinds: readonly Kind[],
  decimal: DecimalSign,
  isOnly: boolean,
  unnamed: number,
): boolean {
  const width = widthOf(kinds);
  const cells = row.slice(0, width).map((cell) => cellKind(cell, decimal));
  const words = cells.filter((kind) => kind === 'words').length;
  const hasPair = unnamed > 0 && timePair(kinds) > 0;
  const least = Math.min(width, Math.max(2, width - 1), width - unnamed - Number(hasPair));
  if (words === 0 || row.length < least) return false;
  if (cells.every((kind) => kind === 'words' || kind === 'missing')) return true;
  return (
    isOnly &&
    cells.some((kind, i) => kind === 'words' && (kinds[i] === 'number' || kinds[i] === 'time'))
  );
}

/** `# time, x, y` right above the rows, as numpy writes it. */
function commentHeader(
  rows: readonly NumberedRow[],
  bodyLine: number | undefined,
  separator: Separator,
  width: number,
  decimal: DecimalSign,
): { readonly cells: Row; readonly units: Row; readonly number: number } | null {
  const comments = rows.filter(({ number, text }) => number < (bodyLine ?? 0) && isComment(text));
  const wide = (row: NumberedRow | undefined) => {
    const cells = cellsOf(row?.text.replace(COMMENT, '') ?? '', separator);
    return cells.length === width ? cells : null;
  };
  const lowest = comments.at(-1);
  const units = wide(lowest);
  // Units under the names.
  const isBelow = units?.some(isKnownUnit) && wide(comments.at(-2)) !== null;
  const above = isBelow ? comments.at(-2) : lowest;
  if (!above) return null;
  const cells = cellsOf(above.text.replace(COMMENT, ''), separator);
  // `#` alone is the name of the first column, which numbers the rows.
  const wordy = cells.every(
    (cell, i) => cellKind(cell, decimal) === 'words' || (i === 0 && cell === ''),
  );
  return width > 1 && cells.length === width && wordy
    ? { cells, units: isBelow ? (units ?? []) : [], number: above.number }
    : null;
}

/** Where a day and its time stand beside each other; -1 where they do not. */
const timePair = (kinds: readonly Kind[]) =>
  kinds.findIndex((kind, i) => kind === 'time' && kinds[i + 1] === 'time');

/** Headings of a fixed width may have blanks in them; one may stand over day and time, which a comma parts, too. */
function widened(
  text: string,
  cells: Row,
  separator: Separator,
  kinds: readonly Kind[],
  unnamed: number,
): Row {
  if (cells.length === kinds.length) return cells;
  const pair = timePair(kinds);
  const isShort = cells.length === kinds.length - unnamed && kinds.at(-1) !== 'empty';
  if (unnamed > 0 && isShort && (separator !== ' ' || pair < unnamed)) {
    return [...Array<string>(unnamed).fill(''), ...cells];
  }
  if (unnamed > 0 && pair === unnamed && cells.length === kinds.length - unnamed - 1) {
    return ['', cells[0] ?? '', ...cells];
  }
  const wide = separator === ' ' ? text.trim().split(/\t|\s{2,}/) : cells;
  if (wide.length === kinds.length) return wide;
  const narrow = wide.length === kinds.length - 1 ? wide : cells;
  return pair < 0 || narrow.length !== kinds.length - 1
    ? narrow
    : [...narrow.slice(0, pair + 1), narrow[pair] ?? '', ...narrow.slice(pair + 1)];
}
