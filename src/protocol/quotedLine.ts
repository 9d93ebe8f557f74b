/**
 * A board can send what looks like a line of the host's. In a recording such a line stands with a
 * backslash before it, so that it is read back as the board's and nobody forges their recording
 * (src/history/README.md).
 */
import { BACKSLASH, CR, LF } from './bytes.ts';
import { looksLikeHostLine } from './hostLine.ts';

/** Whether the line at `from`, as its board sent it, must be written with one more backslash. */
function mustBeQuoted(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (bytes[at] === BACKSLASH) at += 1;
  return looksLikeHostLine(bytes, at);
}

/** Where the board's own words begin in a recorded line: behind the backslash, if it has one. */
export function unquotedFrom(bytes: Uint8Array, from: number): number {
  return bytes[from] === BACKSLASH && mustBeQuoted(bytes, from) ? from + 1 : from;
}

/** Hands on whole lines of a board piece by piece, with a backslash before those that need one. */
export function quoteLines(lines: Uint8Array, put: (bytes: Uint8Array) => void): void {
  let written = 0;
  let lf = indexFrom(lines, LF, 0);
  let cr = indexFrom(lines, CR, 0);
  for (let start = 0; start < lines.length; ) {
    if (mustBeQuoted(lines, start)) {
      put(lines.subarray(written, start));
      put(QUOTE);
      written = start;
    }
    start = Math.min(lf, cr) + 1;
    if (lf < start) lf = indexFrom(lines, LF, start);
    if (cr < start) cr = indexFrom(lines, CR, start);
  }
  put(lines.subarray(written));
}

const QUOTE = new Uint8Array([BACKSLASH]);

function indexFrom(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? bytes.length : at;
}
