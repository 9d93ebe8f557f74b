/** The channels of the input judged together, as one more. */
import {
  createTogether,
  FEWEST_CHANNELS,
  MOST_CHANNELS,
  takeTogether,
  togetherParameters,
} from '../derived/together.ts';
import { createDetector, type Detector } from '../detector/detector.ts';
import type { Parameters } from '../detector/parameters.ts';

export interface JudgedTogether {
  readonly name: string;
  readonly channel: number;
  readonly detector: Detector;
  /** What is to be judged of a sample; NaN while learning, and where a channel has no value. */
  valueOf(values: readonly number[]): number;
}

/** Null when there are too few channels or too many. */
export function createJudgedTogether(
  channels: number,
  parameters: Parameters,
): JudgedTogether | null {
  if (channels < FEWEST_CHANNELS || channels > MOST_CHANNELS) return null;
  const together = createTogether(channels, parameters);
  return {
    name: 'together',
    channel: -1,
    detector: createDetector(togetherParameters(parameters)),
    valueOf: (values) => takeTogether(together, values),
  };
}
