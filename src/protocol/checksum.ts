/** The sum at the end of every line of our firmware (firmware/README.md). */
import { STAR } from './bytes.ts';

const HEX = '0123456789ABCDEF';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** XOR of `bytes[from..to)`, as NMEA 0183 sums its sentences. */
export function checksum(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum ^= bytes[i] ?? 0;
  return sum;
}

/** A sum as two upper-case hex digits. */
export function checksumText(sum: number): string {
  return `${HEX[sum >> 4]}${HEX[sum & 15]}`;
}

/** A whole line with its sum and its end, e.g. `set,7,gamma=2.5*4A\n`. */
export function checkedLine(body: string): string {
  const bytes = encoder.encode(body);
  return `${body}*${checksumText(checksum(bytes, 0, bytes.length))}\n`;
}

/** The value of a hex digit's byte, or -1. */
function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Whether `bytes[from..to)` ends in `*hh` and the sum is that of what stands before it. */
export function checkSum(
  bytes: Uint8Array,
  from: number,
  to: number,
): 'right' | 'sum' | 'unsummed' {
  const end = to - 3;
  if (end <= from || bytes[end] !== STAR) return 'unsummed';
  const high = hexDigit(bytes[end + 1] ?? 0);
  const low = hexDigit(bytes[end + 2] ?? 0);
  if (high < 0 || low < 0) return 'unsummed';
  return checksum(bytes, from, end) === high * 16 + low ? 'right' : 'sum';
}

/** The comma-separated fields of a line whose sum is right; else null. */
export function checkedFields(bytes: Uint8Array, from: number, to: number): string[] | null {
  if (checkSum(bytes, from, to) !== 'right') return null;
  return decoder.decode(bytes.subarray(from, to - 3)).split(',');
}
