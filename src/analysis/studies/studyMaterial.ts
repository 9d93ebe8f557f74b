import type { Parameters } from '../../detector/parameters.ts';
import type { History } from '../../history/history.ts';
import type { Label } from '../messages/studyMessages.ts';

/** What a study needs to know of the signal. */
export interface StudyMaterial {
  readonly history: History;
  /** The study's channel, in that history. */
  readonly channel: number;
  readonly restarts: readonly number[];
  /** Of the study's channel. */
  readonly labels: readonly Label[];
  /** In force now: what a preset leaves open is taken from here. */
  readonly parameters: Parameters;
  /** ε of the numbers that are judged. */
  readonly epsilon: number;
  readonly nowMs: () => number;
}
