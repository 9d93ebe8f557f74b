/** Which alarms are new to the person, and when they are told. Pure: time comes from outside. */
import type { Stretch } from './act.ts';
import { type AlarmBook, isAcknowledged, shelfAt } from './alarmBook.ts';

/** Of an event that was raised as its samples came. */
export interface LatchedAlarm extends Stretch {
  readonly id: number;
}

export interface Latch {
  /** Not acknowledged, in the order in which they were raised. */
  readonly alarms: readonly LatchedAlarm[];
  /** Those of them that no sentence has told yet. */
  readonly untold: number;
  /** When the last sentence was told. */
  readonly toldMs: number;
}

export const NOTHING_LATCHED: Latch = {
  alarms: [],
  untold: 0,
  toldMs: Number.NEGATIVE_INFINITY,
};

/** A sentence at most so often: more cannot be listened to. */
const TELL_EVERY_MS = 10_000;
/** So many are counted: what nobody acknowledges for hours must not take memory for ever. */
const MOST_LATCHED = 10_000;

/** Latches what is neither acknowledged nor shelved; an alarm that has grown stays one. */
export function latched(latch: Latch, raised: readonly LatchedAlarm[], book: AlarmBook): Latch {
  if (raised.length === 0) return latch;
  const known = new Map(latch.alarms.map((alarm) => [alarm.id, alarm]));
  let untold = latch.untold;
  for (const { id, channel, fromMs, toMs } of raised) {
    if (!known.has(id)) {
      const alarm = { id, channel, fromMs, toMs };
      if (isAcknowledged(book, alarm) || shelfAt(book, channel, toMs)) continue;
      untold += 1;
    }
    known.set(id, { id, channel, fromMs, toMs });
  }
  return { ...latch, alarms: [...known.values()].slice(-MOST_LATCHED), untold };
}

/** Without what is acknowledged by now. */
export function acknowledged(latch: Latch, book: AlarmBook): Latch {
  const alarms = latch.alarms.filter((alarm) => !isAcknowledged(book, alarm));
  return { ...latch, alarms, untold: Math.min(latch.untold, alarms.length) };
}

/** Whether it is time for a sentence. */
export function mayTell({ untold, toldMs }: Latch, nowMs: number): boolean {
  return untold > 0 && nowMs - toldMs >= TELL_EVERY_MS;
}

/** What is new has been told at `nowMs`; it stays new until it is acknowledged. */
export function told(latch: Latch, nowMs: number): Latch {
  return { ...latch, untold: 0, toldMs: nowMs };
}
