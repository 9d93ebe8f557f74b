/**
 * The fast way through a season: it is taken off a stretch of samples at once, as if none of them
 * needed a closer look, and given back for those that do. season.ts is the rule; the numbers here are
 * the same to the last bit.
 */
import { CLIP, CYCLES, type Season } from './season.ts';
import { ROUNDED_DOWN } from './sigma.ts';

/** So many samples at once, at most. */
export const STRETCH = 256;

/** What the samples of the stretch are without their season. */
export const unseasoned = new Float64Array(STRETCH);
/** What was usual before each of them, and how often its bin was visited. */
const expectedBefore = new Float64Array(STRETCH);
const visitsBefore = new Uint8Array(STRETCH);

interface Bounds {
  /** The largest valid value. */
  readonly most: number;
  /** At most (max(γ, q)·√variance)², the variance being that before the stretch. */
  readonly limitSquare: number;
  /** The variance falls by no more than this factor a sample. */
  readonly fade: number;
}

/**
 * Takes the season off the samples from `from` on, into `unseasoned`, and learns them. Ends before a
 * sample that is not valid, that is its bin's first or that might be clipped. Returns how many it took.
 *
 * @param count at most `STRETCH`
 */
export function takeSeasonAhead(
  season: Season,
  value: Float64Array,
  from: number,
  count: number,
  { most, limitSquare, fade }: Bounds,
): number {
  const { length, profile, visits, i, usual } = season;
  // Within the first cycles nothing is taken off yet, or not clipped.
  if (Number.isNaN(usual) || i <= 2 * length) return 0;
  const bins = profile.length;
  let { phase } = season;
  let unclipped = ROUNDED_DOWN * CLIP * CLIP * limitSquare;
  let k = 0;
  for (; k < count; k++) {
    const x = value[from + k] ?? Number.NaN;
    if (!(x <= most && x >= -most)) break;
    const bin = bins === length ? phase : Math.floor((phase * bins) / length);
    const visited = visits[bin] ?? 0;
    const expected = profile[bin] ?? 0;
    const y = x - expected;
    if (visited === 0 || !(y * y <= unclipped)) break;
    unclipped *= fade;
    expectedBefore[k] = expected;
    visitsBefore[k] = visited;
    const seen = visited < CYCLES ? visited + 1 : CYCLES;
    visits[bin] = seen;
    profile[bin] = expected + y / seen;
    unseasoned[k] = y + usual;
    phase = phase + 1 === length ? 0 : phase + 1;
  }
  season.i = i + k;
  season.phase = phase;
  return k;
}

/** Forgets the last of `taken` samples, so that only `kept` are learned. */
export function giveBack(season: Season, taken: number, kept: number): void {
  const { length, profile, visits } = season;
  for (let k = taken - 1; k >= kept; k--) {
    season.phase = season.phase === 0 ? length - 1 : season.phase - 1;
    const bin = Math.floor((season.phase * profile.length) / length);
    profile[bin] = expectedBefore[k] ?? 0;
    visits[bin] = visitsBefore[k] ?? 0;
  }
  season.i -= taken - kept;
}
