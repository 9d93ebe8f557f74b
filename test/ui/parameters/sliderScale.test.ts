import { describe, expect, it } from 'vitest';
import { checkParameter, NUMERIC_PARAMETER_NAMES } from '../../../src/detector/parameters.ts';
import { parseEntry } from '../../../src/ui/numberEntry.ts';
import { NOTCHES, notchOf, valueAt } from '../../../src/ui/parameters/sliderScale.ts';

describe('sliders', () => {
  it.each(NUMERIC_PARAMETER_NAMES)('of %s give only allowed values, ascending', (name) => {
    const values = Array.from({ length: NOTCHES + 1 }, (_, notch) => valueAt(name, notch));
    for (const value of values) expect(checkParameter(name, value)).toBeNull();
    for (let i = 1; i < values.length; i += 1) {
      expect(values[i] ?? Number.NaN).toBeGreaterThanOrEqual(values[i - 1] ?? Number.NaN);
    }
  });

  it.each(NUMERIC_PARAMETER_NAMES)('of %s stay where their value puts them', (name) => {
    for (const notch of [0, 60, 140, NOTCHES]) {
      const value = valueAt(name, notch);
      expect(valueAt(name, notchOf(name, value))).toBe(value);
    }
  });

  it('end where the parameter ends', () => {
    expect(valueAt('memory', 0)).toBe(0);
    expect(valueAt('memory', NOTCHES)).toBe(1_000_000);
    expect(valueAt('meanGap', NOTCHES)).toBe(3_600_000);
  });
});

describe('entries', () => {
  it.each([
    ['2.5', 2.5],
    [' 2,5 ', 2.5],
    ['−3', -3],
    ['.5', 0.5],
    ['1e3', 1000],
  ])('%s is a number', (text, value) => expect(parseEntry(text)).toBe(value));

  it.each(['', 'four', '1,2,3', '0x10', '1 000', 'Infinity', '5 ms'])('%s is none', (text) =>
    expect(parseEntry(text)).toBeNaN(),
  );
});
