/**
 * The rule for one sample, and for runs of samples; the numbers of the steps are those of README.md,
 * section "One sample". firmware/micropython/detector.py is the same on the board.
 */
import { closesCollective } from './collective.ts';
import { ALARM, COLLECTIVE, closeBlock, type Detector, levelLimit, OUTLIER } from './detector.ts';
import { learnPlain } from './plainBlocks.ts';
import { fadeBar } from './plainSamples.ts';
import type { Limits, Run } from './run.ts';
import { isClipped, passSeason, type Season, takeSeasonOff } from './season.ts';
import { type Ahead, createAhead, giveBack, takeAhead } from './seasonAhead.ts';
import { flooredSigma } from './sigma.ts';
import type { Stretch } from './stretch.ts';
import { CLIP } from './watcher.ts';
import { conclude, lookAt, lowerNews, upperNews } from './watchers.ts';
import { weibullCdf } from './weibull.ts';
import { SPREAD, weightOf } from './weight.ts';

/** An outlier within so many limits still teaches the tail. */
const NEAR = 1.2;
/** The bar goes no higher. */
const MOST = 1.5;

const single = { time: new Float64Array(1), value: new Float64Array(1), limits: null };
const ignore = (): void => undefined;

/** One for each run that is being judged: a verdict's taker may judge another. */
const spare: Ahead[] = [];

/**
 * Judges sample `x` at `timeMs` and learns from it. Returns the bits OUTLIER, ALARM, COLLECTIVE;
 * the details of the verdict stand in the detector until the next call.
 */
export function judge(detector: Detector, timeMs: number, x: number): number {
  single.time[0] = timeMs;
  single.value[0] = x;
  judgeRun(detector, single, 0, 1, ignore);
  return detector.verdict;
}

/**
 * Judges the samples `[from, to)` of a run in order and learns from them. `onVerdict` is called at
 * each sample with a verdict that is not 0, while its details stand in the detector (verdict, cause,
 * center to probability, what the watchers judged; what was learned stands there only afterwards).
 */
export function judgeRun(
  detector: Detector,
  run: Run,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
): void {
  judgeSamples(detector, run, from, to, onVerdict, false);
}

/** As `judgeRun`, but no further than the first alarm. Returns the index up to which it judged. */
export const judgeToAlarm = (
  detector: Detector,
  run: Run,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
): number => judgeSamples(detector, run, from, to, onVerdict, true);

function judgeSamples(
  detector: Detector,
  run: Run,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
  untilAlarm: boolean,
): number {
  const { time, value, limits } = run;
  const whole: Stretch = { value, shift: 0, time, raw: value, limits };
  const end = detector.season
    ? judgeSeasonal(detector, detector.season, whole, from, to, onVerdict, untilAlarm)
    : judgeStretch(detector, whole, from, to, to - 1, onVerdict, untilAlarm);
  // What stands in the detector between runs is all worked out.
  levelLimit(detector);
  return end;
}

/** As `judgeSamples`, of samples that have a season. */
function judgeSeasonal(
  detector: Detector,
  season: Season,
  run: Stretch,
  from: number,
  to: number,
  onVerdict: (at: number, bits: number) => void,
  untilAlarm: boolean,
): number {
  const ahead = spare.pop() ?? createAhead();
  let at = from;
  while (at < to) {
    const taken = at + 1 < to ? takeAhead(detector, season, run.raw, at, to, ahead) : 0;
    if (taken > 0) {
      const stretch: Stretch = { ...run, value: ahead.unseasoned, shift: at };
      const last = to - 1 - at;
      const judged = judgeStretch(detector, stretch, 0, taken, last, onVerdict, untilAlarm);
      giveBack(season, ahead, taken, judged);
      at += judged;
    } else {
      judgeSample(detector, run, season, at, at + 1 === to, onVerdict);
      at += 1;
    }
    if (untilAlarm && detector.verdict & ALARM) break;
  }
  spare.push(ahead);
  return at;
}

/**
 * Judges samples of a stretch, that have no season or have it taken off. Returns the index up to which
 * it judged.
 *
 * @param asked index of the run's last sample
 */
function judgeStretch(
  detector: Detector,
  stretch: Stretch,
  from: number,
  to: number,
  asked: number,
  onVerdict: (at: number, bits: number) => void,
  untilAlarm: boolean,
): number {
  for (let at = from; at < to; at++) {
    at = learnPlain(detector, stretch, at, Math.min(to, asked));
    if (at === to) return to;
    judgeSample(detector, stretch, null, at, at === asked, onVerdict);
    if (untilAlarm && detector.verdict & ALARM) return at + 1;
  }
  return to;
}

/**
 * @param season if it is still to be taken off
 * @param asked whether it is the run's last, of which all is told, also where there is no verdict
 */
function judgeSample(
  detector: Detector,
  { value, shift, time, raw: asTheyCame, limits }: Stretch,
  season: Season | null,
  at: number,
  asked: boolean,
  onVerdict: (at: number, bits: number) => void,
): void {
  const { mean, variance, gamma, tail, least, block } = detector;
  const inRun = at + shift;
  // The limit is nowhere below γ: most samples ask for no more, and the fit can wait.
  let limit = asked || limits ? levelLimit(detector) : gamma;
  const sigma = flooredSigma(variance, mean, detector.epsilon);
  const raw = asTheyCame[inRun] ?? Number.NaN;
  detector.center = mean;
  detector.sigma = sigma;
  detector.limit = limit;
  detector.seasonal = 0;
  // Step 0.
  if (!(raw < detector.largest && raw > -detector.largest)) {
    detector.invalid += 1;
    if (season) passSeason(season);
    if (limits) {
      limits.lower[inRun] = Number.NaN;
      limits.upper[inRun] = Number.NaN;
    }
    tellNothing(detector);
    return;
  }
  const n = detector.n + 1;
  detector.n = n;

  // Step 1: season.
  let x = value[at] ?? Number.NaN;
  if (season) {
    const root = Math.sqrt(variance);
    if (isClipped(season, raw, limit * root)) limit = levelLimit(detector);
    x = takeSeasonOff(season, raw, limit * root);
  }
  const seasonal = raw - x;
  detector.seasonal = seasonal;

  // Step 2: deviation.
  const difference = x - mean;
  const z = n === 1 ? 0 : difference / sigma;
  const size = Math.abs(z);
  if (size > limit) limit = levelLimit(detector);
  const d = tail === 'both' ? size : Math.max(0, tail === 'lower' ? -z : z);
  detector.deviation = d;
  detector.limit = limit;
  const reach = limit * sigma;
  if (limits) drawLimits(detector, limits, inRun, Math.max(reach, least));

  // Steps 3 and 4: verdict, collective.
  const { fitted } = detector;
  let bits = 0;
  let ratio = fitted ? d / limit : 0;
  detector.probability = fitted && d > gamma ? weibullCdf(d, detector) : 0;
  if (fitted && d > limit) {
    if (Math.abs(difference) > least) {
      bits = OUTLIER;
      if (closesCollective(detector.outlierTimes, time[inRun] ?? Number.NaN, detector.meanGap)) {
        bits |= COLLECTIVE;
      }
    } else {
      ratio = 0;
    }
  }

  // Steps 5 and 6: maxima and moments.
  let step = difference;
  if (detector.settled) {
    if (size > detector.blockMax && (!fitted || size <= NEAR * limit)) detector.blockMax = size;
    const clip = CLIP * reach;
    if (step > clip) step = clip;
    else if (step < -clip) step = -clip;
  }
  const a = weightOf(n, detector.memory);
  const b = weightOf(n, SPREAD * detector.memory);
  detector.mean = mean + a * step;
  detector.variance = (1 - b) * (variance + b * step * step);

  // Steps 7 and 8: the watchers where it is their turn, then the alarm.
  detector.cause = 'level';
  detector.driftRatio = 0;
  detector.rhythmRatio = 0;
  if (n >= detector.wake || x > upperNews(detector, n - 1) || x < lowerNews(detector, n - 1)) {
    lookAt(detector, n, x, a, asked);
    if (detector.driftRatio > ratio) {
      ratio = detector.driftRatio;
      detector.cause = 'drift';
    }
    if (detector.rhythmRatio > ratio) {
      ratio = detector.rhythmRatio;
      detector.cause = 'rhythm';
    }
  }
  if (detector.bar > 1) fadeBar(detector, 1);
  const free = detector.quiet >= block;
  detector.score = free ? ratio / detector.bar : 0;
  if (detector.score > 1) {
    bits |= ALARM;
    detector.bar = Math.min(MOST, detector.bar * (1 + detector.fatigue));
  }
  detector.verdict = bits;
  if (bits !== 0 || detector.driftRatio > 1) conclude(detector, n, bits, free);
  if (bits & ALARM || (ratio > 1 && !free)) detector.quiet = 0;
  else if (!free) detector.quiet += 1;
  if (bits !== 0) {
    detector.limit = levelLimit(detector);
    onVerdict(inRun, bits);
  }
  if (n === detector.blockStart + block) closeBlock(detector);
}

function drawLimits(detector: Detector, { lower, upper }: Limits, at: number, reach: number): void {
  const { fitted, tail, seasonal, center } = detector;
  lower[at] = fitted && tail !== 'upper' ? center + seasonal - reach : Number.NaN;
  upper[at] = fitted && tail !== 'lower' ? center + seasonal + reach : Number.NaN;
}

/** Of an invalid sample; limit, mean and sigma are as the next one will use them. */
function tellNothing(detector: Detector): void {
  detector.verdict = 0;
  detector.cause = 'level';
  detector.deviation = 0;
  detector.driftRatio = 0;
  detector.rhythmRatio = 0;
  detector.score = 0;
  detector.probability = 0;
}
