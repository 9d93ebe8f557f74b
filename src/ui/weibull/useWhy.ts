import { useEffect, useState } from 'react';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import type { Why } from '../../analysis/messages/judgingMessages.ts';
import { chosenAmong } from '../../state/viewStore.ts';
import { useBoard, useTidemark, useTuning, useView } from '../tidemarkContext.ts';

export type WhyShown =
  | { readonly kind: 'none-chosen' }
  /** With these parameters there is no such event any more. */
  | { readonly kind: 'no-event' }
  | { readonly kind: 'asking' }
  /** Its sample is not kept any more, or this browser raised no alarm there. */
  | { readonly kind: 'not-known'; readonly event: AnomalyEvent }
  | { readonly kind: 'known'; readonly event: AnomalyEvent; readonly why: Why };

/** How the chosen event came about. */
export function useWhy(): WhyShown {
  const chosen = useView((state) => state.chosen);
  const event = useBoard((state) => chosenAmong(state.events, chosen));
  const why = useWhyOf(event);
  if (!chosen) return { kind: 'none-chosen' };
  if (!event) return { kind: 'no-event' };
  if (why === undefined) return { kind: 'asking' };
  return why ? { kind: 'known', event, why } : { kind: 'not-known', event };
}

/**
 * How an event came about: asked once, and again when the past was judged anew. Null when it is not
 * known, undefined until there is an answer.
 */
export function useWhyOf(event: AnomalyEvent | undefined): Why | null | undefined {
  const { client } = useTidemark();
  const judgedBy = useTuning((state) => state.browser);
  const judgedByOwn = useTuning((state) => state.browserOwn);
  const [answer, setAnswer] = useState<{ readonly id: number; readonly why: Why | null } | null>(
    null,
  );
  const id = event?.id ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other parameters have other answers
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    void client.why(id).then((end) => {
      if (wanted) setAnswer({ id, why: end.kind === 'done' ? end.result : null });
    });
    return () => {
      wanted = false;
    };
  }, [client, id, judgedBy, judgedByOwn]);

  return answer && answer.id === id ? answer.why : undefined;
}
