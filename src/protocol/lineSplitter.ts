import { CR, LF } from './bytes.ts';

/** Longest line that a board may send, without its end (firmware/README.md). */
export const LINE_LIMIT = 512;
/** Of any other sketch, whose lines of JSON are longer. */
export const SKETCH_LINE_LIMIT = 4096;

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
 * Cuts a byte stream into lines at `\n`, `\r\n` and a `\r` alone. Lines inside one chunk are handed
 * on without a copy; only a line that spans chunks goes through a small buffer. A `\r` at the end of
 * a chunk ends its line at once; a `\n` at the beginning of the next is then part of the same end.
 * `limit` is the longest line, in bytes without its end.
 */
export function createLineSplitter(sink: LineSink, limit = LINE_LIMIT): LineSplitter {
  const tail = new Uint8Array(limit);
  let tailLength = 0;
  let dropping = false;
  let endedByCr = false;

  function emit(bytes: Uint8Array, from: number, to: number): void {
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
      if (chunk.length === 0) return;
      let start = endedByCr && chunk[0] === LF ? 1 : 0;
      endedByCr = false;
      let lf = indexFrom(chunk, LF, start);
      let cr = indexFrom(chunk, CR, start);
      while (lf < chunk.length || cr < chunk.length) {
        const end = Math.min(lf, cr);
        if (dropping) dropping = false;
        else if (tailLength === 0) emit(chunk, start, end);
        else if (keep(chunk, start, end)) emit(tail, 0, tailLength);
        else sink.tooLong();
        tailLength = 0;
        start = end + 1;
        if (end === cr) {
          if (start === chunk.length) endedByCr = true;
          else if (start === lf) start++;
          cr = indexFrom(chunk, CR, start);
        }
        if (lf < start) lf = indexFrom(chunk, LF, start);
      }
      if (dropping || start >= chunk.length) return;
      if (!keep(chunk, start, chunk.length)) {
        dropping = true;
        tailLength = 0;
        sink.tooLong();
      }
    },
    reset() {
      tailLength = 0;
      dropping = false;
      endedByCr = false;
    },
  };
}

/** The chunk's length when the byte does not come any more. */
function indexFrom(chunk: Uint8Array, byte: number, from: number): number {
  const at = chunk.indexOf(byte, from);
  return at < 0 ? chunk.length : at;
}
