/**
 * The rhythm watcher: how long the signal stays on one side of its mean, as logarithms of run lengths
 * against what is usual for that side. Lengths are in valid samples, told from the number `n` of the
 * newest one; a run that is too long is noticed while it still goes on.
 */
import { flooredSigma } from './sigma.ts';
import {
  CLIP,
  changeWatcher,
  createWatcher,
  type Watcher,
  type WatcherKind,
  type WatcherSettings,
  watch,
  watcherLimit,
} from './watcher.ts';

const RUNS: WatcherKind = { block: 4, memory: 64, floor: 0.1 };
/** The sides begin this far from the mean, in standard deviations. */
const BAND = 0.7;
/** Only a rhythm whose log run lengths vary no more than this is judged. */
const STEADY = 0.5;
/** Runs passed over after something else has happened. */
const SKIPPED = 2;

/** Above the band 1, below it 2; 0 = not yet either. */
type Side = 0 | 1 | 2;

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
  /** Usual log run length, and number of runs, of side 1 and of side 2. */
  readonly usual: [number, number];
  readonly count: [number, number];
  /** Whether what was judged last is a run that still goes on. */
  goingOn: boolean;
  /** What was judged last: a log run length, the usual one, and how far from it is the limit. */
  value: number;
  center: number;
  reach: number;
}

export const createRhythm = (settings: WatcherSettings): Rhythm => ({
  residuals: createWatcher(settings),
  side: 0,
  upper: Number.POSITIVE_INFINITY,
  lower: Number.NEGATIVE_INFINITY,
  entered: 0,
  deadline: Number.POSITIVE_INFINITY,
  told: false,
  skip: 1,
  usual: [0, 0],
  count: [0, 0],
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

/** Takes sample number `n`, from 1, and learns. Returns the ratio, which counts only in calm. */
export function judgeRhythm(rhythm: Rhythm, n: number, x: number, epsilon: number): number {
  const { side } = rhythm;
  const now = x > rhythm.upper ? 1 : x < rhythm.lower ? 2 : side;
  if (now === side)
    return side !== 0 && n >= rhythm.deadline ? tooLong(rhythm, n, side, epsilon) : 0;

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
  return judgeRunLeft(rhythm, logOf(length), side, now, told, epsilon);
}

/** ln of whole numbers: most runs are short, and a logarithm is dear. */
const LOGS = Float64Array.from({ length: 256 }, (_, length) => Math.log(length));
const logOf = (length: number): number => LOGS[length] ?? Math.log(length);

function judgeRunLeft(
  rhythm: Rhythm,
  y: number,
  left: 1 | 2,
  entered: 1 | 2,
  told: boolean,
  epsilon: number,
): number {
  const { residuals, usual, count } = rhythm;
  const of = left === 1 ? 0 : 1;
  count[of] += 1;
  if (count[of] === 1) {
    usual[of] = y;
    return 0;
  }
  const residual = y - usual[of];
  const sigma = sigmaOf(rhythm, epsilon);
  const steady = sigma <= STEADY;
  const limit = steady ? watcherLimit(residuals) : Number.POSITIVE_INFINITY;
  rhythm.goingOn = false;
  rhythm.value = y;
  rhythm.center = usual[of] + residuals.mean;
  rhythm.reach = limit * sigma;
  usual[of] += Math.max(1 / count[of], 2 / RUNS.memory) * clipped(residuals, residual);

  const ratio = watch(residuals, RUNS, residual, 'both', epsilon) / limit;
  const into = entered === 1 ? 0 : 1;
  if (residuals.fitted && steady && count[into] > 0) {
    const longest = usual[into] + watcherLimit(residuals) * sigmaOf(rhythm, epsilon);
    // The run has the length n - entered + 1: longer than that from this sample on.
    rhythm.deadline = rhythm.entered + Math.floor(Math.exp(longest));
  }
  return told ? 0 : ratio;
}

function clipped(residuals: Watcher, residual: number): number {
  const { n, variance, bound } = residuals;
  const root = Math.sqrt(variance);
  // The limit is nowhere below the bound, and seldom asked for.
  if (n < RUNS.block || Math.abs(residual) <= CLIP * bound * root) return residual;
  const clip = CLIP * watcherLimit(residuals) * root;
  return Math.max(-clip, Math.min(clip, residual));
}

function tooLong(rhythm: Rhythm, n: number, side: 1 | 2, epsilon: number): number {
  rhythm.goingOn = true;
  rhythm.value = Math.log(n - rhythm.entered + 1);
  rhythm.center = rhythm.usual[side === 1 ? 0 : 1];
  rhythm.reach = watcherLimit(rhythm.residuals) * sigmaOf(rhythm, epsilon);
  return (rhythm.value - rhythm.center) / rhythm.reach;
}

function sigmaOf({ residuals }: Rhythm, epsilon: number): number {
  return Math.max(flooredSigma(residuals.variance, residuals.mean, epsilon), RUNS.floor);
}
