/** The sum at the end of every line of our firmware (firmware/README.md). */
const HEX = '0123456789ABCDEF';
const encoder = new TextEncoder();

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
export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
