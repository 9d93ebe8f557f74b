/**
 * The ten parameters of the detector: what they mean, what they may be, and the presets of the
 * talk's Table 2. Names are those on the serial line; firmware/micropython/parameters.py is the
 * same table on the board.
 */

export const TAILS = ['both', 'upper', 'lower'] as const;
export type Tail = (typeof TAILS)[number];

export interface Parameters {
  /** γ: only samples outside mean ± γ·sigma can be outliers. In standard deviations. */
  readonly gamma: number;
  /** δ: CDF level above which such a sample is an outlier. 0..1, both excluded. */
  readonly delta: number;
  /** N: number of block maxima the Weibull is fitted to. */
  readonly maxima: number;
  /** M: number of outliers that make a collective anomaly. */
  readonly outliers: number;
  /** T: largest average time between those M outliers, in ms. */
  readonly meanGap: number;
  /** R: sampling period, in ms. */
  readonly period: number;
  /** B: samples per block; each block gives one maximum. */
  readonly block: number;
  /** W: samples that the mean and the variance remember; 0 = all. */
  readonly memory: number;
  /** φ: how much each recent alarm raises the bar for the next, in limits; 0 = never. */
  readonly fatigue: number;
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
  /** Whether `min` (`max`) itself is allowed. */
  readonly minIncluded: boolean;
  readonly maxIncluded: boolean;
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
    minIncluded: false,
    maxIncluded: true,
  },
  delta: {
    symbol: 'δ',
    label: 'CDF level',
    unit: '',
    meaning: 'How improbable, by the fitted Weibull, a deviation must be to be an outlier.',
    integer: false,
    min: 0,
    max: 1,
    minIncluded: false,
    maxIncluded: false,
  },
  maxima: {
    symbol: 'N',
    label: 'Maxima',
    unit: '',
    meaning: 'How many block maxima the Weibull is fitted to.',
    integer: true,
    min: 3,
    max: 64,
    minIncluded: true,
    maxIncluded: true,
  },
  outliers: {
    symbol: 'M',
    label: 'Outliers',
    unit: '',
    meaning: 'How many outliers close together make a collective anomaly.',
    integer: true,
    min: 2,
    max: 64,
    minIncluded: true,
    maxIncluded: true,
  },
  meanGap: {
    symbol: 'T',
    label: 'Mean gap',
    unit: 'ms',
    meaning: 'The largest average time between those outliers.',
    integer: false,
    min: 1,
    max: 3_600_000,
    minIncluded: true,
    maxIncluded: true,
  },
  period: {
    symbol: 'R',
    label: 'Period',
    unit: 'ms',
    meaning: 'Time between two samples; only the board can change it.',
    integer: false,
    min: 1,
    max: 3_600_000,
    minIncluded: true,
    maxIncluded: true,
  },
  block: {
    symbol: 'B',
    label: 'Block',
    unit: 'samples',
    meaning: 'Each block of this many samples gives one maximum.',
    integer: true,
    min: 2,
    max: 4096,
    minIncluded: true,
    maxIncluded: true,
  },
  memory: {
    symbol: 'W',
    label: 'Memory',
    unit: 'samples',
    meaning: 'How many samples the mean and the variance remember; 0 means all.',
    integer: true,
    min: 8,
    max: 1_000_000,
    minIncluded: true,
    maxIncluded: true,
    alsoValid: 0,
  },
  fatigue: {
    symbol: 'φ',
    label: 'Fatigue',
    unit: 'limits',
    meaning: 'How much each recent alarm raises the bar for the next; 0 means never.',
    integer: false,
    min: 0,
    max: 2,
    minIncluded: true,
    maxIncluded: true,
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
  meanGap: 500,
  period: 100,
  block: 32,
  memory: 256,
  fatigue: 0.25,
  tail: 'both',
};

/** A set to start from; what it does not name stays as it is. */
export interface Preset {
  readonly name: string;
  readonly values: Pick<
    Parameters,
    'gamma' | 'delta' | 'maxima' | 'outliers' | 'meanGap' | 'period'
  >;
}

/** The six experiments of the talk's Table 2. Experiment 2 is the default. */
export const PRESETS: readonly Preset[] = [
  experiment(1, 2, 5, 5, 500, 100),
  experiment(2, 4, 5, 5, 500, 100),
  experiment(3, 2, 10, 5, 500, 100),
  experiment(4, 2, 5, 10, 500, 100),
  experiment(5, 2, 5, 5, 1000, 100),
  experiment(6, 2, 5, 5, 500, 1000),
];

function experiment(
  number: number,
  gamma: number,
  maxima: number,
  outliers: number,
  meanGap: number,
  period: number,
): Preset {
  return {
    name: `Experiment ${number}`,
    values: { gamma, delta: 0.94, maxima, outliers, meanGap, period },
  };
}

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
    sentence: `${spec.label} ${spec.symbol} must be ${must}.`,
  });
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault('a number');
  if (value === spec.alsoValid) return null;
  if (spec.integer && !Number.isInteger(value)) return fault('a whole number');
  const low = spec.minIncluded ? value >= spec.min : value > spec.min;
  const high = spec.maxIncluded ? value <= spec.max : value < spec.max;
  return low && high ? null : fault(rangeWords(spec));
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
  const low = `${spec.minIncluded ? 'at least' : 'above'} ${spec.min}`;
  const high = `${spec.maxIncluded ? 'at most' : 'below'} ${spec.max}`;
  const also = spec.alsoValid === undefined ? '' : `, or ${spec.alsoValid}`;
  return `${low} and ${high}${also}`;
}

/** The names in which two sets differ, in table order. */
export function differingParameters(a: Parameters, b: Parameters): ParameterName[] {
  return PARAMETER_NAMES.filter((name) => a[name] !== b[name]);
}
