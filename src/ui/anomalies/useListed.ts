import { useDeferredValue, useMemo } from 'react';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import { labelOn } from '../../detector/labelOn.ts';
import { UNNAMED } from '../../state/listStore.ts';
import { useViewFeed } from '../plot/plotting.ts';
import { useAlarms, useBoard, useForest, useLabels, useList, useView } from '../tidemarkContext.ts';
import { listedEvents } from './listedEvents.ts';

/** The rows of the list. While a slider moves they may lag behind: the slider must not. */
export function useListed(): readonly AnomalyEvent[] {
  const events = useDeferredValue(useBoard((state) => state.events));
  const filter = useList((state) => state.filter);
  const sort = useList((state) => state.sort);
  const book = useAlarms((state) => state.book);
  const latched = useAlarms((state) => state.latch.alarms);
  // Names are looked at only where it is filtered by them.
  const byName = filter.named !== null;
  const labels = useLabels((state) => (byName ? state.labels : null));
  const forestNames = useForest((state) => (byName ? state.names : null));
  const boardNames = useBoard((state) => (byName ? state.boardNames : null));
  const fixed = useView((state) => state.fixed);
  const feed = useViewFeed();
  // A window that moves on is looked at once a second.
  const second = useBoard((state) => (filter.inViewOnly ? state.health : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the feed tells of no change by itself
  return useMemo(() => {
    const inView = filter.inViewOnly ? (fixed ?? feed?.latest() ?? null) : null;
    const nameOf = (event: AnomalyEvent): string =>
      labelOn(labels ?? [], event)?.name ??
      (forestNames?.get(event.id) ?? boardNames?.get(event.id))?.name ??
      UNNAMED;
    return listedEvents(events, filter, sort, { book, latched, inView, nameOf });
  }, [events, filter, sort, book, latched, labels, forestNames, boardNames, fixed, feed, second]);
}
