/**
 * Numbers straight from bytes: a sample line makes no string. The fast path is exact because a
 * decimal of at most 15 digits and a power of ten up to 1e22 are both exact doubles, so one division
 * rounds once (Clinger 1990); everything longer takes the slow and correct way through a string.
 */
import { MINUS, PLUS, POINT } from './bytes.ts';

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, i) => 10 ** i);
const EXACT_DIGITS = 15;
const LARGEST_EXACT_POWER = 22;

const LOWER_E = 0x65;

/** For bytes that are no number; NaN itself is a value that a board may send. */
const NOT_A_NUMBER = null;

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/**
 * Reads `bytes[from..to)` as a plain decimal (`-12.5`, `3e-7`) or as `nan`, `inf`, `-inf`. Values
 * too large for a double read as Infinity. Returns null when the bytes are none of these.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number | null {
  let i = from;
  const negative = bytes[i] === MINUS;
  if (negative || bytes[i] === PLUS) i++;
  let mantissa = 0;
  let digits = 0;
  let seen = 0;
  let exponent = 0;
  let pastPoint = false;
  for (; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (isDigit(byte)) {
      seen++;
      mantissa = mantissa * 10 + (byte - 0x30);
      if (mantissa !== 0) digits++;
      if (pastPoint) exponent--;
    } else if (byte === POINT && !pastPoint) {
      pastPoint = true;
    } else {
      break;
    }
  }
  if (seen === 0) return parseWord(bytes, from, to);
  if (i < to) {
    const written = parseExponent(bytes, i, to);
    if (written === null) return NOT_A_NUMBER;
    exponent += written;
  }
  if (digits > EXACT_DIGITS || Math.abs(exponent) > LARGEST_EXACT_POWER) {
    return Number(String.fromCharCode(...bytes.subarray(from, to)));
  }
  const power = POWERS_OF_TEN[Math.abs(exponent)] ?? 1;
  const magnitude = exponent < 0 ? mantissa / power : mantissa * power;
  return negative ? -magnitude : magnitude;
}

/** Reads `bytes[from..to)` as digits only, at most 15 of them; -1 when they are anything else. */
export function parseCount(bytes: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > EXACT_DIGITS) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (!isDigit(byte)) return -1;
    value = value * 10 + (byte - 0x30);
  }
  return value;
}

function parseExponent(bytes: Uint8Array, from: number, to: number): number | null {
  if (((bytes[from] ?? 0) | 0x20) !== LOWER_E) return NOT_A_NUMBER;
  const sign = bytes[from + 1];
  const signed = sign === MINUS || sign === PLUS;
  const magnitude = parseCount(bytes, from + (signed ? 2 : 1), to);
  if (magnitude < 0) return NOT_A_NUMBER;
  return sign === MINUS ? -magnitude : magnitude;
}

function parseWord(bytes: Uint8Array, from: number, to: number): number | null {
  if (to - from > 4) return NOT_A_NUMBER;
  switch (String.fromCharCode(...bytes.subarray(from, to)).toLowerCase()) {
    case 'nan':
      return Number.NaN;
    case 'inf':
    case '+inf':
      return Number.POSITIVE_INFINITY;
    case '-inf':
      return Number.NEGATIVE_INFINITY;
    default:
      return NOT_A_NUMBER;
  }
}
