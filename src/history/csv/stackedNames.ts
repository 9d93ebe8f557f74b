/**
 * Names in several lines under each other, as pandas writes columns of several levels and spreadsheets
 * join cells: `,temp,temp` over `,mean,std`, and under them the name of the index alone.
 */
import { cellKind } from './dialect.ts';

type Row = readonly string[];

const MOST_LEVELS = 4;
/** What a column of several levels is called that has no name in one of them. */
const UNNAMED = /^Unnamed: \d+(?:_level_\d+)?$/;
/** Settings above a table have colons and signs in them. */
const NAME = /^[\p{L}_(%°][^:=;]*$/u;

/** A name for each column, of all levels down to the row `at`; null where there is only one. */
export function stackedNames(rows: readonly Row[], at: number, width: number): Row | null {
  const index = indexOf(rows[at], width);
  const lowest = index ? at - 1 : at;
  const levels: Row[] = [];
  for (let i = lowest; i >= 0 && levels.length < MOST_LEVELS; i--) {
    const row = namesOf(rows[i], width);
    if (!row) break;
    levels.unshift(row);
  }
  const [top] = levels;
  const bottom = levels.at(-1);
  if (!top || !bottom || (levels.length === 1 && !index)) return null;
  if (!index && !hasTwins(bottom) && !hasTwins(top)) return null;
  const filled = levels.map((level, i) => (i === levels.length - 1 ? level : spread(level)));
  const names = bottom.map((_, column) => {
    if (index?.[column]) return index[column];
    const words = filled.map((level) => level[column] ?? '').filter((word) => word !== '');
    return [...new Set(words)].join(' ');
  });
  return new Set(names).size === names.length ? names : null;
}

/** The names of the index, when the row has nothing over the other columns. */
function indexOf(row: Row | undefined, width: number): Row | null {
  if (row?.length !== width || width < 2) return null;
  const count = row.indexOf('');
  const isAlone = count > 0 && count * 2 <= width && row.slice(count).every((cell) => cell === '');
  return isAlone && row.slice(0, count).every(isName) ? row : null;
}

/** The names of one level, empty where it has none; null when the row is none. */
function namesOf(row: Row | undefined, width: number): Row | null {
  if (row?.length !== width) return null;
  const cells = row.map((cell) => (UNNAMED.test(cell) ? '' : cell));
  const named = cells.filter((cell) => cell !== '');
  return named.length > 0 && named.every(isName) ? cells : null;
}

const isName = (cell: string): boolean => NAME.test(cell) && cellKind(cell, '.') === 'words';

function hasTwins(row: Row): boolean {
  const named = row.filter((cell) => cell !== '');
  return new Set(named).size < named.length || row.slice(1).includes('');
}

/** A name stands over the columns to its right that have none. */
function spread(level: Row): Row {
  let last = '';
  return level.map((cell, column) => {
    if (column > 0 && cell !== '') last = cell;
    return column === 0 ? cell : last;
  });
}
