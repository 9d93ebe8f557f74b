/** A study as the page sees it: progress, and a result. */
import type { Study, StudyProgress, StudyResult } from '../messages/studyMessages.ts';
import type { OpenCalls } from './openCalls.ts';

export interface RunningStudy {
  /** Also of a cancelled one. Never rejects: a worker that dies ends it as cancelled. */
  readonly result: Promise<StudyResult>;
  cancel(): void;
}

export function startStudy(
  calls: OpenCalls,
  study: Study,
  onProgress: (progress: StudyProgress) => void,
): RunningStudy {
  const { end, cancel } = calls.ask('study', { study }, onProgress);
  return {
    result: end.then((its) => (its.kind === 'done' ? its.result : { kind: 'cancelled' })),
    cancel,
  };
}
