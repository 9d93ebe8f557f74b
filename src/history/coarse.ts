/**
 * A summary of every 1024 retained samples, of all of them in one row: what a view of hours reads
 * lies side by side in memory, not strewn over hundreds of chunks.
 */
import { BUCKET_BITS, CHUNK_MASK, CHUNK_SAMPLES, type Chunk } from './chunk.ts';

/** Samples per coarse bucket, as a power of two. */
const COARSE_BITS = 10;
export const COARSE_SAMPLES = 2 ** COARSE_BITS;
export const COARSE_PER_CHUNK = CHUNK_SAMPLES / COARSE_SAMPLES;
const FINE_PER_COARSE = 2 ** (COARSE_BITS - BUCKET_BITS);
/** Places in the row at first; doubled when they are too few. */
const FIRST_PLACES = 64;

interface CoarseChannel {
  /** Of the finite values of a complete bucket; Infinity and -Infinity where there are none. */
  min: Float64Array<ArrayBuffer>;
  max: Float64Array<ArrayBuffer>;
  /** All flags of the bucket's samples; also while it is not complete. */
  flags: Uint8Array<ArrayBuffer>;
  /** The limits at the bucket's first sample, as in `ChannelChunk`. */
  lower: Float32Array<ArrayBuffer>;
  upper: Float32Array<ArrayBuffer>;
}

/** Bucket b holds the samples from index b·1024 on, and stands at place b - `base`. */
export interface Coarse {
  base: number;
  /** The first bucket whose samples are retained, and one past the last. */
  from: number;
  to: number;
  /** Time of each bucket's first sample, ms. */
  time: Float64Array<ArrayBuffer>;
  readonly channels: CoarseChannel[];
}

/** Bytes for each bucket, at most: up to three in four places are free. */
export function bytesPerCoarseBucket(channelCount: number): number {
  return 4 * (8 + 25 * channelCount);
}

/** An empty summary; its row grows as buckets come. */
export function createCoarse(channelCount: number): Coarse {
  return {
    base: 0,
    from: 0,
    to: 0,
    time: new Float64Array(FIRST_PLACES),
    channels: Array.from({ length: channelCount }, () => createCoarseChannel(FIRST_PLACES)),
  };
}

/** One more channel, which has had no value so far. */
export function addCoarseChannel(coarse: Coarse): void {
  coarse.channels.push(createCoarseChannel(coarse.time.length));
}

function createCoarseChannel(places: number): CoarseChannel {
  return {
    min: new Float64Array(places).fill(Number.POSITIVE_INFINITY),
    max: new Float64Array(places).fill(Number.NEGATIVE_INFINITY),
    flags: new Uint8Array(places),
    lower: new Float32Array(places).fill(Number.NaN),
    upper: new Float32Array(places).fill(Number.NaN),
  };
}

/** The next bucket, whose first sample is of `timeMs`. */
export function beginCoarseBucket(coarse: Coarse, timeMs: number): void {
  if (coarse.to - coarse.base === coarse.time.length) makeRoom(coarse);
  const place = coarse.to - coarse.base;
  coarse.time[place] = timeMs;
  for (const { flags, lower, upper } of coarse.channels) {
    flags[place] = 0;
    lower[place] = Number.NaN;
    upper[place] = Number.NaN;
  }
  coarse.to += 1;
}

/** Summarises the newest bucket, whose last sample stands at `at` of its chunk. */
export function completeCoarseBucket(coarse: Coarse, chunk: Chunk, at: number): void {
  const place = coarse.to - 1 - coarse.base;
  const first = (at & CHUNK_MASK & ~(COARSE_SAMPLES - 1)) >> BUCKET_BITS;
  for (const [c, { min, max }] of coarse.channels.entries()) {
    const fine = chunk.channels[c];
    if (!fine) continue;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = first; i < first + FINE_PER_COARSE; i++) {
      low = Math.min(low, fine.bucketMin[i] ?? low);
      high = Math.max(high, fine.bucketMax[i] ?? high);
    }
    min[place] = low;
    max[place] = high;
  }
}

/** The samples before this index are no longer retained. */
export function giveUpCoarse(coarse: Coarse, start: number): void {
  coarse.from = Math.floor(start / COARSE_SAMPLES);
}

/** The last bucket that begins before `timeMs`; the first one when none does. */
export function bucketBefore({ base, from, to, time }: Coarse, timeMs: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((time[middle - base] ?? 0) < timeMs) low = middle + 1;
    else high = middle;
  }
  return Math.max(from, low - 1);
}

/** Moves what is retained to the front; into twice the places when it takes more than half of them. */
function makeRoom(coarse: Coarse): void {
  const { from, to, base, time } = coarse;
  const places = to - from > time.length / 2 ? 2 * time.length : time.length;
  const move = <Row extends Float64Array | Float32Array | Uint8Array>(old: Row, row: Row): Row => {
    row.set(old.subarray(from - base, to - base));
    return row;
  };
  coarse.time = move(time, new Float64Array(places));
  for (const channel of coarse.channels) {
    channel.min = move(channel.min, new Float64Array(places));
    channel.max = move(channel.max, new Float64Array(places));
    channel.flags = move(channel.flags, new Uint8Array(places));
    channel.lower = move(channel.lower, new Float32Array(places));
    channel.upper = move(channel.upper, new Float32Array(places));
  }
  coarse.base = from;
}
