/** Words for events in the list. */
import type { AnomalyEvent, EventCounts } from '../../analysis/messages/findings.ts';
import type { EventKind } from '../../state/listStore.ts';
import { counted, formatAxisTime, formatCount } from '../format.ts';

/**
 * What raised it, if that was not a sample. With enough outliers close together an event is
 * collective, also where no alarm was raised.
 */
export function eventKind({
  cause,
  collective,
}: Pick<AnomalyEvent, 'cause' | 'collective'>): EventKind {
  if (cause !== 'level') return cause;
  return collective ? 'collective' : 'alarm';
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

/** What became of the oldest; null while all are kept. */
export function givenUpWords({ total, givenUp }: EventCounts, isRecorded: boolean): string | null {
  if (givenUp === 0) return null;
  const where = isRecorded ? 'only in the recording' : 'kept no longer';
  return `The oldest ${formatCount(givenUp)} of ${formatCount(total)} are ${where}.`;
}

/** What was not judged anew with the parameters; null when all was. */
export function judgedBeforeWords(
  { judgedBefore }: EventCounts,
  rawFromMs: number | null,
): string | null {
  if (judgedBefore === 0 || rawFromMs === null) return null;
  const when = formatAxisTime(rawFromMs / 1000, 1);
  return `${formatCount(judgedBefore)} from before ${when} are as they were judged then, with other parameters.`;
}

/** What is not listed because one channel found it alone; null when nothing is. */
export function aloneWords({ alone }: EventCounts): string | null {
  if (alone === 0) return null;
  return `${counted(alone, 'alarm')} of one channel alone ${alone === 1 ? 'is' : 'are'} not listed.`;
}
