/**
 * Any range of the retained samples as columns to draw: every sample while there is room for each,
 * else the smallest and the largest of every so many. Cost goes with the width in pixels, not with
 * the range. What was given up is drawn from bands.ts.
 */
import { BUCKET_BITS, BUCKET_SAMPLES, CHUNK_MASK } from './chunk.ts';
import { COARSE_SAMPLES } from './coarse.ts';
import { firstGapAfter } from './gaps.ts';
import {
  channelChunkAt,
  chunkAt,
  firstAtOrAfter,
  type History,
  timeAt,
  valueAt,
} from './history.ts';
import { valueBefore, valueFrom } from './sparse.ts';

/**
 * With so many samples to a point the limits are those of the coarse row: to work out all of them is
 * dear, and a few pixels further they are the next ones.
 */
const COARSE_LIMITS_STEP = COARSE_SAMPLES / 4;

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
 *
 * @param silenceMs of a channel that has no value in many samples (`MeaningOfNaN`): the line leads
 *   from one value to the next, unless so long nothing came
 */
export function columnsOf(
  history: History,
  channelIndex: number,
  range: IndexRange,
  widthPx: number,
  silenceMs = Number.POSITIVE_INFINITY,
): Columns {
  const count = Math.max(0, range.to - range.from);
  if (channelIndex >= history.channelCount || count === 0) return emptyColumns();
  const isSparse = history.nan === 'absent';
  const step = stepOf(count, widthPx);
  let nextGap = firstGapAfter(history.gaps, range.from);
  const breaks = firstGapAfter(history.gaps, range.to) - nextGap;
  const points = (step === 1 ? count : 2 * (count / step + 2)) + 5 * breaks;
  // Each may have a break before it, and one value lies on either side.
  const out = createWriter(isSparse ? 2 * points + 2 : points);
  /** From here on nothing came; NaN before the first value, and where the line is broken already. */
  let silentFromMs = Number.NaN;

  function breakAfterSilence(untilMs: number): void {
    if (untilMs - silentFromMs > silenceMs) out.push((silentFromMs + untilMs) / 2, Number.NaN);
  }

  function pushAlone(index: number): void {
    const { time, lower, upper } = limitsAt(history, channelIndex, index, step);
    breakAfterSilence(time);
    out.push(time, valueAt(history, channelIndex, index), lower, upper);
    silentFromMs = time;
  }

  const before = isSparse ? valueBefore(history, channelIndex, range.from) : null;
  if (before !== null) pushAlone(before);
  for (let from = range.from; from < range.to; ) {
    let to = Math.min(range.to, (Math.floor(from / step) + 1) * step);
    const gapIndex = history.gaps[nextGap]?.index ?? Number.POSITIVE_INFINITY;
    if (gapIndex === from) {
      out.push((timeAt(history, from - 1) + timeAt(history, from)) / 2, Number.NaN);
      silentFromMs = Number.NaN;
      nextGap++;
      continue;
    }
    to = Math.min(to, gapIndex);
    if (to - from === 1) {
      const value = finiteOrNaN(valueAt(history, channelIndex, from));
      if (!isSparse) {
        const { time, lower, upper } = limitsAt(history, channelIndex, from, step);
        out.push(time, value, lower, upper);
      } else if (!Number.isNaN(value)) pushAlone(from);
    } else {
      const [min, max] = extremes(history, channelIndex, from, to);
      const isEmpty = isSparse && Number.isNaN(min);
      if (!isEmpty) {
        const at = isSparse ? (valueFrom(history, channelIndex, from) ?? from) : from;
        const { time, lower, upper } = limitsAt(history, channelIndex, at, step);
        breakAfterSilence(time);
        out.push(time, min, lower, upper);
        out.push(time, max, lower, upper);
        silentFromMs = timeAt(history, to - 1);
      }
    }
    from = to;
  }
  const after = isSparse ? valueFrom(history, channelIndex, range.to) : null;
  if (after !== null && history.gaps[nextGap]?.index !== after) pushAlone(after);
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
  const { base } = history.coarse;
  const coarse = history.coarse.channels[channelIndex];
  for (let i = from; i < to; ) {
    const whole = Math.floor((to - i) / COARSE_SAMPLES);
    if (coarse && whole > 0 && i % COARSE_SAMPLES === 0) {
      const first = i / COARSE_SAMPLES - base;
      const { min: lows, max: highs } = coarse;
      for (let place = first; place < first + whole; place++) {
        const low = lows[place] ?? min;
        const high = highs[place] ?? max;
        if (low < min) min = low;
        if (high > max) max = high;
      }
      i += whole * COARSE_SAMPLES;
      continue;
    }
    const channel = channelChunkAt(history, channelIndex, i);
    if (!channel) break;
    const at = i & CHUNK_MASK;
    const bucket = at >> BUCKET_BITS;
    let low: number;
    let high: number;
    if ((at & (BUCKET_SAMPLES - 1)) === 0 && i + BUCKET_SAMPLES <= to) {
      low = channel.bucketMin[bucket] ?? Number.NaN;
      high = channel.bucketMax[bucket] ?? Number.NaN;
      i += BUCKET_SAMPLES;
    } else {
      low = finiteOrNaN(channel.value[at] ?? Number.NaN);
      high = low;
      i += 1;
    }
    if (low < min) min = low;
    if (high > max) max = high;
  }
  return min <= max ? [min, max] : [Number.NaN, Number.NaN];
}

/** So many samples make a point of each kind. */
function stepOf(count: number, widthPx: number): number {
  return count <= 2 * widthPx ? 1 : 2 ** Math.ceil(Math.log2(count / widthPx));
}

/** Whether a drawing of so many samples reads limits of any of them, not only of coarse buckets. */
export function readsEachLimit({ from, to }: IndexRange, widthPx: number): boolean {
  return stepOf(to - from, widthPx) < COARSE_LIMITS_STEP;
}

/** Time of a sample and the limits there; where steps are long, of its bucket in the coarse row. */
function limitsAt(history: History, channelIndex: number, index: number, step: number) {
  const { base, time, channels } = history.coarse;
  const coarse = channels[channelIndex];
  if (coarse && step >= COARSE_LIMITS_STEP) {
    const place = Math.floor(index / COARSE_SAMPLES) - base;
    const isFirst = index % COARSE_SAMPLES === 0;
    return {
      time: isFirst ? (time[place] ?? Number.NaN) : timeAt(history, index),
      lower: coarse.lower[place] ?? Number.NaN,
      upper: coarse.upper[place] ?? Number.NaN,
    };
  }
  const chunk = chunkAt(history, index);
  const channel = chunk?.channels[channelIndex];
  const at = index & CHUNK_MASK;
  return {
    time: chunk?.time[at] ?? Number.NaN,
    lower: channel?.lower[at] ?? Number.NaN,
    upper: channel?.upper[at] ?? Number.NaN,
  };
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
