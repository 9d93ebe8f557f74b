/** A stretch of samples as it is judged: a run, or part of one with its season taken off. */
import type { Limits } from './run.ts';

export interface Stretch {
  /** As the level judges them. */
  readonly value: Float64Array;
  /** Sample `k` of `value` is number `k + shift` of the run, which has these. */
  readonly shift: number;
  readonly time: Float64Array;
  readonly raw: Float64Array;
  readonly limits: Limits | null;
}
