import { describe, expect, it } from 'vitest';
import type { AlarmAct } from '../../src/alarms/act.ts';
import { bookOf, EMPTY_BOOK, isAcknowledged, noteOn, shelfAt } from '../../src/alarms/alarmBook.ts';

const event = (channel: number, fromMs: number) => ({ channel, fromMs, toMs: fromMs + 100 });

describe('an alarm', () => {
  it('is acknowledged by itself, also when it has other ends since', () => {
    const book = bookOf([{ kind: 'acknowledge', atMs: 5000, ...event(0, 1000) }]);
    expect(isAcknowledged(book, event(0, 1050))).toBe(true);
    expect(isAcknowledged(book, event(1, 1000))).toBe(false);
    expect(isAcknowledged(book, event(0, 1200))).toBe(false);
  });

  it('is acknowledged with all that have begun so far', () => {
    const book = bookOf([{ kind: 'acknowledge-all', atMs: 5000, upToMs: 4000 }]);
    expect([3999, 4000, 4001].map((fromMs) => isAcknowledged(book, event(3, fromMs)))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('has one note, the last one written, or none again', () => {
    const write = (atMs: number, text: string): AlarmAct => ({
      kind: 'note',
      atMs,
      text,
      ...event(0, 1000),
    });
    expect(noteOn(EMPTY_BOOK, event(0, 1000))).toBe('');
    expect(noteOn(bookOf([write(1, 'loose'), write(2, 'tightened')]), event(0, 1000))).toBe(
      'tightened',
    );
    expect(noteOn(bookOf([write(1, 'loose'), write(2, '')]), event(0, 1000))).toBe('');
  });
});

describe('a shelved channel', () => {
  const shelve: AlarmAct = { kind: 'shelve', atMs: 1000, channel: 2, untilMs: 9000, reason: 'oil' };
  const when = (book: ReturnType<typeof bookOf>) =>
    [999, 1000, 8999, 9000].map((timeMs) => shelfAt(book, 2, timeMs)?.reason ?? null);

  it('lies there until its time is over, and no other does', () => {
    const book = bookOf([shelve]);
    expect(when(book)).toEqual([null, 'oil', 'oil', null]);
    expect(shelfAt(book, 1, 2000)).toBeUndefined();
  });

  it('is taken off early, and what fell in before stays so', () => {
    const book = bookOf([{ kind: 'unshelve', atMs: 5000, channel: 2 }, shelve]);
    expect(shelfAt(book, 2, 4999)?.reason).toBe('oil');
    expect(shelfAt(book, 2, 5000)).toBeUndefined();
  });

  it('is the same when a recording says everything twice', () => {
    const acts = [shelve, { kind: 'unshelve', atMs: 5000, channel: 2 } as const];
    expect(when(bookOf([...acts, ...acts]))).toEqual(when(bookOf(acts)));
  });
});
