/** The last N block maxima: in the order they came, and as ascending logarithms for the fit. */
import { type Ordinates, ordinatesOf } from './weibull.ts';

export interface BlockMaxima {
  /** N. */
  readonly needed: number;
  /** How many there are, at most `needed`. */
  count: number;
  /** How many there have ever been. */
  total: number;
  /** Ring: the maximum number i (from 0) stands at `i % needed`. */
  readonly values: Float64Array<ArrayBuffer>;
  /** ln of `values`, place by place. */
  readonly logs: Float64Array<ArrayBuffer>;
  /** The same, ascending; only the first `count` are meant. */
  readonly ascending: Float64Array<ArrayBuffer>;
  readonly ordinates: Ordinates;
}

export const createBlockMaxima = (needed: number): BlockMaxima => ({
  needed,
  count: 0,
  total: 0,
  values: new Float64Array(needed),
  logs: new Float64Array(needed),
  ascending: new Float64Array(needed),
  ordinates: ordinatesOf(needed),
});

/** Adds a maximum (> 0); beyond N the oldest goes. */
export function pushMaximum(maxima: BlockMaxima, maximum: number): void {
  const { needed, values, logs, ascending } = maxima;
  const place = maxima.total % needed;
  maxima.total += 1;
  let at = maxima.count;
  if (at === needed) {
    // The oldest leaves a hole at its rank.
    const oldest = logs[place] ?? 0;
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
  values[place] = maximum;
  logs[place] = log;
}

export const isFull = ({ needed, count }: BlockMaxima): boolean => count === needed;

/** The maxima, oldest first. */
export function listMaxima({ needed, count, total, values }: BlockMaxima): number[] {
  return Array.from({ length: count }, (_, i) => values[(total - count + i) % needed] ?? 0);
}

export function largestMaximum({ count, values }: BlockMaxima): number {
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, values[i] ?? 0);
  return largest;
}

/** The newest maxima that fit into another N. */
export function resizedMaxima(maxima: BlockMaxima, needed: number): BlockMaxima {
  const resized = createBlockMaxima(needed);
  for (const value of listMaxima(maxima).slice(-needed)) pushMaximum(resized, value);
  return resized;
}
