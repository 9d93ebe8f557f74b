import { describe, expect, it } from 'vitest';
import { axisNumbers, formatOnAxis, formatReading, offsetWords } from '../../src/ui/reading.ts';

/** Labels of an axis as they are drawn, the offset first. */
function labels(values: readonly number[], step: number): string[] {
  const range = { min: Math.min(...values), max: Math.max(...values) };
  const numbers = axisNumbers(range, step);
  return [offsetWords(numbers.offset), ...values.map((value) => formatOnAxis(value, numbers))];
}

describe('the labels of an axis', () => {
  it('say the whole value while it is short', () => {
    expect(labels([-1, -0.5, 0, 0.5], 0.5)).toEqual(['', '−1.0', '−0.5', '0.0', '0.5']);
    expect(labels([41.3, 41.35, 41.4], 0.05)).toEqual(['', '41.30', '41.35', '41.40']);
    expect(labels([101_310, 101_330], 20)).toEqual(['', '101310', '101330']);
  });

  it('share a large offset, and say only what differs', () => {
    expect(labels([100_000.25, 100_000.5, 100_000.75], 0.25)).toEqual([
      '100\u202f000 +',
      '0.25',
      '0.50',
      '0.75',
    ]);
    expect(labels([1e9 + 0.001, 1e9 + 0.002], 0.001)).toEqual([
      '1\u202f000\u202f000\u202f000 +',
      '0.001',
      '0.002',
    ]);
    expect(labels([-100_000.75, -100_000.25], 0.25)).toEqual(['−100\u202f000 +', '−0.75', '−0.25']);
    expect(labels([41.32001, 41.32006], 0.00001)).toEqual(['41.32 +', '0.00001', '0.00006']);
  });

  it('share none where it would be small beside what is shown', () => {
    expect(labels([0, 2_000_000, 4_000_000], 2_000_000)[0]).toBe('');
    expect(labels([-1e6, 1e6], 1e6)[0]).toBe('');
  });

  it('have an exponent where a plain number would be too long', () => {
    expect(labels([0, 5e8], 5e8)).toEqual(['', '0', '5.00e+8']);
  });
});

describe('a reading', () => {
  it('has the digits that its plot can show', () => {
    expect(formatReading(0.412345, { min: -1, max: 1 })).toBe('0.412');
    expect(formatReading(41.32178, { min: 40, max: 43 })).toBe('41.32');
    expect(formatReading(512.7, { min: 0, max: 1023 })).toBe('513');
  });

  it('keeps the difference that matters behind a large offset', () => {
    expect(formatReading(1e9 + 0.00234, { min: 1e9, max: 1e9 + 0.01 })).toBe(
      '1\u202f000\u202f000\u202f000.00234',
    );
  });

  it('groups long numbers and has a true minus, but none before a zero', () => {
    expect(formatReading(-12_345.6, { min: -20_000, max: 0 })).toBe('−12\u202f346');
    expect(formatReading(-0.0001, { min: -1, max: 1 })).toBe('0.000');
  });

  it('is a dash where there is no number, and short where nothing is known of the plot', () => {
    expect(formatReading(Number.NaN, { min: 0, max: 1 })).toBe('–');
    expect(formatReading(0.123456, null)).toBe('0.123');
  });
});
