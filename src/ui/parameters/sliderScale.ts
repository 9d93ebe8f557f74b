/** Where a parameter's value sits on its slider: a fixed number of notches, log for wide ranges. */
import {
  NUMERIC_PARAMETERS,
  type NumericParameter,
  type NumericParameterName,
} from '../../detector/parameters.ts';

export const NOTCHES = 200;

/** A range whose ends are further apart than this gets a log scale. */
const WIDE = 100;
/** What a slider spans where the parameter's own range begins at 0, or ends far beyond use. */
const SPANS: Readonly<Partial<Record<NumericParameterName, { low: number; high?: number }>>> = {
  gamma: { low: 0.5 },
  meanGap: { low: 10 },
  least: { low: 1e-3, high: 1e4 },
  season: { low: 1000 },
};

/** Notch 0..NOTCHES for a value; values off the slider sit at its ends. */
export function notchOf(name: NumericParameterName, value: number): number {
  const spec = NUMERIC_PARAMETERS[name];
  if (name === 'delta') return clamp(NOTCHES * deltaToPosition(value));
  const { low, high, log } = ends(name, spec);
  const position = log
    ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
    : (value - low) / (high - low);
  return clamp(NOTCHES * position);
}

/** The value at a notch, rounded to what a person would type. */
export function valueAt(name: NumericParameterName, notch: number): number {
  const spec = NUMERIC_PARAMETERS[name];
  const position = notch / NOTCHES;
  if (name === 'delta') return positionToDelta(position);
  const { low, high, log } = ends(name, spec);
  // A log scale has no 0: where that is allowed, it is the first notch.
  if (notch === 0 && log && takesZero(spec)) return 0;
  const value = log ? low * (high / low) ** position : low + (high - low) * position;
  if (spec.integer) return Math.min(Math.round(value), spec.max);
  return Number(value.toPrecision(value < 10 ? 2 : 3));
}

const takesZero = (spec: NumericParameter): boolean =>
  spec.alsoValid === 0 || (spec.min === 0 && !spec.minExcluded);

interface Ends {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

function ends(name: NumericParameterName, spec: NumericParameter): Ends {
  const { low = spec.min, high = spec.max } = SPANS[name] ?? {};
  return { low, high, log: low > 0 && high / low > WIDE };
}

/** δ is worked with near 1: even steps in the number of nines, from 0.5 to 0.9999. */
const DELTA_LOW = Math.log10(0.5);
const DELTA_HIGH = Math.log10(1e-4);

function deltaToPosition(delta: number): number {
  return (Math.log10(1 - delta) - DELTA_LOW) / (DELTA_HIGH - DELTA_LOW);
}

function positionToDelta(position: number): number {
  const rest = 10 ** (DELTA_LOW + position * (DELTA_HIGH - DELTA_LOW));
  return Number((1 - Number(rest.toPrecision(2))).toPrecision(6));
}

function clamp(notch: number): number {
  return Math.min(NOTCHES, Math.max(0, Math.round(notch)));
}
