/**
 * A run of samples in typed arrays, with a summary of every 64 of them beside it. The history is a
 * row of chunks: it grows without copying, and gives up its oldest one whole.
 */

/**
 * Samples in a chunk, as a power of two; sample i stands at `i & CHUNK_MASK` of its chunk. Few, so
 * that two chunks of 256 channels are less than the least memory that a person can choose.
 */
export const CHUNK_BITS = 12;
export const CHUNK_SAMPLES = 2 ** CHUNK_BITS;
export const CHUNK_MASK = CHUNK_SAMPLES - 1;

/** Samples per bucket, as a power of two. */
export const BUCKET_BITS = 6;
export const BUCKET_SAMPLES = 2 ** BUCKET_BITS;
const BUCKETS = CHUNK_SAMPLES / BUCKET_SAMPLES;

export interface ChannelChunk {
  /** NaN and infinities stay as they came. */
  readonly value: Float64Array<ArrayBuffer>;
  /** mean ± limit·σ at that sample; NaN while learning. Single precision: they are only drawn. */
  readonly lower: Float32Array<ArrayBuffer>;
  readonly upper: Float32Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
  /** Of the finite values of a complete bucket; Infinity and -Infinity where there are none. */
  readonly bucketMin: Float64Array<ArrayBuffer>;
  readonly bucketMax: Float64Array<ArrayBuffer>;
  /** All flags of a bucket's samples; also while it is not complete. */
  readonly bucketFlags: Uint8Array<ArrayBuffer>;
  /** How many values of a complete bucket are finite, their mean, and Σ(x - mean)². */
  readonly bucketCount: Uint8Array<ArrayBuffer>;
  readonly bucketMean: Float64Array<ArrayBuffer>;
  readonly bucketM2: Float64Array<ArrayBuffer>;
}

export interface Chunk {
  /** ms, ascending. */
  readonly time: Float64Array<ArrayBuffer>;
  /** `NO_VALUES` for a channel that has none in this chunk, as far as it goes. */
  readonly channels: ChannelChunk[];
}

/** Bytes that a chunk takes, summaries included. */
export function bytesPerChunk(channelCount: number): number {
  return 8 * CHUNK_SAMPLES + channelCount * (17 * CHUNK_SAMPLES + 34 * BUCKETS);
}

/** @param areSparse channels have values in few samples: room for them is made when the first comes */
export function createChunk(channelCount: number, areSparse = false): Chunk {
  return {
    time: new Float64Array(CHUNK_SAMPLES),
    channels: Array.from({ length: channelCount }, () =>
      areSparse ? NO_VALUES : createChannelChunk(),
    ),
  };
}

/** Without a value yet; one buffer, as each costs more than a short array. */
export function createChannelChunk(): ChannelChunk {
  const buffer = new ArrayBuffer(17 * CHUNK_SAMPLES + 34 * BUCKETS);
  let at = 0;
  const next = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  const chunk: ChannelChunk = {
    value: new Float64Array(buffer, next(8 * CHUNK_SAMPLES), CHUNK_SAMPLES),
    bucketMin: new Float64Array(buffer, next(8 * BUCKETS), BUCKETS),
    bucketMax: new Float64Array(buffer, next(8 * BUCKETS), BUCKETS),
    bucketMean: new Float64Array(buffer, next(8 * BUCKETS), BUCKETS),
    bucketM2: new Float64Array(buffer, next(8 * BUCKETS), BUCKETS),
    lower: new Float32Array(buffer, next(4 * CHUNK_SAMPLES), CHUNK_SAMPLES),
    upper: new Float32Array(buffer, next(4 * CHUNK_SAMPLES), CHUNK_SAMPLES),
    flags: new Uint8Array(buffer, next(CHUNK_SAMPLES), CHUNK_SAMPLES),
    bucketFlags: new Uint8Array(buffer, next(BUCKETS), BUCKETS),
    bucketCount: new Uint8Array(buffer, next(BUCKETS), BUCKETS),
  };
  chunk.value.fill(Number.NaN);
  chunk.lower.fill(Number.NaN);
  chunk.upper.fill(Number.NaN);
  chunk.bucketMin.fill(Number.POSITIVE_INFINITY);
  chunk.bucketMax.fill(Number.NEGATIVE_INFINITY);
  return chunk;
}

/**
 * Stands for a channel that has no value in a chunk; shared, and never written but with what is there
 * already.
 */
export const NO_VALUES: ChannelChunk = createChannelChunk();

/** Makes a chunk ready to be written again: what a sample does not write itself. */
export function clearChunk(chunk: Chunk): void {
  for (const channel of chunk.channels) {
    if (channel === NO_VALUES) continue;
    const { lower, upper, flags, bucketFlags } = channel;
    lower.fill(Number.NaN);
    upper.fill(Number.NaN);
    flags.fill(0);
    bucketFlags.fill(0);
  }
}

/**
 * Summarises the bucket whose last sample stands at `at`. Done once a bucket, so that a sample costs
 * no more than writing it down.
 */
export function summariseBucketAt(chunk: Chunk, at: number): void {
  for (const channel of chunk.channels) {
    if (channel !== NO_VALUES) summarise(channel, at >> BUCKET_BITS);
  }
}

function summarise(channel: ChannelChunk, bucket: number): void {
  const { value } = channel;
  const from = bucket << BUCKET_BITS;
  const to = from + BUCKET_SAMPLES;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  // Differences from a value nearby: squares of the values themselves would lose digits.
  let near = 0;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const x = value[i] ?? Number.NaN;
    // NaN and infinities have no difference from themselves.
    if (x - x !== 0) continue;
    if (count === 0) near = x;
    const difference = x - near;
    if (x < min) min = x;
    if (x > max) max = x;
    sum += difference;
    squares += difference * difference;
    count += 1;
  }
  channel.bucketMin[bucket] = min;
  channel.bucketMax[bucket] = max;
  const meanDifference = count > 0 ? sum / count : 0;
  channel.bucketCount[bucket] = count;
  channel.bucketMean[bucket] = near + meanDifference;
  channel.bucketM2[bucket] = Math.max(0, squares - count * meanDifference * meanDifference);
}
