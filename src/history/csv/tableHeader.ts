/** The line that names the columns of a table: above its rows, or in a comment right before them. */
import { isKnownUnit } from '../../protocol/foreign/knownUnits.ts';
import { cellKind, cellsOf } from './dialect.ts';
import { isComment, type NumberedRow, withoutCommentSign } from './fileRow.ts';
import type { DecimalSign, LookChoice, Separator } from './importPlan.ts';

export type Row = readonly string[];
/** What most cells of a column hold. */
export type Kind = 'number' | 'time' | 'words' | 'empty';

/** What databases and their kind say of the columns, under the names. */
const TYPE =
  /^(?:[iuf](?:8|16|32|64)|u?(?:tiny|small|big|huge)?int(?:eger)?(?:8|16|32|64)?|float(?:32|64)?|double(?: precision)?|real|numeric.*|decimal.*|str|string|object|text|varchar.*|bool(?:ean)?|date|time|timestamp.*|datetime(?:64)?(?:\[.*\])?|)$/i;
const UNIT =
  /^([[(].*[\])]|s|sec|seconds?|[mµun]s|[mkµ]?v|volts?|[mkµ]?a|amps?|%|°?[cfk]|[mkh]?pa|[mkg]?hz|[mck]?m|[mk]?g|sequence|)$/i;

interface Header {
  readonly at: number | null;
  readonly unitsAt: number | null;
  readonly bodyAt: number;
}

/** The lines of names and of units, by their places in `split`, and where the rows begin. */
export function findHeader(
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
export function commentHeader(
  rows: readonly NumberedRow[],
  bodyLine: number | undefined,
  separator: Separator,
  width: number,
  decimal: DecimalSign,
): { readonly cells: Row; readonly units: Row; readonly number: number } | null {
  const comments = rows.filter(({ number, text }) => number < (bodyLine ?? 0) && isComment(text));
  const wide = (row: NumberedRow | undefined) => {
    const cells = cellsOf(row ? withoutCommentSign(row.text) : '', separator);
    return cells.length === width ? cells : null;
  };
  const lowest = comments.at(-1);
  const units = wide(lowest);
  // Units under the names.
  const isBelow = units?.some(isKnownUnit) && wide(comments.at(-2)) !== null;
  const above = isBelow ? comments.at(-2) : lowest;
  if (!above) return null;
  const cells = cellsOf(withoutCommentSign(above.text), separator);
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
export function widened(
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
