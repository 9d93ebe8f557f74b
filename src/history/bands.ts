/**
 * A stretch of time of which the samples were given up: the range of values of every so many of them,
 * as bands to draw.
 */
import { gapsBetween } from './gaps.ts';
import { type History, timeAt } from './history.ts';
import { MARKED } from './mostExtreme.ts';

/** Parallel arrays, one entry a band; seconds since the epoch, ascending. */
export interface Bands {
  readonly from: Float64Array<ArrayBuffer>;
  readonly to: Float64Array<ArrayBuffer>;
  readonly min: Float64Array<ArrayBuffer>;
  readonly max: Float64Array<ArrayBuffer>;
}

/** A band with outliers or alarms in it: nobody knows any more where. */
export interface FlaggedBand {
  /** Its middle. */
  readonly timeMs: number;
  readonly flags: number;
}

/** Places `[from, to)` in the overview that a drawing of `fromMs..toMs` needs. */
export function bucketsBetween(
  { overview }: History,
  fromMs: number,
  toMs: number,
): { readonly from: number; readonly to: number } {
  const at = (timeMs: number, times: Float64Array): number => {
    let low = 0;
    let high = overview.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) < timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = at(fromMs, overview.toMs);
  return { from: Math.max(0, from - 1), to: at(toMs, overview.fromMs) };
}

/**
 * The bands of one channel over a stretch of time, at most about one a pixel and two more a gap.
 * They join, but at gaps, where nothing is drawn.
 */
export function bandsBetween(
  history: History,
  channelIndex: number,
  fromMs: number,
  toMs: number,
  widthPx: number,
): Bands {
  const { overview } = history;
  const channel = overview.channels[channelIndex];
  const buckets = bucketsBetween(history, fromMs, toMs);
  const step = stepFor(buckets.to - buckets.from, widthPx);
  const out: [number, number, number, number][] = [];
  for (let from = buckets.from; channel && from < buckets.to; ) {
    const to = Math.min(buckets.to, (Math.floor(from / step) + 1) * step);
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    for (let b = from; b < to; b++) {
      const low = channel.min[b] ?? min;
      const high = channel.max[b] ?? max;
      if (low < min) min = low;
      if (high > max) max = high;
    }
    if (min <= max) {
      const startMs = overview.fromMs[from] ?? Number.NaN;
      for (const [a, b] of solidParts(history, startMs, endOf(history, to))) {
        out.push([a / 1000, b / 1000, min, max]);
      }
    }
    from = to;
  }
  const column = (k: 0 | 1 | 2 | 3) => Float64Array.from(out, (band) => band[k]);
  return { from: column(0), to: column(1), min: column(2), max: column(3) };
}

/** Bands with outliers or alarms, oldest first; those of one interval of `spacingMs` joined. */
export function flaggedBands(
  history: History,
  channelIndex: number,
  fromMs: number,
  toMs: number,
  spacingMs: number,
): FlaggedBand[] {
  const found: FlaggedBand[] = [];
  const { overview } = history;
  const flags = overview.channels[channelIndex]?.flags;
  const { from, to } = bucketsBetween(history, fromMs, toMs);
  for (let b = from; flags && b < to; b++) {
    const bits = flags[b] ?? 0;
    if ((bits & MARKED) === 0) continue;
    const timeMs = ((overview.fromMs[b] ?? 0) + (overview.toMs[b] ?? 0)) / 2;
    const last = found.at(-1);
    const isJoined = last && Math.floor(last.timeMs / spacingMs) === Math.floor(timeMs / spacingMs);
    if (isJoined) found[found.length - 1] = { ...last, flags: last.flags | bits };
    else found.push({ timeMs, flags: bits });
  }
  return found;
}

const stepFor = (buckets: number, widthPx: number) =>
  buckets <= widthPx ? 1 : 2 ** Math.ceil(Math.log2(buckets / widthPx));

/** A bucket lasts until the next begins; the last one until the first sample that was kept. */
function endOf(history: History, next: number): number {
  const { fromMs, length } = history.overview;
  return next < length ? (fromMs[next] ?? Number.NaN) : timeAt(history, history.start);
}

/** A stretch of time without its gaps. */
function solidParts(history: History, fromMs: number, toMs: number): [number, number][] {
  const parts: [number, number][] = [];
  let from = fromMs;
  for (const gap of gapsBetween(history.gaps, fromMs, toMs)) {
    if (gap.fromMs >= from) parts.push([from, Math.min(gap.fromMs, toMs)]);
    from = gap.toMs;
  }
  if (from < toMs || parts.length === 0) parts.push([from, Math.max(from, toMs)]);
  return parts;
}
