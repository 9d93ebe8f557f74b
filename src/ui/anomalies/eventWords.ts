/** Words for one event, the same in the list and in the export. */
import type { AnomalyEvent } from '../../analysis/messages/messages.ts';

export type EventKind = 'alarm' | 'collective';

/** With enough outliers close together an event is collective, also where no alarm was raised. */
export function eventKind(event: AnomalyEvent): EventKind {
  return event.collective ? 'collective' : 'alarm';
}

export function seenBy(event: AnomalyEvent): string {
  switch (event.by) {
    case 'browser':
      return 'browser';
    case 'board':
      return 'board';
    case 'both':
      return 'browser + board';
    default:
      return event.by satisfies never;
  }
}
