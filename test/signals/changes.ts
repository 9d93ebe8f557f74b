import { gaussian, mulberry32 } from './benchmarkSignal.ts';

/** A signal in which something happens once. */
export interface Change {
  readonly values: number[];
  /** Index of the first sample that is different. */
  readonly at: number;
}

const SAMPLES = 6000;
const AT = 3000;

/** Normal noise that steps up by ten of its standard deviations, for good. */
export function levelShift(seed: number): Change {
  const random = mulberry32(seed);
  const values = Array.from({ length: SAMPLES }, (_, i) => gaussian(random) + (i >= AT ? 10 : 0));
  return { values, at: AT };
}

/** Normal noise that climbs, from the middle on, one standard deviation every 200 samples. */
export function slowDrift(seed: number): Change {
  const random = mulberry32(seed);
  const values = Array.from(
    { length: SAMPLES },
    (_, i) => gaussian(random) + Math.max(0, i - AT) / 200,
  );
  return { values, at: AT };
}

/** A constant 1 with a single 2, its place drawn from the second half. */
export function flatLineWithSpike(seed: number): Change {
  const at = AT + Math.floor(mulberry32(seed)() * (SAMPLES - AT));
  return { values: Array.from({ length: SAMPLES }, (_, i) => (i === at ? 2 : 1)), at };
}
