/**
 * The parameters of the detector: what they mean and what they may be. Names are those on the serial
 * line; firmware/micropython/table.py is the same table on the board.
 */

export const TAILS = ['both', 'upper', 'lower'] as const;
export type Tail = (typeof TAILS)[number];

export interface Parameters {
  /** γ: only samples outside mean ± γ·sigma can be outliers. In standard deviations. */
  readonly gamma: number;
  /** δ: with this probability no normal block of the last 8 reaches the limit. */
  readonly delta: number;
  /** N: number of block maxima the Weibull is fitted to. */
  readonly maxima: number;
  /** M: number of outliers that make a collective anomaly. */
  readonly outliers: number;
  /** T: largest average time between those M outliers, in ms; 0 = five periods. */
  readonly meanGap: number;
  /** R: sampling period, in ms. */
  readonly period: number;
  /** B: samples per block; each block gives one maximum. */
  readonly block: number;
  /** W: samples that the mean remembers, the variance twice as many; 0 = all. */
  readonly memory: number;
  /** φ: share by which each alarm raises the bar for the next; 0 = never. */
  readonly fatigue: number;
  /** Smallest deviation, in the signal's unit, that can be an outlier. */
  readonly least: number;
  /** Bound of the drift watcher, in sigmas of the block levels; 0 = off. */
  readonly drift: number;
  /** Bound of the rhythm watcher, in sigmas of the log run lengths; 0 = off. */
  readonly rhythm: number;
  /** Length of a cycle, in ms; 0 = off. */
  readonly season: number;
  /** At most so many numbers are kept for one cycle. */
  readonly bins: number;
  /** Which side of the mean counts. */
  readonly tail: Tail;
}

export type ParameterName = keyof Parameters;
export type NumericParameterName = Exclude<ParameterName, 'tail'>;

/** What a parameter is called on the screen, and what it may be. */
export interface NumericParameter {
  readonly symbol: string;
  readonly label: string;
  readonly unit: string;
  readonly meaning: string;
  readonly integer: boolean;
  readonly min: number;
  readonly max: number;
  /** `min` itself is not allowed. */
  readonly minExcluded?: boolean;
  /** Allowed although it lies below `min` (memory: 0 = remember all). */
  readonly alsoValid?: number;
}

export const NUMERIC_PARAMETERS: Readonly<Record<NumericParameterName, NumericParameter>> = {
  gamma: {
    symbol: 'γ',
    label: 'Bound',
    unit: 'σ',
    meaning: 'Only samples further than this from the mean can be outliers.',
    integer: false,
    min: 0,
    max: 20,
    minExcluded: true,
  },
  delta: {
    symbol: 'δ',
    label: 'Confidence',
    unit: '',
    meaning: 'With this probability no normal block of the last 8 reaches the limit.',
    integer: false,
    min: 1e-6,
    max: 0.999999,
  },
  maxima: {
    symbol: 'N',
    label: 'Maxima',
    unit: '',
    meaning: 'How many block maxima the Weibull is fitted to.',
    integer: true,
    min: 3,
    max: 64,
  },
  outliers: {
    symbol: 'M',
    label: 'Outliers',
    unit: '',
    meaning: 'How many outliers close together make a collective anomaly.',
    integer: true,
    min: 2,
    max: 64,
  },
  meanGap: {
    symbol: 'T',
    label: 'Mean gap',
    unit: 'ms',
    meaning: 'The largest average time between those outliers; 0 means five periods.',
    integer: false,
    min: 0,
    max: 3_600_000,
  },
  period: {
    symbol: 'R',
    label: 'Period',
    unit: 'ms',
    meaning: 'Time between two samples; only the board can change it.',
    integer: false,
    min: 1,
    max: 3_600_000,
  },
  block: {
    symbol: 'B',
    label: 'Block',
    unit: 'samples',
    meaning: 'Each block of this many samples gives one maximum.',
    integer: true,
    min: 2,
    max: 4096,
  },
  memory: {
    symbol: 'W',
    label: 'Memory',
    unit: 'samples',
    meaning: 'How many samples the mean remembers, the variance twice as many; 0 means all.',
    integer: true,
    min: 8,
    max: 1_000_000,
    alsoValid: 0,
  },
  fatigue: {
    symbol: 'φ',
    label: 'Fatigue',
    unit: '',
    meaning: 'The share by which each alarm raises the bar for the next; 0 means never.',
    integer: false,
    min: 0,
    max: 1,
  },
  least: {
    symbol: '–',
    label: 'Least deviation',
    unit: '',
    meaning:
      'The smallest deviation from the mean, in the signal’s own unit, that can be an outlier.',
    integer: false,
    min: 0,
    max: 1e18,
  },
  drift: {
    symbol: '–',
    label: 'Drift',
    unit: 'σ',
    meaning:
      'How far the level of a block may lie from those before, in their σ; 0 means it is not watched.',
    integer: false,
    min: 0,
    max: 20,
  },
  rhythm: {
    symbol: '–',
    label: 'Rhythm',
    unit: 'σ',
    meaning:
      'How unusual the time on one side of the mean may be, in σ of its logarithm; 0 means it is not watched.',
    integer: false,
    min: 0,
    max: 20,
  },
  season: {
    symbol: '–',
    label: 'Season',
    unit: 'ms',
    meaning: 'Length of a cycle whose usual course is taken off first; 0 means none.',
    integer: false,
    min: 0,
    max: 2_592_000_000,
  },
  bins: {
    symbol: '–',
    label: 'Bins',
    unit: '',
    meaning: 'At most so many numbers are kept for one cycle.',
    integer: true,
    min: 2,
    max: 512,
  },
};

/** In the order of the table, as on the line. */
export const NUMERIC_PARAMETER_NAMES = Object.keys(NUMERIC_PARAMETERS) as NumericParameterName[];
export const PARAMETER_NAMES: readonly ParameterName[] = [...NUMERIC_PARAMETER_NAMES, 'tail'];

export const DEFAULT_PARAMETERS: Parameters = {
  gamma: 4,
  delta: 0.94,
  maxima: 5,
  outliers: 5,
  meanGap: 0,
  period: 100,
  block: 32,
  memory: 256,
  fatigue: 0.05,
  least: 0,
  drift: 3,
  rhythm: 5,
  season: 0,
  bins: 48,
  tail: 'both',
};

/** A value that a parameter cannot take, and a sentence that says what it can. */
export interface ParameterFault {
  readonly parameter: ParameterName;
  readonly sentence: string;
}

/** Checks one value. Returns the fault, or null when the value is allowed. */
export function checkParameter(parameter: ParameterName, value: unknown): ParameterFault | null {
  if (parameter === 'tail') {
    return TAILS.some((tail) => tail === value)
      ? null
      : { parameter, sentence: `Tail must be one of ${TAILS.join(', ')}.` };
  }
  const spec = NUMERIC_PARAMETERS[parameter];
  const fault = (must: string): ParameterFault => ({
    parameter,
    sentence: `${spec.symbol === '–' ? spec.label : `${spec.label} ${spec.symbol}`} must be ${must}.`,
  });
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault('a number');
  if (value === spec.alsoValid) return null;
  if (spec.integer && !Number.isInteger(value)) return fault('a whole number');
  const low = spec.minExcluded ? value > spec.min : value >= spec.min;
  return low && value <= spec.max ? null : fault(rangeWords(spec));
}

/** Checks a whole set; the first fault found, or null. */
export function checkParameters(parameters: Parameters): ParameterFault | null {
  for (const name of PARAMETER_NAMES) {
    const fault = checkParameter(name, parameters[name]);
    if (fault) return fault;
  }
  return null;
}

function rangeWords(spec: NumericParameter): string {
  const low = `${spec.minExcluded ? 'above' : 'at least'} ${spec.min}`;
  const also = spec.alsoValid === undefined ? '' : `, or ${spec.alsoValid}`;
  return `${low} and at most ${spec.max}${also}`;
}

/** The names in which two sets differ, in table order. */
export function differingParameters(a: Parameters, b: Parameters): ParameterName[] {
  return PARAMETER_NAMES.filter((name) => a[name] !== b[name]);
}
