/**
 * The plainest forms, read in one pass without a pattern: at full speed nearly every line is one of
 * them. What is anything else, even if only in one cell, is left to the readers of the other forms.
 */
import { COLON, COMMA, EQUALS, SEMICOLON, SPACE, TAB } from '../bytes.ts';
import { mayNameTime } from './labelledTime.ts';
import { distinctNames } from './labelName.ts';
import {
  type ForeignLine,
  type ForeignValue,
  plainName,
  rowOf,
  type Separator,
} from './reading.ts';

/** `1,2,3`, `1, 2`, `1 2 3`, with tabs, with semicolons; null when it is anything else. */
export function readPlainNumbers(text: string): ForeignLine | null {
  const end = text.length;
  let numbers: number[] | null = null;
  let first = 0;
  let separator = 0;
  /** Whether a blank is behind the commas; where it is behind some only, the others may be decimal. */
  let spaced = -1;
  let at = 0;
  while (at < end) {
    const from = at;
    while (at < end && isNumeric(text.charCodeAt(at))) at++;
    if (at === from) return null;
    const value = Number(text.slice(from, at));
    if (Number.isNaN(value)) return null;
    if (numbers) numbers.push(value);
    else if (separator === 0) first = value;
    else numbers = [first, value];
    if (at === end) break;
    let mark = text.charCodeAt(at);
    const blanksFrom = at;
    while (mark === SPACE && at < end) mark = text.charCodeAt(++at);
    if (mark === COMMA || mark === SEMICOLON || mark === TAB) {
      const isSpaced = Number(text.charCodeAt(++at) === SPACE);
      if (mark === COMMA && spaced >= 0 && spaced !== isSpaced) return null;
      spaced = isSpaced;
      while (at < end && text.charCodeAt(at) === SPACE) at++;
    } else {
      if (at === blanksFrom) return null;
      mark = SPACE;
    }
    if (separator !== 0 && mark !== separator) return null;
    separator = mark;
  }
  if (!numbers) return end === 0 ? null : rowOf('numbers', [plainValue('value', first)]);
  const values: ForeignValue[] = [];
  for (let i = 0; i < numbers.length; i++) {
    values.push(plainValue(plainName(i, numbers.length), numbers[i] ?? Number.NaN));
  }
  return rowOf('numbers', values, null, separatorOf(separator));
}

/** `temp:21.5,hum:40`, `temp: 21.5 hum: 40`, `x=1 y=2`; null when it is anything else. */
export function readPlainLabels(text: string): ForeignLine | null {
  const end = text.length;
  const values: ForeignValue[] = [];
  let separator = 0;
  let at = 0;
  while (at < end) {
    const from = at;
    if (!isLetter(text.charCodeAt(at))) return null;
    while (at < end && isOfName(text.charCodeAt(at))) at++;
    const mark = text.charCodeAt(at);
    if (mark !== COLON && mark !== EQUALS) return null;
    const name = text.slice(from, at++);
    if (text.charCodeAt(at) === SPACE) at++;
    const numberFrom = at;
    while (at < end && isNumeric(text.charCodeAt(at))) at++;
    if (at === numberFrom) return null;
    const value = Number(text.slice(numberFrom, at));
    if (Number.isNaN(value)) return null;
    values.push(plainValue(name, value));
    if (at === end) break;
    let between = text.charCodeAt(at);
    if (between === COMMA || between === SEMICOLON || between === TAB) {
      at++;
    } else if (between !== SPACE) {
      return null;
    } else {
      between = SPACE;
    }
    while (at < end && text.charCodeAt(at) === SPACE) at++;
    if (separator !== 0 && between !== separator) return null;
    separator = between;
  }
  return isPlain(values) ? rowOf('labels', distinctNames(values)) : null;
}

const plainValue = (name: string, value: number): ForeignValue => ({ name, value, unit: '' });

function separatorOf(code: number): Separator {
  switch (code) {
    case COMMA:
      return ',';
    case SEMICOLON:
      return ';';
    case TAB:
      return '\t';
    default:
      return ' ';
  }
}

/** Whether no label may be that of a time, nor the only one count the lines. */
function isPlain(values: readonly ForeignValue[]): boolean {
  if (values.length === 0) return false;
  const [only] = values;
  if (only && values.length === 1) return !isDigit(only.name.charCodeAt(only.name.length - 1));
  for (const { name } of values) if (mayNameTime(name)) return false;
  return true;
}

/** Digits, signs, the point and the e. */
const isNumeric = (code: number) =>
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2e ||
  code === 0x2d ||
  code === 0x2b ||
  code === 0x65 ||
  code === 0x45;

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

const isOfName = (code: number) => isLetter(code) || isDigit(code);

const isLetter = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
