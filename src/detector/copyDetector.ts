/**
 * A detector as it stands now, to go on from later. Not `structuredClone`: what that makes has other
 * hidden classes than what the detector's own makers do, and one such copy slows down the judging of all.
 */
import { type BlockMaxima, createBlockMaxima } from './blockMaxima.ts';
import { createOutlierTimes, type OutlierTimes } from './collective.ts';
import { createDetector, type Detector } from './detector.ts';
import { createDrift } from './drift.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import { createRhythm } from './rhythm.ts';
import type { Season } from './season.ts';
import { createWatcher, type Watcher } from './watcher.ts';

/** Whatever is made with them is overwritten. */
const SETTINGS = { bound: 0, delta: 0.5, maxima: DEFAULT_PARAMETERS.maxima };

/** A copy that shares nothing that changes. */
export function copyDetector(detector: Detector): Detector {
  const { epsilon, maxima, outlierTimes, drift, rhythm, season } = detector;
  return Object.assign(createDetector(DEFAULT_PARAMETERS, epsilon), detector, {
    maxima: copyMaxima(maxima),
    outlierTimes: copyTimes(outlierTimes),
    drift:
      drift &&
      Object.assign(createDrift(SETTINGS, epsilon), drift, { levels: copyWatcher(drift.levels) }),
    rhythm:
      rhythm &&
      Object.assign(createRhythm(SETTINGS, epsilon), rhythm, {
        residuals: copyWatcher(rhythm.residuals),
        above: { ...rhythm.above },
        below: { ...rhythm.below },
      }),
    season: season && copySeason(season),
  });
}

function copyWatcher(watcher: Watcher): Watcher {
  const copy = createWatcher(SETTINGS, watcher.epsilon);
  return Object.assign(copy, watcher, { maxima: copyMaxima(watcher.maxima) });
}

function copyMaxima(maxima: BlockMaxima): BlockMaxima {
  const { needed, values, ascending, logs } = maxima;
  return Object.assign(createBlockMaxima(needed), maxima, {
    values: values.slice(),
    ascending: ascending.slice(),
    logs: logs.slice(),
  });
}

function copyTimes(outlierTimes: OutlierTimes): OutlierTimes {
  const { times } = outlierTimes;
  return Object.assign(createOutlierTimes(times.length), outlierTimes, { times: times.slice() });
}

const copySeason = ({ length, profile, visits, i, phase, usual }: Season): Season => ({
  length,
  profile: profile.slice(),
  visits: visits.slice(),
  i,
  phase,
  usual,
});
