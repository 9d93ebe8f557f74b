/** Writes checked lines (`…*hh`) into chunks of bytes, without a string on the way. */
import { LF, MINUS, POINT, STAR } from '../../protocol/bytes.ts';
import { checksum } from '../../protocol/checksum.ts';

const CHUNK_BYTES = 65_536;
/** Room that a line may need; a longer one would not be read either. */
const LINE_ROOM = 8192;
const ZERO = 0x30;
const HEX = [...'0123456789ABCDEF'].map((digit) => digit.charCodeAt(0));
const encoder = new TextEncoder();

export interface LineBuffer {
  byte(value: number): void;
  copy(bytes: Uint8Array, from: number, to: number): void;
  text(words: string): void;
  /** Plain decimal that reads back as the same double; `nan`, `inf`, `-inf`. */
  number(value: number): void;
  /** Where the next byte goes: with `cutTo` a way to take back what was written since. */
  length(): number;
  cutTo(length: number): void;
  /** The bytes written since `from`; valid until the line is ended. */
  written(): Uint8Array;
  /** Ends the line with its sum. Full chunks are handed on. */
  seal(): void;
  /** Ends a line that has its sum, or none. */
  endLine(): void;
  /** Hands on what is there. */
  flush(): void;
}

export function createLineBuffer(emit: (chunk: Uint8Array) => void): LineBuffer {
  let chunk = new Uint8Array(CHUNK_BYTES);
  let length = 0;
  let lineFrom = 0;
  const reversed = new Uint8Array(20);

  function text(words: string): void {
    const bytes = encoder.encode(words);
    chunk.set(bytes, length);
    length += bytes.length;
  }

  /** A whole number from 0 to 2^53. */
  function whole(value: number, leastDigits: number): void {
    let rest = value;
    let count = 0;
    while (rest > 0 || count < leastDigits) {
      const next = Math.floor(rest / 10);
      reversed[count++] = ZERO + (rest - next * 10);
      rest = next;
    }
    while (count > 0) chunk[length++] = reversed[--count] ?? ZERO;
  }

  function number(value: number): void {
    if (value > 0 && value <= Number.MAX_SAFE_INTEGER && Number.isInteger(value)) {
      whole(value, 1);
      return;
    }
    const thousandths = Math.round(value * 1000);
    if (!(Math.abs(thousandths) < 1e15 && thousandths / 1000 === value)) {
      text(longNumber(value));
      return;
    }
    if (value < 0 || Object.is(value, -0)) chunk[length++] = MINUS;
    const size = Math.abs(thousandths);
    const integer = Math.floor(size / 1000);
    const decimals = size - integer * 1000;
    whole(integer, 1);
    if (decimals === 0) return;
    chunk[length++] = POINT;
    whole(decimals, 3);
  }

  function flush(): void {
    if (length > 0) emit(chunk.subarray(0, length));
    chunk = new Uint8Array(CHUNK_BYTES);
    length = 0;
    lineFrom = 0;
  }

  function endLine(): void {
    chunk[length++] = LF;
    lineFrom = length;
    if (length > CHUNK_BYTES - LINE_ROOM) flush();
  }

  return {
    byte(value) {
      chunk[length++] = value;
    },
    copy(bytes, from, to) {
      for (let i = from; i < to; i++) chunk[length++] = bytes[i] ?? 0;
    },
    text,
    number,
    length: () => length,
    cutTo(to) {
      length = to;
    },
    written: () => chunk,
    seal() {
      const sum = checksum(chunk, lineFrom, length);
      chunk[length++] = STAR;
      chunk[length++] = HEX[sum >> 4] ?? ZERO;
      chunk[length++] = HEX[sum & 15] ?? ZERO;
      endLine();
    },
    endLine,
    flush,
  };
}

function longNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  return value === Number.NEGATIVE_INFINITY ? '-inf' : String(value);
}
