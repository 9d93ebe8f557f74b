/**
 * What the detector of one channel knows: its state as one plain record, and what happens to it between
 * blocks. `judge.ts` is what happens to a sample, `changeParameters.ts` what a change of parameters
 * does; README.md beside them is the specification of all.
 */
import {
  type BlockMaxima,
  createBlockMaxima,
  fitMaxima,
  isFull,
  pushMaximum,
} from './blockMaxima.ts';
import { createOutlierTimes, type OutlierTimes } from './collective.ts';
import { createDrift, type Drift } from './drift.ts';
import type { Parameters, Tail } from './parameters.ts';
import { createRhythm, type Rhythm } from './rhythm.ts';
import { createSeason, type Season } from './season.ts';
import { DOUBLE_EPSILON, largestValue } from './sigma.ts';
import { createWatcher, SMALLEST_MAXIMUM, type WatcherSettings } from './watcher.ts';
import { horizonOrdinate, type WeibullFit, weibullQuantile } from './weibull.ts';

/** Bits of a verdict. A sample can carry several; 0 = nothing to say. */
export const OUTLIER = 1;
export const ALARM = 2;
export const COLLECTIVE = 4;

/** Which series the score speaks of, and who raised an alarm. */
export const CAUSES = ['level', 'drift', 'rhythm'] as const;
export type Cause = (typeof CAUSES)[number];

/** The location of the fit, as a share of the smallest maximum. */
const ETA = 0.8;
/** δ speaks of so many blocks together. */
export const HORIZON = 8;
/** Mean gap, in periods, where it is not given. */
const DEFAULT_GAP_PERIODS = 5;

/**
 * Deviations, limits and what is made of them are in standard deviations; `mean`, `variance`,
 * `sigma`, `center` and `least` are the signal's.
 */
export interface Detector extends WeibullFit {
  /** ε of the numbers that the judge computes with. */
  readonly epsilon: number;
  /** Values from here on are invalid. */
  readonly largest: number;

  // Parameters in force. Block and memory wait in `next…` for the next block.
  gamma: number;
  /** Ordinate of the quantile: ln(-ln(1 - δ^(1/8))). */
  levelOrdinate: number;
  /** ms */
  meanGap: number;
  /** ms; a season is told in periods. */
  period: number;
  fatigue: number;
  tail: Tail;
  least: number;
  block: number;
  memory: number;
  nextBlock: number;
  nextMemory: number;

  // Moments.
  /** Valid samples seen. */
  n: number;
  mean: number;
  variance: number;
  /** Whether the first block, which only settles the moments, is complete. */
  settled: boolean;

  // Block maxima.
  /** Number of valid samples before the running block. */
  blockStart: number;
  blockMax: number;
  maxima: BlockMaxima;

  // Fit; `fitted` is false while learning.
  fitted: boolean;
  /** The fit is of fewer blocks than there are, until somebody asks for it; never after a run is judged. */
  fitDue: boolean;
  /** The deviation that is the Weibull's limit, unless the fit is due; 0 without a fit. */
  q: number;
  /** Counts the fits, so that a caller sees when there is a new one. */
  fits: number;

  // Collective rule.
  outlierTimes: OutlierTimes;

  // Alarms.
  /** Samples since the last sample of an event; stops at `block`. */
  quiet: number;
  /** What a ratio must exceed to be an alarm; at least 1. */
  bar: number;
  /** Number of the last sample that was an outlier or an alarm of level or drift. */
  lastStir: number;

  // Watchers; null when switched off.
  drift: Drift | null;
  rhythm: Rhythm | null;
  season: Season | null;
  /** Season and bins as the parameters say. */
  seasonMs: number;
  seasonBins: number;
  /** Number of the sample at which the watchers look next, whatever its value. */
  wake: number;

  // What was found for the newest sample.
  /** Bits. */
  verdict: number;
  cause: Cause;
  /** Standard deviation that the newest sample was measured with. */
  sigma: number;
  /** Mean that the newest sample was measured from. */
  center: number;
  /** What the season took off the newest sample. */
  seasonal: number;
  /** d. */
  deviation: number;
  /** max(γ, q). */
  limit: number;
  /** What the watchers said of the newest sample; 0 when nothing, or when it did not count. */
  driftRatio: number;
  rhythmRatio: number;
  /** The largest ratio over the bar: an alarm is a score above 1. */
  score: number;
  /** F(d), worked out only beyond γ; else 0. */
  probability: number;

  /** Samples that were not finite, or too large to square. */
  invalid: number;
}

/**
 * A detector that has learned nothing.
 *
 * @param parameters must have passed `checkParameters`
 * @param epsilon of the numbers that are judged: a board's, when judging beside it (`epsilonOf`)
 */
export function createDetector(
  parameters: Parameters,
  epsilon = DOUBLE_EPSILON,
  maxima = createBlockMaxima(parameters.maxima),
): Detector {
  return {
    epsilon,
    largest: largestValue(epsilon),
    gamma: parameters.gamma,
    levelOrdinate: horizonOrdinate(parameters.delta, HORIZON),
    meanGap: meanGapOf(parameters),
    period: parameters.period,
    fatigue: parameters.fatigue,
    tail: parameters.tail,
    least: parameters.least,
    block: parameters.block,
    memory: parameters.memory,
    nextBlock: parameters.block,
    nextMemory: parameters.memory,
    n: 0,
    mean: 0,
    variance: 0,
    settled: false,
    blockStart: 0,
    blockMax: 0,
    maxima,
    fitted: false,
    fitDue: false,
    location: 0,
    shape: 0,
    scale: 0,
    r2: 0,
    q: 0,
    fits: 0,
    outlierTimes: createOutlierTimes(parameters.outliers),
    quiet: parameters.block,
    bar: 1,
    lastStir: Number.NEGATIVE_INFINITY,
    drift:
      parameters.drift > 0
        ? createDrift(createWatcher(watcherSettings(parameters, 'drift'), epsilon))
        : null,
    rhythm:
      parameters.rhythm > 0
        ? createRhythm(createWatcher(watcherSettings(parameters, 'rhythm'), epsilon))
        : null,
    season: createSeason(parameters),
    seasonMs: parameters.season,
    seasonBins: parameters.bins,
    wake: 1,
    verdict: 0,
    cause: 'level',
    sigma: 0,
    center: 0,
    seasonal: 0,
    deviation: 0,
    limit: parameters.gamma,
    driftRatio: 0,
    rhythmRatio: 0,
    score: 0,
    probability: 0,
    invalid: 0,
  };
}

/** Takes the maximum of a complete block, and lets waiting parameters come into force. */
export function closeBlock(detector: Detector): void {
  if (detector.settled) {
    pushMaximum(detector.maxima, Math.max(detector.blockMax, SMALLEST_MAXIMUM));
    if (isFull(detector.maxima)) {
      detector.fitted = true;
      detector.fitDue = true;
      detector.fits += 1;
    }
    detector.blockMax = 0;
  }
  // Ambiguous on the page: the first block is over at its end, whatever B comes next.
  detector.settled = true;
  beginBlock(detector);
}

/** max(γ, q). Works out the fit where it is due. */
export function levelLimit(detector: Detector): number {
  if (detector.fitDue) fitTail(detector);
  const { gamma, q } = detector;
  return q > gamma ? q : gamma;
}

/** Lets waiting parameters come into force. */
export function beginBlock(detector: Detector): void {
  if (detector.nextBlock !== detector.block) {
    if (detector.quiet >= detector.block) detector.quiet = detector.nextBlock;
    detector.block = detector.nextBlock;
  }
  detector.memory = detector.nextMemory;
  detector.blockStart = detector.n;
  detector.wake = firstWake(detector);
}

/** The rhythm takes its band from a block's first sample, the drift its level at the last. */
function firstWake({ rhythm, drift, n, block }: Detector): number {
  if (rhythm) return n + 1;
  return drift ? n + block : Number.POSITIVE_INFINITY;
}

/** The Weibull of the block maxima, of which there must be enough, and its limit. */
export function fitTail(detector: Detector): void {
  fitMaxima(detector.maxima, ETA, detector);
  detector.q = weibullQuantile(detector.levelOrdinate, detector);
  detector.fitDue = false;
}

/** ms; given, or made of the period. */
export const meanGapOf = ({ meanGap, period }: Parameters): number =>
  meanGap === 0 ? DEFAULT_GAP_PERIODS * period : meanGap;

/** What a watcher is made or changed by; a bound of 0 switches it off. */
export const watcherSettings = (
  { delta, maxima, ...bounds }: Parameters,
  name: 'drift' | 'rhythm',
): WatcherSettings => ({ bound: bounds[name], delta, maxima });
