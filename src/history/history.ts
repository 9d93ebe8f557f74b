/**
 * What was sampled and what was said of it: typed-array rings, grown by doubling up to a capacity,
 * with min, max and flags of every 64 and every 4096 samples beside them, so that any range is
 * summarised without reading it all. Samples are counted from the start of the session by an
 * absolute index that never wraps; the oldest are given up when the ring is full.
 */

/** Bits that a sample's flag byte can carry: what the browser's and the board's detector said. */
export const BROWSER_OUTLIER = 1;
export const BROWSER_ALARM = 2;
export const BROWSER_COLLECTIVE = 4;
export const BOARD_SHIFT = 3;
export const BOARD_OUTLIER = BROWSER_OUTLIER << BOARD_SHIFT;
export const BOARD_ALARM = BROWSER_ALARM << BOARD_SHIFT;
export const BROWSER_BITS = BROWSER_OUTLIER | BROWSER_ALARM | BROWSER_COLLECTIVE;

/** Samples per bucket of the two levels of the pyramid, as powers of two. */
const LEVEL_BITS = [6, 12] as const;
const INITIAL_CAPACITY = 4096;

export interface Gap {
  /** Absolute index of the first sample after the gap. */
  readonly index: number;
  /** Lost samples by sequence number; null when nobody can know. */
  readonly lost: number | null;
}

interface Level {
  readonly bits: number;
  min: Float64Array<ArrayBuffer>;
  max: Float64Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
}

interface ChannelHistory {
  /** NaN and infinities stay as they came. */
  value: Float64Array<ArrayBuffer>;
  /** mean ± limit·σ at that sample; NaN while learning. Single precision: they are only drawn. */
  lower: Float32Array<ArrayBuffer>;
  upper: Float32Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
  readonly levels: readonly Level[];
}

export interface History {
  readonly channelCount: number;
  readonly capacity: number;
  /** Samples ever appended; the newest has index `end - 1`. */
  end: number;
  /** Oldest retained index. */
  start: number;
  /** Ring length, a power of two; sample i stands at `i & (size - 1)`. */
  size: number;
  time: Float64Array<ArrayBuffer>;
  readonly channels: readonly ChannelHistory[];
  gaps: Gap[];
}

/** Bytes that one retained sample takes, pyramid included. */
export function bytesPerSample(channelCount: number): number {
  const pyramid = LEVEL_BITS.reduce((sum, bits) => sum + 17 / 2 ** bits, 0);
  return 8 + channelCount * (8 + 4 + 4 + 1 + pyramid);
}

/** An empty history that keeps at most the largest power of two of samples within `maxBytes`. */
export function createHistory(channelCount: number, maxBytes: number): History {
  const affordable = Math.max(INITIAL_CAPACITY, maxBytes / bytesPerSample(channelCount));
  const size = INITIAL_CAPACITY;
  return {
    channelCount,
    capacity: 2 ** Math.floor(Math.log2(affordable)),
    end: 0,
    start: 0,
    size,
    time: new Float64Array(size),
    channels: Array.from({ length: channelCount }, () => ({
      value: new Float64Array(size),
      lower: new Float32Array(size),
      upper: new Float32Array(size),
      flags: new Uint8Array(size),
      levels: LEVEL_BITS.map((bits) => createLevel(bits, size)),
    })),
    gaps: [],
  };
}

/**
 * Appends one sample: `values[0..channelCount)` at `timeMs`, which must not be before the last.
 * Returns its absolute index.
 */
export function appendSample(history: History, timeMs: number, values: ArrayLike<number>): number {
  if (history.end - history.start === history.size) makeRoom(history);
  const index = history.end;
  const at = index & (history.size - 1);
  history.time[at] = timeMs;
  for (let c = 0; c < history.channelCount; c++) {
    const channel = history.channels[c];
    if (!channel) break;
    const value = values[c] ?? Number.NaN;
    channel.value[at] = value;
    channel.lower[at] = Number.NaN;
    channel.upper[at] = Number.NaN;
    channel.flags[at] = 0;
    for (const level of channel.levels) summarise(level, index, history.size, value);
  }
  history.end = index + 1;
  return index;
}

/** Notes that samples are missing before the next one to be appended. */
export function noteGap(history: History, lost: number | null): void {
  if (history.end === 0) return;
  const last = history.gaps.at(-1);
  if (last?.index === history.end) {
    const both = last.lost === null || lost === null ? null : last.lost + lost;
    history.gaps[history.gaps.length - 1] = { index: history.end, lost: both };
  } else {
    history.gaps.push({ index: history.end, lost });
  }
}

/** Adds flag bits to a retained sample; those of the board are shifted by `BOARD_SHIFT`. */
export function addFlags(
  history: History,
  channelIndex: number,
  index: number,
  bits: number,
): void {
  const channel = history.channels[channelIndex];
  if (!channel || index < history.start) return;
  const at = index & (history.size - 1);
  channel.flags[at] = (channel.flags[at] ?? 0) | bits;
  for (const level of channel.levels) {
    const bucket = at >> level.bits;
    level.flags[bucket] = (level.flags[bucket] ?? 0) | bits;
  }
}

/** Before a new run over the history: forgets what the browser's detector said. */
export function clearBrowserFlags(history: History): void {
  for (const { flags, levels } of history.channels) {
    const [buckets] = levels;
    if (!buckets) continue;
    const bucketSize = 2 ** buckets.bits;
    for (const [bucket, bits] of buckets.flags.entries()) {
      if ((bits & BROWSER_BITS) === 0) continue;
      const from = bucket * bucketSize;
      for (let at = from; at < from + bucketSize; at++) {
        flags[at] = (flags[at] ?? 0) & ~BROWSER_BITS;
      }
    }
    for (const level of levels) {
      for (const [i, bits] of level.flags.entries()) level.flags[i] = bits & ~BROWSER_BITS;
    }
  }
}

/** Time of a retained sample, ms. */
export function timeAt(history: History, index: number): number {
  return history.time[index & (history.size - 1)] ?? Number.NaN;
}

/** Index of the first retained sample at or after `timeMs`; `end` when there is none. */
export function firstAtOrAfter(history: History, timeMs: number): number {
  let low = history.start;
  let high = history.end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (timeAt(history, middle) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function createLevel(bits: number, size: number): Level {
  const buckets = Math.max(1, size >> bits);
  return {
    bits,
    min: new Float64Array(buckets),
    max: new Float64Array(buckets),
    flags: new Uint8Array(buckets),
  };
}

function summarise(level: Level, index: number, size: number, value: number): void {
  const at = (index & (size - 1)) >> level.bits;
  if ((index & ((1 << level.bits) - 1)) === 0) {
    level.min[at] = Number.POSITIVE_INFINITY;
    level.max[at] = Number.NEGATIVE_INFINITY;
    level.flags[at] = 0;
  }
  if (value < (level.min[at] ?? 0) && value > Number.NEGATIVE_INFINITY) level.min[at] = value;
  if (value > (level.max[at] ?? 0) && value < Number.POSITIVE_INFINITY) level.max[at] = value;
}

function makeRoom(history: History): void {
  if (history.size < history.capacity) {
    grow(history, history.size * 2);
    return;
  }
  // Whole buckets go at a time, so that no bucket ever mixes what is kept with what is gone.
  history.start += 1 << LEVEL_BITS[1];
  while ((history.gaps[0]?.index ?? history.end) <= history.start) history.gaps.shift();
}

/** Before the ring first wraps, index equals position: growing is a plain copy. */
function grow(history: History, size: number): void {
  history.time = copyFloat64(history.time, size);
  for (const channel of history.channels) {
    channel.value = copyFloat64(channel.value, size);
    channel.lower = copyFloat32(channel.lower, size);
    channel.upper = copyFloat32(channel.upper, size);
    channel.flags = copyUint8(channel.flags, size);
    for (const level of channel.levels) {
      const buckets = size >> level.bits;
      level.min = copyFloat64(level.min, buckets);
      level.max = copyFloat64(level.max, buckets);
      level.flags = copyUint8(level.flags, buckets);
    }
  }
  history.size = size;
}

function copyFloat64(from: Float64Array<ArrayBuffer>, size: number): Float64Array<ArrayBuffer> {
  const to = new Float64Array(size);
  to.set(from);
  return to;
}

function copyFloat32(from: Float32Array<ArrayBuffer>, size: number): Float32Array<ArrayBuffer> {
  const to = new Float32Array(size);
  to.set(from);
  return to;
}

function copyUint8(from: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(size);
  to.set(from);
  return to;
}
