/**
 * What was said of retained samples: a byte of flags each, and the limits that they were held against.
 */
import { ALARM, COLLECTIVE, OUTLIER } from '../detector/detector.ts';
import { WATCHER } from './causeBits.ts';
import { BUCKET_BITS, CHUNK_MASK, type ChannelChunk } from './chunk.ts';
import { COARSE_PER_CHUNK, COARSE_SAMPLES } from './coarse.ts';
import { channelChunkAt, chunkAt, type History } from './history.ts';
import { valueFrom } from './sparse.ts';

/** Bits that a sample's flag byte can carry: what the browser's and the board's detector said. */
export const BROWSER_OUTLIER = OUTLIER;
export const BROWSER_ALARM = ALARM;
export const BROWSER_COLLECTIVE = COLLECTIVE;
export const BOARD_SHIFT = 4;
export const BOARD_OUTLIER = BROWSER_OUTLIER << BOARD_SHIFT;
export const BOARD_ALARM = BROWSER_ALARM << BOARD_SHIFT;
export const BROWSER_BITS = BROWSER_OUTLIER | BROWSER_ALARM | BROWSER_COLLECTIVE | WATCHER;

/** Adds flag bits to a retained sample; those of the board are shifted by `BOARD_SHIFT`. */
export function addFlags(
  history: History,
  channelIndex: number,
  index: number,
  bits: number,
): void {
  if (index < history.start || index >= history.end) return;
  const channel = chunkAt(history, index)?.channels[channelIndex];
  if (!channel) return;
  const at = index & CHUNK_MASK;
  const bucket = at >> BUCKET_BITS;
  channel.flags[at] = (channel.flags[at] ?? 0) | bits;
  channel.bucketFlags[bucket] = (channel.bucketFlags[bucket] ?? 0) | bits;
  const coarse = history.coarse.channels[channelIndex];
  const place = Math.floor(index / COARSE_SAMPLES) - history.coarse.base;
  if (coarse) coarse.flags[place] = (coarse.flags[place] ?? 0) | bits;
}

/**
 * Index of the sample of a coarse bucket whose limits stand for the whole bucket: its first, or the
 * first that has a value where not all have; null while there is none.
 */
export function limitsPlace(history: History, channelIndex: number, bucket: number): number | null {
  const first = bucket * COARSE_SAMPLES;
  if (history.nan === 'invalid') return first;
  return valueFrom(history, channelIndex, first, Math.min(history.end, first + COARSE_SAMPLES));
}

/** The limits of the samples `[from, to)`, which lie in one chunk, were written there. */
export function noteLimits(history: History, channelIndex: number, from: number, to: number): void {
  const { base, channels } = history.coarse;
  const coarse = channels[channelIndex];
  const channel = channelChunkAt(history, channelIndex, from);
  if (!coarse || !channel) return;
  // Of a sketch's many channels most have nothing in a sample.
  if (to - from === 1 && Number.isNaN(channel.value[from & CHUNK_MASK])) return;
  for (let bucket = Math.floor(from / COARSE_SAMPLES); bucket * COARSE_SAMPLES < to; bucket++) {
    const index = limitsPlace(history, channelIndex, bucket);
    if (index === null || index < from || index >= to) continue;
    coarse.lower[bucket - base] = channel.lower[index & CHUNK_MASK] ?? Number.NaN;
    coarse.upper[bucket - base] = channel.upper[index & CHUNK_MASK] ?? Number.NaN;
  }
}

/** The samples `[from, to)`, which lie in one chunk, have no limits: their channel is not judged. */
export function clearLimits(
  history: History,
  channelIndex: number,
  from: number,
  to: number,
): void {
  const channel = channelChunkAt(history, channelIndex, from);
  const at = from & CHUNK_MASK;
  channel?.lower.fill(Number.NaN, at, at + (to - from));
  channel?.upper.fill(Number.NaN, at, at + (to - from));
  noteLimits(history, channelIndex, from, to);
}

/** Before a new run over the history: forgets what the browser's detector said. */
export function clearBrowserFlags(history: History): void {
  const { base, from, to, channels } = history.coarse;
  for (const [c, { flags }] of channels.entries()) {
    for (let bucket = from; bucket < to; bucket++) {
      const bits = flags[bucket - base] ?? 0;
      if ((bits & BROWSER_BITS) === 0) continue;
      flags[bucket - base] = bits & ~BROWSER_BITS;
      const channel = channelChunkAt(history, c, bucket * COARSE_SAMPLES);
      if (channel) clearBrowserBits(channel, (bucket % COARSE_PER_CHUNK) * COARSE_SAMPLES);
    }
  }
}

function clearBrowserBits({ flags, bucketFlags }: ChannelChunk, from: number): void {
  const to = from + COARSE_SAMPLES;
  for (let at = from; at < to; at++) flags[at] = (flags[at] ?? 0) & ~BROWSER_BITS;
  for (let i = from >> BUCKET_BITS; i < to >> BUCKET_BITS; i++) {
    bucketFlags[i] = (bucketFlags[i] ?? 0) & ~BROWSER_BITS;
  }
}
