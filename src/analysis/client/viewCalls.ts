/** Views on their way: one request is in flight, and of those made meanwhile the newest is next. */
import type { Fault } from '../../board/fault.ts';
import type { Pointed, View, ViewRange } from '../messages/viewMessages.ts';
import type { OpenCalls } from './openCalls.ts';

export type ViewReply =
  | { readonly kind: 'view'; readonly view: View }
  /** A newer request took its place before it was asked. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly fault: Fault };

interface WaitingView {
  readonly range: ViewRange;
  readonly widthPx: number;
  readonly pointed: Pointed | null;
  readonly settle: (reply: ViewReply) => void;
}

/** Asks for views. The reply never rejects. */
export function createViewCalls(
  calls: OpenCalls,
): (range: ViewRange, widthPx: number, pointed?: Pointed | null) => Promise<ViewReply> {
  let inFlight = false;
  let waiting: WaitingView | null = null;

  function settleWaiting(reply: ViewReply): void {
    waiting?.settle(reply);
    waiting = null;
  }

  async function askWaiting(): Promise<void> {
    if (!waiting || inFlight) return;
    const { range, widthPx, pointed, settle } = waiting;
    waiting = null;
    inFlight = true;
    const end = await calls.ask('view', { range, widthPx, ...(pointed && { pointed }) }).end;
    inFlight = false;
    if (end.kind === 'failed') {
      // The one that waits was meant for the same worker.
      settleWaiting(end);
      settle(end);
      return;
    }
    void askWaiting();
    settle({ kind: 'view', view: end.result });
  }

  return (range, widthPx, pointed = null) =>
    new Promise((settle) => {
      settleWaiting({ kind: 'superseded' });
      waiting = { range, widthPx, pointed, settle };
      void askWaiting();
    });
}
