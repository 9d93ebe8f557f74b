/**
 * What stays of samples that were given up: smallest value, largest value and flags of every so many
 * of them, over the whole session in a fixed number of buckets. When all are in use, neighbours are
 * merged and each holds twice as many samples.
 */
import { BUCKET_BITS, BUCKET_SAMPLES, CHUNK_SAMPLES, type Chunk } from './chunk.ts';

const MOST_BUCKETS = 2 ** 16;
const FEWEST_BUCKETS = 2 ** 10;
/** Of the memory for a history no more than this goes to its overview. */
const MOST_SHARE = 1 / 4;

interface OverviewChannel {
  /** Infinity and -Infinity where no value was finite. */
  min: Float64Array<ArrayBuffer>;
  max: Float64Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
}

export interface SessionOverview {
  /** Samples per bucket, a power of two; bucket b holds those from index b·step on. */
  step: number;
  /** Buckets in use. */
  length: number;
  /** Time of each bucket's first and last sample, ms. */
  fromMs: Float64Array<ArrayBuffer>;
  toMs: Float64Array<ArrayBuffer>;
  readonly channels: OverviewChannel[];
}

/** Bytes that an overview takes once all of its buckets are in use. */
export function bytesPerOverview(channelCount: number, mostBuckets = MOST_BUCKETS): number {
  return mostBuckets * (16 + 17 * channelCount);
}

/** How many buckets an overview may have in a history of `maxBytes`; a power of two. */
export function bucketsWithin(channelCount: number, maxBytes: number): number {
  let buckets = MOST_BUCKETS;
  while (
    buckets > FEWEST_BUCKETS &&
    bytesPerOverview(channelCount, buckets) > maxBytes * MOST_SHARE
  ) {
    buckets /= 2;
  }
  return buckets;
}

/** @param mostBuckets a power of two */
export function createOverview(channelCount: number, mostBuckets = MOST_BUCKETS): SessionOverview {
  return {
    step: BUCKET_SAMPLES,
    length: 0,
    fromMs: new Float64Array(mostBuckets),
    toMs: new Float64Array(mostBuckets),
    channels: Array.from({ length: channelCount }, () => createChannel(mostBuckets)),
  };
}

/** Without a value. */
function createChannel(buckets: number): OverviewChannel {
  return {
    min: new Float64Array(buckets).fill(Number.POSITIVE_INFINITY),
    max: new Float64Array(buckets).fill(Number.NEGATIVE_INFINITY),
    flags: new Uint8Array(buckets),
  };
}

/** More channels, which have had no value so far, or another number of buckets (a power of two). */
export function resizeOverview(
  overview: SessionOverview,
  channelCount: number,
  mostBuckets: number,
): void {
  while (overview.length > mostBuckets) mergeNeighbours(overview);
  if (mostBuckets !== overview.fromMs.length) {
    const { length } = overview;
    const move = <Row extends Float64Array | Uint8Array>(old: Row, row: Row): Row => {
      row.set(old.subarray(0, length));
      return row;
    };
    overview.fromMs = move(overview.fromMs, new Float64Array(mostBuckets));
    overview.toMs = move(overview.toMs, new Float64Array(mostBuckets));
    for (const channel of overview.channels) {
      const { min, max, flags } = createChannel(mostBuckets);
      channel.min = move(channel.min, min);
      channel.max = move(channel.max, max);
      channel.flags = move(channel.flags, flags);
    }
  }
  while (overview.channels.length < channelCount) {
    overview.channels.push(createChannel(mostBuckets));
  }
}

/** Takes in a full chunk whose first sample has index `firstIndex`: chunks come in order. */
export function absorb(overview: SessionOverview, chunk: Chunk, firstIndex: number): void {
  for (let at = 0; at < CHUNK_SAMPLES; at += BUCKET_SAMPLES) {
    let bucket = Math.floor((firstIndex + at) / overview.step);
    while (bucket >= overview.fromMs.length) {
      mergeNeighbours(overview);
      bucket = Math.floor((firstIndex + at) / overview.step);
    }
    const isNew = bucket >= overview.length;
    if (isNew) {
      overview.length = bucket + 1;
      overview.fromMs[bucket] = chunk.time[at] ?? Number.NaN;
    }
    overview.toMs[bucket] = chunk.time[at + BUCKET_SAMPLES - 1] ?? Number.NaN;
    for (const [c, { min, max, flags }] of overview.channels.entries()) {
      const channel = chunk.channels[c];
      const from = at >> BUCKET_BITS;
      const low = channel?.bucketMin[from] ?? Number.POSITIVE_INFINITY;
      const high = channel?.bucketMax[from] ?? Number.NEGATIVE_INFINITY;
      const bits = channel?.bucketFlags[from] ?? 0;
      min[bucket] = isNew ? low : Math.min(low, min[bucket] ?? low);
      max[bucket] = isNew ? high : Math.max(high, max[bucket] ?? high);
      flags[bucket] = isNew ? bits : bits | (flags[bucket] ?? 0);
    }
  }
}

function mergeNeighbours(overview: SessionOverview): void {
  const { fromMs, toMs, channels, length } = overview;
  for (let to = 0; 2 * to < length; to++) {
    const left = 2 * to;
    // The last one may have no neighbour yet.
    const right = Math.min(left + 1, length - 1);
    fromMs[to] = fromMs[left] ?? Number.NaN;
    toMs[to] = toMs[right] ?? Number.NaN;
    for (const { min, max, flags } of channels) {
      min[to] = Math.min(min[left] ?? Number.NaN, min[right] ?? Number.NaN);
      max[to] = Math.max(max[left] ?? Number.NaN, max[right] ?? Number.NaN);
      flags[to] = (flags[left] ?? 0) | (flags[right] ?? 0);
    }
  }
  overview.length = Math.ceil(length / 2);
  overview.step *= 2;
}
