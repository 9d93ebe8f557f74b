/** The detector as a flagger, at its defaults but for what is said. */
import { findSeasonPeriod } from '../../../src/derived/seasonPeriod.ts';
import { createDetector } from '../../../src/detector/detector.ts';
import { judge } from '../../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../../src/detector/parameters.ts';
import type { Flagger } from './peers.ts';

/** Flags the samples whose verdict has a bit. */
export function tidemark(bit: number, change: Partial<Parameters> = {}): Flagger {
  const parameters = { ...DEFAULT_PARAMETERS, ...change };
  const detector = createDetector(parameters);
  let timeMs = 0;
  return (x) => {
    timeMs += parameters.period;
    return (judge(detector, timeMs, x) & bit) !== 0;
  };
}

/** The season, in ms, that the page would suggest after so many samples; 0 = none. */
export function suggestedSeason(values: ArrayLike<number>, samples: number): number {
  const seen = Array.from({ length: Math.min(samples, values.length) }, (_, i) => values[i] ?? 0);
  return (findSeasonPeriod(seen)?.samples ?? 0) * DEFAULT_PARAMETERS.period;
}
