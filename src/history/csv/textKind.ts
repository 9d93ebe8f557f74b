/** Whether bytes are text at all, and in which encoding. */
import { CR, TAB } from '../../protocol/bytes.ts';
import type { Encoding } from './importPlan.ts';

export type TextKind = Encoding | 'binary';

/** More of these than this share of the bytes, and it is no text. */
const MOST_CONTROL = 0.01;
const MOST_FOREIGN = 0.3;
const ESCAPE = 0x1b;
const REPLACEMENT = '\ufffd';

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
    else if (byte < 0x20 && (byte < TAB || byte > CR) && byte !== ESCAPE) control++;
    else if (byte >= 0x80) foreign++;
  }
  const [even = 0, odd = 0] = nulls;
  // ASCII in two bytes a letter: every other one is zero.
  const everyOther = 0.3 * head.length;
  if (Math.max(even, odd) > everyOther && Math.min(even, odd) <= 0.01 * head.length) {
    return odd > even ? 'utf-16le' : 'utf-16be';
  }
  if (even + odd > 0 || control > MOST_CONTROL * head.length) return 'binary';
  if (foreign === 0 || isUtf8(head)) return 'utf-8';
  return foreign > MOST_FOREIGN * head.length ? 'binary' : 'windows-1252';
}

/** The head may end in the middle of a letter. */
function isUtf8(head: Uint8Array): boolean {
  let end = head.length;
  while (end > 0 && end > head.length - 3 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  const whole = new TextDecoder().decode(head.subarray(0, Math.max(0, end - 1)));
  return !whole.includes(REPLACEMENT);
}
