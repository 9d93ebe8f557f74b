/** Columns whose words say whose value a row has: rows of several series under each other. */
import { isIdName, isKeyName } from './headings.ts';
import type { TimeColumn } from './importPlan.ts';
import { type LookedAt, timesOf } from './timeGuess.ts';

/** More words than these are texts. */
const MOST_WORDS = 64;

/** The columns that together name the series; empty when every row is of one. */
export function guessKeys(table: LookedAt, time: TimeColumn | null): number[] {
  const wordy = table.columns.flatMap(({ kind }, column) => (kind === 'words' ? [column] : []));
  const few = wordy.filter((column) => isFew(wordsOf(table, column)));
  const named = few.filter(
    (column) => table.hasHeader && isKeyName(table.columns[column]?.name ?? ''),
  );
  // Numbers that say so are no values, so they are names.
  const ids = table.columns.flatMap(({ kind, name }, column) =>
    kind === 'number' &&
    table.hasHeader &&
    isIdName(name) &&
    isKeyName(name) &&
    isFew(wordsOf(table, column))
      ? [column]
      : [],
  );
  const varied = [...named, ...ids].filter((column) => new Set(wordsOf(table, column)).size > 1);
  if (varied.length > 0) return varied;
  const [only] = named;
  if (only !== undefined && hasOneValue(table)) return [only];
  if (time === null) return [];
  const times = timesOf(table, time, true);
  // Numbers are keys only by their name.
  const numbered = table.columns.flatMap(({ kind, name }, column) =>
    kind === 'number' && isKeyName(name) && isFew(wordsOf(table, column)) ? [column] : [],
  );
  const separating = [...few, ...numbered].find((column) =>
    separates(wordsOf(table, column), times),
  );
  return separating === undefined ? [] : [separating];
}

const wordsOf = ({ body }: LookedAt, column: number) => body.map((row) => row[column] ?? '');

/** Words that come again and again. */
function isFew(words: readonly string[]): boolean {
  const distinct = new Set(words).size;
  return distinct <= MOST_WORDS && distinct * 2 <= words.length;
}

/** `state` or `value` alone says nothing: the key is its name. */
function hasOneValue({ columns }: LookedAt): boolean {
  const numbers = columns.filter(({ kind }) => kind === 'number');
  return (
    numbers.length === 1 && /^_?(state|value|wert|val|reading|data)$/i.test(numbers[0]?.name ?? '')
  );
}

/** Times come again, or go back, and never within one word. */
function separates(words: readonly string[], times: readonly number[]): boolean {
  const newest = new Map<string, number>();
  let again = 0;
  for (const [i, word] of words.entries()) {
    const time = times[i] ?? Number.NaN;
    if (Number.isNaN(time)) continue;
    const before = newest.get(word);
    if (before !== undefined && time <= before) return false;
    newest.set(word, time);
    if (i > 0 && time <= (times[i - 1] ?? Number.NEGATIVE_INFINITY)) again++;
  }
  return newest.size > 1 && again > 0;
}
