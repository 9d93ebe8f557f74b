/**
 * The extreme-value rule in small, for a slow series: block levels (drift.ts) and the lengths of runs
 * (rhythm.ts). README.md, "A watcher".
 */
import {
  type BlockMaxima,
  createBlockMaxima,
  fitMaxima,
  isFull,
  pushMaximum,
  resizedMaxima,
} from './blockMaxima.ts';
import type { Tail } from './parameters.ts';
import { flooredSigma } from './sigma.ts';
import { type WeibullFit, weibullOrdinate, weibullQuantile } from './weibull.ts';

/** Beyond so many limits a value teaches mean and variance no more than one there. */
export const CLIP = 2;
export const SMALLEST_MAXIMUM = 1e-6;

/** How a series is watched, by its maker. */
export interface WatcherKind {
  /** Values a block. */
  readonly block: number;
  /** Values that mean and variance remember. */
  readonly memory: number;
  /** The ratio takes no smaller sigma than this; 0 = none of its own. */
  readonly floor: number;
}

export interface Watcher extends WeibullFit {
  /** ε of the numbers that are judged. */
  readonly epsilon: number;
  /** In sigmas of the series. */
  bound: number;
  /** ln(-ln(1 - δ)). */
  levelOrdinate: number;
  n: number;
  mean: number;
  variance: number;
  blockMax: number;
  inBlock: number;
  maxima: BlockMaxima;
  /** Whether there is a fit; it is worked out when somebody asks for the limit (`fitDue`). */
  fitted: boolean;
  fitDue: boolean;
  /** The deviation at which F reaches δ, unless the fit is due; 0 without a fit. */
  q: number;
}

/** What a watcher is told of the parameters. */
export interface WatcherSettings {
  readonly bound: number;
  readonly delta: number;
  readonly maxima: number;
}

/** A watcher that has learned nothing. */
export const createWatcher = (
  { bound, delta, maxima: needed }: WatcherSettings,
  epsilon: number,
  maxima = createBlockMaxima(needed),
): Watcher => ({
  epsilon,
  bound,
  levelOrdinate: weibullOrdinate(delta),
  n: 0,
  mean: 0,
  variance: 0,
  blockMax: 0,
  inBlock: 0,
  maxima,
  fitted: false,
  fitDue: false,
  location: 0,
  shape: 0,
  scale: 0,
  r2: 0,
  q: 0,
});

/** Takes other settings over, with what was learned: bound and δ at once, the newest maxima that fit. */
export function changeWatcher(watcher: Watcher, { bound, delta, maxima }: WatcherSettings): void {
  watcher.bound = bound;
  watcher.levelOrdinate = weibullOrdinate(delta);
  if (maxima !== watcher.maxima.needed) {
    // A fit that is due is of the ring as it is.
    watcherLimit(watcher);
    watcher.maxima = resizedMaxima(watcher.maxima, maxima);
    if (isFull(watcher.maxima)) {
      watcher.fitted = true;
      watcher.fitDue = true;
    }
  }
  if (watcher.fitted && !watcher.fitDue) watcher.q = quantileOf(watcher);
}

/** The larger of bound and quantile, in sigmas. Works out the fit where it is due. */
export function watcherLimit(watcher: Watcher): number {
  if (watcher.fitDue) fit(watcher);
  const { bound, q } = watcher;
  return q > bound ? q : bound;
}

/**
 * Judges the next value `y` of the series and learns from it. Returns its deviation by the tail,
 * which over the limit of before (`watcherLimit`) is its ratio; 0 while there is no fit.
 */
export function watch(
  watcher: Watcher,
  { block, memory, floor }: WatcherKind,
  y: number,
  tail: Tail,
): number {
  const { n, mean, variance, fitted, bound } = watcher;
  const sigma = flooredSigma(variance, mean, watcher.epsilon);
  const difference = n === 0 ? 0 : y - mean;
  const size = Math.abs(difference) / sigma;
  // The limit is nowhere below the bound: most values ask for no more, and the fit can wait.
  const limit = size > bound ? watcherLimit(watcher) : bound;
  let deviation = 0;
  if (fitted && isWatched(difference, tail)) {
    deviation = floor > sigma ? Math.abs(difference) / floor : size;
  }

  if (n >= block) {
    const maximum = fitted && size > limit ? watcher.q : size;
    // Half of these are larger: the processor could not guess which.
    watcher.blockMax = Math.max(watcher.blockMax, maximum);
    watcher.inBlock += 1;
  }

  let step = y - mean;
  if (n >= block) {
    const clip = CLIP * limit * sigma;
    if (step > clip) step = clip;
    else if (step < -clip) step = -clip;
  }
  const a = n + 1 > memory ? 1 / memory : 1 / (n + 1);
  watcher.n = n + 1;
  watcher.mean = mean + a * step;
  watcher.variance = (1 - a) * (variance + a * step * step);

  if (watcher.inBlock === block) closeWatcherBlock(watcher);
  return deviation;
}

/** Takes the maximum of a complete block; what it does to the fit is worked out when it is asked for. */
export function closeWatcherBlock(watcher: Watcher): void {
  pushMaximum(watcher.maxima, Math.max(watcher.blockMax, SMALLEST_MAXIMUM));
  watcher.blockMax = 0;
  watcher.inBlock = 0;
  if (isFull(watcher.maxima)) {
    watcher.fitted = true;
    watcher.fitDue = true;
  }
}

function isWatched(difference: number, tail: Tail): boolean {
  if (tail === 'both') return true;
  return tail === 'upper' ? difference > 0 : difference < 0;
}

function fit(watcher: Watcher): void {
  fitMaxima(watcher.maxima, 0, watcher);
  watcher.q = quantileOf(watcher);
  watcher.fitDue = false;
}

/** Of maxima that lie too far apart for a double's exponents there is none: 0, so that the bound holds. */
function quantileOf(watcher: Watcher): number {
  const q = weibullQuantile(watcher.levelOrdinate, watcher);
  return q > 0 ? q : 0;
}
