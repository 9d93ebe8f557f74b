import { useCallback, useEffect, useRef, useState } from 'react';
import type { Measurement } from '../../analysis/messages/historyMessages.ts';
import type { Span } from '../../analysis/messages/viewMessages.ts';
import { useTidemark } from '../tidemarkContext.ts';

/** New samples may come into the span, and a run over the history may change its outliers. */
const ASK_EVERY_MS = 1000;

/** Statistics of a span: asked for at once when it changes, one question at a time. */
export function useMeasurement(span: Span | null): Measurement | null {
  const { client } = useTidemark();
  const [measured, setMeasured] = useState<Measurement | null>(null);
  const wanted = useRef<Span | null>(null);
  const asking = useRef(false);
  const fromMs = span?.fromMs ?? null;
  const toMs = span?.toMs ?? null;

  const ask = useCallback(async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    for (let asked = wanted.current; asked !== null; ) {
      const reply = await client.measure(asked.fromMs, asked.toMs);
      if (reply.kind === 'done' && wanted.current) setMeasured(reply.result);
      // A cursor that was moved meanwhile is asked about next.
      asked = wanted.current === asked || reply.kind === 'failed' ? null : wanted.current;
    }
    asking.current = false;
  }, [client]);

  useEffect(() => {
    if (fromMs === null || toMs === null) return;
    wanted.current = { fromMs, toMs };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      wanted.current = null;
      clearInterval(timer);
    };
  }, [ask, fromMs, toMs]);
  return span ? measured : null;
}
