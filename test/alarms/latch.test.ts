import { describe, expect, it } from 'vitest';
import { bookOf, EMPTY_BOOK } from '../../src/alarms/alarmBook.ts';
import { acknowledged, latched, mayTell, NOTHING_LATCHED, told } from '../../src/alarms/latch.ts';

const alarm = (id: number, changes = {}) => ({
  id,
  channel: 0,
  fromMs: 1000 * id,
  toMs: 1000 * id + 100,
  ...changes,
});

describe('what is latched', () => {
  it('stays until it is acknowledged, each once however it grows', () => {
    let latch = latched(NOTHING_LATCHED, [alarm(1), alarm(2)], EMPTY_BOOK);
    latch = latched(latch, [alarm(2, { toMs: 2900 })], EMPTY_BOOK);
    expect(latch.alarms.map(({ id, toMs }) => [id, toMs])).toEqual([
      [1, 1100],
      [2, 2900],
    ]);
    expect(latch.untold).toBe(2);
    const book = bookOf([{ kind: 'acknowledge', atMs: 9000, ...alarm(1) }]);
    expect(acknowledged(latch, book).alarms.map(({ id }) => id)).toEqual([2]);
    expect(latched(acknowledged(latch, book), [alarm(1)], book).alarms).toHaveLength(1);
  });

  it('is nothing of a channel that is shelved, and is again when that has ended', () => {
    const book = bookOf([
      { kind: 'shelve', atMs: 1500, channel: 0, untilMs: 3500, reason: 'oil change' },
    ]);
    const latch = latched(NOTHING_LATCHED, [alarm(1), alarm(2), alarm(3), alarm(4)], book);
    expect(latch.alarms.map(({ id }) => id)).toEqual([1, 4]);
    const other = latched(NOTHING_LATCHED, [alarm(2, { channel: 1 })], book);
    expect(other.alarms).toHaveLength(1);
  });
});

describe('a sentence', () => {
  it('comes at once, and the next not before ten seconds are over', () => {
    let latch = latched(NOTHING_LATCHED, [alarm(1)], EMPTY_BOOK);
    expect(mayTell(latch, 5000)).toBe(true);
    latch = told(latch, 5000);
    expect(mayTell(latch, 60_000)).toBe(false);
    latch = latched(latch, [alarm(2), alarm(3)], EMPTY_BOOK);
    expect(latch.untold).toBe(2);
    expect([14_999, 15_000].map((nowMs) => mayTell(latch, nowMs))).toEqual([false, true]);
  });
});
