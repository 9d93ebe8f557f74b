/** Whether bytes are text at all, and in which encoding. */
import { CR, TAB } from '../../protocol/bytes.ts';
import type { Encoding } from './importPlan.ts';

export type TextKind = Encoding | 'binary';

/** More of these than this share of the bytes, and it is no text. */
const MOST_CONTROL = 0.01;
const MOST_NULLS = 0.1;
/**
 * What terminals, framed lines and old editors write: start and end of a text, bell, backspace, the end of a
 * file, escape, a record of JSON.
 */
const OF_TEXT: ReadonlySet<number> = new Set([2, 3, 4, 7, 8, 0x1a, 0x1b, 0x1e]);
const MOST_FOREIGN = 0.3;

/** Judges the first bytes of a file. */
export function textKind(head: Uint8Array): TextKind {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const nulls = [0, 0];
  let control = 0;
  let foreign = 0;
  for (const [i, byte] of head.entries()) {
    if (byte === 0) nulls[i % 2] = (nulls[i % 2] ?? 0) + 1;
    else if (byte < 0x20 && (byte < TAB || byte > CR) && !OF_TEXT.has(byte)) control++;
    else if (byte >= 0x80) foreign++;
  }
  const [even = 0, odd = 0] = nulls;
  // ASCII in two bytes a letter: every other one is zero.
  const everyOther = 0.3 * head.length;
  if (Math.max(even, odd) > everyOther && Math.min(even, odd) <= 0.01 * head.length) {
    return odd > even ? 'utf-16le' : 'utf-16be';
  }
  // A board that is reset sends some, and a terminal's log keeps them.
  if (even + odd > MOST_NULLS * head.length) return 'binary';
  if (control > MOST_CONTROL * head.length) return 'binary';
  if (foreign === 0 || isUtf8(head)) return 'utf-8';
  return foreign > MOST_FOREIGN * head.length ? 'binary' : 'windows-1252';
}

/** The head may end in the middle of a letter. A sign that a terminal wrote for a broken one is whole. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
