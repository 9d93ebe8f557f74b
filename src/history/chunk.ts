/**
 * A run of samples in typed arrays, with a summary of every 64, 1024 and 16384 of them beside it. The
 * history is a row of chunks: it grows without copying, and gives up its oldest one whole.
 */

/** Samples in a chunk, as a power of two; sample i stands at `i & CHUNK_MASK` of its chunk. */
export const CHUNK_BITS = 14;
export const CHUNK_SAMPLES = 2 ** CHUNK_BITS;
export const CHUNK_MASK = CHUNK_SAMPLES - 1;

/** Samples per bucket of each level, as powers of two. */
const LEVEL_BITS = [6, 10, CHUNK_BITS] as const;
/** Samples per bucket of the finest level, as a power of two. */
export const BUCKET_BITS = LEVEL_BITS[0];
export const BUCKET_SAMPLES = 2 ** BUCKET_BITS;

/** One level of the pyramid. Minimum and maximum are written when a bucket is complete. */
export interface Level {
  readonly bits: number;
  /** Of the finite values; Infinity and -Infinity where there are none. */
  readonly min: Float64Array<ArrayBuffer>;
  readonly max: Float64Array<ArrayBuffer>;
  /** All flags of the bucket's samples; also while it is not complete. */
  readonly flags: Uint8Array<ArrayBuffer>;
}

/** Of each complete bucket of the finest level: its finite values. */
export interface BucketMoments {
  readonly count: Uint8Array<ArrayBuffer>;
  readonly mean: Float64Array<ArrayBuffer>;
  /** Sum of squared differences from the mean. */
  readonly m2: Float64Array<ArrayBuffer>;
}

export interface ChannelChunk {
  /** NaN and infinities stay as they came. */
  readonly value: Float64Array<ArrayBuffer>;
  /** mean ± limit·σ at that sample; NaN while learning. Single precision: they are only drawn. */
  readonly lower: Float32Array<ArrayBuffer>;
  readonly upper: Float32Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
  /** From the finest to the coarsest. */
  readonly levels: readonly Level[];
  readonly moments: BucketMoments;
}

export interface Chunk {
  /** ms, ascending. */
  readonly time: Float64Array<ArrayBuffer>;
  readonly channels: readonly ChannelChunk[];
}

/** Bytes that a chunk takes, summaries included. */
export function bytesPerChunk(channelCount: number): number {
  const levels = LEVEL_BITS.reduce((sum, bits) => sum + 17 * 2 ** (CHUNK_BITS - bits), 0);
  const moments = 17 * 2 ** (CHUNK_BITS - BUCKET_BITS);
  return 8 * CHUNK_SAMPLES + channelCount * (17 * CHUNK_SAMPLES + levels + moments);
}

export function createChunk(channelCount: number): Chunk {
  const chunk: Chunk = {
    time: new Float64Array(CHUNK_SAMPLES),
    channels: Array.from({ length: channelCount }, () => {
      const buckets = CHUNK_SAMPLES >> BUCKET_BITS;
      return {
        value: new Float64Array(CHUNK_SAMPLES),
        lower: new Float32Array(CHUNK_SAMPLES),
        upper: new Float32Array(CHUNK_SAMPLES),
        flags: new Uint8Array(CHUNK_SAMPLES),
        levels: LEVEL_BITS.map((bits) => ({
          bits,
          min: new Float64Array(CHUNK_SAMPLES >> bits),
          max: new Float64Array(CHUNK_SAMPLES >> bits),
          flags: new Uint8Array(CHUNK_SAMPLES >> bits),
        })),
        moments: {
          count: new Uint8Array(buckets),
          mean: new Float64Array(buckets),
          m2: new Float64Array(buckets),
        },
      };
    }),
  };
  clearChunk(chunk);
  return chunk;
}

/** Makes a chunk ready to be written again: what a sample does not write itself. */
export function clearChunk(chunk: Chunk): void {
  for (const { lower, upper, flags, levels } of chunk.channels) {
    lower.fill(Number.NaN);
    upper.fill(Number.NaN);
    flags.fill(0);
    for (const level of levels) level.flags.fill(0);
  }
}

/**
 * Summarises the bucket whose last sample stands at `at`, and every larger one that ends there. Done
 * once a bucket, so that a sample costs no more than writing it down.
 */
export function summariseUpTo(chunk: Chunk, at: number): void {
  for (const channel of chunk.channels) {
    summariseBucket(channel, at >> BUCKET_BITS);
    for (let k = 1; k < channel.levels.length; k++) {
      const level = channel.levels[k];
      const finer = channel.levels[k - 1];
      if (!level || !finer || ((at + 1) & ((1 << level.bits) - 1)) !== 0) break;
      foldInto(level, finer, at >> level.bits);
    }
  }
}

function summariseBucket({ value, levels, moments }: ChannelChunk, bucket: number): void {
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
  const [finest] = levels;
  if (finest) {
    finest.min[bucket] = min;
    finest.max[bucket] = max;
  }
  const meanDifference = count > 0 ? sum / count : 0;
  moments.count[bucket] = count;
  moments.mean[bucket] = near + meanDifference;
  moments.m2[bucket] = Math.max(0, squares - count * meanDifference * meanDifference);
}

function foldInto(level: Level, finer: Level, bucket: number): void {
  const ratioBits = level.bits - finer.bits;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = bucket << ratioBits; i < (bucket + 1) << ratioBits; i++) {
    const low = finer.min[i] ?? min;
    const high = finer.max[i] ?? max;
    if (low < min) min = low;
    if (high > max) max = high;
  }
  level.min[bucket] = min;
  level.max[bucket] = max;
}
