/** What was done about alarms, and what that means for an event. */
import type { AlarmAct, Stretch } from './act.ts';

export interface Shelf {
  readonly channel: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly reason: string;
}

export interface AlarmBook {
  /** What begins up to here is acknowledged. */
  readonly allUpToMs: number;
  readonly acknowledged: readonly Stretch[];
  /** Also those that have ended, the oldest first. */
  readonly shelves: readonly Shelf[];
  readonly notes: readonly (Stretch & { readonly text: string })[];
}

export const EMPTY_BOOK: AlarmBook = {
  allUpToMs: Number.NEGATIVE_INFINITY,
  acknowledged: [],
  shelves: [],
  notes: [],
};

/** Beyond so many of a kind the oldest are forgotten: nobody does more in a session. */
const MOST = 20_000;

/** The book with one more act in it; of each kind the newest are kept. */
export function withAct(book: AlarmBook, act: AlarmAct): AlarmBook {
  switch (act.kind) {
    case 'acknowledge': {
      const { channel, fromMs, toMs } = act;
      const acknowledged = [...book.acknowledged, { channel, fromMs, toMs }].slice(-MOST);
      return { ...book, acknowledged };
    }
    case 'acknowledge-all':
      return { ...book, allUpToMs: Math.max(book.allUpToMs, act.upToMs) };
    case 'shelve': {
      const { channel, atMs, untilMs, reason } = act;
      const shelves = ended(book.shelves, channel, atMs);
      return {
        ...book,
        shelves: [...shelves, { channel, fromMs: atMs, untilMs, reason }].slice(-MOST),
      };
    }
    case 'unshelve':
      return { ...book, shelves: ended(book.shelves, act.channel, act.atMs) };
    case 'note': {
      const { channel, fromMs, toMs, text } = act;
      const others = book.notes.filter((note) => !touches(note, act));
      const notes = text === '' ? others : [...others, { channel, fromMs, toMs, text }];
      return { ...book, notes: notes.slice(-MOST) };
    }
    default:
      return act satisfies never;
  }
}

/** Of acts in any order; a recording that is read twice says each twice. */
export function bookOf(acts: readonly AlarmAct[]): AlarmBook {
  return acts.toSorted((a, b) => a.atMs - b.atMs).reduce(withAct, EMPTY_BOOK);
}

/** Whether the person has taken note of an event, by itself or with all up to a moment. */
export function isAcknowledged(book: AlarmBook, event: Stretch): boolean {
  return event.fromMs <= book.allUpToMs || book.acknowledged.some((one) => touches(one, event));
}

/** The shelf on which a channel lies at a moment; undefined when it lies on none. */
export function shelfAt(book: AlarmBook, channel: number, timeMs: number): Shelf | undefined {
  return book.shelves.findLast(
    (shelf) => shelf.channel === channel && shelf.fromMs <= timeMs && timeMs < shelf.untilMs,
  );
}

/** Empty without one. */
export function noteOn(book: AlarmBook, event: Stretch): string {
  return book.notes.findLast((note) => touches(note, event))?.text ?? '';
}

function ended(shelves: readonly Shelf[], channel: number, atMs: number): readonly Shelf[] {
  return shelves.map((shelf) =>
    shelf.channel === channel && shelf.untilMs > atMs && shelf.fromMs <= atMs
      ? { ...shelf, untilMs: atMs }
      : shelf,
  );
}

function touches(a: Stretch, b: Stretch): boolean {
  return a.channel === b.channel && a.fromMs <= b.toMs && a.toMs >= b.fromMs;
}
