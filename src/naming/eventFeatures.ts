/**
 * What an event was like: the numbers of `featureTable.ts`, gathered as its samples come, from its
 * alarm to the end of its hold-off. What is kept does not grow. firmware/micropython/features.py is the
 * same on the board.
 */
import { CAUSES, type Detector, OUTLIER } from '../detector/detector.ts';
import { profileVariance } from '../detector/season.ts';
import { FEATURES } from './featureTable.ts';
import { spectrumOf, WINDOW } from './spectrum.ts';

/** Deviations further out count as so many σ: their squares can be summed in single precision. */
const FAR = 1e6;
/** Blocks that are waited for. */
const MOST_BLOCKS = 8;
const SMALLEST_SIZE = 1e-12;
/** Smaller variances are of rounding. */
const SMALLEST_VARIANCE = 1e-9;

/**
 * The event of one channel. What is of the quiet samples so far (`quiet…`) joins the event's
 * (`length`, `sum`, `squares`) when it goes on.
 */
export interface OpenEvent {
  readonly channel: number;
  /** The first deviations. */
  readonly window: Float64Array;
  isOpen: boolean;
  /** Valid samples that the detector has seen. */
  n: number;
  firstMs: number;
  lastMs: number;
  center: number;
  sigma: number;
  /** Standard deviation with the cycle in it. */
  usual: number;
  cause: number;
  limit: number;
  samples: number;
  /** Samples since there was anything of the event. */
  still: number;
  length: number;
  sum: number;
  squares: number;
  quiet: number;
  quietSum: number;
  quietSquares: number;
  peak: number;
  peakAt: number;
  last: number;
  outliers: number;
  firstOutlier: number;
  lastOutlier: number;
  changes: number;
  before: number;
  steps: number;
  moment: number;
  raw: number;
  equal: number;
  longest: number;
  beyond: number;
  absolute: number;
  when: number;
  spread: number;
}

/** No event yet. */
export const createOpenEvent = (channel: number): OpenEvent => ({
  channel,
  window: new Float64Array(WINDOW),
  isOpen: false,
  n: 0,
  firstMs: 0,
  lastMs: 0,
  center: 0,
  sigma: 0,
  usual: 0,
  cause: 0,
  limit: 0,
  ...NOTHING_YET,
});

const NOTHING_YET = {
  samples: 0,
  still: 0,
  length: 0,
  sum: 0,
  squares: 0,
  quiet: 0,
  quietSum: 0,
  quietSquares: 0,
  peak: 0,
  peakAt: 0,
  last: 0,
  outliers: 0,
  firstOutlier: 0,
  lastOutlier: 0,
  changes: 0,
  before: 0,
  steps: 0,
  moment: 0,
  raw: 0,
  equal: 0,
  longest: 0,
  beyond: 0,
  absolute: 0,
  when: 0,
  spread: 0,
};

/**
 * Takes the sample that the detector has just judged: the alarm that opens the event, or one while it
 * is open. Returns whether the event is over with it.
 */
export function takeSample(
  event: OpenEvent,
  detector: Detector,
  timeMs: number,
  raw: number,
): boolean {
  const { n } = detector;
  if (!event.isOpen) {
    Object.assign(event, NOTHING_YET);
    event.isOpen = true;
    event.center = detector.center;
    event.sigma = detector.sigma;
    event.usual = usualOf(detector);
    event.cause = CAUSES.indexOf(detector.cause);
    event.limit = detector.limit;
    event.firstMs = timeMs;
  } else if (event.n === n) {
    // It was no number.
    return false;
  }
  event.n = n;
  const far = (raw - detector.seasonal - event.center) / event.sigma;
  const u = Math.max(-FAR, Math.min(FAR, far));
  takeDeviation(event, u, raw, (detector.verdict & OUTLIER) !== 0);
  event.still = detector.season && Math.abs(u) > event.limit ? 0 : event.still + 1;
  if (detector.quiet === 0) {
    goOn(event, u, timeMs);
    return false;
  }
  if (event.still < holdOf(detector) && event.quiet < MOST_BLOCKS * detector.block) return false;
  event.isOpen = false;
  return true;
}

/**
 * Samples after which an event in which there was nothing is over: with a season a cycle, so that each
 * phase was seen again.
 */
const holdOf = ({ block, season }: Detector): number =>
  season ? Math.max(block, Math.min(season.length, MOST_BLOCKS * block)) : block;

const usualOf = ({ sigma, season }: Detector): number =>
  season ? Math.sqrt(sigma * sigma + profileVariance(season)) : sigma;

function takeDeviation(event: OpenEvent, u: number, raw: number, isOutlier: boolean): void {
  const i = event.samples;
  event.samples = i + 1;
  if (i < WINDOW) event.window[i] = u;
  if (i > 0) {
    const step = u - event.before;
    event.steps += step * step;
    if (u > 0 !== event.before > 0) event.changes += 1;
  }
  event.equal = i > 0 && raw === event.raw ? event.equal + 1 : 1;
  if (event.equal > event.longest) event.longest = event.equal;
  event.raw = raw;
  event.before = u;
  event.moment += i * u;
  const square = u * u;
  event.when += i * square;
  event.spread += i * (i * square);
  const size = Math.abs(u);
  event.absolute += size;
  if (size > Math.abs(event.peak)) {
    event.peak = u;
    event.peakAt = i;
  }
  if (size > event.limit) event.beyond += 1;
  event.quiet += 1;
  event.quietSum += u;
  event.quietSquares += square;
  if (isOutlier) {
    if (event.outliers === 0) event.firstOutlier = i;
    event.lastOutlier = i;
    event.outliers += 1;
  }
}

/** The newest sample is of the event, and so are the quiet ones before it. */
function goOn(event: OpenEvent, u: number, timeMs: number): void {
  event.length += event.quiet;
  event.sum += event.quietSum;
  event.squares += event.quietSquares;
  event.quiet = 0;
  event.quietSum = 0;
  event.quietSquares = 0;
  event.still = 0;
  event.last = u;
  event.lastMs = timeMs;
}

/** The numbers of an event that is over, in the order of `FEATURES`; all finite. */
export function featuresOf(event: OpenEvent): Float64Array {
  const { samples: n, length, quiet, peak, outliers, moment } = event;
  const s = peak < 0 ? -1 : 1;
  const total = event.sum + event.quietSum;
  const squares = event.squares + event.quietSquares;
  const mean = total / n;
  const square = squares / n;
  const when = squares > 0 ? event.when / squares : 0;
  const variance = Math.max(0, square - mean * mean);
  const later = quiet > 0 ? event.quietSum / quiet : 0;
  const calm = quiet > 0 ? Math.max(0, event.quietSquares / quiet - later * later) : 0;
  const steps = Math.max(1, n - 1);
  const numbers: Record<(typeof FEATURES)[number]['name'], number> = {
    channel: event.channel,
    cause: event.cause,
    peak,
    size: Math.log(Math.max(Math.abs(peak * event.sigma), SMALLEST_SIZE)),
    mean: (s * event.sum) / length,
    last: s * event.last,
    samples: length,
    lasted: event.lastMs - event.firstMs,
    outliers,
    gap: outliers > 1 ? (event.lastOutlier - event.firstOutlier) / (outliers - 1) : 0,
    energy: Math.log(1 + event.squares),
    crest: square > 0 ? Math.abs(peak) / Math.sqrt(square) : 0,
    changes: event.changes / steps,
    rise: event.peakAt,
    shift: s * later,
    slope: n > 1 ? (s * 12 * (moment - (mean * n * (n - 1)) / 2)) / (n * (n * n - 1)) : 0,
    variance,
    calm,
    equal: event.longest,
    roughness: variance > SMALLEST_VARIANCE ? event.steps / steps / variance : 0,
    beyond: event.beyond,
    balance: squares > 0 ? (s * total) / event.absolute : 0,
    spread: squares > 0 ? Math.sqrt(Math.max(0, event.spread / squares - when * when)) : 0,
    part: Math.abs(peak * event.sigma) / event.usual,
    ...spectrumOf(event.window, n),
  };
  // `Float64Array.from` would take two microseconds more, and a what-if comes to hundreds of events.
  const inOrder = new Float64Array(FEATURES.length);
  for (const [at, { name }] of FEATURES.entries()) inOrder[at] = numbers[name];
  return inOrder;
}
