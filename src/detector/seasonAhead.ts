/**
 * The fast way through a season: it is taken off a stretch of samples at once, before any of them is
 * judged. What a season learns depends on the judging only where a limit clips it, and a limit has a
 * least size for some time to come: samples that lie within it are learned whatever is made of them.
 * season.ts is the rule; the numbers here are the same to the last bit.
 */
import type { Detector } from './detector.ts';
import { binAt, CLIP, CYCLES, type Season } from './season.ts';
import { DOUBLE_EPSILON, ROUNDED_DOWN } from './sigma.ts';
import { SPREAD, weightOf } from './weight.ts';

/** So many samples at once, at most. */
const STRETCH = 256;
const CYCLE_WEIGHT = 1 / CYCLES;

/** Samples that a season was taken off. */
export interface Ahead {
  /** What they are without it. */
  readonly unseasoned: Float64Array<ArrayBuffer>;
  /** What was usual before each of them. */
  readonly expected: Float64Array<ArrayBuffer>;
  /** How often its bin had been visited before each; not of settled ones, which stay as they are. */
  readonly visits: Uint8Array<ArrayBuffer>;
  areSettled: boolean;
}

export const createAhead = (): Ahead => ({
  unseasoned: new Float64Array(STRETCH),
  expected: new Float64Array(STRETCH),
  visits: new Uint8Array(STRETCH),
  areSettled: false,
});

/**
 * Takes the season off the samples from `from` on, into `ahead`, and learns them. Ends before `to`, or a
 * sample that is not valid, that might be clipped, or that ends the first cycle. Returns how many it
 * took.
 */
export function takeAhead(
  { n, gamma, variance, largest, memory, nextMemory }: Detector,
  season: Season,
  value: Float64Array,
  from: number,
  to: number,
  ahead: Ahead,
): number {
  const count = Math.min(STRETCH, to - from);
  const { length, i, usual } = season;
  const most = (1 - DOUBLE_EPSILON) * largest;
  const isFirstCycle = i < length;
  // The sample that works out what is usual is none of these.
  if (!isFirstCycle && Number.isNaN(usual)) return 0;
  const unclippedFor = (isFirstCycle ? length : 2 * length + 1) - i;
  if (unclippedFor > 0) {
    const end = Math.min(count, unclippedFor);
    return takeEach(season, value, from, end, most, Number.POSITIVE_INFINITY, 1, ahead);
  }
  // The limit is nowhere below γ, and the variance falls by no more than this factor a sample.
  const unclipped = ROUNDED_DOWN * CLIP * CLIP * gamma * gamma * variance;
  const weight = Math.max(weightOf(n + 1, SPREAD * memory), weightOf(n + 1, SPREAD * nextMemory));
  const fade = 1 - weight;
  const settled = takeSettled(season, value, from, count, most, unclipped, fade, ahead);
  if (settled > 0) return settled;
  return takeEach(season, value, from, count, most, unclipped, fade, ahead);
}

/** As `takeAhead`, of bins that may still be young. */
function takeEach(
  season: Season,
  value: Float64Array,
  from: number,
  count: number,
  most: number,
  unclippedAtFirst: number,
  fade: number,
  ahead: Ahead,
): number {
  const { length, profile, visits, usual } = season;
  const isTakenOff = !Number.isNaN(usual);
  let { phase } = season;
  let unclipped = unclippedAtFirst;
  let k = 0;
  for (; k < count; k++) {
    const x = value[from + k] ?? Number.NaN;
    if (!(x <= most && x >= -most)) break;
    const bin = binAt(phase, profile.length, length);
    const visited = visits[bin] ?? 0;
    const expected = profile[bin] ?? 0;
    const y = x - expected;
    if (visited > 0 && !(y * y <= unclipped)) break;
    unclipped *= fade;
    ahead.expected[k] = expected;
    ahead.visits[k] = visited;
    const seen = visited < CYCLES ? visited + 1 : CYCLES;
    visits[bin] = seen;
    profile[bin] = visited === 0 ? x : expected + y / seen;
    ahead.unseasoned[k] = isTakenOff && visited > 0 ? y + usual : x;
    phase = phase + 1 === length ? 0 : phase + 1;
  }
  ahead.areSettled = false;
  season.phase = phase;
  season.i += k;
  return k;
}

/**
 * As `takeAhead`, of bins that all weights are at their least in: bin after bin, so that only a
 * first sample of one asks for its place, and with no division, which is dear (1/16 of a number is
 * the same to the last bit).
 */
function takeSettled(
  season: Season,
  value: Float64Array,
  from: number,
  count: number,
  most: number,
  unclippedAtFirst: number,
  fade: number,
  ahead: Ahead,
): number {
  const { unseasoned, expected: before } = ahead;
  const { length, profile, visits, ends, usual } = season;
  let { phase } = season;
  let bin = binAt(phase, profile.length, length);
  let unclipped = unclippedAtFirst;
  let k = 0;
  for (;;) {
    if (visits[bin] !== CYCLES) break;
    const binEnd = ends[bin] ?? 0;
    const start = k;
    const end = Math.min(count, k + binEnd - phase);
    let expected = profile[bin] ?? 0;
    for (; k < end; k++) {
      const x = value[from + k] ?? Number.NaN;
      const y = x - expected;
      if (!(x <= most && x >= -most && y * y <= unclipped)) break;
      unclipped *= fade;
      before[k] = expected;
      expected += CYCLE_WEIGHT * y;
      unseasoned[k] = y + usual;
    }
    profile[bin] = expected;
    phase += k - start;
    if (phase !== binEnd) break;
    bin += 1;
    if (phase === length) {
      phase = 0;
      bin = 0;
    }
  }
  ahead.areSettled = true;
  season.phase = phase;
  season.i += k;
  return k;
}

/** Forgets the last of `taken` samples, so that only `kept` are learned. */
export function giveBack(season: Season, ahead: Ahead, taken: number, kept: number): void {
  const { length, profile, visits } = season;
  for (let k = taken - 1; k >= kept; k--) {
    season.phase = season.phase === 0 ? length - 1 : season.phase - 1;
    const bin = binAt(season.phase, profile.length, length);
    profile[bin] = ahead.expected[k] ?? 0;
    if (!ahead.areSettled) visits[bin] = ahead.visits[k] ?? 0;
  }
  season.i -= taken - kept;
}
