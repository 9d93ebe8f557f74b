/** Words for one event, the same in the list and in the export. */
import type { AnomalyEvent } from '../../analysis/messages.ts';

export type EventKind = 'alarm' | 'collective';

/** Every event begins with an alarm; with enough outliers close together it is collective. */
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
