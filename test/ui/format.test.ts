import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../src/language/spoken.ts';
import {
  formatAbout,
  formatAxisTime,
  formatClock,
  formatCount,
  formatDuration,
  formatMeasured,
  formatParameter,
  formatRate,
  formatSecond,
  formatZone,
  isSameDay,
  withUnit,
} from '../../src/ui/format.ts';

const at = (hours: number, minutes: number, seconds: number, ms: number): number =>
  new Date(2026, 2, 4, hours, minutes, seconds, ms).getTime();

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [12_034, '12\u202f034'],
    [1_234_567, '1\u202f234\u202f567'],
  ])('count %d as %s', (count, text) => expect(formatCount(count)).toBe(text));

  it.each([
    [4.8123456, '4.812'],
    [-0.5, '−0.500'],
    [12345.678, '12346'],
    [0, '0.000'],
    [1.5e-7, '1.500e-7'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('measure %d as %s', (value, text) => expect(formatMeasured(value)).toBe(text));

  it.each([
    [0.05, '0.05 Hz'],
    [50, '50.0 Hz'],
    [999.96, '1.0 kHz'],
    [499_585.4, '499.6 kHz'],
    [999_960, '1.0 MHz'],
  ])('say a rate of %d as %s', (hz, text) => expect(formatRate(hz)).toBe(text));

  it('show parameters as they are typed', () => {
    expect([formatParameter(0.94), formatParameter(3_600_000), formatParameter('both')]).toEqual([
      '0.94',
      '3600000',
      'both',
    ]);
  });

  it('carry their unit, as people write it', () => {
    expect([withUnit('4', ''), withUnit('21.5', 'degC'), withUnit('9.81', 'm/s^2')]).toEqual([
      '4',
      '21.5 °C',
      '9.81 m/s²',
    ]);
  });
});

describe('times', () => {
  it('are local wall clock with tenths, never rounded into the next second', () => {
    const noon = at(12, 0, 0, 0);
    expect(formatClock(at(14, 2, 31, 290), noon)).toBe('14:02:31.2');
    expect(formatClock(at(14, 2, 59, 999), noon)).toBe('14:02:59.9');
  });

  it('of another day have their date before them, of another year also that', () => {
    const then = at(14, 2, 31, 290);
    const day = 24 * 3_600_000;
    expect(formatClock(then, then + day)).toMatch(/^\d+ \w{3} 14:02:31\.2$/);
    expect(formatSecond(then, then + 400 * day)).toMatch(/^\d+ \w{3} \d{4} 14:02:31$/);
    expect(isSameDay(at(0, 0, 0, 0), at(23, 59, 59, 999))).toBe(true);
  });

  it('at midnight are the day, on an axis of minutes or more', () => {
    expect(formatAxisTime(at(0, 0, 0, 0) / 1000, 60)).toMatch(/^\d+ \w{3}$/);
  });

  it('are said with their zone', () => {
    expect(formatZone(at(12, 0, 0, 0))).toMatch(/^UTC([+−]\d+(:\d\d)?)?$/);
  });

  it('on an axis are as fine as the ticks', () => {
    const seconds = at(9, 5, 7, 500) / 1000;
    expect([0.5, 5, 60].map((step) => formatAxisTime(seconds, step))).toEqual([
      '09:05:07.5',
      '09:05:07',
      '09:05',
    ]);
  });

  it.each([
    [400, '0.4 s'],
    [9_940, '9.9 s'],
    [9_960, '10 s'],
    [123_000, '2 min 3 s'],
    [3_840_000, '1 h 4 min'],
    [20, '0.02 s'],
    [50, '0.1 s'],
  ])('last %d ms as %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});

describe('in Portuguese', () => {
  afterEach(() => speak('en'));

  it('numbers have a comma, and months their names', () => {
    speak('pt');
    expect([
      formatMeasured(-0.5),
      formatParameter(0.94),
      formatRate(499_585.4),
      formatClock(at(14, 2, 31, 250), at(14, 2, 31, 250)),
      formatSecond(at(14, 2, 31, 0), at(14, 2, 31, 0) + 90 * 86_400_000),
      formatAbout(12 * 86_400_000),
    ]).toEqual(['−0,500', '0,94', '499,6 kHz', '14:02:31,2', '4 mar 14:02:31', '12 dias']);
  });
});
