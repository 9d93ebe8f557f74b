/**
 * Lines that belong together because a quote that one opens is closed in a later one (RFC 4180): they
 * become one line, with blanks where they ended. A quote that is not closed soon is a stray one; then
 * every line is a row of its own.
 */
import { BAR, COMMA, HASH, QUOTE, SEMICOLON, SPACE, TAB } from '../../protocol/bytes.ts';

/** So much may stand between the quotes; a cell of more is none. */
const MOST_BYTES = 65_536;

export interface QuotedLines {
  line(number: number, bytes: Uint8Array, from: number, to: number): void;
  /** A line that cannot be kept is no part of anything. */
  flush(): void;
}

/**
 * Hands on rows, with the number of the first of their lines. `isRow` says of what was put together
 * whether it makes a row; if not, its lines are handed on one by one.
 */
export function createQuotedLines(sink: {
  row(number: number, bytes: Uint8Array, from: number, to: number): void;
  isRow(bytes: Uint8Array, from: number, to: number): boolean;
}): QuotedLines {
  const held = new Uint8Array(MOST_BYTES);
  let heldLength = 0;
  let firstNumber = 0;
  /** Where the lines held begin. */
  let starts: number[] = [];

  function hold(bytes: Uint8Array, from: number, to: number): void {
    starts.push(heldLength);
    held.set(bytes.subarray(from, to), heldLength);
    heldLength += to - from;
    held[heldLength++] = SPACE;
  }

  function release(): void {
    const ends = [...starts.slice(1), heldLength];
    for (const [i, start] of starts.entries()) {
      sink.row(firstNumber + i, held, start, (ends[i] ?? start + 1) - 1);
    }
    forget();
  }

  function forget(): void {
    heldLength = 0;
    starts = [];
  }

  return {
    line(number, bytes, from, to) {
      const isHolding = starts.length > 0;
      if (isHolding && heldLength + (to - from) + 1 > MOST_BYTES) {
        release();
        this.line(number, bytes, from, to);
        return;
      }
      const isOpen = endsInQuotes(bytes, from, to, isHolding);
      if (!isHolding && (!isOpen || bytes[from] === HASH || to - from >= MOST_BYTES)) {
        sink.row(number, bytes, from, to);
        return;
      }
      if (!isHolding) firstNumber = number;
      hold(bytes, from, to);
      if (isOpen) return;
      if (!sink.isRow(held, 0, heldLength - 1)) {
        release();
        return;
      }
      sink.row(firstNumber, held, 0, heldLength - 1);
      forget();
    },
    flush: release,
  };
}

/**
 * Whether a field that is quoted goes on after this line; `within`: one does from the line before. A
 * quote opens where a field begins, and closes where one ends; elsewhere it is nothing but itself.
 */
export function endsInQuotes(
  bytes: Uint8Array,
  from: number,
  to: number,
  within: boolean,
): boolean {
  if (!hasQuote(bytes, from, to)) return within;
  let quoted = within;
  let atStart = true;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE) {
      if (quoted && bytes[i + 1] === QUOTE && i + 1 < to) i++;
      else if (quoted) quoted = !isFieldEnd(bytes, i + 1, to);
      else quoted = atStart;
      atStart = false;
    } else if (!quoted && byte !== SPACE) {
      atStart = isSeparator(byte);
    }
  }
  return quoted;
}

function hasQuote(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] === QUOTE) return true;
  return false;
}

function isFieldEnd(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] === SPACE) at++;
  return at >= to || isSeparator(bytes[at] ?? 0);
}

const isSeparator = (byte: number) =>
  byte === COMMA || byte === SEMICOLON || byte === TAB || byte === BAR;
