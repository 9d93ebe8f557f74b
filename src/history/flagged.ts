/** The samples of a range on which a detector had something to say, found without reading the rest. */
import { BUCKET_BITS, BUCKET_SAMPLES, CHUNK_MASK, type ChannelChunk } from './chunk.ts';
import { bucketBefore, COARSE_SAMPLES } from './coarse.ts';
import type { IndexRange } from './columns.ts';
import { channelChunkAt, firstAtOrAfter, type History, timeAt, valueAt } from './history.ts';
import { MARKED, mostExtreme } from './mostExtreme.ts';
import { BOARD_ALARM, BROWSER_ALARM } from './verdicts.ts';

/** The flagged samples of one interval, told by the most extreme of them. */
export interface FlaggedSample {
  readonly index: number;
  readonly timeMs: number;
  readonly value: number;
  /** All that was said of the samples of the interval. */
  readonly flags: number;
  /** Of its first alarm, from which the cause is read; 0 without one. */
  readonly alarmFlags: number;
  /** The interval, from its first marked sample to one past its last. */
  readonly from: number;
  readonly end: number;
}

const ALARMS = BROWSER_ALARM | BOARD_ALARM;

/** The first retained sample of `[from, to)` that has any of the bits of `mask`; `to` if none has. */
function nextFlagged(
  history: History,
  channelIndex: number,
  from: number,
  to: number,
  mask: number,
): number {
  const { base } = history.coarse;
  const coarse = history.coarse.channels[channelIndex]?.flags;
  if (!coarse) return to;
  const places = Math.ceil(to / COARSE_SAMPLES) - base;
  for (let i = Math.max(from, history.start); i < to; ) {
    let place = Math.floor(i / COARSE_SAMPLES) - base;
    while (place < places && ((coarse[place] ?? 0) & mask) === 0) place += 1;
    const bucketFrom = (place + base) * COARSE_SAMPLES;
    i = Math.max(i, bucketFrom);
    const end = Math.min(to, bucketFrom + COARSE_SAMPLES);
    const channel = i < to ? channelChunkAt(history, channelIndex, i) : undefined;
    if (!channel) return to;
    const at = i & CHUNK_MASK;
    const found = i + nextInChunk(channel, at, at + (end - i), mask) - at;
    if (found < end) return found;
    i = end;
  }
  return to;
}

/** Place of the first sample of `[from, to)` with any of the bits; `to` if none has. */
function nextInChunk(
  { flags, bucketFlags }: ChannelChunk,
  from: number,
  to: number,
  mask: number,
): number {
  for (let at = from; at < to; ) {
    if ((at & (BUCKET_SAMPLES - 1)) === 0 && ((bucketFlags[at >> BUCKET_BITS] ?? 0) & mask) === 0) {
      at += BUCKET_SAMPLES;
    } else if (((flags[at] ?? 0) & mask) !== 0) {
      return at;
    } else {
      at += 1;
    }
  }
  return to;
}

/** Calls `visit` at each retained sample of `[from, to)` that has any of the bits of `mask`. */
export function visitFlagged(
  history: History,
  channelIndex: number,
  { from, to }: IndexRange,
  mask: number,
  visit: (index: number, flags: number) => void,
): void {
  let i = nextFlagged(history, channelIndex, from, to, mask);
  while (i < to) {
    visit(i, flagsAt(history, channelIndex, i));
    i = nextFlagged(history, channelIndex, i + 1, to, mask);
  }
}

/**
 * Outliers and alarms of a range, oldest first: of those in one interval of `spacingMs` the one that
 * lies furthest from the middle of the limits, outliers before others, with the flags of all.
 * Intervals begin at multiples of their length, so that a scrolling picture keeps its marks.
 */
export function flaggedIn(
  history: History,
  channelIndex: number,
  { from, to }: IndexRange,
  spacingMs: number,
): FlaggedSample[] {
  const found: FlaggedSample[] = [];
  let alarm = from - 1;
  for (let i = nextFlagged(history, channelIndex, from, to, MARKED); i < to; ) {
    const nextMs = (Math.floor(timeAt(history, i) / spacingMs) + 1) * spacingMs;
    const next = spacingMs > 0 ? sampleFrom(history, channelIndex, nextMs) : i + 1;
    const end = Math.min(to, Math.max(next, i + 1));
    const summed = mostExtreme(history, channelIndex, i, end);
    if (alarm < i) alarm = nextFlagged(history, channelIndex, i, to, ALARMS);
    found.push({
      index: summed.index,
      timeMs: timeAt(history, summed.index),
      value: valueAt(history, channelIndex, summed.index),
      flags: summed.flags,
      alarmFlags: alarm < end ? flagsAt(history, channelIndex, alarm) : 0,
      from: i,
      end,
    });
    i = nextFlagged(history, channelIndex, end, to, MARKED);
  }
  return found;
}

/** Marks at or after `timeMs` lie from this index on. Samples are read only where there are marks. */
function sampleFrom(history: History, channelIndex: number, timeMs: number): number {
  const { base, channels } = history.coarse;
  const bucket = bucketBefore(history.coarse, timeMs);
  const bits = channels[channelIndex]?.flags[bucket - base] ?? 0;
  return (bits & MARKED) === 0 ? (bucket + 1) * COARSE_SAMPLES : firstAtOrAfter(history, timeMs);
}

function flagsAt(history: History, channelIndex: number, index: number): number {
  return channelChunkAt(history, channelIndex, index)?.flags[index & CHUNK_MASK] ?? 0;
}
