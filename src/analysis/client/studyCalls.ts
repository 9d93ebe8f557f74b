/** The page's side of studies: what was asked of the worker and is not ended yet. */
import type { FromWorker } from '../messages/messages.ts';
import type { Study, StudyProgress, StudyResult } from '../messages/studyMessages.ts';
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
  const asked = new Map<
    number,
    {
      readonly onProgress: (progress: StudyProgress) => void;
      readonly settle: (result: StudyResult) => void;
    }
  >();
  return {
    start(study, onProgress) {
      if (line.death()) {
        return { result: Promise.resolve({ kind: 'cancelled' }), cancel: () => undefined };
      }
      const request = line.nextRequest();
      const result = new Promise<StudyResult>((settle) => {
        asked.set(request, { onProgress, settle });
      });
      line.post({ type: 'study', request, study });
      return {
        result,
        cancel: () => {
          if (asked.has(request)) line.post({ type: 'cancel-study', request });
        },
      };
    },
    receive(message) {
      const its = asked.get(message.request);
      switch (message.type) {
        case 'study-progress':
          its?.onProgress(message.progress);
          return;
        case 'study-done':
          asked.delete(message.request);
          its?.settle(message.result);
          return;
        default:
          message satisfies never;
      }
    },
    fail() {
      const ended = [...asked.values()];
      asked.clear();
      for (const { settle } of ended) settle({ kind: 'cancelled' });
    },
  };
}
