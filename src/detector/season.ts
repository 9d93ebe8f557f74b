/**
 * What is usual at this phase of a cycle: a profile of at most so many bins, learned as samples come
 * and taken off each before it is judged.
 */
import type { Parameters } from './parameters.ts';

/** A bin remembers so many visits. */
export const CYCLES = 16;
export const CLIP = 2;

export interface Season {
  /** P: samples a cycle. */
  readonly length: number;
  /** By bin; K of them. In the signal's unit. */
  readonly profile: Float64Array<ArrayBuffer>;
  /** How often each bin was visited; more than 16 are counted as 16. */
  readonly visits: Uint8Array<ArrayBuffer>;
  /** By bin, the phase after its last. */
  readonly ends: Float64Array<ArrayBuffer>;
  /** Samples so far, invalid ones too. */
  i: number;
  /** i mod P. */
  phase: number;
  /** Mean of the profile when the first cycle was over; NaN until then. */
  usual: number;
}

/** An empty profile, or null where the parameters ask for none. */
export function createSeason({ season, period, bins }: Parameters): Season | null {
  const length = Math.floor(season / period + 0.5);
  if (season === 0 || length < 2) return null;
  const count = Math.min(bins, length);
  return {
    length,
    profile: new Float64Array(count),
    visits: new Uint8Array(count),
    ends: Float64Array.from({ length: count }, (_, bin) => Math.ceil(((bin + 1) * length) / count)),
    i: 0,
    phase: 0,
    usual: Number.NaN,
  };
}

/** An invalid sample: time goes on, or the profile would slip. */
export function passSeason(season: Season): void {
  season.i += 1;
  season.phase = season.phase + 1 === season.length ? 0 : season.phase + 1;
}

/** Whether a limit of that size (`takeSeasonOff`) may clip what a valid sample teaches. */
export function isClipped(season: Season, x: number, limitSize: number): boolean {
  return Math.abs(x - (season.profile[binOf(season)] ?? 0)) > CLIP * limitSize;
}

const binOf = ({ phase, profile, length }: Season): number => binAt(phase, profile.length, length);

/** Which of so many bins a phase is in. */
export function binAt(phase: number, bins: number, length: number): number {
  // A division is dear.
  return bins === length ? phase : Math.floor((phase * bins) / length);
}

/**
 * Learns a valid sample, and returns it as the level is to judge it: with what is usual at its phase
 * taken off, once a cycle is over.
 *
 * @param limitSize max(γ, q)·√variance, both from before the sample
 */
export function takeSeasonOff(season: Season, x: number, limitSize: number): number {
  const { length, profile, visits, i } = season;
  const bin = binOf(season);
  passSeason(season);
  const visited = visits[bin] ?? 0;
  if (visited === 0) {
    // Ambiguous on the page: with a `usual` already there, a bin's first sample stays as it is.
    profile[bin] = x;
    visits[bin] = 1;
    return x;
  }
  if (i >= length && Number.isNaN(season.usual)) season.usual = meanProfile(season);
  const expected = profile[bin] ?? 0;
  const y = x - expected;
  let step = y;
  if (i > 2 * length) {
    const clip = CLIP * limitSize;
    if (step > clip) step = clip;
    else if (step < -clip) step = -clip;
  }
  const seen = visited < CYCLES ? visited + 1 : CYCLES;
  visits[bin] = seen;
  profile[bin] = expected + step / seen;
  return Number.isNaN(season.usual) ? x : y + season.usual;
}

/** How far the cycle swings: variance of what is usual at its phases. */
export function profileVariance(season: Season): number {
  const mean = meanProfile(season);
  let sum = 0;
  let visited = 0;
  for (const [bin, value] of season.profile.entries()) {
    if (season.visits[bin] === 0) continue;
    sum += (value - mean) * (value - mean);
    visited += 1;
  }
  return sum / visited;
}

function meanProfile({ profile, visits }: Season): number {
  let sum = 0;
  let visited = 0;
  for (const [bin, value] of profile.entries()) {
    if (visits[bin] === 0) continue;
    sum += value;
    visited += 1;
  }
  return sum / visited;
}
