/** What the page is told of the history beside views, and what memory it may have. */
import type { Bands } from '../../history/bands.ts';
import type { Statistics } from '../../history/statistics.ts';

/** How much memory the history of a session may take, in MB: what the person can choose from. */
export const MEMORY_CHOICES_MB = [100, 300, 600] as const;
type MemoryChoice = (typeof MEMORY_CHOICES_MB)[number];
export const DEFAULT_MEMORY_MB: MemoryChoice = 300;

/** How long the samples last. */
export interface Retention {
  /** Time of the oldest sample that is kept as it came; null while all are. */
  readonly rawFromMs: number | null;
  /** How many samples fit, for each choice of memory. */
  readonly fits: readonly { readonly megabytes: number; readonly samples: number }[];
}

export interface Measurement {
  readonly fromMs: number;
  readonly toMs: number;
  /** Samples of the stretch before this were given up; null when all of them are kept. */
  readonly rawFromMs: number | null;
  readonly channels: readonly ChannelMeasurement[];
}

export interface ChannelMeasurement {
  /** Of the samples that are kept. */
  readonly statistics: Statistics;
  /** The value nearest in time to each end of the stretch; null beyond the samples that are kept. */
  readonly atFrom: number | null;
  readonly atTo: number | null;
}

export type { Bands, Statistics };
