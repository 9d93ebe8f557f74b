/** The presets of the talk's Table 2. */
import type { Parameters } from './parameters.ts';

/** A set to start from; what it does not name stays as it is. */
export interface Preset {
  readonly name: string;
  readonly values: Pick<
    Parameters,
    'gamma' | 'delta' | 'maxima' | 'outliers' | 'meanGap' | 'period'
  >;
}

/** The six experiments. Experiment 2 is the default but for T, which at R = 100 is the same 500 ms. */
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
