/** The bytes of the input: first as many as a look needs, then the rest. */

import { HEAD_BYTES } from '../history/csv/lookAtFile.ts';
import { LF } from '../protocol/bytes.ts';

/** A pipe that is silent for so long after its first lines is looked at with what has come. */
const PAUSE_MS = 300;

export interface InputBytes {
  readonly head: Uint8Array;
  /** There are more bytes than these, or may be. */
  readonly truncated: boolean;
  /** What follows the head. */
  readonly rest: AsyncIterable<Uint8Array>;
}

export async function beginReading(stream: AsyncIterable<Uint8Array>): Promise<InputBytes> {
  const reader = stream[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  let pending = reader.next();
  while (head.length < HEAD_BYTES) {
    const read = head.includes(LF) ? await withPause(pending) : await pending;
    if (read === 'pause') break;
    if (read.done) return { head, truncated: false, rest: none() };
    head = joined(head, read.value);
    pending = reader.next();
  }
  return { head, truncated: true, rest: following(reader, pending) };
}

async function withPause<T>(pending: Promise<T>): Promise<T | 'pause'> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<'pause'>((resolve) => {
    timer = setTimeout(() => resolve('pause'), PAUSE_MS);
  });
  try {
    return await Promise.race([pending, pause]);
  } finally {
    clearTimeout(timer);
  }
}

async function* following(
  reader: AsyncIterator<Uint8Array>,
  first: Promise<IteratorResult<Uint8Array>>,
): AsyncGenerator<Uint8Array> {
  for (let read = await first; !read.done; read = await reader.next()) yield read.value;
}

async function* none(): AsyncGenerator<Uint8Array> {
  // Nothing follows.
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
