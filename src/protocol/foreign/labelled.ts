/** Lines whose values have names before them: `temp:21.5`, `Temp (°C): 22.4 Hum (%): 40.1`, `x=1 y=2`. */

import { areOfSeveral, isKnownUnit } from './knownUnits.ts';
import { isCountingWord } from './labelCounter.ts';
import { withoutTime } from './labelledTime.ts';
import { countedLabel, distinctNames, labelName } from './labelName.ts';
import {
  type CountedLabel,
  type ForeignReading,
  type ForeignValue,
  rowOf,
  unread,
} from './reading.ts';
import { type Decimal, isUnit, scanValue, TAKEN_OUT, type Token, tidyUnit } from './token.ts';

const MARK = /\s*(?:[:=]+>?|[-]>|→)\s*/;
const OPENING = /[\s([{"']*/y;
const CLOSING = /[)\]}"']*\s*[,;|/]?\s*/y;
const SEPARATOR = /[,;|\t]/;
const BLANK_WORD = /\s+([^\s,;|:=()[\]{}]{1,16})/y;
const BEFORE_LABEL = /^[\s,;|/)\]}&]+/;
const LONGEST_HEADING = 40;
const TIGHT_LIST = /^[\s"'([{]*[-+]?[.\d]+(?:,[-+]?[.\d]+)+(?=[\s"')\]}]|$)/;
/** `temp: 20.5 -> 21.0`: what it was before it is what it is. */
const WAS_BEFORE =
  /([:=]\s*)[-+]?(?:\d+\.?\d*|\.\d+)\s?[°%\p{L}]{0,4}\s*(?:[-=]>|→)\s*(?=[-+]?[.\d])/gu;
/** A label with its number, over others: `ADC(0): raw value: 512`. */
const NUMBERED = /\d[)\]]?\s*$/;
/** A label that is only the number of the line. */
const LINE_NUMBER = /^\s*(?:#\s*\d+|\[\d+\]|\(\d+\))\s*$/;
/** Before a label: which line it is. */
const COUNT_BEFORE =
  /^\W*(?:(?:sample|reading|packet|message|msg|frame|measurement|loop|step|epoch|batch|iter(?:ation)?|cycle|no|nr|seq)\.?\s*#?|#)\s*\d+(?:\s?\/\s?\d+)?[\s:,)\]-]+(?=\p{L})/iu;
/** `Rotation X: 1, Y: 2, Z: 3`: the letters behind the first are of the same. */
const WITH_AXIS = /^(.*\S)\s+\p{L}$/u;
const AXIS = /^\p{L}$/u;
const TIME_AND_VALUE =
  /^\d+\s*:\s*[-+]?[\d.]+(?:e[-+]?\d+)?(?:[\s,;|]+\d+\s*:\s*[-+]?[\d.]+(?:e[-+]?\d+)?)*[,;]?$/i;

interface Labelled {
  readonly label: string;
  readonly values: readonly Token[];
  /** Numbers with nothing but commas between. */
  readonly isTight: boolean;
}

/** What follows a mark: the values, and the label before the next mark. */
interface Stretch {
  readonly values: readonly Token[];
  readonly next: string;
  /** Nothing but the next label stands there. */
  readonly isBare: boolean;
}

/** Reads a line with `:` or `=` in it; never throws. */
export function readLabels(whole: string): ForeignReading {
  if (TIME_AND_VALUE.test(whole)) return readPairs(whole);
  const text = whole.replace(WAS_BEFORE, '$1');
  const decimal = decimalOf(text);
  const [before = '', ...parts] = text.split(MARK);
  let label = labelBefore(before, decimal);
  const endsTakenOut = before.trimEnd().endsWith(TAKEN_OUT);
  let heading = '';
  const found: Labelled[] = [];
  parts.forEach((part, i) => {
    // `T/H: 21/40`: two labels, so two values.
    const said = label.includes('/') ? part.replace(/(\d)\s?\/\s?(?=\d)/g, '$1, ') : part;
    const stretch = scanStretch(said, i === parts.length - 1, decimal);
    if (stretch.values.length > 0) {
      const isTight = decimal === 'point' && TIGHT_LIST.test(part);
      found.push({ label, values: stretch.values, isTight });
    }
    const isOver = (stretch.isBare || NUMBERED.test(label)) && !(i === 0 && endsTakenOut);
    if (stretch.values.length === 0 && isOver && found.length === 0) heading = label;
    label = stretch.next;
  });
  const over = headingOf(heading);
  const values = found.length > 0 ? nameValues(found, over?.prefix ?? '') : [];
  if (values.length === 0) return unread(saysAnything(text) ? 'label-words' : 'words');
  const timed = withoutTime(distinctNames(values));
  const [only, another] = found;
  const single = only && !another ? countedLabel(labelName(only.label)?.name ?? '') : null;
  const counted = over ? over.counted : single;
  return { ...rowOf('labels', timed.values, timed.time), counted };
}

const saysAnything = (text: string) => /[\p{L}\d]/u.test(text);

/** `ms:value` pairs: rows of one channel. Keys that count up from 0 or 1 on one line are names. */
function readPairs(text: string): ForeignReading {
  const pairs = text.split(/[\s,;|]+(?=\d+\s*:)/).map((pair) => {
    const [key = '', value = ''] = pair.split(':');
    return { key: key.trim(), value: Number(value.replace(/[,;]$/, '')) };
  });
  if (pairs.some(({ value }) => Number.isNaN(value))) return unread('prose');
  const firstKey = Number(pairs[0]?.key);
  const isList = firstKey <= 1 && pairs.every(({ key }, i) => Number(key) === firstKey + i);
  if (pairs.length > 1 && isList) {
    return rowOf(
      'labels',
      pairs.map(({ key, value }) => ({ name: key, value, unit: '' })),
    );
  }
  const rows = pairs.map(({ key, value }) =>
    rowOf('labels', [{ name: 'value', value, unit: '' }], { ms: Number(key), clock: 'uptime' }),
  );
  const [first, ...further] = rows;
  return first ? { ...first, further } : unread('prose');
}

/** A decimal comma is certain where every comma is one or parts labels and no point is one. */
function decimalOf(text: string): Decimal {
  if (!/\d,\d/.test(text) || /\d\.\d/.test(text) || /,[^\d\s]/.test(text)) return 'point';
  const between = text.split(MARK).slice(1);
  const each = between.map((part) => part.match(/\d,\d+/g) ?? []);
  if (each.some(({ length }) => length > 1)) return 'point';
  const withUnit = /\d,\d+\s?[\p{L}°%]/u;
  // After the only label a comma may as well part two values.
  const isFraction = each.length > 1 ? /\d,\d{1,2}(?!\d)|\d,\d+\s?[\p{L}°%]/u : withUnit;
  return each.every(([comma], i) => !comma || isFraction.test(between[i] ?? ''))
    ? 'comma'
    : 'point';
}

function scanStretch(part: string, isLast: boolean, decimal: Decimal): Stretch {
  const values: Token[] = [];
  let at = skip(OPENING, part, 0);
  let afterComma = true;
  for (;;) {
    const token = scanValue(part, at, decimal);
    // A dash after a blank parts words; after a comma it stands for a value.
    if (!token || (token.kind === 'missing' && !afterComma)) break;
    // Before the next mark a lone number is its label, not a second value.
    const unit = token.unit || unitBehind(part, token.end, isLast);
    const end = token.unit || !unit ? token.end : token.end + blankWordLength(part, token.end);
    values.push(token.unit ? token : { ...token, unit: tidyUnit(unit) });
    const behind = skip(CLOSING, part, end);
    afterComma = SEPARATOR.test(part.slice(end, behind));
    at = skip(OPENING, part, behind);
    if (behind === end || at >= part.length) break;
    // `512 (50 %)` is one value said twice.
    if (values.length === 1 && part.slice(behind, at).includes('(')) break;
  }
  const rest = part.slice(at);
  if (values.length > 0)
    return { values, next: lastCell(rest.replace(BEFORE_LABEL, '')), isBare: false };
  return { values, ...labelAfterWords(rest) };
}

/** The unit that stands after a blank: a word before a separator, at the end, or a known unit. */
function unitBehind(part: string, end: number, isLast: boolean): string {
  BLANK_WORD.lastIndex = end;
  const word = BLANK_WORD.exec(part)?.[1];
  if (word === undefined || !isUnit(word)) return '';
  const after = part.slice(BLANK_WORD.lastIndex);
  if (after.trim() === '') return isLast ? word : '';
  if (isLast || /^\s*[,;|)\]\t]/.test(after)) return word;
  return isKnownUnit(tidyUnit(word)) ? word : '';
}

function blankWordLength(part: string, end: number): number {
  BLANK_WORD.lastIndex = end;
  return BLANK_WORD.exec(part)?.[0].length ?? 0;
}

/** The label before the first mark, without values that have none. */
function labelBefore(whole: string, decimal: Decimal): string {
  const text = whole.replace(COUNT_BEFORE, '');
  let at = skip(OPENING, text, 0);
  for (;;) {
    const token = scanValue(text, at, decimal);
    if (!token || token.end >= text.length || token.kind === 'missing') break;
    at = skip(CLOSING, text, token.end);
  }
  return lastCell(text.slice(at));
}

/** Words where a value was looked for: a state, a heading, and behind them the next label. */
function labelAfterWords(words: string): { readonly next: string; readonly isBare: boolean } {
  const text = words.replaceAll(TAKEN_OUT, ' ').trim();
  if (SEPARATOR.test(text)) return { next: lastCell(text), isBare: false };
  const parts = text.split(/\s{2,}/);
  if (parts.length > 1) return { next: parts.at(-1) ?? '', isBare: false };
  const wasTakenOut = words.includes(TAKEN_OUT);
  const isOne = !/\s/.test(text) || wasTakenOut;
  return { next: isOne ? text : (text.split(/\s+/).at(-1) ?? ''), isBare: isOne && !wasTakenOut };
}

/** Without what was taken out, and what stands before that. */
function lastCell(text: string): string {
  const cell = text.split(SEPARATOR).at(-1) ?? '';
  if (!cell.includes(TAKEN_OUT)) return cell;
  return cell.split(TAKEN_OUT).findLast((part) => part.trim() !== '') ?? '';
}

/**
 * Named after a heading, two sensors that print the same labels stay two. One that counts its lines
 * would make new names on each: it is dropped when that is seen.
 */
function headingOf(
  heading: string,
): { readonly prefix: string; readonly counted: CountedLabel | null } | null {
  const name = labelName(heading)?.name ?? '';
  if (name === '' || name.length > LONGEST_HEADING) return null;
  const prefix = `${name} `;
  const number = /\s|#/.test(name) ? countedLabel(name) : null;
  if (number && isCountingWord(number.stem)) return null;
  return { prefix, counted: number && { ...number, label: prefix, instead: '' } };
}

function nameValues(found: readonly Labelled[], prefix: string): ForeignValue[] {
  const count = found[0]?.values.length ?? 0;
  const areLists =
    count > 1 && found.every(({ values }) => values.length === count && areAlike(values));
  const lastUnit = found.at(-1)?.values.at(-1)?.unit ?? '';
  const isLineNumber = found.length === 1 && LINE_NUMBER.test(found[0]?.label ?? '');
  let group = prefix;
  return found.flatMap(({ label, values, isTight }) => {
    const named = isLineNumber
      ? { name: 'value', unit: '' }
      : labelName(label.replace(/^got\s+/i, ''));
    if (!named) return [];
    const axis = AXIS.test(named.name);
    if (!axis) group = prefix;
    const name = group + named.name;
    const before = WITH_AXIS.exec(named.name)?.[1];
    if (before) group = `${prefix}${before} `;
    // The unit of all axes stands behind the last.
    const shared = (areLists && !areTwoKinds(values)) || axis || before ? lastUnit : '';
    const isList = areLists || (isTight && values.length > 1);
    const kept = isList || areOfSeveral(values) ? values : values.slice(0, 1);
    return kept.map((token, i) => ({
      name: isList ? `${name}.${i}` : name,
      value: token.value,
      unit: token.unit || named.unit || (hasOneUnit(found) ? shared : ''),
    }));
  });
}

/** Whether no value but the last has a unit. */
function hasOneUnit(found: readonly Labelled[]): boolean {
  const units = found.flatMap(({ values }) => values.map(({ unit }) => unit));
  return units.slice(0, -1).every((unit) => unit === '');
}

/** `13456  0.252V`: counts and what they are. */
function areTwoKinds([first, second, third]: readonly Token[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    third === undefined &&
    Number.isInteger(first.value) &&
    !Number.isInteger(second.value)
  );
}

/** `23.0 °C 73.4 °F` is one value twice, not two. */
function areAlike(values: readonly Token[]): boolean {
  const units = new Set(values.map(({ unit }) => unit).filter((unit) => unit !== ''));
  return units.size <= 1;
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
