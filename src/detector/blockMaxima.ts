/**
 * The latest block maxima: the last N in the order they came and as ascending logarithms for the
 * fit, and up to 64 for the diagnostics that need a longer ring.
 */
import { type Ordinates, ordinatesOf } from './weibull.ts';

/** Length of the ring; N is at most this. */
const RING = 64;

/** Maxima are deviations, in standard deviations. */
export interface BlockMaxima {
  /** N. */
  readonly needed: number;
  /** How many there are for the fit, at most `needed`. */
  count: number;
  /** How many there have ever been. */
  total: number;
  /** Ring: the maximum number i (from 0) stands at `i % 64`. */
  readonly values: Float64Array<ArrayBuffer>;
  /** ln of `values`, place by place. */
  readonly logs: Float64Array<ArrayBuffer>;
  /** ln of the last `count`, ascending. */
  readonly ascending: Float64Array<ArrayBuffer>;
  readonly ordinates: Ordinates;
}

/** None yet, of the `needed` (N, at most 64) that a fit takes. */
export const createBlockMaxima = (needed: number): BlockMaxima => ({
  needed,
  count: 0,
  total: 0,
  values: new Float64Array(RING),
  logs: new Float64Array(RING),
  ascending: new Float64Array(needed),
  ordinates: ordinatesOf(needed),
});

/** Adds a maximum (> 0); for the fit, the oldest beyond N goes. */
export function pushMaximum(maxima: BlockMaxima, maximum: number): void {
  const { needed, values, logs, ascending, total } = maxima;
  let at = maxima.count;
  if (at === needed) {
    // The oldest leaves a hole at its rank.
    const oldest = logs[(total - needed) % RING] ?? 0;
    for (at = 0; at + 1 < needed && ascending[at] !== oldest; ) at++;
    for (; at + 1 < needed; at++) ascending[at] = ascending[at + 1] ?? 0;
  } else {
    maxima.count += 1;
  }
  const log = Math.log(maximum);
  for (; at > 0; at--) {
    const before = ascending[at - 1] ?? 0;
    if (before <= log) break;
    ascending[at] = before;
  }
  ascending[at] = log;
  values[total % RING] = maximum;
  logs[total % RING] = log;
  maxima.total = total + 1;
}

/** Whether there are enough for a fit. */
export const isFull = ({ needed, count }: BlockMaxima): boolean => count === needed;

/** The maxima of the fit, oldest first. */
export function listMaxima(maxima: BlockMaxima): number[] {
  return newest(maxima, maxima.count);
}

/** All that the ring still holds, at most 64, oldest first. */
export function listLongRing(maxima: BlockMaxima): number[] {
  return newest(maxima, Math.min(maxima.total, RING));
}

/** The largest of the fit's; -Infinity when there is none. */
export function largestMaximum(maxima: BlockMaxima): number {
  return Math.max(...listMaxima(maxima));
}

/** The newest maxima that fit into another N. */
export function resizedMaxima(maxima: BlockMaxima, needed: number): BlockMaxima {
  const resized = createBlockMaxima(needed);
  for (const value of listMaxima(maxima).slice(-needed)) pushMaximum(resized, value);
  return resized;
}

function newest({ total, values }: BlockMaxima, count: number): number[] {
  return Array.from({ length: count }, (_, i) => values[(total - count + i) % RING] ?? 0);
}
