/**
 * The latest block maxima: the last N in the order they came and ascending for the fit, and up to 64
 * for the diagnostics that need a longer ring.
 */
import { fitWeibull, type Ordinates, ordinatesOf, type WeibullFit } from './weibull.ts';

/** N is at most this, and so many are listed for the diagnostics. */
const LONGEST = 64;
/** The ring also has room for those that left a fit before it was made. */
const RING = 2 * LONGEST;

/** Maxima are deviations, in standard deviations. */
export interface BlockMaxima {
  /** N. */
  readonly needed: number;
  /** How many there are for the fit, at most `needed`. */
  count: number;
  /** How many there have ever been. */
  total: number;
  /** Ring: the maximum number i (from 0) stands at `i % 128`. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Those that are sorted have a smaller number, and so many of them are in order: the last N. */
  sorted: number;
  inOrder: number;
  /** The last N as of the last fit, ascending. */
  readonly ascending: Float64Array<ArrayBuffer>;
  /** ln(maximum - `logsLocation`) of `ascending`; NaN where it is not worked out. */
  readonly logs: Float64Array<ArrayBuffer>;
  logsLocation: number;
  readonly ordinates: Ordinates;
}

/** None yet, of the `needed` (N, at most 64) that a fit takes. */
export const createBlockMaxima = (needed: number): BlockMaxima => ({
  needed,
  count: 0,
  total: 0,
  sorted: 0,
  inOrder: 0,
  values: new Float64Array(RING),
  ascending: new Float64Array(needed),
  logs: new Float64Array(needed).fill(Number.NaN),
  logsLocation: 0,
  ordinates: ordinatesOf(needed),
});

/** Adds a maximum (> 0). It is put in its place when there is a fit to be made. */
export function pushMaximum(maxima: BlockMaxima, maximum: number): void {
  maxima.values[maxima.total % RING] = maximum;
  maxima.total += 1;
  if (maxima.count < maxima.needed) maxima.count += 1;
}

/** Puts those of the last N in their places that have come since the last fit. */
function sortNew(maxima: BlockMaxima): void {
  const { needed, total, values } = maxima;
  if (total - maxima.sorted >= needed) {
    maxima.sorted = total - needed;
    maxima.inOrder = 0;
  }
  for (; maxima.sorted < total; maxima.sorted += 1) {
    const maximum = values[maxima.sorted % RING] ?? 0;
    if (maxima.inOrder < needed) maxima.inOrder += 1;
    else removeOldest(maxima);
    insertLast(maxima, maximum);
  }
}

/** The oldest leaves the last place empty. */
function removeOldest({ needed, sorted, values, ascending, logs }: BlockMaxima): void {
  const oldest = values[(sorted - needed) % RING] ?? 0;
  let at = 0;
  while (at + 1 < needed && ascending[at] !== oldest) at++;
  for (; at + 1 < needed; at++) {
    ascending[at] = ascending[at + 1] ?? 0;
    logs[at] = logs[at + 1] ?? 0;
  }
}

/** From the last place to its own. */
function insertLast({ inOrder, ascending, logs }: BlockMaxima, maximum: number): void {
  let at = inOrder - 1;
  for (; at > 0; at--) {
    const before = ascending[at - 1] ?? 0;
    if (before <= maximum) break;
    ascending[at] = before;
    logs[at] = logs[at - 1] ?? 0;
  }
  ascending[at] = maximum;
  logs[at] = Number.NaN;
}

/** Whether there are enough for a fit. */
export const isFull = ({ needed, count }: BlockMaxima): boolean => count === needed;

/**
 * Fits a Weibull to a full ring, into `fit`.
 *
 * @param eta location of the curve, as a share of the smallest maximum; below 1
 */
export function fitMaxima(maxima: BlockMaxima, eta: number, fit: WeibullFit): void {
  sortNew(maxima);
  const { ascending, logs, needed } = maxima;
  const location = eta * (ascending[0] ?? 0);
  // A logarithm is dear: those of the same location are kept with their maxima.
  const known = location === maxima.logsLocation;
  for (let i = 0; i < needed; i++) {
    if (known && !Number.isNaN(logs[i])) continue;
    logs[i] = Math.log((ascending[i] ?? 0) - location);
  }
  maxima.logsLocation = location;
  fit.location = location;
  fitWeibull(logs, maxima.ordinates, fit);
  // The step of a degenerate fit stands exactly at the largest maximum, not at exp(ln) of it.
  if (fit.shape === Number.POSITIVE_INFINITY) fit.scale = ascending[needed - 1] ?? 0;
}

/** The maxima of the fit, oldest first. */
export function listMaxima(maxima: BlockMaxima): number[] {
  return newest(maxima, maxima.count);
}

/** All that the ring still holds, at most 64, oldest first. */
export function listLongRing(maxima: BlockMaxima): number[] {
  return newest(maxima, Math.min(maxima.total, LONGEST));
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
