/**
 * A link that plays a recording back: its bytes as they were recorded, at the pace of the arrival
 * times that stand among them. Takes no bytes. At the end it stays open, for another look.
 */
import { ARRIVAL, BREAK, CR, LF, LINK, SAMPLE } from '../protocol/bytes.ts';
import { looksLikeHostLine, readHostLine } from '../protocol/hostLine.ts';
import type { Link, LinkEnd } from './link.ts';
import type { ReplayPlayer, ReplayStart } from './replayControl.ts';

/** Read at a time: some ten milliseconds of judging, between which other messages get their turn. */
const SLICE_BYTES = 128 * 1024;
/** While nothing is due the clock is looked at this often. */
const LONGEST_WAIT_MS = 40;
const SHORTEST_WAIT_MS = 8;
/** Lines from the end of a slice among which an arrival is looked for. */
const LINES_LOOKED_BACK = 1000;

const NOT_YET = Number.NEGATIVE_INFINITY;

export interface RecordedSpan {
  readonly kind: 'tidemark' | 'foreign';
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ReplayClock {
  nowMs(): number;
  wait(ms: number): Promise<void>;
}

/** What to do next: hand over up to an offset of the buffer, read on, or wait. */
type Turn = { readonly upTo: number } | 'read on' | { readonly waitMs: number };

const IDLE: Turn = { waitMs: Number.POSITIVE_INFINITY };

/** `span` is that of the recording, whose first line has been checked. */
export function openReplayLink(
  recording: Blob,
  span: RecordedSpan,
  start: ReplayStart,
  clock: ReplayClock,
): { readonly link: Link; readonly player: ReplayPlayer } {
  let { playing, pace } = start;
  let positionMs = span.fromMs;
  /** Up to this recorded time nothing waits for its time. */
  let skipToMs = start.skipToMs ?? NOT_YET;
  /** Recorded and real time that belong together; null = the next arrival is due now. */
  let anchor: { readonly recordedMs: number; readonly realMs: number } | null = null;
  let steps = 0;
  let buffer = new Uint8Array(0);
  let at = 0;
  let loaded = 0;
  let ended = false;
  let closing = false;
  let wake: () => void = () => undefined;
  let settleClosed: (end: LinkEnd) => void = () => undefined;
  const closed = new Promise<LinkEnd>((resolve) => {
    settleClosed = resolve;
  });

  /** How long until a recorded moment is due; 0 = now, Infinity = not before somebody plays. */
  function dueInMs(recordedMs: number): number {
    if (recordedMs <= skipToMs) return 0;
    skipToMs = NOT_YET;
    if (!playing) return Number.POSITIVE_INFINITY;
    if (pace === 'at-once') return 0;
    anchor ??= { recordedMs, realMs: clock.nowMs() };
    const dueMs = anchor.realMs + (recordedMs - anchor.recordedMs) / pace;
    return Math.max(0, dueMs - clock.nowMs());
  }

  /** Of a recording whose lines were made to end with `\r\n`. */
  const withoutReturn = (from: number, to: number) =>
    to > from && buffer[to - 1] === CR ? to - 1 : to;

  function arrivalAt(from: number, to: number): number | null {
    const line =
      buffer[from] === ARRIVAL ? readHostLine(buffer, from, withoutReturn(from, to)) : null;
    return line?.type === 'arrival' ? line.timeMs : null;
  }

  /** All whole lines. Only the last arrival is read, for the position. */
  function everything(): Turn {
    const upTo = buffer.lastIndexOf(LF) + 1;
    if (upTo <= at) return unfinished();
    let end = upTo - 1;
    for (let looked = 0; looked < LINES_LOOKED_BACK && end > at; looked++) {
      const from = buffer.lastIndexOf(LF, end - 1) + 1;
      const timeMs = arrivalAt(from, end);
      if (timeMs !== null) {
        positionMs = Math.max(positionMs, timeMs);
        break;
      }
      end = from - 1;
    }
    return { upTo };
  }

  /** What goes on and on without an end is no line: whoever reads it drops it. */
  function unfinished(): Turn {
    return buffer.length - at > SLICE_BYTES ? { upTo: buffer.length } : 'read on';
  }

  /** Whole lines, up to the first arrival that is not due yet. */
  function turn(): Turn {
    if (!playing && steps === 0 && skipToMs === NOT_YET) return IDLE;
    if (playing && pace === 'at-once') return everything();
    let upTo = at;
    for (let end = buffer.indexOf(LF, upTo); end >= 0; end = buffer.indexOf(LF, upTo)) {
      const timeMs = arrivalAt(upTo, end);
      if (timeMs !== null) {
        const waitMs = dueInMs(timeMs);
        if (waitMs > 0) return upTo > at ? { upTo } : { waitMs };
        positionMs = Math.max(positionMs, timeMs);
      } else if (buffer[upTo] === BREAK || buffer[upTo] === LINK) {
        // Nobody wants to sit through the time for which a board was away.
        anchor = null;
      }
      upTo = end + 1;
    }
    return upTo > at ? { upTo } : unfinished();
  }

  /** One sample, with what stands around it up to the next one. */
  function step(): Turn {
    let seen = false;
    let upTo = at;
    for (let end = buffer.indexOf(LF, upTo); end >= 0; end = buffer.indexOf(LF, upTo)) {
      const timeMs = arrivalAt(upTo, end);
      const isSample =
        span.kind === 'foreign' ? !looksLikeHostLine(buffer, upTo) : buffer[upTo] === SAMPLE;
      if (seen && (isSample || timeMs !== null)) {
        steps -= 1;
        return { upTo };
      }
      if (timeMs !== null) positionMs = Math.max(positionMs, timeMs);
      seen ||= isSample;
      upTo = end + 1;
    }
    if (loaded < recording.size) return 'read on';
    steps = 0;
    return upTo > at ? { upTo } : 'read on';
  }

  async function readOn(): Promise<void> {
    const slice = recording.slice(loaded, loaded + SLICE_BYTES);
    const fresh = new Uint8Array(await slice.arrayBuffer());
    const rest = buffer.subarray(at);
    const joined = new Uint8Array(rest.length + fresh.length);
    joined.set(rest);
    joined.set(fresh, rest.length);
    [buffer, at] = [joined, 0];
    loaded += fresh.length;
  }

  async function rest(waitMs: number): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const ms = Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, waitMs));
    await (Number.isFinite(waitMs) ? Promise.race([woken, clock.wait(ms)]) : woken);
  }

  function end(how: LinkEnd, controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (closing) return;
    closing = true;
    wake();
    controller.close();
    settleClosed(how);
  }

  let itsController: ReadableStreamDefaultController<Uint8Array>;
  const readable = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        itsController = controller;
      },
      async pull(controller) {
        while (!closing) {
          const next = steps > 0 ? step() : turn();
          if (next === 'read on') {
            if (loaded >= recording.size) {
              // An unfinished last line was torn off when the session was: it is no line.
              [ended, playing, steps, skipToMs] = [true, false, 0, NOT_YET];
              await rest(Number.POSITIVE_INFINITY);
              continue;
            }
            try {
              await readOn();
            } catch (error) {
              end({ reason: 'lost', detail: String(error) }, controller);
            }
          } else if ('waitMs' in next) {
            await rest(next.waitMs);
          } else {
            const piece = buffer.slice(at, next.upTo);
            at = next.upTo;
            controller.enqueue(piece);
            return;
          }
        }
      },
      cancel() {
        closing = true;
        wake();
        settleClosed({ reason: 'closed' });
      },
    },
    // Nothing is played before it is asked for.
    { highWaterMark: 0 },
  );

  return {
    link: {
      readable,
      closed,
      async write() {
        throw new Error('A recording takes no bytes.');
      },
      async close() {
        end({ reason: 'closed' }, itsController);
      },
    },
    player: {
      state: () => ({
        fromMs: span.fromMs,
        toMs: Math.max(span.toMs, positionMs),
        positionMs: ended ? Math.max(span.toMs, positionMs) : positionMs,
        playing,
        pace,
        ended,
      }),
      control(control) {
        anchor = null;
        switch (control.kind) {
          case 'play':
            playing = !ended;
            break;
          case 'pause':
            playing = false;
            break;
          case 'step':
            playing = false;
            if (!ended) steps += 1;
            break;
          case 'pace':
            pace = control.pace;
            break;
          case 'skip':
            skipToMs = Math.max(skipToMs, control.toMs);
            break;
          default:
            control satisfies never;
        }
        wake();
      },
    },
  };
}
