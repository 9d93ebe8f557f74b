/** JSON, and Python's dicts, lists and tuples, flattened to named values. */

import { withoutTime } from './labelledTime.ts';
import { distinctNames } from './labelName.ts';
import { type Literal, readLiteral } from './literal.ts';
import { readSenml, readTimedRows } from './objectRows.ts';
import {
  type ForeignReading,
  type ForeignTime,
  type ForeignValue,
  plainName,
  rowOf,
  unread,
} from './reading.ts';
import { readTime } from './timeInFront.ts';
import { scanValue } from './token.ts';

const TIME_NAME = /^(?:time|timestamp|ts|date|datetime|created_at)$/i;
const MISSING_WORD = /^(?:nan|-?inf|ovf|null|n\/a)$/i;

/** In a string of its own a comma parts nothing. */
const DECIMAL_COMMA = /^[+-]?\d+,\d+/;
/** What may say whose numbers an object has. */
const KEY_NAME =
  /^(?:sensor|name|id|n|entity(?:_id)?|series|tag|channel|topic|device(?:_id)?|metric|model|node|room|location|source|label|key)$/i;
const KEY_WORD = /^\p{L}[\p{L}\d _.:/-]{0,39}$/u;
/** Ever new ones, as computers make them, name nothing. */
const RANDOM_WORD = /[\da-f]{6}|\d{4}/i;

/** Reads an object or a dict; `prefix` goes before its names. Never throws. */
export function readObject(text: string, prefix = ''): ForeignReading {
  const literal = readLiteral(text);
  if (literal === undefined || literal === null || typeof literal !== 'object')
    return unread('json');
  return (prefix === '' ? readSenml(literal) : null) ?? readGathered(literal, prefix);
}

function readGathered(literal: Literal, prefix: string): ForeignReading {
  const gathered: Gathered = { values: [], time: null };
  gather(literal, prefix, gathered);
  if (gathered.values.length === 0) return unread('json-without-numbers');
  const timed = withoutTime(distinctNames(gathered.values));
  return { ...rowOf('json', timed.values, gathered.time ?? timed.time), key: keyOf(literal) };
}

/** The only word in a flat object under a name that says whose it is; null when there is none. */
function keyOf(literal: Literal): string | null {
  if (literal === null || typeof literal !== 'object' || isList(literal)) return null;
  const words = literal.entries.flatMap(([name, value]) =>
    typeof value === 'string' && KEY_NAME.test(name) && leafValue(value) === null ? [value] : [],
  );
  const [word = ''] = words;
  return words.length === 1 && KEY_WORD.test(word) && !RANDOM_WORD.test(word) ? word : null;
}

/** Reads a list or a tuple; null when it is none, or one of words. */
export function readList(text: string): ForeignReading | null {
  const literal = readLiteral(text);
  if (!Array.isArray(literal)) return null;
  const leaves = leavesOf(literal);
  if (leaves === null) {
    return (
      readSenml(literal) ??
      readTimedRows(literal, (item) => {
        const row = readGathered(item, '');
        return row.form === null ? null : row;
      }) ??
      readGathered(literal, '')
    );
  }
  const width = leaves.length;
  if (width === 0) return null;
  const pairs = labelledPairs(leaves);
  if (pairs) return rowOf('labels', distinctNames(pairs));
  const values: ForeignValue[] = [];
  const cells: number[] = [];
  leaves.forEach((leaf, at) => {
    const read = leafValue(leaf);
    if (!read) return;
    values.push({ name: plainName(at, width), ...read });
    cells.push(at);
  });
  if (values.length === 0) return null;
  return { ...rowOf('numbers', values), width, cells };
}

interface Gathered {
  readonly values: ForeignValue[];
  time: ForeignTime | null;
}

function gather(literal: Literal, name: string, into: Gathered): void {
  const below = (key: string) => (name === '' ? key : `${name}.${key}`);
  if (isList(literal)) {
    literal.forEach((item, i) => {
      gather(item, below(String(i)), into);
    });
  } else if (literal !== null && typeof literal === 'object') {
    for (const [key, item] of literal.entries) gather(item, below(key), into);
  } else if (name !== '') {
    const read = leafValue(literal);
    if (read) into.values.push({ name, ...read });
    else if (typeof literal === 'string' && TIME_NAME.test(name)) {
      into.time ??= readTime(literal)?.time ?? null;
    }
  }
}

/** Null for words. */
function leafValue(leaf: Literal): { readonly value: number; readonly unit: string } | null {
  switch (typeof leaf) {
    case 'number':
      return { value: Number.isFinite(leaf) ? leaf : Number.NaN, unit: '' };
    case 'boolean':
      return { value: leaf ? 1 : 0, unit: '' };
    case 'string': {
      const text = leaf.trim();
      if (MISSING_WORD.test(text)) return { value: Number.NaN, unit: '' };
      const spaced = /^(\S+)\s+([\p{L}°%]\S{0,8})$/u.exec(text);
      const written = spaced?.[1] ?? text;
      const token = scanValue(written, 0, DECIMAL_COMMA.test(written) ? 'comma' : 'point');
      const isWhole = token?.kind === 'number' && token.end === written.length;
      return isWhole ? { value: token.value, unit: token.unit || (spaced?.[2] ?? '') } : null;
    }
    default:
      return leaf === null ? { value: Number.NaN, unit: '' } : null;
  }
}

/** All that a list holds, without its brackets; null when there is an object in it. */
function leavesOf(list: readonly Literal[]): Literal[] | null {
  const leaves: Literal[] = [];
  for (const item of list) {
    if (isList(item)) {
      const inner = leavesOf(item);
      if (inner === null) return null;
      leaves.push(...inner);
    } else if (item !== null && typeof item === 'object') {
      return null;
    } else {
      leaves.push(item);
    }
  }
  return leaves;
}

/** `('temp', 21.5, 'hum', 40)` */
function labelledPairs(leaves: readonly Literal[]): ForeignValue[] | null {
  if (leaves.length % 2 !== 0) return null;
  const pairs: ForeignValue[] = [];
  for (let i = 0; i < leaves.length; i += 2) {
    const name = leaves[i];
    const value = leaves[i + 1];
    if (typeof name !== 'string' || leafValue(name) || value === undefined) return null;
    const read = leafValue(value);
    if (!read || typeof value === 'string') return null;
    pairs.push({ name: name.replace(/\s*[:=]\s*$/, ''), ...read });
  }
  return pairs;
}

const isList = (literal: Literal): literal is readonly Literal[] => Array.isArray(literal);
