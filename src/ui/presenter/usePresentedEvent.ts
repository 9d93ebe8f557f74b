import { useBoard, useView } from '../tidemarkContext.ts';
import { presentedEvent } from './presentedEvent.ts';

/** The anomaly that the presenter view tells of; null without any. */
export function usePresentedEvent(): ReturnType<typeof presentedEvent> {
  const events = useBoard((state) => state.events);
  const fixed = useView((state) => state.fixed);
  const chosen = useView((state) => state.chosen);
  return presentedEvent(events, { fixed, chosen });
}
