/** Questions of one kind to the worker, each answered once, by its number. */
import type { Fault } from '../../board/fault.ts';
import type { ToWorker } from '../messages/messages.ts';
import { createOpenCalls } from './openCalls.ts';
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
  const open = createOpenCalls<Answer>();
  return {
    ask(build) {
      const death = line.death();
      if (death) return Promise.resolve(failed(death));
      const request = line.nextRequest();
      const answer = open.begin(request, null);
      line.post(build(request));
      return answer;
    },
    answered: open.end,
    fail: (fault) => open.endAll(failed(fault)),
  };
}
