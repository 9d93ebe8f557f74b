const MINUS = 0x2d;
const PLUS = 0x2b;
const ZERO = 0x30;

/** With this many digits, whole and below the point, one division rounds correctly. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(nan|inf|infinity)$/i;

/**
 * The number written in `bytes[from..to)`, the double nearest to it; null when it is none. `nan`
 * and `inf` are numbers. `decimalPoint` is the byte between the whole and the decimals.
 */
export function parseNumber(
  bytes: Buffer,
  from: number,
  to: number,
  decimalPoint: number,
): number | null {
  const sign = bytes[from];
  let at = sign === MINUS || sign === PLUS ? from + 1 : from;
  let digits = 0;
  let decimals = 0;
  let mantissa = 0;
  let beyondPoint = false;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits += 1;
      if (beyondPoint) decimals += 1;
    } else if (byte === decimalPoint && !beyondPoint) beyondPoint = true;
    else break;
  }
  if (at < to || digits === 0 || digits > EXACT_DIGITS) {
    return parseLongNumber(bytes.toString('latin1', from, to), String.fromCharCode(decimalPoint));
  }
  const size = mantissa / (POWERS_OF_TEN[decimals] ?? 1);
  return sign === MINUS ? -size : size;
}

/** What the loop above leaves: exponents, many digits, `nan`, `inf`, and what is no number. */
function parseLongNumber(text: string, decimalPoint: string): number | null {
  const plain = decimalPoint === '.' ? text : text.replace(decimalPoint, '.');
  if (NUMBER.test(plain)) return Number(plain);
  return NOT_FINITE.test(text) ? Number.NaN : null;
}
