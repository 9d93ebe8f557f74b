/**
 * Any range of the retained samples as columns to draw: every sample while there is room for each,
 * else the smallest and the largest of every so many. Cost goes with the width in pixels, not with
 * the range. What was given up is drawn from bands.ts.
 */
import { CHUNK_MASK } from './chunk.ts';
import { firstGapAfter } from './gaps.ts';
import { channelChunkAt, firstAtOrAfter, type History, timeAt, valueAt } from './history.ts';

export interface Columns {
  /** Seconds since the epoch, ascending. */
  readonly time: Float64Array<ArrayBuffer>;
  /** NaN where the line must break. */
  readonly value: Float64Array<ArrayBuffer>;
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
}

export interface IndexRange {
  /** First index to draw; one before the range where there is one, so that lines reach the edge. */
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

/** The retained indexes that a drawing of `fromMs..toMs` needs. */
export function rangeBetween(history: History, fromMs: number, toMs: number): IndexRange {
  const first = firstAtOrAfter(history, fromMs);
  const last = firstAtOrAfter(history, toMs);
  return {
    from: Math.max(history.start, first - 1),
    to: Math.min(history.end, last + 1),
  };
}

/**
 * One channel's range in at most about 2·`widthPx` points and a break per gap. Summaries are cut at
 * multiples of a power of two of the absolute index, so that a scrolling picture does not shimmer.
 */
export function columnsOf(
  history: History,
  channelIndex: number,
  range: IndexRange,
  widthPx: number,
): Columns {
  const count = Math.max(0, range.to - range.from);
  if (channelIndex >= history.channelCount || count === 0) return emptyColumns();
  const stepBits = count <= 2 * widthPx ? 0 : Math.ceil(Math.log2(count / widthPx));
  const step = 2 ** stepBits;
  let nextGap = firstGapAfter(history.gaps, range.from);
  const breaks = firstGapAfter(history.gaps, range.to) - nextGap;
  const out = createWriter((stepBits === 0 ? count : 2 * (count / step + 2)) + 5 * breaks);

  for (let from = range.from; from < range.to; ) {
    let to = Math.min(range.to, (Math.floor(from / step) + 1) * step);
    const gapIndex = history.gaps[nextGap]?.index ?? Number.POSITIVE_INFINITY;
    if (gapIndex === from) {
      out.push((timeAt(history, from - 1) + timeAt(history, from)) / 2, Number.NaN);
      nextGap++;
      continue;
    }
    to = Math.min(to, gapIndex);
    const channel = channelChunkAt(history, channelIndex, from);
    const time = timeAt(history, from);
    const lower = channel?.lower[from & CHUNK_MASK] ?? Number.NaN;
    const upper = channel?.upper[from & CHUNK_MASK] ?? Number.NaN;
    if (to - from === 1) {
      out.push(time, finiteOrNaN(valueAt(history, channelIndex, from)), lower, upper);
    } else {
      const [min, max] = extremes(history, channelIndex, from, to);
      out.push(time, min, lower, upper);
      out.push(time, max, lower, upper);
    }
    from = to;
  }
  return out.columns();
}

/** Smallest and largest finite value of the retained `[from, to)`; NaN, NaN when there is none. */
export function extremes(
  history: History,
  channelIndex: number,
  from: number,
  to: number,
): readonly [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; ) {
    const channel = channelChunkAt(history, channelIndex, i);
    if (!channel) break;
    const { levels } = channel;
    const at = i & CHUNK_MASK;
    let low = Number.NaN;
    let high = Number.NaN;
    let read = 0;
    for (let k = levels.length - 1; k >= 0 && read === 0; k--) {
      const level = levels[k];
      if (!level || (at & ((1 << level.bits) - 1)) !== 0 || i + (1 << level.bits) > to) continue;
      low = level.min[at >> level.bits] ?? low;
      high = level.max[at >> level.bits] ?? high;
      read = 1 << level.bits;
    }
    if (read === 0) {
      low = finiteOrNaN(channel.value[at] ?? Number.NaN);
      high = low;
      read = 1;
    }
    if (low < min) min = low;
    if (high > max) max = high;
    i += read;
  }
  return min <= max ? [min, max] : [Number.NaN, Number.NaN];
}

const finiteOrNaN = (value: number) => (Number.isFinite(value) ? value : Number.NaN);

const emptyColumns = (): Columns => createWriter(0).columns();

function createWriter(most: number) {
  const capacity = Math.ceil(most) + 2;
  const time = new Float64Array(capacity);
  const value = new Float64Array(capacity);
  const lower = new Float64Array(capacity);
  const upper = new Float64Array(capacity);
  let length = 0;
  return {
    push(timeMs: number, v: number, low = Number.NaN, high = Number.NaN) {
      time[length] = timeMs / 1000;
      value[length] = v;
      lower[length] = low;
      upper[length] = high;
      length++;
    },
    columns: (): Columns => ({
      time: time.slice(0, length),
      value: value.slice(0, length),
      lower: lower.slice(0, length),
      upper: upper.slice(0, length),
    }),
  };
}
