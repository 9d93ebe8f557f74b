/** Which anomaly the presenter view tells of. */
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import { chosenAmong, type ViewState } from '../../state/viewStore.ts';

interface PresentedEvent {
  readonly event: AnomalyEvent;
  readonly isChosen: boolean;
}

/** The newest; while the signal stands still, the one that was chosen. Null without any. */
export function presentedEvent(
  events: readonly AnomalyEvent[],
  { fixed, chosen }: Pick<ViewState, 'fixed' | 'chosen'>,
): PresentedEvent | null {
  const told = fixed ? chosenAmong(events, chosen) : undefined;
  if (told) return { event: told, isChosen: true };
  const newest = events.at(-1);
  return newest ? { event: newest, isChosen: false } : null;
}
