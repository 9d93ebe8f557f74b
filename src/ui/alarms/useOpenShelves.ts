import type { Shelf } from '../../alarms/alarmBook.ts';
import { useAlarms, useBoard } from '../tidemarkContext.ts';
import { openShelves } from './shelves.ts';

/** The shelves on which a channel lies now; looked at anew once a second while a board is there. */
export function useOpenShelves(): readonly Shelf[] {
  const shelves = useAlarms((state) => state.book.shelves);
  useBoard((state) => state.health);
  return openShelves(shelves, Date.now());
}
