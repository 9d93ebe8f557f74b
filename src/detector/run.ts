/** What a detector judges at a stretch. */

/** Parallel arrays, one entry a sample: what a run of samples reads and where it draws limits. */
export interface Run {
  /** ms */
  readonly time: Float64Array;
  readonly value: Float64Array;
  /** Where the limits go, if they are wanted. */
  readonly limits: Limits | null;
}

/**
 * mean ± limit·σ in signal units, never nearer than `least`, with what the season took off put back;
 * NaN while learning, at invalid samples, and on a side that is not watched.
 */
export interface Limits {
  readonly lower: Float32Array;
  readonly upper: Float32Array;
}
