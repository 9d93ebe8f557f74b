/**
 * Statistics of a stretch of one channel: bucket by bucket where whole buckets lie in it, sample by
 * sample at its ends.
 */
import { BUCKET_BITS, BUCKET_SAMPLES, CHUNK_MASK } from './chunk.ts';
import { extremes, type IndexRange } from './columns.ts';
import { visitFlagged } from './flagged.ts';
import { channelChunkAt, firstAfter, firstAtOrAfter, type History } from './history.ts';
import { BROWSER_OUTLIER } from './verdicts.ts';

export interface Statistics {
  /** Samples whose value is a finite number; the others are left out of everything. */
  readonly count: number;
  /** NaN without samples. */
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation of the population: √(Σ(x - mean)² / count). */
  readonly sigma: number;
  /** By the browser's detector. */
  readonly outliers: number;
}

/** The retained indexes with `fromMs ≤ time ≤ toMs`. */
export function indexesWithin(history: History, fromMs: number, toMs: number): IndexRange {
  const from = firstAtOrAfter(history, fromMs);
  return { from, to: Math.max(from, firstAfter(history, toMs)) };
}

/** Chan, Golub and LeVeque, 1979, merges the moments of the parts. */
export function statisticsOf(
  history: History,
  channelIndex: number,
  range: IndexRange,
): Statistics {
  let count = 0;
  let mean = 0;
  let m2 = 0;
  const merge = (n: number, partMean: number, partM2: number): void => {
    if (n === 0) return;
    const difference = partMean - mean;
    const both = count + n;
    m2 += partM2 + (difference * difference * count * n) / both;
    mean += (difference * n) / both;
    count = both;
  };
  for (let i = range.from; i < range.to; ) {
    const channel = channelChunkAt(history, channelIndex, i);
    if (!channel) break;
    const at = i & CHUNK_MASK;
    if ((at & (BUCKET_SAMPLES - 1)) === 0 && i + BUCKET_SAMPLES <= range.to) {
      const bucket = at >> BUCKET_BITS;
      const { bucketCount, bucketMean, bucketM2 } = channel;
      merge(bucketCount[bucket] ?? 0, bucketMean[bucket] ?? 0, bucketM2[bucket] ?? 0);
      i += BUCKET_SAMPLES;
      continue;
    }
    const value = channel.value[at] ?? Number.NaN;
    if (Number.isFinite(value)) merge(1, value, 0);
    i++;
  }
  let outliers = 0;
  visitFlagged(history, channelIndex, range, BROWSER_OUTLIER, () => {
    outliers += 1;
  });
  const [min, max] = extremes(history, channelIndex, range.from, range.to);
  return {
    count,
    min,
    max,
    mean: count > 0 ? mean : Number.NaN,
    sigma: count > 0 ? Math.sqrt(m2 / count) : Number.NaN,
    outliers,
  };
}
