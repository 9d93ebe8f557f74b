/**
 * Any range of the history as columns to draw: every sample while there is room for each, else the
 * smallest and the largest of every so many. Cost goes with the width in pixels, not with the range.
 */
import {
  BOARD_ALARM,
  BOARD_OUTLIER,
  BROWSER_ALARM,
  BROWSER_OUTLIER,
  firstAtOrAfter,
  type History,
  timeAt,
} from './history.ts';

export interface Columns {
  /** Seconds since the epoch, ascending. */
  readonly time: Float64Array<ArrayBuffer>;
  /** NaN where the line must break. */
  readonly value: Float64Array<ArrayBuffer>;
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
}

export interface FlaggedSample {
  readonly index: number;
  readonly timeMs: number;
  readonly value: number;
  readonly flags: number;
}

export interface IndexRange {
  /** First index to draw; one before the range where there is one, so that lines reach the edge. */
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

export interface TimeGap {
  readonly fromMs: number;
  readonly toMs: number;
  readonly lost: number | null;
}

const SUMMARISED_BITS = 6;
const FLAGGED = BROWSER_OUTLIER | BROWSER_ALARM | BOARD_OUTLIER | BOARD_ALARM;

/** The retained indexes that a drawing of `fromMs..toMs` needs. */
export function rangeBetween(history: History, fromMs: number, toMs: number): IndexRange {
  const first = firstAtOrAfter(history, fromMs);
  const last = firstAtOrAfter(history, toMs);
  return {
    from: Math.max(history.start, first - 1),
    to: Math.min(history.end, last + 1),
  };
}

/** The gaps that touch a range. */
export function gapsIn(history: History, range: IndexRange): TimeGap[] {
  const gaps: TimeGap[] = [];
  for (let g = firstGapAfter(history, range.from); g < history.gaps.length; g++) {
    const gap = history.gaps[g];
    if (!gap || gap.index >= range.to) break;
    gaps.push({
      fromMs: timeAt(history, gap.index - 1),
      toMs: timeAt(history, gap.index),
      lost: gap.lost,
    });
  }
  return gaps;
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
  const channel = history.channels[channelIndex];
  const count = Math.max(0, range.to - range.from);
  if (!channel || count === 0) return emptyColumns();
  const stepBits = count <= 2 * widthPx ? 0 : Math.ceil(Math.log2(count / widthPx));
  const step = 2 ** stepBits;
  const breaks = history.gaps.length - firstGapAfter(history, range.from);
  const out = createWriter((stepBits === 0 ? count : 2 * (count / step + 2)) + 5 * breaks);
  let nextGap = firstGapAfter(history, range.from);

  for (let from = range.from; from < range.to; ) {
    let to = Math.min(range.to, (Math.floor(from / step) + 1) * step);
    const gapIndex = history.gaps[nextGap]?.index ?? Number.POSITIVE_INFINITY;
    if (gapIndex === from) {
      out.push((timeAt(history, from - 1) + timeAt(history, from)) / 2, Number.NaN);
      nextGap++;
      continue;
    }
    to = Math.min(to, gapIndex);
    const at = from & (history.size - 1);
    const time = timeAt(history, from);
    const lower = channel.lower[at] ?? Number.NaN;
    const upper = channel.upper[at] ?? Number.NaN;
    if (to - from === 1) {
      out.push(time, finiteOrNaN(channel.value[at] ?? Number.NaN), lower, upper);
    } else {
      const [min, max] = extremes(history, channelIndex, from, to);
      out.push(time, min, lower, upper);
      out.push(time, max, lower, upper);
    }
    from = to;
  }
  return out.columns();
}

/** Smallest and largest finite value of `[from, to)`; NaN, NaN when there is none. */
export function extremes(
  history: History,
  channelIndex: number,
  from: number,
  to: number,
): readonly [number, number] {
  const channel = history.channels[channelIndex];
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  if (!channel) return [Number.NaN, Number.NaN];
  for (let i = from; i < to; ) {
    const level = channel.levels.findLast(({ bits }) => i % 2 ** bits === 0 && i + 2 ** bits <= to);
    if (level) {
      const at = (i & (history.size - 1)) >> level.bits;
      min = Math.min(min, level.min[at] ?? min);
      max = Math.max(max, level.max[at] ?? max);
      i += 2 ** level.bits;
    } else {
      const value = channel.value[i & (history.size - 1)] ?? Number.NaN;
      if (Number.isFinite(value)) {
        if (value < min) min = value;
        if (value > max) max = value;
      }
      i++;
    }
  }
  return min <= max ? [min, max] : [Number.NaN, Number.NaN];
}

/**
 * Outliers and alarms of a range, oldest first. Where they are denser than one per `spacingMs` only
 * the first of each interval is kept, alarms before others.
 */
export function flaggedIn(
  history: History,
  channelIndex: number,
  range: IndexRange,
  spacingMs: number,
): FlaggedSample[] {
  const found: FlaggedSample[] = [];
  const channel = history.channels[channelIndex];
  const buckets = channel?.levels[0];
  if (!channel || !buckets) return found;
  const bucket = 2 ** SUMMARISED_BITS;
  for (let i = range.from; i < range.to; ) {
    const at = i & (history.size - 1);
    if (i % bucket === 0 && ((buckets.flags[at >> SUMMARISED_BITS] ?? 0) & FLAGGED) === 0) {
      i += bucket;
      continue;
    }
    const flags = channel.flags[at] ?? 0;
    if ((flags & FLAGGED) !== 0) {
      keepSpaced(found, spacingMs, {
        index: i,
        timeMs: timeAt(history, i),
        value: channel.value[at] ?? Number.NaN,
        flags,
      });
    }
    i++;
  }
  return found;
}

function keepSpaced(found: FlaggedSample[], spacingMs: number, sample: FlaggedSample): void {
  const last = found.at(-1);
  const isAlarm = (sample.flags & (BROWSER_ALARM | BOARD_ALARM)) !== 0;
  if (last && sample.timeMs - last.timeMs < spacingMs) {
    const lastIsAlarm = (last.flags & (BROWSER_ALARM | BOARD_ALARM)) !== 0;
    if (isAlarm && !lastIsAlarm) found[found.length - 1] = sample;
    return;
  }
  found.push(sample);
}

function firstGapAfter(history: History, index: number): number {
  let low = 0;
  let high = history.gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((history.gaps[middle]?.index ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
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
