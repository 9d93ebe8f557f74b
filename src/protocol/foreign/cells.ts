/** Lines of cells without labels: numbers, words among them, headers; and `label value` pairs. */

import { areOfSeveral, isKnownUnit } from './knownUnits.ts';
import { withoutTime } from './labelledTime.ts';
import { distinctNames, labelName } from './labelName.ts';
import {
  type ForeignReading,
  type ForeignValue,
  plainName,
  rowOf,
  type Separator,
  unread,
} from './reading.ts';
import { type Decimal, isUnit, scanValue, type Token, tidyUnit } from './token.ts';

/** A cell: the values in it, none for a word. */
interface Cell {
  readonly text: string;
  readonly values: readonly Token[];
}

const TRAILING = /[\s,;|]+$/;
const BRACKETS = /[([{<]+\s*(?=[-+−.\d])|(?<=[\d.]%?)\s*[)\]}>]+/g;
const QUOTED = /(^|[,;|\t]\s*)(["'])([^"']*)\2(?=\s*(?:[,;|\t]|$))/g;
/** An apostrophe, or a blank that breaks no line. */
const GROUP_MARK = /(?<=\d)['’\u00a0\u202f\u2009](?=\d{3}(?!\d))/g;
/** A whole cell. */
const BLANK_GROUPS = /(?<=^|[;|\t]\s*)[+-]?\d{1,3}(?: \d{3})+,\d+(?=\s*(?:[;|\t]|$))/g;
/** Points before a decimal comma, more than one: no separator would stand so. */
const POINT_GROUPS = /(?:^|\s)[+-]?\d{1,3}(?:\.\d{3}){2,},\d+(?=\s|$)/;
/** `1,5, 2,5` and `21,5°C`: with a blank behind it a comma parts cells, or a unit shows that it is one. */
const UNIT_OF_COMMA = String.raw`\s?[°º˚%\p{L}][^\s,;\d]{0,7}`;
const DECIMAL_COMMA = String.raw`[+\-−]?\d+,\d+`;
const SPACED_COMMAS = new RegExp(
  `^${DECIMAL_COMMA}(?:${UNIT_OF_COMMA})?(?:,\\s+${DECIMAL_COMMA}(?:${UNIT_OF_COMMA})?)+$|^${DECIMAL_COMMA}${UNIT_OF_COMMA}$`,
  'u',
);
const MISSING: Token = { kind: 'missing', value: Number.NaN, unit: '', end: 0 };
/** Words a cell for each number, at most, to be a row with words and not words with a number. */
const WORDS_PER_NUMBER = 2;
const MOST_LABEL_WORDS = 3;
/** Of two cells the first may as well say whose the other is. */
const LEAST_ALTERNATING = 4;
const MOST_SENTENCE_WORDS = 4;
const SENTENCE =
  /^(?:the\s+)?(\p{L}[\p{L}\d_]*(?=\s+(?:is|was|reads)\s)|\p{L}[\p{L}\d_]*(?:\s+\p{L}[\p{L}\d_]*)+?)(?:\s+(?:is|was|reads))?\s+([-+−]?[.\d].*)$/iu;
const KEY = /^\p{L}[\p{L}\d _.-]{0,39}$/u;
const LONGEST_COLUMN_NAME = 60;

/** Reads a line without labels; never throws. */
export function readCells(line: string): ForeignReading {
  const text = groupless(unquoted(line.replace(TRAILING, '').replace(/^\|\s*/, '')))
    .replace(BRACKETS, ' ')
    .trim();
  if (text === '') return unread('empty');
  if (SPACED_COMMAS.test(text)) return readCells(text.replace(/(\d),(\d)/g, '$1.$2'));
  if (isHexDump(text)) return unread('hex');
  const separator = separatorOf(text);
  if (separator === ' ') return readBlanks(text);
  const cells = text.split(separator).map((cell) => cell.trim());
  const decimal = separator === ',' ? 'point' : decimalOf(cells);
  const labelled = readLabelledCells(cells, decimal);
  if (labelled) return rowWithTime(labelled);
  const list = readNamedList(cells, decimal);
  if (list) return list;
  const read = cells.map((cell) => ({ text: cell, values: valuesOf(cell, decimal) }));
  return (
    (read.length >= LEAST_ALTERNATING ? readAlternating(read) : null) ?? readRow(read, separator)
  );
}

/** `"1,5","2,5"`: what is in quotes is one cell, whatever is in it. */
function unquoted(text: string): string {
  if (!/^["'][^"']*["']\s*(?:[,;|\t]|$)/.test(text)) return text;
  return text.replace(QUOTED, (_all, before: string, _mark, inside: string) => {
    const number = /^\s*[+-]?\d{1,3}(?:,\d{3})+\.\d+\s*$/.test(inside)
      ? inside.replaceAll(',', '')
      : inside.replace(/^(\s*[+-]?\d+),(\d+)/, '$1.$2');
    return before + number;
  });
}

/** Without what sets thousands apart, where that is certain: `1'234.5`, and blanks before a decimal comma. */
function groupless(text: string): string {
  const plain = text.replace(GROUP_MARK, '');
  return /[;|\t]/.test(plain)
    ? plain.replace(BLANK_GROUPS, (number) => number.replaceAll(' ', ''))
    : plain;
}

function separatorOf(text: string): Exclude<Separator, ''> {
  if (text.includes(';')) return ';';
  if (text.includes('\t') && !/,\s*\t/.test(text)) return '\t';
  if (text.includes('|')) return '|';
  return text.includes(',') && blankDecimal(text) === 'point' ? ',' : ' ';
}

/** Where blanks part cells, a comma within them is a decimal one. */
function blankDecimal(text: string): Decimal {
  if (POINT_GROUPS.test(text)) return 'comma';
  const words = text.split(/\s+/);
  const fractions = words.filter((word) => /^[+-]?\d+,\d+$/.test(word)).length;
  const hasOtherComma = words.some(
    (word) => word.includes(',') && !/^[+-]?\d+,\d+[^\d,]*$/.test(word),
  );
  return words.length > 1 && fractions > 0 && !hasOtherComma && !/\d\.\d/.test(text)
    ? 'comma'
    : 'point';
}

function decimalOf(cells: readonly string[]): Decimal {
  const withComma = cells.filter((cell) => /\d,\d/.test(cell));
  const isDecimal = (cell: string) => /^[^\d]*(?:\d{1,3}(?:\.\d{3})+|\d+),\d+[^\d,]*$/.test(cell);
  const hasPoint = cells.some((cell) => !cell.includes(',') && /\d\.\d/.test(cell));
  return withComma.length > 0 && !hasPoint && withComma.every(isDecimal) ? 'comma' : 'point';
}

/** The values of a cell, one after the other; none when there is a word among them. */
function valuesOf(cell: string, decimal: Decimal): readonly Token[] {
  if (cell === '') return [MISSING];
  const values: Token[] = [];
  let at = 0;
  while (at < cell.length) {
    const token = scanValue(cell, at, decimal);
    if (!token) return [];
    const behind = /^\s+(\S+)$/.exec(cell.slice(token.end));
    const word = behind?.[1] ?? '';
    if (!token.unit && word && !/^\d/.test(word) && isUnit(word) && !scanValue(word, 0, decimal)) {
      return [...values, { ...token, unit: tidyUnit(word) }];
    }
    values.push(token);
    const rest = /^[\s,/]*/.exec(cell.slice(token.end))?.[0].length ?? 0;
    if (rest === 0 && token.end < cell.length) return [];
    at = token.end + rest;
  }
  return values;
}

/** `temp 21.5, hum 40 %`: a label of few words before each value. */
function readLabelledCells(cells: readonly string[], decimal: Decimal): ForeignValue[] | null {
  const values: ForeignValue[] = [];
  for (const cell of cells) {
    const m = /^["']?(\p{L}.*?)["']?\s+([-+−.\d].*)$/u.exec(cell);
    const label = m?.[1] ?? '';
    const named = label.split(/\s+/).length <= MOST_LABEL_WORDS ? labelName(label) : null;
    const [token, another] = valuesOf(m?.[2] ?? 'x', decimal);
    if (!named || !token || another) return null;
    values.push({ name: named.name, value: token.value, unit: token.unit || named.unit });
  }
  return values;
}

/** `Gyro [dps] 0.1, 0.2, 0.3`: one label before all of the numbers. */
function readNamedList(cells: readonly string[], decimal: Decimal): ForeignReading | null {
  const m = /^(\p{L}.*?)\s+([-+−.\d]\S*)$/u.exec(cells[0] ?? '');
  const label = m?.[1] ?? '';
  const named = label.split(/\s+/).length <= MOST_LABEL_WORDS ? labelName(label) : null;
  if (!m || !named || TALK.test(label) || cells.length < 2) return null;
  const values = [m[2] ?? '', ...cells.slice(1)].map((cell) => valuesOf(cell, decimal));
  if (!values.every((tokens) => tokens.length === 1)) return null;
  return rowOf(
    'labels',
    values.flatMap((tokens, i) =>
      tokens.map(({ value, unit }) => ({
        name: `${named.name}.${i}`,
        value,
        unit: unit || named.unit,
      })),
    ),
  );
}

function readBlanks(text: string): ForeignReading {
  const decimal = text.includes(',') ? 'comma' : 'point';
  const words = text.split(/\s+/).map((word): Cell => {
    const token = scanValue(word, 0, decimal);
    return { text: word, values: token && token.end === word.length ? [token] : [] };
  });
  const alternating = readAlternating(words) ?? readSentence(text, decimal);
  if (alternating) return alternating;
  const cells: Cell[] = [];
  words.forEach((word, i) => {
    const number = cells.at(-1)?.values[0];
    if (number && isUnitOf(number, word, words[i + 1])) {
      cells.push({ ...word, values: [{ ...number, unit: tidyUnit(word.text) }] });
      cells.splice(-2, 1);
    } else {
      cells.push(word);
    }
  });
  return readAlternating(cells) ?? readQuantities(cells) ?? readRow(cells, ' ');
}

/** `VBAT 3.71 V 64 %`: one label before values of several units. */
function readQuantities([label, ...cells]: readonly Cell[]): ForeignReading | null {
  const named = label?.values.length === 0 && KEY.test(label.text) ? labelName(label.text) : null;
  const values = cells.flatMap((cell) => cell.values.slice(0, 1));
  if (!named || values.length < cells.length || !areOfSeveral(values)) return null;
  return rowWithTime(values.map(({ value, unit }) => ({ name: named.name, value, unit })));
}

/** A word behind a number is its unit, but not one that stands before the next number like a label. */
function isUnitOf(number: Token, word: Cell, next: Cell | undefined): boolean {
  if (number.kind !== 'number' || number.unit !== '' || word.values.length > 0) return false;
  if (!isUnit(word.text)) return false;
  return next === undefined || next.values.length === 0 || isKnownUnit(word.text);
}

/** `temp 21.5 hum 40`: a word before each value is its label. */
function readAlternating(cells: readonly Cell[]): ForeignReading | null {
  if (cells.length % 2 !== 0) return null;
  const values: ForeignValue[] = [];
  for (let i = 0; i < cells.length; i += 2) {
    const label = cells[i];
    const token = cells[i + 1]?.values[0];
    if (!label || label.values.length > 0 || !token || !/^\p{L}/u.test(label.text)) return null;
    const named = labelName(label.text);
    if (!named) return null;
    values.push({ name: named.name, value: token.value, unit: token.unit || named.unit });
  }
  return rowWithTime(values);
}

/** `Sensor value is 234`, `Light level 512 lx`: words that name the one number at their end. */
function readSentence(text: string, decimal: Decimal): ForeignReading | null {
  const said = SENTENCE.exec(text);
  const label = said?.[1] ?? '';
  if (!said || TALK.test(label) || label.split(/\s+/).length > MOST_SENTENCE_WORDS) return null;
  const [token, another] = valuesOf(said[2] ?? '', decimal);
  const named = labelName(label);
  if (token?.kind !== 'number' || another || !named) return null;
  return rowWithTime([{ name: named.name, value: token.value, unit: token.unit || named.unit }]);
}

function rowWithTime(values: readonly ForeignValue[]): ForeignReading {
  const timed = withoutTime(distinctNames(values));
  return rowOf('labels', timed.values, timed.time);
}

/** Values are named by their cell, so that a word in a cell before them changes no name. */
function readRow(cells: readonly Cell[], separator: Separator): ForeignReading {
  const count = cells.filter(({ values }) => values.length > 0).length;
  const words = cells.length - count;
  const said = cells.some(({ text, values }) =>
    values.some(({ kind }) => kind === 'number' || /\w/.test(text)),
  );
  if (!said) return count === cells.length ? unread('empty') : readHeader(cells, separator);
  if (words > (separator === ' ' ? count : WORDS_PER_NUMBER * count)) return unread('prose');
  const width = cells.reduce((sum, { values }) => sum + Math.max(1, values.length), 0);
  const row: ForeignValue[] = [];
  const places: number[] = [];
  let place = 0;
  for (const { values } of cells) {
    for (const { value, unit } of values) {
      row.push({ name: plainName(place, width), value, unit });
      places.push(place++);
    }
    if (values.length === 0) place++;
  }
  const [first] = cells;
  // Between blanks it may as well begin a sentence that has one number.
  const isKey =
    words === 1 &&
    (separator !== ' ' || row.length > 1) &&
    first?.values.length === 0 &&
    KEY.test(first.text);
  return {
    ...rowOf('numbers', row, null, separator),
    width,
    cells: words > 0 ? places : null,
    key: isKey ? first.text : null,
  };
}

/** What sketches say between blanks; a header is seldom written so. */
const TALK =
  /\b(?:ok|ready|done|start\w*|init\w*|errors?|fail\w*|found|waiting|setup|hello|world|the|is|to|now|not|no|begin\w*|test\w*|demo|calibrat\w*|connect\w*)\b/i;

/** Words that may name the columns of the rows that follow. */
function readHeader(cells: readonly Cell[], separator: Separator): ForeignReading {
  const names = cells.map(({ text }) => text.replace(/^["']|["']$/g, ''));
  const isName = (name: string) =>
    name.length <= LONGEST_COLUMN_NAME &&
    (/^-?$/.test(name) || /^[#(["']?[\p{L}_°%]/u.test(name)) &&
    !/[.!?…]$/.test(name) &&
    !(separator === ' ' && /[^\p{L}\p{N}_°%/²³()[\]^*-]/u.test(name));
  const isTalk = separator === ' ' && TALK.test(names.join(' '));
  if (isTalk || names.length < 2 || !names.every(isName)) return unread('words');
  const values = names.map((name) => ({
    unit: '',
    ...(labelName(name) ?? { name }),
    value: Number.NaN,
  }));
  return rowOf('header', distinctNames(values), null, separator);
}

/** Pairs of hex digits, some of them letters. */
function isHexDump(text: string): boolean {
  return /^(?:[\da-f]{2}[\s,:]+){3,}[\da-f]{2}$/i.test(text) && /[a-f]/i.test(text);
}
