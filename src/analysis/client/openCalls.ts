/** The calls to the worker that have not ended yet: the one place that numbers, keeps and fails them. */
import type { Fault } from '../../board/fault.ts';
import type { Answer, Ask, CallName, Calls } from '../messages/calls.ts';
import type { WorkerLine } from './workerLine.ts';

export type CallEnd<Name extends CallName> =
  | { readonly kind: 'done'; readonly result: Calls[Name]['result'] }
  /** Also by a worker that died: `worker-died`. */
  | { readonly kind: 'failed'; readonly fault: Fault };

export interface OpenCall<Name extends CallName> {
  /** Never rejects. */
  readonly end: Promise<CallEnd<Name>>;
  /** What it waits with may be done. Nothing happens when it has ended. */
  goOn(): void;
  /** Its end comes early, and says so. Nothing happens when it has ended. */
  cancel(): void;
}

export interface OpenCalls {
  ask<Name extends CallName>(
    call: Name,
    words: Calls[Name]['ask'],
    onProgress?: (progress: Calls[Name]['progress']) => void,
  ): OpenCall<Name>;
  /** One to a call that is not open is ignored. */
  answered(answer: Answer): void;
  /** Nobody will answer any more. */
  fail(fault: Fault): void;
}

interface Waiting {
  readonly call: CallName;
  progress(progress: Calls[CallName]['progress']): void;
  settle(end: CallEnd<CallName>): void;
}

export function createOpenCalls(line: Pick<WorkerLine, 'post' | 'death'>): OpenCalls {
  const open = new Map<number, Waiting>();
  let lastRequest = 0;

  return {
    ask(call, words, onProgress = () => undefined) {
      type Name = typeof call;
      const death = line.death();
      if (death) {
        const end = Promise.resolve({ kind: 'failed', fault: death } as const);
        return { end, goOn: () => undefined, cancel: () => undefined };
      }
      lastRequest += 1;
      const request = lastRequest;
      const end = new Promise<CallEnd<Name>>((settle) => {
        // What comes under this number is an answer to this call: `answered` looks at its name.
        open.set(request, { call, progress: onProgress, settle: settle as Waiting['settle'] });
      });
      line.post({ type: call, request, ...words } as Ask);
      const say = (type: 'go-on' | 'cancel') => () => {
        if (open.has(request)) line.post({ type, request });
      };
      return { end, goOn: say('go-on'), cancel: say('cancel') };
    },
    answered(answer) {
      const waiting = open.get(answer.request);
      if (waiting?.call !== answer.call) return;
      if (answer.type === 'progress') {
        waiting.progress(answer.progress);
        return;
      }
      open.delete(answer.request);
      switch (answer.type) {
        case 'done':
          waiting.settle({ kind: 'done', result: answer.result });
          return;
        case 'failed':
          waiting.settle({ kind: 'failed', fault: answer.fault });
          return;
        default:
          answer satisfies never;
      }
    },
    fail(fault) {
      const failed = [...open.values()];
      open.clear();
      for (const { settle } of failed) settle({ kind: 'failed', fault });
    },
  };
}
