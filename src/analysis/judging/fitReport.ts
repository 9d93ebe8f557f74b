/** What the fit of a channel says, and how far its learning is: as the page is told. */
import { listLongRing, listMaxima } from '../../detector/blockMaxima.ts';
import { type Detector, HORIZON } from '../../detector/detector.ts';
import { LEVELS } from '../../detector/drift.ts';
import { reportGev } from '../../detector/gev.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { horizonLevel } from '../../detector/returnLevel.ts';
import { RUNS, STEADY } from '../../detector/rhythm.ts';
import { type History, valueAt } from '../../history/history.ts';
import type { FitReport } from '../messages/findings.ts';
import type { LearningReport, WeibullReport } from '../messages/judgingMessages.ts';

/** σ so many times what the newest samples vary by is no σ of theirs. */
const JUMPED = 30;
/** Of these newest samples, at least so many for a word about how they vary. */
const RECENT_SAMPLES = 128;
const LEAST_RECENT = 32;

/** Null while learning. */
export function weibullReport(detector: Detector): WeibullReport | null {
  const { location, shape, scale, r2, q, fitted } = detector;
  return fitted ? { location, shape, scale, r2, q } : null;
}

export function fitReport(detector: Detector, { gamma, delta }: Parameters): FitReport {
  const { maxima } = detector;
  const longRing = listLongRing(maxima);
  return {
    maxima: listMaxima(maxima).sort((a, b) => a - b),
    needed: maxima.needed,
    weibull: weibullReport(detector),
    gamma,
    delta,
    level: horizonLevel(delta, HORIZON),
    gev: reportGev(longRing),
    gevMaxima: longRing.sort((a, b) => a - b),
  };
}

/** Samples until the first fit, if none is invalid; 0 with one. */
export function samplesLeft({ fitted, settled, n, block, blockStart, maxima }: Detector): number {
  if (fitted) return 0;
  const inBlock = n - blockStart;
  const blocks = maxima.needed - maxima.count + (settled ? 0 : 1);
  return Math.max(0, blocks * block - inBlock);
}

/**
 * @param recent the history and channel whose newest samples the detector has judged
 * @param rateHz 0 = not known
 */
export function learningReport(
  detector: Detector,
  recent: { readonly history: History; readonly channel: number },
  rateHz: number,
): LearningReport {
  const { maxima, block, n, lastStir, q, gamma, fitted, drift, rhythm, blockStart } = detector;
  const normalSamples = maxima.needed * block;
  const missing = ({ total, needed }: { readonly total: number; readonly needed: number }) =>
    Math.max(0, needed - total);
  const levels = drift?.levels;
  const residuals = rhythm?.residuals;
  return {
    normalSamples,
    normalMs: rateHz > 0 ? (normalSamples / rateHz) * 1000 : null,
    wide: fitted && q > gamma && n - lastStir <= normalSamples + block,
    sigmaJump: sigmaJump(detector, recent),
    driftLeft: levels
      ? levels.fitted
        ? 0
        : (missing({ total: levels.maxima.count, needed: levels.maxima.needed }) * LEVELS.block -
            levels.inBlock +
            Math.max(0, LEVELS.block - levels.n)) *
            block -
          (n - blockStart)
      : null,
    rhythmRunsLeft: residuals
      ? residuals.fitted
        ? 0
        : missing({ total: residuals.maxima.count, needed: residuals.maxima.needed }) * RUNS.block -
          residuals.inBlock +
          Math.max(0, RUNS.block - residuals.n)
      : null,
    rhythmSteady: residuals?.fitted ? Math.sqrt(residuals.variance) <= STEADY : null,
  };
}

/** σ over the standard deviation of the newest samples, where that is enormous. */
function sigmaJump(
  { variance, mean }: Detector,
  { history, channel }: { readonly history: History; readonly channel: number },
): number | null {
  const from = Math.max(history.start, history.end - RECENT_SAMPLES);
  let count = 0;
  let center = 0;
  let squares = 0;
  for (let i = from; i < history.end; i++) {
    const x = valueAt(history, channel, i);
    if (!Number.isFinite(x)) continue;
    count += 1;
    const step = x - center;
    center += step / count;
    squares += step * (x - center);
  }
  if (count < LEAST_RECENT) return null;
  const recent = Math.sqrt(squares / count);
  const jump = Math.sqrt(variance) / recent;
  // A season, or a level that moves, makes σ larger than the newest samples vary; not by so much.
  return recent > 0 && Number.isFinite(mean) && jump > JUMPED ? jump : null;
}
