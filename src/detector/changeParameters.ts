/** What a change of parameters does to a detector that has learned something. */
import { isFull, resizedMaxima } from './blockMaxima.ts';
import { resizedOutlierTimes } from './collective.ts';
import {
  beginBlock,
  type Detector,
  fitTail,
  HORIZON,
  meanGapOf,
  watcherSettings,
} from './detector.ts';
import { changeDrift, createDrift } from './drift.ts';
import type { Parameters } from './parameters.ts';
import { changeRhythm, createRhythm } from './rhythm.ts';
import { createSeason } from './season.ts';
import { createWatcher, type WatcherSettings } from './watcher.ts';
import { horizonOrdinate, weibullQuantile } from './weibull.ts';

/**
 * Takes new parameters over, keeping what was learned where that is meaningful: γ, δ, M, T, φ, tail,
 * least and the watchers' bounds at once, N with the newest maxima that fit, B and W from the next
 * block. Another season, bins or R begin the profile anew. Ambiguous on the page: a watcher that was
 * off begins anew when it is switched on, since its series has a hole.
 */
export function changeParameters(detector: Detector, parameters: Parameters): void {
  detector.gamma = parameters.gamma;
  detector.levelOrdinate = horizonOrdinate(parameters.delta, HORIZON);
  detector.meanGap = meanGapOf(parameters);
  detector.fatigue = parameters.fatigue;
  detector.tail = parameters.tail;
  detector.least = parameters.least;
  detector.nextBlock = parameters.block;
  detector.nextMemory = parameters.memory;
  if (detector.n === 0) beginBlock(detector);
  if (parameters.outliers !== detector.outlierTimes.times.length) {
    detector.outlierTimes = resizedOutlierTimes(detector.outlierTimes, parameters.outliers);
  }
  if (parameters.maxima !== detector.maxima.needed) {
    detector.maxima = resizedMaxima(detector.maxima, parameters.maxima);
    if (isFull(detector.maxima)) {
      fitTail(detector);
      detector.fitted = true;
      detector.fits += 1;
    }
  }
  if (detector.fitted) detector.q = weibullQuantile(detector.levelOrdinate, detector);
  changeWatchers(detector, parameters);
  changeSeason(detector, parameters);
}

function changeWatchers(detector: Detector, parameters: Parameters): void {
  const drift = watcherSettings(parameters, 'drift');
  if (drift.bound === 0) detector.drift = null;
  else if (detector.drift) changeDrift(detector.drift, drift);
  else startDrift(detector, drift);

  const rhythm = watcherSettings(parameters, 'rhythm');
  if (rhythm.bound === 0) detector.rhythm = null;
  else if (detector.rhythm) changeRhythm(detector.rhythm, rhythm);
  else startRhythm(detector, rhythm);
}

function startDrift(detector: Detector, settings: WatcherSettings): void {
  detector.drift = createDrift(createWatcher(settings, detector.epsilon));
  // An early look does no harm.
  detector.wake = detector.n + 1;
}

function startRhythm(detector: Detector, settings: WatcherSettings): void {
  detector.rhythm = createRhythm(createWatcher(settings, detector.epsilon));
  detector.wake = detector.n + 1;
}

function changeSeason(detector: Detector, parameters: Parameters): void {
  const { season, bins, period } = parameters;
  const same =
    season === detector.seasonMs && bins === detector.seasonBins && period === detector.period;
  if (!same) detector.season = createSeason(parameters);
  detector.seasonMs = season;
  detector.seasonBins = bins;
  detector.period = period;
}
