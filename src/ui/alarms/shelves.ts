import type { Shelf } from '../../alarms/alarmBook.ts';

/** The shelves on which something lies now, one a channel. */
export function openShelves(shelves: readonly Shelf[], nowMs: number): readonly Shelf[] {
  return shelves.filter(({ fromMs, untilMs }) => fromMs <= nowMs && nowMs < untilMs);
}
