/** Questions of one kind to the worker, each answered once, by its number. */
import type { Fault } from '../../board/fault.ts';
import type { ToWorker } from '../messages/messages.ts';
import type { WorkerLine } from './workerLine.ts';

export interface Questions<Answer> {
  /** Asks what `build` makes of the question's number. Never rejects. */
  ask(build: (request: number) => ToWorker): Promise<Answer>;
  /** An answer came; one to a question that is not open is ignored. */
  answered(request: number, answer: Answer): void;
  /** Nobody will answer any more. */
  fail(fault: Fault): void;
}

/** `failed` makes the answer of a question that no worker answers. */
export function createQuestions<Answer>(
  line: WorkerLine,
  failed: (fault: Fault) => Answer,
): Questions<Answer> {
  const open = new Map<number, (answer: Answer) => void>();
  return {
    ask(build) {
      const death = line.death();
      if (death) return Promise.resolve(failed(death));
      const request = line.nextRequest();
      return new Promise((settle) => {
        open.set(request, settle);
        line.post(build(request));
      });
    },
    answered(request, answer) {
      const settle = open.get(request);
      open.delete(request);
      settle?.(answer);
    },
    fail(fault) {
      const unanswered = [...open.values()];
      open.clear();
      for (const settle of unanswered) settle(failed(fault));
    },
  };
}
