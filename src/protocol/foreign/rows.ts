/** Rows of another sketch's channels: what its lines come to. */
import type { ForeignTime } from './reading.ts';

/** One sample of the channels. */
export interface ForeignRow {
  /** When the row's last value arrived, ms. */
  readonly timeMs: number;
  /** When it was by the sketch's own clock; null when it does not say. Days go on past midnight. */
  readonly own: ForeignTime | null;
  /** In the order of the channels; NaN where the row has no value for one. */
  readonly values: readonly number[];
}

/** What a line brought. */
export interface ForeignRows {
  /** All channels' names when there are more with this line, those before at their places; else null. */
  readonly channels: readonly string[] | null;
  /** Their units as the lines say them, empty where they do not. */
  readonly units: readonly string[];
  /** Of all the channels there are after this line. */
  readonly rows: readonly ForeignRow[];
}
