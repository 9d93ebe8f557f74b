/**
 * Numbers as people and their programs write them in cells: decimal points and commas, thousands set
 * apart, a unit behind. Plain ones never come here: they are read from their bytes.
 */
import { isKnownUnit } from '../../protocol/foreign/knownUnits.ts';
import { parseNumber } from '../../protocol/number.ts';
import type { DecimalSign } from './importPlan.ts';

/** How sure it is that a cell is a number. A group of thousands may as well be decimals. */
export type NumberForm = 'plain' | 'grouped';

const WITH_POINT = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const WITH_COMMA = /^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/;
/** `1 234,5`, `1'234.5`, `1_234`. */
const SET_APART = /^[+-]?\d{1,3}([ _\u00a0\u2009\u202f'’]\d{3})+([.,]\d*)?$/;
/** A blank before the unit, or a sign that begins no word. */
const WITH_UNIT =
  /^([+-]?[\d.,]*\d[.,]?(?:e[+-]?\d+)?)(?:\s*[%°‰]|\s+[a-zµμΩ])[a-z0-9%°µμΩ²³/]{0,6}$/i;
/** Letters right behind the number, when they are a unit; one that is of hex may be of anything. */
const WITH_LETTERS =
  /^([+-]?[\d.,]*\d)([g-zµμΩV][A-Za-zµμΩ]{0,4}|[a-fA-F][a-zA-Z]{1,4}|[MGWVNJ][a-zA-Z]{0,3})$/;
const CURRENCY = /^(?:[A-Z]{1,2}\$|[€$£¥])\s*(?=[-+.\d])|(?<=\d)\s*[€$£¥]$/;
const HEX = /^0x[\da-f]{1,8}$/;
const FORTRAN = /^[+-]?[\d.]+d[+-]\d+$/i;
const TRUTHS = new Map([
  ...['true', 'wahr', 'vrai', 'verdadero', 'verdadeiro', 'vero', 'waar'].map(one),
  ...['false', 'falsch', 'faux', 'falso', 'onwaar'].map(none),
]);
const LONGEST = 48;
/** Ways to say that there is no value; lower case. */
const MISSING = new Set([
  ...['', 'na', 'n/a', 'n.a.', 'null', 'none', 'nil', '-', '--', '---', '?', '*', '.', 'nat'],
  ...['#n/a', '#na', '#nv', '#value!', '#wert!', '#div/0!', '#ref!', '#num!', '#null!', '#name?'],
  ...['#nome?', '#valor!', '#n/d', '#¡valor!', '#nombre?', '-nan', '1.#qnan', '-1.#ind', '1.#ind'],
  ...[
    '-nan(ind)',
    'n/d',
    'no data',
    'nodata',
    ...['∞', '+∞', '-∞'],
    'bad',
    'error',
    'ol',
    'overflow',
    '**',
    '***',
    '****',
  ],
  ...['undefined', 'unknown', 'unavailable', 'missing', 'ovf', 'ovr', 'err', '<null>', 'nan'],
]);
const LONGEST_MISSING = 11;
const encoder = new TextEncoder();

export const isMissing = (cell: string): boolean =>
  cell.length <= LONGEST_MISSING && MISSING.has(cell.toLowerCase());

/** The number in a cell; null when it is none. `true` and `false` are 1 and 0, in other languages too. */
export function cellNumber(cell: string, decimal: DecimalSign): number | null {
  const form = numberForm(cell, decimal);
  return form === null ? null : form.value;
}

/** The number and how it is written; null when it is none. */
export function numberForm(
  cell: string,
  decimal: DecimalSign,
): { readonly value: number; readonly form: NumberForm } | null {
  const text = cell.trim().replace(CURRENCY, '').replace(/^−/, '-');
  if (text === '' || text.length > LONGEST) return null;
  const plain = plainNumber(text, decimal);
  if (plain !== null) return { value: plain, form: 'plain' };
  const groups = decimal === ',' ? WITH_COMMA : WITH_POINT;
  if (groups.test(text)) {
    const value = Number(text.replaceAll(decimal === ',' ? '.' : ',', '').replace(',', '.'));
    return { value, form: text.includes(decimal) ? 'plain' : 'grouped' };
  }
  if (SET_APART.test(text)) {
    const value = plainNumber(text.replace(/[ _\u00a0\u2009\u202f'’]/g, ''), decimal);
    return value === null ? null : { value, form: 'plain' };
  }
  const attached = WITH_LETTERS.exec(text);
  const number =
    WITH_UNIT.exec(text)?.[1] ?? (isKnownUnit(attached?.[2] ?? '') ? attached?.[1] : undefined);
  return number === undefined ? null : numberForm(number, decimal);
}

function plainNumber(text: string, decimal: DecimalSign): number | null {
  const lower = text.toLowerCase();
  const truth = TRUTHS.get(lower);
  if (truth !== undefined) return truth;
  if (HEX.test(lower)) return Number(lower);
  if (/^[+-]?infinity$/.test(lower)) return lower.startsWith('-') ? -Infinity : Infinity;
  // A point in a table of decimal commas is no decimal point: it may stand between thousands.
  if (decimal === ',' && text.includes('.')) return null;
  const point = decimal === ',' ? text.replace(',', '.') : text;
  const bytes = encoder.encode(FORTRAN.test(point) ? point.replace(/d/i, 'e') : point);
  return parseNumber(bytes, 0, bytes.length);
}

function one(word: string): [string, number] {
  return [word, 1];
}

function none(word: string): [string, number] {
  return [word, 0];
}
