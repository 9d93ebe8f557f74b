import { CR, LF } from './bytes.ts';

/** Longest line that a board may send, without its end (firmware/README.md). */
export const LINE_LIMIT = 512;

/** Where lines go. */
export interface LineSink {
  /** One line, without its end, in `bytes[from..to)`. Valid only during the call. */
  line(bytes: Uint8Array, from: number, to: number): void;
  /** A line over the limit was dropped. Called once, when its end is seen or the limit is passed. */
  tooLong(): void;
}

/** Takes the bytes of one link, in their order. */
export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** Drops the unfinished line: the link is gone and its end will never come. */
  reset(): void;
}

/**
 * Cuts a byte stream into lines at `\n` (a `\r` before it belongs to the end). Lines inside one
 * chunk are handed on without a copy; only a line that spans chunks goes through a small buffer.
 * `limit` is the longest line, in bytes without its end.
 */
export function createLineSplitter(sink: LineSink, limit = LINE_LIMIT): LineSplitter {
  // One byte more than the limit, for the CR that may precede the LF.
  const tail = new Uint8Array(limit + 1);
  let tailLength = 0;
  let dropping = false;

  function emit(bytes: Uint8Array, from: number, end: number): void {
    const to = end > from && bytes[end - 1] === CR ? end - 1 : end;
    if (to - from > limit) sink.tooLong();
    else sink.line(bytes, from, to);
  }

  function keep(chunk: Uint8Array, from: number, to: number): boolean {
    if (tailLength + (to - from) > tail.length) return false;
    tail.set(chunk.subarray(from, to), tailLength);
    tailLength += to - from;
    return true;
  }

  return {
    push(chunk) {
      let start = 0;
      let end = chunk.indexOf(LF);
      while (end >= 0) {
        if (dropping) dropping = false;
        else if (tailLength === 0) emit(chunk, start, end);
        else if (keep(chunk, start, end)) emit(tail, 0, tailLength);
        else sink.tooLong();
        tailLength = 0;
        start = end + 1;
        end = chunk.indexOf(LF, start);
      }
      if (dropping || start === chunk.length) return;
      if (!keep(chunk, start, chunk.length)) {
        dropping = true;
        tailLength = 0;
        sink.tooLong();
      }
    },
    reset() {
      tailLength = 0;
      dropping = false;
    },
  };
}
