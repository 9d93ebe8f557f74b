/**
 * Where the events of each channel are, by kind and in the order of samples, so that a drawing finds
 * those of a stretch without reading the others.
 */
import type { AnomalyEvent } from '../messages/findings.ts';
import type { Span } from '../messages/viewMessages.ts';

/** What is drawn as a stretch of time. */
export const SPAN_KINDS = ['collective', 'drift', 'rhythm'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

type Lists = Record<'all' | SpanKind, number[]>;

export interface EventsByChannel {
  /** An event has begun, or is of one kind more. */
  note(serial: number, event: AnomalyEvent): void;
  /** Events before this serial number are kept no longer. */
  forgetBefore(serial: number): void;
  clear(): void;
  /** How many begin in `[fromIndex, toIndex)`. */
  countBegun(channel: number, fromIndex: number, toIndex: number): number;
  /** Where there are such in a stretch of time; those less than `spacingMs` apart are joined. */
  spansIn(channel: number, kind: SpanKind, stretch: Span, spacingMs: number): Span[];
}

export function createEventsByChannel(around: {
  readonly eventOf: (serial: number) => AnomalyEvent | undefined;
  readonly indexOf: (event: AnomalyEvent) => number;
}): EventsByChannel {
  const { eventOf, indexOf } = around;
  const channels = new Map<number, Lists>();

  const indexAt = (serials: readonly number[], place: number): number => {
    const event = eventOf(serials[place] ?? -1);
    return event ? indexOf(event) : -1;
  };

  function insert(serials: number[], serial: number, index: number): void {
    let place = serials.length;
    // What the board says of a sample may come late: few are behind it then.
    while (place > 0 && indexAt(serials, place - 1) > index) place -= 1;
    for (let at = place - 1; at >= 0 && indexAt(serials, at) === index; at--) {
      if (serials[at] === serial) return;
    }
    serials.splice(place, 0, serial);
  }

  return {
    note(serial, event) {
      let lists = channels.get(event.channel);
      if (!lists) {
        lists = { all: [], collective: [], drift: [], rhythm: [] };
        channels.set(event.channel, lists);
      }
      insert(lists.all, serial, indexOf(event));
      if (event.collective) insert(lists.collective, serial, indexOf(event));
      if (event.cause !== 'level') insert(lists[event.cause], serial, indexOf(event));
    },
    forgetBefore(first) {
      for (const lists of channels.values()) {
        for (const kind of ['all', ...SPAN_KINDS] as const) {
          lists[kind] = lists[kind].filter((serial) => serial >= first);
        }
      }
    },
    clear: () => channels.clear(),
    countBegun(channel, fromIndex, toIndex) {
      const serials = channels.get(channel)?.all ?? [];
      const placeOf = (index: number) =>
        firstPlace(0, serials.length, (place) => indexAt(serials, place) >= index);
      return placeOf(toIndex) - placeOf(fromIndex);
    },
    spansIn(channel, kind, { fromMs, toMs }, spacingMs) {
      const serials = channels.get(channel)?.[kind] ?? [];
      const at = (place: number) => eventOf(serials[place] ?? -1);
      const firstWhere = (from: number, holds: (event: AnomalyEvent) => boolean) =>
        firstPlace(from, serials.length, (place) => {
          const event = at(place);
          return event !== undefined && holds(event);
        });
      const spans: Span[] = [];
      for (let i = firstWhere(0, (event) => event.toMs >= fromMs); i < serials.length; ) {
        const opening = at(i);
        if (!opening || opening.fromMs > toMs) break;
        let end = opening.toMs;
        let next = i + 1;
        for (let joined = i; joined < next; ) {
          joined = next;
          next = firstWhere(next, (event) => event.fromMs - end >= spacingMs);
          end = at(next - 1)?.toMs ?? end;
        }
        spans.push({ fromMs: opening.fromMs, toMs: end });
        i = next;
      }
      return spans;
    },
  };
}

/** The first place of `[from, to)` for which `holds`, which must go on holding for later ones. */
function firstPlace(from: number, to: number, holds: (place: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
