/**
 * The rhythm watcher: how long the signal stays on one side of its mean, as logarithms of run lengths
 * against what is usual for that side. Lengths are in valid samples, told from the number `n` of the
 * newest one; a run that is too long is noticed while it still goes on.
 */
import { flooredSigma, ROUNDED_DOWN } from './sigma.ts';
import {
  CLIP,
  changeWatcher,
  type Watcher,
  type WatcherKind,
  type WatcherSettings,
  watch,
  watcherLimit,
} from './watcher.ts';

export const RUNS: WatcherKind = { block: 4, memory: 64, floor: 0.1 };
/** The sides begin this far from the mean, in standard deviations. */
const BAND = 0.7;
/** Only a rhythm whose log run lengths vary no more than this is judged. */
export const STEADY = 0.5;
/** With more variance than this they surely vary more, roundings and all. */
export const SURELY_UNSTEADY = STEADY * STEADY * (1 + 1e-9);
/** Runs passed over after something else has happened. */
const SKIPPED = 2;

/** Above the band 1, below it 2; 0 = not yet either. */
export type Side = 0 | 1 | 2;

interface SideRuns {
  /** Usual log length. */
  usual: number;
  count: number;
}

export interface Rhythm {
  /** The residuals of log run lengths. */
  readonly residuals: Watcher;
  side: Side;
  upper: number;
  lower: number;
  /** Number of the first sample of the present run. */
  entered: number;
  /** Number of the first sample with which the present run is too long; Infinity = never. */
  deadline: number;
  /** The run going on has alarmed. */
  told: boolean;
  /** Runs still to be passed over. */
  skip: number;
  /** The runs of side 1 and of side 2. */
  readonly above: SideRuns;
  readonly below: SideRuns;
  /** Whether what was judged last is a run that still goes on. */
  goingOn: boolean;
  /** What was judged last: a log run length, the usual one, and how far from it is the limit. */
  value: number;
  center: number;
  reach: number;
}

export const createRhythm = (residuals: Watcher): Rhythm => ({
  residuals,
  side: 0,
  upper: Number.POSITIVE_INFINITY,
  lower: Number.NEGATIVE_INFINITY,
  entered: 0,
  deadline: Number.POSITIVE_INFINITY,
  told: false,
  skip: 1,
  above: { usual: 0, count: 0 },
  below: { usual: 0, count: 0 },
  goingOn: false,
  value: 0,
  center: 0,
  reach: 0,
});

export const changeRhythm = (rhythm: Rhythm, settings: WatcherSettings): void =>
  changeWatcher(rhythm.residuals, settings);

/** Where the sides begin, as of now. */
export function setBand(rhythm: Rhythm, mean: number, variance: number): void {
  const reach = BAND * Math.sqrt(variance);
  rhythm.upper = mean + reach;
  rhythm.lower = mean - reach;
}

/** After an outlier or another watcher's alarm: what goes on is no rhythm. */
export function restRhythm(rhythm: Rhythm): void {
  rhythm.skip = SKIPPED;
  rhythm.deadline = Number.POSITIVE_INFINITY;
}

/** The run going on has alarmed: one event, one alarm. */
export function tellRun(rhythm: Rhythm): void {
  rhythm.told = true;
  rhythm.deadline = Number.POSITIVE_INFINITY;
}

/** The side that `x` is on. */
export function sideOf({ upper, lower, side }: Rhythm, x: number): Side {
  if (x > upper) return 1;
  return x < lower ? 2 : side;
}

/** Whether the runs vary so much that none is judged: then `judgeRhythm` returns 0. */
export function isUnsteady({ residuals }: Rhythm): boolean {
  return residuals.variance > SURELY_UNSTEADY;
}

/** Index of the first of the valid samples `[from, to)` that is on another side, or `to`. */
export function nextTurn(
  { side, upper, lower }: Rhythm,
  value: Float64Array,
  from: number,
  to: number,
): number {
  const above = side === 1 ? Number.POSITIVE_INFINITY : upper;
  const below = side === 2 ? Number.NEGATIVE_INFINITY : lower;
  for (let i = from; i < to; i++) {
    const x = value[i] ?? Number.NaN;
    if (x > above || x < below) return i;
  }
  return to;
}

/**
 * Takes sample number `n`, from 1, that is on the side `now`, and learns. Returns the ratio, which
 * counts only in calm.
 */
export function judgeRhythm(rhythm: Rhythm, n: number, now: Side): number {
  const { side } = rhythm;
  if (now === side) return side !== 0 && n >= rhythm.deadline ? tooLong(rhythm, n, side) : 0;

  const length = n - rhythm.entered;
  const { told } = rhythm;
  rhythm.side = now;
  rhythm.entered = n;
  rhythm.deadline = Number.POSITIVE_INFINITY;
  rhythm.told = false;
  if (side === 0 || now === 0) return 0;
  if (rhythm.skip > 0) {
    rhythm.skip -= 1;
    return 0;
  }
  return judgeRunLeft(rhythm, logOf(length), side, told);
}

/** ln of whole numbers: most runs are short, and a logarithm is dear. */
export const LOGS = Float64Array.from({ length: 256 }, (_, length) => Math.log(length));
const logOf = (length: number): number => LOGS[length] ?? Math.log(length);

function judgeRunLeft(rhythm: Rhythm, y: number, left: 1 | 2, told: boolean): number {
  const { residuals } = rhythm;
  const of = left === 1 ? rhythm.above : rhythm.below;
  const into = left === 1 ? rhythm.below : rhythm.above;
  of.count += 1;
  if (of.count === 1) {
    of.usual = y;
    return 0;
  }
  const { usual } = of;
  const residual = y - usual;
  // max(1/count, 2/memory)
  const weight = of.count < RUNS.memory / 2 ? 1 / of.count : 2 / RUNS.memory;
  rhythm.goingOn = false;
  rhythm.value = y;
  rhythm.center = usual + residuals.mean;
  of.usual = usual + weight * clipped(residuals, residual);
  if (isUnsteady(rhythm)) {
    rhythm.reach = Number.POSITIVE_INFINITY;
    watch(residuals, RUNS, residual, 'both');
    return 0;
  }
  const sigma = sigmaOf(rhythm);
  const steady = sigma <= STEADY;
  const limit = steady ? watcherLimit(residuals) : Number.POSITIVE_INFINITY;
  rhythm.reach = limit * sigma;
  const ratio = watch(residuals, RUNS, residual, 'both') / limit;
  if (residuals.fitted && steady && into.count > 0) {
    const longest = into.usual + watcherLimit(residuals) * sigmaOf(rhythm);
    // The run has the length n - entered + 1: longer than that from this sample on.
    rhythm.deadline = rhythm.entered + Math.floor(Math.exp(longest));
  }
  return told ? 0 : ratio;
}

function clipped(residuals: Watcher, residual: number): number {
  const { n, variance, bound } = residuals;
  if (n < RUNS.block) return residual;
  // The limit is nowhere below the bound, and seldom asked for.
  const least = CLIP * bound;
  if (residual * residual < ROUNDED_DOWN * least * least * variance) return residual;
  const clip = CLIP * watcherLimit(residuals) * Math.sqrt(variance);
  return Math.max(-clip, Math.min(clip, residual));
}

function tooLong(rhythm: Rhythm, n: number, side: 1 | 2): number {
  rhythm.goingOn = true;
  rhythm.value = Math.log(n - rhythm.entered + 1);
  rhythm.center = (side === 1 ? rhythm.above : rhythm.below).usual;
  rhythm.reach = watcherLimit(rhythm.residuals) * sigmaOf(rhythm);
  return (rhythm.value - rhythm.center) / rhythm.reach;
}

function sigmaOf({ residuals }: Rhythm): number {
  const { variance, mean, epsilon } = residuals;
  return Math.max(flooredSigma(variance, mean, epsilon), RUNS.floor);
}
