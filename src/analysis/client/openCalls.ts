/** What was asked of the worker and has not ended yet, by the number of its request. */

export interface OpenCalls<End, Listener = null> {
  /** Resolves with the call's end; until then `listener` is who hears of it. Never rejects. */
  begin(request: number, listener: Listener): Promise<End>;
  /** Null when the call has ended. */
  listener(request: number): Listener | null;
  /** Nothing happens when the call has ended. */
  end(request: number, end: End): void;
  /** Nobody will answer any more. */
  endAll(end: End): void;
}

export function createOpenCalls<End, Listener = null>(): OpenCalls<End, Listener> {
  const open = new Map<
    number,
    { readonly listener: Listener; readonly settle: (end: End) => void }
  >();
  return {
    begin: (request, listener) =>
      new Promise((settle) => {
        open.set(request, { listener, settle });
      }),
    listener: (request) => open.get(request)?.listener ?? null,
    end(request, end) {
      open.get(request)?.settle(end);
      open.delete(request);
    },
    endAll(end) {
      for (const { settle } of open.values()) settle(end);
      open.clear();
    },
  };
}
