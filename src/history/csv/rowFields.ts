/**
 * The fields of a row, as places in its bytes: nothing is copied but quoted fields, which are
 * unquoted into a buffer of their own.
 */
import { QUOTE, SPACE, TAB } from '../../protocol/bytes.ts';

const MOST_FIELDS = 1024;

export interface RowFields {
  /** Where the fields stand: field i is `bytes[from[i]..to[i])`, blanks around it left out. */
  bytes: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** May exceed the fields that have places; no file of signals has so many. */
  count: number;
}

export const createRowFields = (): RowFields => ({
  bytes: new Uint8Array(0),
  from: new Int32Array(MOST_FIELDS),
  to: new Int32Array(MOST_FIELDS),
  count: 0,
});

/** Finds the fields of the row in `bytes[from..to)`; `separator` is a byte, a blank any run of blanks. */
export function splitRow(
  fields: RowFields,
  bytes: Uint8Array,
  from: number,
  to: number,
  separator: number,
): void {
  if (separator === SPACE) {
    splitAtBlanks(fields, bytes, from, to);
    return;
  }
  let count = 0;
  let start = from;
  for (let i = from; i <= to; i++) {
    const byte = i < to ? bytes[i] : separator;
    if (byte === QUOTE) {
      splitQuotedRow(fields, bytes, from, to, separator);
      return;
    }
    if (byte !== separator) continue;
    let left = start;
    let right = i;
    while (left < right && bytes[left] === SPACE) left++;
    while (right > left && bytes[right - 1] === SPACE) right--;
    fields.from[count] = left;
    fields.to[count] = right;
    count++;
    start = i + 1;
  }
  fields.bytes = bytes;
  fields.count = count;
}

function splitAtBlanks(fields: RowFields, bytes: Uint8Array, from: number, to: number): void {
  let count = 0;
  for (let i = from; i < to; i++) {
    const quoted = bytes[i] === QUOTE;
    if (isBlankByte(bytes[i])) continue;
    const start = quoted ? i + 1 : i;
    i = start;
    while (i < to && (quoted ? bytes[i] !== QUOTE : !isBlankByte(bytes[i]))) i++;
    fields.from[count] = start;
    fields.to[count] = i;
    count++;
  }
  fields.bytes = bytes;
  fields.count = count;
}

const isBlankByte = (byte: number | undefined) => byte === SPACE || byte === TAB;

/** RFC 4180: a quote inside quotes is doubled; one in the middle of a field is nothing but itself. */
function splitQuotedRow(
  fields: RowFields,
  bytes: Uint8Array,
  from: number,
  to: number,
  separator: number,
): void {
  const plain = new Uint8Array(to - from);
  let length = 0;
  let start = 0;
  let count = 0;
  let quoted = false;
  for (let i = from; i <= to; i++) {
    const byte = bytes[i] ?? 0;
    if (i === to || (byte === separator && !quoted)) {
      while (start < length && plain[start] === SPACE) start++;
      let end = length;
      while (end > start && plain[end - 1] === SPACE) end--;
      fields.from[count] = start;
      fields.to[count] = end;
      count++;
      start = length;
    } else if (byte !== QUOTE || !(quoted || isBlank(plain, start, length))) {
      plain[length++] = byte;
    } else if (quoted && bytes[i + 1] === QUOTE && i + 1 < to) {
      plain[length++] = QUOTE;
      i++;
    } else {
      quoted = !quoted;
    }
  }
  fields.bytes = plain;
  fields.count = count;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== SPACE) return false;
  return true;
}
