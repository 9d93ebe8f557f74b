import { expect, it } from 'vitest';
import type { ForeignTime } from '../../../src/protocol/foreign/reading.ts';
import { createRowClock } from '../../../src/protocol/foreign/rowClock.ts';

const uptime = (ms: number): ForeignTime => ({ ms, clock: 'uptime' });

it('rows are as far apart as the sketch says, not as the line delivers them', () => {
  const clock = createRowClock();
  const arrivals = [1000, 1031, 1032, 1079];
  expect(arrivals.map((ms, i) => clock(uptime(500 + 20 * i), ms))).toEqual([
    1000, 1020, 1040, 1060,
  ]);
});

it('rows without a time of their own come when they arrive', () => {
  const clock = createRowClock();
  expect([clock(null, 5), clock(uptime(7), 10), clock(null, 12)]).toEqual([5, 10, 12]);
});

it('a clock that begins again, or counts no milliseconds, is set by the arrival, and no time goes back', () => {
  const clock = createRowClock();
  expect([clock(uptime(90_000), 100_000), clock(uptime(10), 101_000)]).toEqual([100_000, 101_000]);
  expect(clock(uptime(11), 106_000)).toBe(106_000);
  expect(clock(uptime(5), 106_001)).toBe(106_000);
});
