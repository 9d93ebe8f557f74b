/** The page's side of studies: what was asked of the worker and is not ended yet. */
import type { FromWorker } from '../messages/messages.ts';
import type { Study, StudyProgress, StudyResult } from '../messages/studyMessages.ts';
import { createOpenCalls } from './openCalls.ts';
import type { WorkerLine } from './workerLine.ts';

export interface RunningStudy {
  /** Also of a cancelled one. Never rejects: a worker that dies ends it as cancelled. */
  readonly result: Promise<StudyResult>;
  cancel(): void;
}

export interface StudyCalls {
  start(study: Study, onProgress: (progress: StudyProgress) => void): RunningStudy;
  receive(message: Extract<FromWorker, { type: 'study-progress' | 'study-done' }>): void;
  /** The worker is dead. */
  fail(): void;
}

export function createStudyCalls(line: WorkerLine): StudyCalls {
  const open = createOpenCalls<StudyResult, (progress: StudyProgress) => void>();
  return {
    start(study, onProgress) {
      if (line.death()) {
        return { result: Promise.resolve({ kind: 'cancelled' }), cancel: () => undefined };
      }
      const request = line.nextRequest();
      const result = open.begin(request, onProgress);
      line.post({ type: 'study', request, study });
      return {
        result,
        cancel: () => {
          if (open.listener(request)) line.post({ type: 'cancel-study', request });
        },
      };
    },
    receive(message) {
      const { request } = message;
      switch (message.type) {
        case 'study-progress':
          open.listener(request)?.(message.progress);
          return;
        case 'study-done':
          open.end(request, message.result);
          return;
        default:
          message satisfies never;
      }
    },
    fail: () => open.endAll({ kind: 'cancelled' }),
  };
}
