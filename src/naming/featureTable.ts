/**
 * What an event is described by: one table for the page, the documents and the board, which share it
 * by name and version. `eventFeatures.ts` and `firmware/micropython/features.py` work the numbers out.
 */

/**
 * What the features of another version mean is not what they mean here. One more at the end of the table
 * leaves it: a model names those that it asks, and who lacks one refuses it by that name.
 */
export const FEATURES_VERSION = 1;

/** One number that describes an event. */
export interface Feature {
  readonly name: string;
  /** Empty for a bare number. */
  readonly unit: string;
  readonly meaning: string;
  /**
   * u: deviation of a sample from the mean before the alarm, in standard deviations of then; i counts
   * from the alarm, 0 is its sample; event: up to the last sample beyond a limit, L samples; after:
   * the quiet ones from there on; all: both, n samples; s: sign of the peak.
   */
  readonly formula: string;
}

/** What every board works out that names events at all. */
const PLAIN = [
  { name: 'channel', unit: '', meaning: 'which channel', formula: 'its number, from 0' },
  {
    name: 'cause',
    unit: '',
    meaning: 'what raised the alarm',
    formula: '0 level, 1 drift, 2 rhythm',
  },
  {
    name: 'peak',
    unit: 'σ',
    meaning: 'largest deviation, with its sign',
    formula: 'u of all with the largest |u|',
  },
  {
    name: 'size',
    unit: 'ln of the channel’s unit',
    meaning: 'largest deviation as it is, whatever was usual',
    formula: 'ln(max(|peak|·σ before, 1e-12))',
  },
  {
    name: 'mean',
    unit: 'σ',
    meaning: 'mean deviation, towards the peak',
    formula: 's·Σu/L of the event',
  },
  {
    name: 'last',
    unit: 'σ',
    meaning: 'deviation where it ended, towards the peak',
    formula: 's·u of the event’s last sample',
  },
  { name: 'samples', unit: 'samples', meaning: 'how long it was', formula: 'L' },
  {
    name: 'lasted',
    unit: 'ms',
    meaning: 'how long it was, in time',
    formula: 'time of the event’s last sample − time of the alarm',
  },
  {
    name: 'outliers',
    unit: 'samples',
    meaning: 'samples beyond the limit',
    formula: 'their count',
  },
  {
    name: 'gap',
    unit: 'samples',
    meaning: 'how far apart they were',
    formula: '(i of the last − i of the first outlier)/(outliers − 1); 0 for fewer than two',
  },
  {
    name: 'energy',
    unit: 'ln of σ²',
    meaning: 'how much there was of it',
    formula: 'ln(1 + Σu² of the event)',
  },
  {
    name: 'crest',
    unit: '',
    meaning: 'how much the peak stands out',
    formula: '|peak|/√(Σu²/n) of all',
  },
  {
    name: 'changes',
    unit: 'a sample',
    meaning: 'how often it changed its side',
    formula: 'changes of u > 0, over n − 1',
  },
  { name: 'rise', unit: 'samples', meaning: 'time to the peak', formula: 'i of the peak' },
  {
    name: 'shift',
    unit: 'σ',
    meaning: 'level afterwards less level before, towards the peak',
    formula: 's·Σu/(n − L) of after',
  },
  {
    name: 'slope',
    unit: 'σ a sample',
    meaning: 'how it climbed, towards the peak',
    formula: 's·least squares of u on i, of all',
  },
  {
    name: 'variance',
    unit: '',
    meaning: 'variance during it, over that before',
    formula: 'Σu²/n − (Σu/n)² of all',
  },
  {
    name: 'calm',
    unit: '',
    meaning: 'variance afterwards, over that before',
    formula: 'Σu²/(n − L) − (Σu/(n − L))² of after',
  },
  {
    name: 'equal',
    unit: 'samples',
    meaning: 'longest run of equal values',
    formula: 'of the values as they came, of all',
  },
  {
    name: 'roughness',
    unit: '',
    meaning: 'how much neighbours differ: 0 for what is smooth, 4 for what alternates',
    formula: 'Σ(u − u before)²/(n − 1)/variance of all; 0 where the variance is at most 1e-9',
  },
  {
    name: 'beyond',
    unit: 'samples',
    meaning: 'samples beyond the limit of the alarm, however wide it grew',
    formula: 'those of all with |u| > limit at the alarm',
  },
  {
    name: 'balance',
    unit: '',
    meaning: '1 when all lies on the side of the peak, 0 when both sides have as much',
    formula: 's·Σu/Σ|u| of all',
  },
  {
    name: 'spread',
    unit: 'samples',
    meaning: 'how far apart in time the deviations were',
    formula: 'standard deviation of i, weighted by u², of all',
  },
  {
    name: 'part',
    unit: '',
    meaning: 'largest deviation beside all that was usual, the cycle too: alike on each channel',
    formula: '|peak|·σ before/√(σ² before + variance of the profile); |peak| without a season',
  },
] as const satisfies readonly Feature[];

/**
 * A board without memory for it leaves it out. P: power of the first 64 u, or as many as there are, less
 * their mean; k: turns in 64 samples, 1 to 32.
 */
const SPECTRUM = [
  {
    name: 'tone',
    unit: 'turns a sample',
    meaning: 'strongest period at its beginning',
    formula: 'k/64 with the largest P',
  },
  {
    name: 'low',
    unit: '',
    meaning: 'share of slow periods at its beginning',
    formula: 'ΣP of k < 5, over ΣP',
  },
  {
    name: 'middle',
    unit: '',
    meaning: 'share of middling periods at its beginning',
    formula: 'ΣP of 5 ≤ k < 13, over ΣP',
  },
  {
    name: 'high',
    unit: '',
    meaning: 'share of quick periods at its beginning',
    formula: 'ΣP of k ≥ 13, over ΣP',
  },
  {
    name: 'centroid',
    unit: 'turns a sample',
    meaning: 'mean period at its beginning',
    formula: 'ΣkP/ΣP/64; with ΣP below 6.4e-8 it and all of the spectrum 0',
  },
] as const satisfies readonly Feature[];

/** In the order of the numbers. */
export const FEATURES = [...PLAIN, ...SPECTRUM] as const;

/** So many come before those of the spectrum. */
export const PLAIN_FEATURES = PLAIN.length;

export type FeatureName = (typeof FEATURES)[number]['name'];

/** The numbers of an event under the names of the features. */
export const named = (numbers: ArrayLike<number>): Readonly<Record<FeatureName, number>> =>
  Object.fromEntries(FEATURES.map(({ name }, at) => [name, numbers[at] ?? 0])) as Record<
    FeatureName,
    number
  >;
