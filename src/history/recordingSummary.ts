/** What a recording is, from its first bytes and its last ones. */
import { CR, LF, SAMPLE } from '../protocol/bytes.ts';
import { looksLikeHostLine, type RecordedLink, readHostLine } from '../protocol/hostLine.ts';

/** Bytes at the beginning and at the end that suffice: a summary is written at least so often. */
export const HEAD_BYTES = 4096;
export const TAIL_BYTES = 1.25 * 1024 * 1024;

/** What a file is; its times are the host's, ms since the epoch. */
export interface RecordingOutline extends RecordedLink {
  readonly endedMs: number;
  readonly samples: number;
  readonly lost: number;
  readonly anomalies: number;
  readonly name: string;
  /** The session was ended by the person; false = cut off, or still being written. */
  readonly closed: boolean;
  /** Bytes at the very end that make no whole line. */
  readonly tornBytes: number;
}

/**
 * Reads the outline from the first `HEAD_BYTES` and the last `TAIL_BYTES` of a file (both all of it
 * when it is shorter). Null when it does not begin as a recording does.
 */
export function readOutline(head: Uint8Array, tail: Uint8Array): RecordingOutline | null {
  const firstEnd = head.indexOf(LF);
  const first = firstEnd < 0 ? null : readHostLine(head, 0, withoutReturn(head, 0, firstEnd));
  if (first?.type !== 'link') return null;
  let endedMs = first.startedMs;
  let counts = { samples: 0, lost: 0, anomalies: 0, name: '' };
  let closed = false;
  let start = 0;
  for (let end = tail.indexOf(LF); end >= 0; end = tail.indexOf(LF, start)) {
    if (looksLikeHostLine(tail, start)) {
      const line = readHostLine(tail, start, withoutReturn(tail, start, end));
      // What is labelled afterwards opens nothing again, and is no part of the time it took.
      if (line?.type !== 'label' && line?.type !== 'unlabel') {
        closed = line?.type === 'summary' && line.closed;
        if (line && 'timeMs' in line) endedMs = Math.max(endedMs, line.timeMs);
      }
      if (line?.type === 'summary') counts = { ...line };
    } else {
      closed = false;
      if (first.kind === 'foreign' || tail[start] === SAMPLE) counts.samples += 1;
    }
    start = end + 1;
  }
  const { samples, lost, anomalies, name } = counts;
  const { kind, board, startedMs } = first;
  const tornBytes = tail.length - start;
  return {
    kind,
    board,
    startedMs,
    endedMs,
    samples,
    lost,
    anomalies,
    name,
    closed: closed && tornBytes === 0,
    tornBytes,
  };
}

/** The end of a line; editors and mail put a return before it. */
function withoutReturn(bytes: Uint8Array, from: number, to: number): number {
  return to > from && bytes[to - 1] === CR ? to - 1 : to;
}
