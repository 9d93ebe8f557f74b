/**
 * A detector as it stands now, to go on from later. Not `structuredClone`: what that makes has other
 * hidden classes than what the detector's own makers do, and one such copy slows down the judging of all.
 */
import type { BlockMaxima } from './blockMaxima.ts';
import { createOutlierTimes, type OutlierTimes } from './collective.ts';
import { createDetector, type Detector } from './detector.ts';
import { createDrift, type Drift } from './drift.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import { createRhythm, type Rhythm } from './rhythm.ts';
import type { Season } from './season.ts';
import { createWatcher, type Watcher } from './watcher.ts';

/** Whatever is made with them is overwritten: so it is as little as can be. */
const BARE = { ...DEFAULT_PARAMETERS, drift: 0, rhythm: 0 };
const SETTINGS = { bound: 0, delta: 0.5, maxima: BARE.maxima };

/** A copy that shares nothing that changes. Rings are dear, so that none is made to be thrown away. */
export function copyDetector(detector: Detector): Detector {
  const { epsilon, maxima, outlierTimes, drift, rhythm, season } = detector;
  const itsMaxima = copyMaxima(maxima);
  return Object.assign(createDetector(BARE, epsilon, itsMaxima), detector, {
    maxima: itsMaxima,
    outlierTimes: copyTimes(outlierTimes),
    drift: drift && copyDrift(drift),
    rhythm: rhythm && copyRhythm(rhythm),
    season: season && copySeason(season),
  });
}

function copyDrift(drift: Drift): Drift {
  const levels = copyWatcher(drift.levels);
  return Object.assign(createDrift(levels), drift, { levels });
}

function copyRhythm(rhythm: Rhythm): Rhythm {
  const residuals = copyWatcher(rhythm.residuals);
  return Object.assign(createRhythm(residuals), rhythm, {
    residuals,
    above: { ...rhythm.above },
    below: { ...rhythm.below },
  });
}

function copyWatcher(watcher: Watcher): Watcher {
  const maxima = copyMaxima(watcher.maxima);
  return Object.assign(createWatcher(SETTINGS, watcher.epsilon, maxima), watcher, { maxima });
}

const copyMaxima = (maxima: BlockMaxima): BlockMaxima => ({
  needed: maxima.needed,
  count: maxima.count,
  total: maxima.total,
  sorted: maxima.sorted,
  inOrder: maxima.inOrder,
  values: maxima.values.slice(),
  ascending: maxima.ascending.slice(),
  logs: maxima.logs.slice(),
  logsLocation: maxima.logsLocation,
  ordinates: maxima.ordinates,
});

function copyTimes(outlierTimes: OutlierTimes): OutlierTimes {
  const { times } = outlierTimes;
  return Object.assign(createOutlierTimes(times.length), outlierTimes, { times: times.slice() });
}

const copySeason = ({ length, profile, visits, ends, i, phase, usual }: Season): Season => ({
  length,
  profile: profile.slice(),
  visits: visits.slice(),
  ends,
  i,
  phase,
  usual,
});
