/**
 * The bytes of a recording, made from chunks as they arrive and the host's own lines (README.md).
 * A chunk costs one copy: no sample is parsed or formatted.
 */
import { CR, LF } from '../protocol/bytes.ts';
import { formatHostLine, type HostLine } from '../protocol/hostLine.ts';
import { SKETCH_LINE_LIMIT } from '../protocol/lineSplitter.ts';
import { quoteLines } from '../protocol/quotedLine.ts';

/** Of a longer line so much is kept that its reader sees it is too long. */
const MAX_TAIL_BYTES = SKETCH_LINE_LIMIT + 2;
const FIRST_BUFFER_BYTES = 64 * 1024;

/** One for each link: what a link leaves of an unfinished line goes with its writer. */
export interface RecordingWriter {
  /**
   * Bytes from the board. The chunk is held until the next call of anything here, so that a file
   * which begins because of what stands in it can take it along.
   */
  received(chunk: Uint8Array, arrivalMs: number): void;
  /** A line of the host's, after what was received so far. */
  line(line: HostLine): void;
  /** Hands over what is complete, but not the held chunk. Valid only during the call. */
  drainBeforeHeld(sink: (bytes: Uint8Array) => void): void;
  /** Hands over all that is complete. Valid only during the call. */
  drain(sink: (bytes: Uint8Array) => void): void;
  /** Bytes that wait to be handed over. */
  waiting(): number;
}

/** Nothing is written yet, not even the link's first line. */
export function createRecordingWriter(): RecordingWriter {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(FIRST_BUFFER_BYTES);
  let length = 0;
  const tail = new Uint8Array(MAX_TAIL_BYTES);
  let tailLength = 0;
  let held: { readonly chunk: Uint8Array; readonly arrivalMs: number } | null = null;
  let lastArrivalMs = Number.NaN;

  function append(bytes: Uint8Array): void {
    if (length + bytes.length > buffer.length) {
      const larger = new Uint8Array(Math.max(2 * buffer.length, length + bytes.length));
      larger.set(buffer.subarray(0, length));
      buffer = larger;
    }
    buffer.set(bytes, length);
    length += bytes.length;
  }

  /** Writes the line that was begun, with its end out of the chunk; returns where that is. */
  function putBegunLine(chunk: Uint8Array): number {
    if (tailLength === 0) return 0;
    const itsEnd = chunk.findIndex((byte) => byte === LF || byte === CR) + 1;
    const line = new Uint8Array(tailLength + itsEnd);
    line.set(tail.subarray(0, tailLength));
    line.set(chunk.subarray(0, itsEnd), tailLength);
    tailLength = 0;
    quoteLines(line, append);
    return itsEnd;
  }

  /** Writes the held chunk up to its last whole line, and keeps the rest. */
  function commit(): void {
    if (!held) return;
    const { chunk, arrivalMs } = held;
    held = null;
    const end = Math.max(chunk.lastIndexOf(LF), chunk.lastIndexOf(CR)) + 1;
    if (end > 0) {
      // All lines that end in this chunk arrived with it: that is when the session reads them.
      if (arrivalMs !== lastArrivalMs) {
        append(encoder.encode(formatHostLine({ type: 'arrival', timeMs: arrivalMs })));
        lastArrivalMs = arrivalMs;
      }
      const rest = putBegunLine(chunk);
      quoteLines(chunk.subarray(rest, end), append);
    }
    const rest = chunk.subarray(end, end + MAX_TAIL_BYTES - tailLength);
    tail.set(rest, tailLength);
    tailLength += rest.length;
  }

  function handOver(sink: (bytes: Uint8Array) => void): void {
    if (length > 0) sink(buffer.subarray(0, length));
    length = 0;
  }

  return {
    received(chunk, arrivalMs) {
      commit();
      held = { chunk, arrivalMs };
    },
    line(line) {
      commit();
      append(encoder.encode(formatHostLine(line)));
    },
    drainBeforeHeld: handOver,
    drain(sink) {
      commit();
      handOver(sink);
    },
    waiting: () => length,
  };
}
