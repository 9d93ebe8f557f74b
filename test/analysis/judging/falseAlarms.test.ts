import { expect, it } from 'vitest';
import { expectedFalseAlarms } from '../../../src/analysis/judging/falseAlarms.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../../src/detector/parameters.ts';

const judged = (count: number, change: Partial<Parameters> = {}) =>
  Array.from({ length: count }, () => ({ ...DEFAULT_PARAMETERS, ...change }));
const levelOnly = { drift: 0, rhythm: 0 };

it('false alarms of channels add up to what was measured of eight at 1 Hz', () => {
  expect(expectedFalseAlarms(judged(8), false, 1)?.perHour).toBeCloseTo(12, 10);
  expect(expectedFalseAlarms(judged(8, levelOnly), false, 1)?.perHour).toBeCloseTo(4, 10);
  expect(expectedFalseAlarms([], true, 1)?.perHour).toBeCloseTo(1.3, 10);
  expect(expectedFalseAlarms(judged(8), true, 1)?.perHour).toBeCloseTo(13.3, 10);
});

it('false alarms come in samples: ten times as often at ten times the rate, and are unknown without one', () => {
  expect(expectedFalseAlarms(judged(2), false, 10)?.perHour).toBeCloseTo(30, 10);
  expect(expectedFalseAlarms(judged(2), false, 0)).toBeNull();
});

it('false alarms of watchers are fewer with longer blocks, those of level are not', () => {
  const perHour = (change: Partial<Parameters>) =>
    expectedFalseAlarms(judged(8, change), false, 1)?.perHour;
  expect(perHour({ block: 64 })).toBeCloseTo(8, 10);
  expect(perHour({ ...levelOnly, block: 64 })).toBeCloseTo(4, 10);
});

it('of alarms that must agree few are left, and none of one channel alone', () => {
  const eight = expectedFalseAlarms(judged(8), false, 1);
  expect(eight?.perHourWhenTwoAgree).toBeLessThan((eight?.perHour ?? 0) / 4);
  expect(eight?.perHourWhenTwoAgree).toBeGreaterThan(0);
  expect(expectedFalseAlarms(judged(1), false, 1)?.perHourWhenTwoAgree).toBe(0);
});
