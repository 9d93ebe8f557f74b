/** Views on their way: one request is in flight, and of those made meanwhile the newest is next. */
import type { Fault } from '../../board/fault.ts';
import type { View, ViewRange } from '../messages/viewMessages.ts';

export type ViewReply =
  | { readonly kind: 'view'; readonly view: View }
  /** A newer request took its place before it was asked. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly fault: Fault };

export interface ViewQueue {
  /** Never rejects. */
  ask(range: ViewRange, widthPx: number): Promise<ViewReply>;
  /** An answer came; one to a request that is not in flight is ignored. */
  answered(request: number, view: View): void;
  /** Nobody will answer any more. */
  fail(fault: Fault): void;
}

interface WaitingView {
  readonly range: ViewRange;
  readonly widthPx: number;
  readonly settle: (reply: ViewReply) => void;
}

/** `send` sends a request and gives its number. */
export function createViewQueue(send: (range: ViewRange, widthPx: number) => number): ViewQueue {
  let asked: { readonly request: number; readonly settle: WaitingView['settle'] } | null = null;
  let waiting: WaitingView | null = null;

  function askWaiting(): void {
    if (!waiting || asked) return;
    const { range, widthPx, settle } = waiting;
    waiting = null;
    asked = { request: send(range, widthPx), settle };
  }

  return {
    ask(range, widthPx) {
      return new Promise((settle) => {
        waiting?.settle({ kind: 'superseded' });
        waiting = { range, widthPx, settle };
        askWaiting();
      });
    },
    answered(request, view) {
      if (asked?.request !== request) return;
      const { settle } = asked;
      asked = null;
      askWaiting();
      settle({ kind: 'view', view });
    },
    fail(fault) {
      const failed = [asked?.settle, waiting?.settle];
      asked = null;
      waiting = null;
      for (const settle of failed) settle?.({ kind: 'failed', fault });
    },
  };
}
