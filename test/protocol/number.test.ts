import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCount, parseNumber } from '../../src/protocol/number.ts';
import { thorough } from '../thoroughness.ts';

const parse = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return parseNumber(bytes, 0, bytes.length);
};

it('reads every double as JavaScript writes it, exactly', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(Object.is(parse(String(x)), Object.is(x, -0) ? 0 : x)).toBe(true);
    }),
    { numRuns: thorough(1000, 5000) },
  );
});

it('reads any decimal as JavaScript does', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[+-]?(\d{1,25}\.?\d{0,25}|\.\d{1,20})(e[+-]?\d{1,3})?$/),
      (text) => {
        expect(parse(text)).toBe(Number(text));
      },
    ),
    { numRuns: thorough(1000, 5000) },
  );
});

it('refuses what is no number', () => {
  for (const text of ['', '-', '.', 'e5', '1e', '1e+', '1.2.3', '1,2', '0x10', ' 1', '1 ', '--1']) {
    expect(parse(text), text).toBeNull();
  }
});

it('reads counts of digits only', () => {
  const count = (text: string) => parseCount(new TextEncoder().encode(text), 0, text.length);
  expect(['0', '41', '1073741823'].map(count)).toEqual([0, 41, 1073741823]);
  expect(['', '-1', '1.5', 'a', '1'.repeat(16)].map(count)).toEqual([-1, -1, -1, -1, -1]);
});
