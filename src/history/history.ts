/**
 * What was sampled and what was said of it. The newest samples are kept as they came, in a row of
 * chunks as long as the memory given to it allows; of the oldest, given up first, an overview stays.
 * Samples are counted from the start of the session by an absolute index that never wraps.
 */
import {
  BUCKET_SAMPLES,
  bytesPerChunk,
  CHUNK_BITS,
  CHUNK_MASK,
  CHUNK_SAMPLES,
  type ChannelChunk,
  type Chunk,
  clearChunk,
  createChannelChunk,
  createChunk,
  NO_VALUES,
  summariseBucketAt,
} from './chunk.ts';
import {
  addCoarseChannel,
  beginCoarseBucket,
  bucketBefore,
  bytesPerCoarseBucket,
  COARSE_PER_CHUNK,
  COARSE_SAMPLES,
  type Coarse,
  completeCoarseBucket,
  createCoarse,
  giveUpCoarse,
} from './coarse.ts';
import { addGap, GAPS_BYTES, type Gap } from './gaps.ts';
import {
  absorb,
  bucketsWithin,
  bytesPerOverview,
  createOverview,
  resizeOverview,
  type SessionOverview,
} from './overview.ts';

/** Of the samples that are given up, one chunk at a time, some must be left: of many channels fewer. */
const FEWEST_CHUNKS = 2;
const FEWEST_OF_FEW_CHANNELS = 8;
const FEWEST_CHANNEL_CHUNKS = 64;
/** Where there is room for more than two of these, so many samples are given up at a time. */
const STRETCH_SAMPLES = 4 * CHUNK_SAMPLES;
const BUCKET_MASK = BUCKET_SAMPLES - 1;
const COARSE_MASK = COARSE_SAMPLES - 1;
/** Stands for the newest one before the first sample. */
const NO_CHUNK: Chunk = { time: new Float64Array(), channels: [] };

/**
 * What a NaN is. `invalid`: a value that a board of ours has sampled and could not tell; the line of
 * its channel breaks there, and it is counted. `absent`: the channel has no value in that sample at
 * all, as in the rows of other sketches and of tables, where channels may come at different rates;
 * nothing is judged, counted or broken there. A recording says which by whose lines it holds.
 */
export type MeaningOfNaN = 'invalid' | 'absent';

export interface History {
  /** Grows when a sketch prints a new name; never shrinks. */
  channelCount: number;
  readonly nan: MeaningOfNaN;
  /** Samples ever appended; the newest has index `end - 1`. */
  end: number;
  /** Oldest index whose sample is kept as it came. */
  start: number;
  /** How many samples are kept as they came, at most. */
  capacity: number;
  /** The oldest first; each full but the last. */
  readonly chunks: Chunk[];
  /** Given up, to be written anew; they count as retained ones. */
  spare: Chunk[];
  /** The last chunk, to be had without a look into the row. */
  newest: Chunk;
  /** Of all retained samples. */
  readonly coarse: Coarse;
  /** Of all samples before `start`. */
  readonly overview: SessionOverview;
  /** Over the whole session, ascending. */
  readonly gaps: Gap[];
  /** The next sample to be appended comes after a gap. */
  pendingGap: { readonly lost: number | null } | null;
}

/** How many samples can be kept as they came within `maxBytes`, overview and all included. */
export function capacityWithin(channelCount: number, maxBytes: number): number {
  const overview = bytesPerOverview(channelCount, bucketsWithin(channelCount, maxBytes));
  const forChunks = maxBytes - overview - GAPS_BYTES;
  const coarse = COARSE_PER_CHUNK * bytesPerCoarseBucket(channelCount);
  const chunks = Math.floor(forChunks / (bytesPerChunk(channelCount) + coarse));
  return Math.max(fewestChunks(channelCount), chunks) * CHUNK_SAMPLES;
}

function fewestChunks(channelCount: number): number {
  const shared = Math.floor(FEWEST_CHANNEL_CHUNKS / Math.max(1, channelCount));
  return Math.max(FEWEST_CHUNKS, Math.min(FEWEST_OF_FEW_CHANNELS, shared));
}

/** An empty history that takes at most `maxBytes`. */
export function createHistory(
  channelCount: number,
  maxBytes: number,
  nan: MeaningOfNaN = 'invalid',
): History {
  return {
    channelCount,
    nan,
    end: 0,
    start: 0,
    capacity: capacityWithin(channelCount, maxBytes),
    chunks: [],
    spare: [],
    newest: NO_CHUNK,
    coarse: createCoarse(channelCount),
    overview: createOverview(channelCount, bucketsWithin(channelCount, maxBytes)),
    gaps: [],
    pendingGap: null,
  };
}

/** Gives the history more memory, or less: then the oldest samples go at once. */
export function keepWithin(history: History, maxBytes: number): void {
  const { channelCount, overview } = history;
  history.capacity = capacityWithin(channelCount, maxBytes);
  resizeOverview(overview, channelCount, bucketsWithin(channelCount, maxBytes));
  history.spare = [];
  while (history.chunks.length * CHUNK_SAMPLES > history.capacity) giveUpOldest(history);
}

/** More channels from the next sample on; of those before they have no value. */
export function addChannels(history: History, channelCount: number, maxBytes: number): void {
  for (let c = history.channelCount; c < channelCount; c++) {
    for (const chunk of [...history.chunks, ...history.spare]) chunk.channels.push(NO_VALUES);
    addCoarseChannel(history.coarse);
  }
  history.channelCount = Math.max(history.channelCount, channelCount);
  keepWithin(history, maxBytes);
}

/**
 * Appends one sample: `values[0..channelCount)` at `timeMs`, which must not be before the last.
 * Returns its absolute index.
 */
export function appendSample(history: History, timeMs: number, values: ArrayLike<number>): number {
  const index = history.end;
  const at = index & CHUNK_MASK;
  if ((at & COARSE_MASK) === 0 || history.pendingGap !== null) prepare(history, at, timeMs);
  const chunk = history.newest;
  chunk.time[at] = timeMs;
  const { channels } = chunk;
  for (let c = 0; c < channels.length; c++) {
    const value = values[c] ?? Number.NaN;
    let channel = channels[c];
    if (channel === NO_VALUES && !Number.isNaN(value)) {
      channel = createChannelChunk();
      channels[c] = channel;
    }
    if (channel) channel.value[at] = value;
  }
  history.end = index + 1;
  if ((at & BUCKET_MASK) === BUCKET_MASK) summariseUpTo(history, chunk, at);
  return index;
}

/** What few samples need, apart from what all do: so the compiler can inline the latter. */
function prepare(history: History, at: number, timeMs: number): void {
  if (at === 0) history.newest = beginChunk(history);
  if ((at & COARSE_MASK) === 0) beginCoarseBucket(history.coarse, timeMs);
  if (history.pendingGap !== null) closeGap(history, timeMs);
}

function summariseUpTo(history: History, chunk: Chunk, at: number): void {
  summariseBucketAt(chunk, at);
  if ((at & COARSE_MASK) === COARSE_MASK) completeCoarseBucket(history.coarse, chunk, at);
}

/** Notes that samples are missing before the next one to be appended. */
export function noteGap(history: History, lost: number | null): void {
  if (history.end === 0) return;
  const before = history.pendingGap;
  if (before === null) history.pendingGap = { lost };
  else if (before.lost !== null) {
    history.pendingGap = { lost: lost === null ? null : before.lost + lost };
  }
}

/** The chunk that holds a retained sample. */
export function chunkAt(history: History, index: number): Chunk | undefined {
  return history.chunks[(index - history.start) >> CHUNK_BITS];
}

/** A channel’s part of the chunk that holds a sample; undefined when it is not retained. */
export function channelChunkAt(
  history: History,
  channelIndex: number,
  index: number,
): ChannelChunk | undefined {
  return chunkAt(history, index)?.channels[channelIndex];
}

/** Time of a retained sample, ms; NaN of any other. */
export function timeAt(history: History, index: number): number {
  return chunkAt(history, index)?.time[index & CHUNK_MASK] ?? Number.NaN;
}

/** Value of a retained sample, as it came; NaN of any other. */
export function valueAt(history: History, channelIndex: number, index: number): number {
  return channelChunkAt(history, channelIndex, index)?.value[index & CHUNK_MASK] ?? Number.NaN;
}

/** Time of the first sample of the session, kept or given up; NaN before there is one. */
export function sessionStartMs(history: History): number {
  return history.start > 0 ? (history.overview.fromMs[0] ?? Number.NaN) : timeAt(history, 0);
}

/** Index of the first retained sample at or after `timeMs`; `end` when there is none. */
export function firstAtOrAfter(history: History, timeMs: number): number {
  // The row of coarse times is short and read often: it leaves a thousand samples to look through.
  let low = bucketBefore(history.coarse, timeMs) * COARSE_SAMPLES;
  let high = Math.min(history.end, low + COARSE_SAMPLES);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (timeAt(history, middle) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first retained sample after `timeMs`; `end` when there is none. */
export function firstAfter(history: History, timeMs: number): number {
  let low = firstAtOrAfter(history, timeMs);
  let high = history.end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (timeAt(history, middle) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A chunk for the next samples: a new one, or one of the oldest when there is room for no more. */
function beginChunk(history: History): Chunk {
  const isFull = (history.chunks.length + 1) * CHUNK_SAMPLES > history.capacity;
  if (isFull && history.spare.length === 0) history.spare = giveUpOldest(history);
  const chunk = history.spare.pop() ?? createChunk(history.channelCount, history.nan === 'absent');
  history.chunks.push(chunk);
  return chunk;
}

/** So many samples are given up at a time, a multiple of a chunk's; a session's start is one, too. */
export function samplesGivenUpAtOnce({ capacity }: History): number {
  return capacity >= 2 * STRETCH_SAMPLES ? STRETCH_SAMPLES : CHUNK_SAMPLES;
}

function giveUpOldest(history: History): Chunk[] {
  const given: Chunk[] = [];
  do {
    const chunk = history.chunks.shift();
    if (!chunk) break;
    absorb(history.overview, chunk, history.start);
    history.start += CHUNK_SAMPLES;
    clearChunk(chunk);
    given.push(chunk);
  } while (history.start % samplesGivenUpAtOnce(history) !== 0);
  giveUpCoarse(history.coarse, history.start);
  return given;
}

function closeGap(history: History, toMs: number): void {
  const { pendingGap, gaps, end } = history;
  history.pendingGap = null;
  if (!pendingGap) return;
  addGap(gaps, { index: end, lost: pendingGap.lost, fromMs: timeAt(history, end - 1), toMs });
}
