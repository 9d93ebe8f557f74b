/** The values of a channel that has none in many samples, found without a look at each of these. */
import { BUCKET_BITS, BUCKET_SAMPLES, CHUNK_MASK, NO_VALUES } from './chunk.ts';
import { channelChunkAt, type History, valueAt } from './history.ts';

/** Buckets looked through for a value beside what is drawn: a slower channel has none near. */
const MOST_BUCKETS = 4096;

/** Index of the newest retained value before `index`; null when there is none near. */
export function valueBefore(history: History, channelIndex: number, index: number): number | null {
  let at = Math.min(index, history.end) - 1;
  for (let looked = 0; at >= history.start && looked < MOST_BUCKETS; looked++) {
    const first = at - (at & (BUCKET_SAMPLES - 1));
    if (hasValues(history, channelIndex, first)) {
      for (; at >= first; at--) if (isValue(history, channelIndex, at)) return at;
    }
    at = first - 1;
  }
  return null;
}

/** Index of the first value at or after `index` and before `to`; null when there is none near. */
export function valueFrom(
  history: History,
  channelIndex: number,
  index: number,
  to = history.end,
): number | null {
  let at = Math.max(index, history.start);
  for (let looked = 0; at < to && looked < MOST_BUCKETS; looked++) {
    const first = at - (at & (BUCKET_SAMPLES - 1));
    const end = Math.min(to, first + BUCKET_SAMPLES);
    if (hasValues(history, channelIndex, first)) {
      for (; at < end; at++) if (isValue(history, channelIndex, at)) return at;
    }
    at = end;
  }
  return null;
}

/** Whether a look at the samples of the bucket may find a value; the newest is not summarised yet. */
function hasValues(history: History, channelIndex: number, first: number): boolean {
  const channel = channelChunkAt(history, channelIndex, first);
  if (!channel || channel === NO_VALUES) return false;
  if (first + BUCKET_SAMPLES > history.end) return true;
  return (channel.bucketCount[(first & CHUNK_MASK) >> BUCKET_BITS] ?? 0) > 0;
}

const isValue = (history: History, channelIndex: number, index: number) =>
  Number.isFinite(valueAt(history, channelIndex, index));
