/** One value in a text, with the unit that is written to it. */

export interface Token {
  /** `missing`: the text says that there is no value. */
  readonly kind: 'number' | 'missing';
  /** NaN when it is missing. */
  readonly value: number;
  readonly unit: string;
  /** Index behind it and its unit. */
  readonly end: number;
}

/** How the numbers of a line are written. */
export type Decimal = 'point' | 'comma';

/** Stands for a time, an address or a link that was taken out of a line; never a value. */
export const TAKEN_OUT = '\ue000';

const HEX = /[+-]?0(?:x[\da-f]{1,8}|b[01]{1,32})(?![\da-z.])/iy;
/** Fortran writes exponents with a D. */
const POINT = /[+\-−]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+|d[+-]\d+)?/iy;
/** With commas between thousands, which only a point behind them makes certain. */
const THOUSANDS = /[+\-−]?\d{1,3}(?:,\d{3})+\.\d+/y;
/** As programmers write thousands: `1_000`. */
const UNDERSCORES = /[+\-−]?\d{1,3}(?:_\d{3})+(?:\.\d+)?(?![\d_])/y;
/** Of how many, behind a whole number: `3/30`. A day has two strokes. */
const OF_MANY = /\s?\/\s?(\d{1,15})(?![\d.,:/]*[\d/]|\p{L})/uy;
const COMMA = /[+\-−]?(?:\d{1,3}(?:\.\d{3})+(?=,)|\d+)(?:,\d+)?(?:e[+-]?\d+)?/iy;
const MISSING =
  /(?:[+-]?(?:nan|inf(?:inity)?|ovf)|null|none|nil|undefined|#?n\/a|na|-{1,3}(?:[.,]-{1,3})?|\?{1,3})(?=$|[\s,;|)\]}"'/]|[°%])/iy;
const TRUTH = /(true|false)(?=$|[\s,;|)\]}"'])/iy;
/** Letters, a degree sign, a per cent sign; powers and quotients behind them. */
const UNIT_PATTERN = String.raw`(?:[°º˚*]\s?[CF](?![\p{L}])|[\p{L}°º˚%‰℃℉$€²³µΩ"″′'][\p{L}°º˚%‰²³·]{0,11}(?:[/^⁻-]{1,2}[\p{L}\d²³¹]{1,6}){0,3})`;
const ATTACHED_UNIT = new RegExp(UNIT_PATTERN, 'uy');
const UNIT_IN_BRACKETS = new RegExp(String.raw`\s?[([]\s*(${UNIT_PATTERN})\s*[)\]]`, 'uy');
const AFTER_VALUE = /$|[\s,;|)\]}>"'/&!\ue000]|\.$|\.\s|-\s/y;
const WHOLE_UNIT = new RegExp(`^${UNIT_PATTERN}$`, 'u');

/** The value that begins at `at`; null when there is none. */
export function scanValue(text: string, at: number, decimal: Decimal): Token | null {
  return (
    scanHex(text, at) ??
    scanNumber(text, at, decimal) ??
    scanMissing(text, at) ??
    scanTruth(text, at)
  );
}

/** Whether a word can be a unit. */
export const isUnit = (word: string): boolean => WHOLE_UNIT.test(word);

/** A unit as it is commonly written. */
export function tidyUnit(unit: string): string {
  return unit.replace(/^[*º˚]\s?(?=[CF]$)/, '°').replace(/^[º˚]$/, '°');
}

function scanNumber(text: string, at: number, decimal: Decimal): Token | null {
  const taken =
    match(UNDERSCORES, text, at) ??
    (decimal === 'comma'
      ? match(COMMA, text, at)
      : (match(THOUSANDS, text, at) ?? match(POINT, text, at)));
  if (!taken) return null;
  const plain =
    decimal === 'comma' && !taken.includes('_')
      ? taken.replaceAll('.', '').replace(',', '.')
      : taken.replace(/[,_]/g, '');
  const value = Number(plain.replace('−', '-').replace(/d/i, 'e'));
  return withUnit(text, behindOfMany(text, at + taken.length, plain), 'number', value);
}

/** Index behind what a whole number is of, when it is no more than that: two values may stand so, too. */
function behindOfMany(text: string, end: number, plain: string): number {
  OF_MANY.lastIndex = end;
  const most = OF_MANY.exec(text)?.[1];
  const isPart = most !== undefined && /^\d+$/.test(plain) && Number(plain) <= Number(most);
  return isPart ? OF_MANY.lastIndex : end;
}

function scanHex(text: string, at: number): Token | null {
  const taken = match(HEX, text, at);
  if (!taken) return null;
  const negative = taken.startsWith('-');
  const magnitude = Number(taken.replace(/^[+-]/, ''));
  return withUnit(text, at + taken.length, 'number', negative ? -magnitude : magnitude);
}

function scanMissing(text: string, at: number): Token | null {
  const taken = match(MISSING, text, at);
  return taken ? withUnit(text, at + taken.length, 'missing', Number.NaN) : null;
}

function scanTruth(text: string, at: number): Token | null {
  const taken = match(TRUTH, text, at);
  if (!taken) return null;
  const value = taken.toLowerCase() === 'true' ? 1 : 0;
  return { kind: 'number', value, unit: '', end: at + taken.length };
}

/** Null when what follows shows that it was no value: `1.2.3`, `12-34`, `2A3F`. */
function withUnit(text: string, end: number, kind: Token['kind'], value: number): Token | null {
  UNIT_IN_BRACKETS.lastIndex = end;
  const bracketed = UNIT_IN_BRACKETS.exec(text);
  if (bracketed) {
    return { kind, value, unit: tidyUnit(bracketed[1] ?? ''), end: end + bracketed[0].length };
  }
  const unit = match(ATTACHED_UNIT, text, end) ?? '';
  AFTER_VALUE.lastIndex = end + unit.length;
  if (AFTER_VALUE.test(text)) return { kind, value, unit: tidyUnit(unit), end: end + unit.length };
  AFTER_VALUE.lastIndex = end;
  return AFTER_VALUE.test(text) ? { kind, value, unit: '', end } : null;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
