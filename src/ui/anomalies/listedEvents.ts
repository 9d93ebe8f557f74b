/** Which events the list shows, and in which order. */
import { type AlarmBook, isAcknowledged, noteOn } from '../../alarms/alarmBook.ts';
import type { LatchedAlarm } from '../../alarms/latch.ts';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import type { Span } from '../../analysis/messages/viewMessages.ts';
import type { ListFilter, ListSort, Standing } from '../../state/listStore.ts';
import { eventKind } from './eventWords.ts';

export interface ListedAround {
  readonly book: AlarmBook;
  /** Alarms that are new. */
  readonly latched: readonly LatchedAlarm[];
  /** The visible window; null before there is one. */
  readonly inView: Span | null;
  /** What the list calls an event: the person's name, else a forest's; `UNNAMED` without. */
  readonly nameOf: (event: AnomalyEvent) => string;
}

/** @param events in the order of time */
export function listedEvents(
  events: readonly AnomalyEvent[],
  filter: ListFilter,
  sort: ListSort,
  around: ListedAround,
): readonly AnomalyEvent[] {
  const isIn = passes(filter, around);
  const listed = isIn === null ? [...events] : events.filter(isIn);
  if (sort.key !== 'time') listed.sort(BY[sort.key]);
  return sort.descending ? listed.reverse() : listed;
}

/** Whether a filter keeps anything back. */
export function isFiltering(filter: ListFilter): boolean {
  const { channel, kind, by, standing, named, inViewOnly } = filter;
  return inViewOnly || [channel, kind, by, standing, named].some((one) => one !== null);
}

type Ordered = Exclude<ListSort['key'], 'time'>;

const BY: Readonly<Record<Ordered, (a: AnomalyEvent, b: AnomalyEvent) => number>> = {
  channel: (a, b) => a.channel - b.channel,
  // What the browser has not judged is not far.
  deviation: (a, b) => Math.abs(a.peakDeviation ?? 0) - Math.abs(b.peakDeviation ?? 0),
  outliers: (a, b) => a.outliers - b.outliers,
};

/** Null when all pass. */
function passes(
  filter: ListFilter,
  around: ListedAround,
): ((event: AnomalyEvent) => boolean) | null {
  if (!isFiltering(filter)) return null;
  const { channel, kind, by, standing, named, inViewOnly } = filter;
  const stands = standing && standingTest(standing, around);
  const { inView, nameOf } = around;
  return (event) =>
    (channel === null || event.channel === channel) &&
    (kind === null || eventKind(event) === kind) &&
    (by === null || event.by === by) &&
    (stands === null || stands(event)) &&
    (named === null || nameOf(event) === named) &&
    (!inViewOnly ||
      inView === null ||
      (event.toMs >= inView.fromMs && event.fromMs <= inView.toMs));
}

function standingTest(
  standing: Standing,
  { book, latched }: ListedAround,
): (event: AnomalyEvent) => boolean {
  switch (standing) {
    case 'new': {
      const ids = new Set(latched.map(({ id }) => id));
      return ({ id }) => ids.has(id);
    }
    case 'acknowledged':
      return (event) => isAcknowledged(book, event);
    case 'noted':
      return (event) => noteOn(book, event) !== '';
    default:
      return standing satisfies never;
  }
}
