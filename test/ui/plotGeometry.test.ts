import { describe, expect, it } from 'vitest';
import { runs } from '../../src/ui/signal/brokenLine.ts';
import { nextRange, wantedRange } from '../../src/ui/signal/yRange.ts';
import { deviationRange, weibullCurve } from '../../src/ui/weibull/weibullCurve.ts';

const { NaN: GAP } = Number;
const columns = (...values: number[]) => Float64Array.from(values);

describe('a line', () => {
  it('breaks where there is no value', () => {
    expect(runs(columns(GAP, 1, 2, GAP, GAP, 3))).toEqual([
      [1, 3],
      [5, 6],
    ]);
    expect(runs(columns())).toEqual([]);
    expect(runs(columns(GAP))).toEqual([]);
  });
});

describe('the y range', () => {
  it('shows every value and the limits that are near', () => {
    const range = wantedRange({
      value: columns(-1, GAP, 1),
      lower: columns(GAP, -2, -2),
      upper: columns(GAP, 2, 2),
    });
    expect(range?.min).toBeLessThan(-2);
    expect(range?.max).toBeGreaterThan(2);
  });

  it('is not stretched by limits that are far away', () => {
    const range = wantedRange({
      value: columns(-1, 1),
      lower: columns(-1e6, -1e6),
      upper: columns(1e6, 1e6),
    });
    expect(range?.max).toBeLessThan(10);
  });

  it('of a constant is more than a line, and of nothing is nothing', () => {
    const flat = wantedRange({ value: columns(5, 5), lower: columns(GAP), upper: columns(GAP) });
    expect(flat && flat.max > 5 && flat.min < 5).toBe(true);
    expect(wantedRange({ value: columns(GAP), lower: columns(), upper: columns() })).toBeNull();
  });

  it('grows at once, ignores small changes, and shrinks slowly', () => {
    const shown = { min: -10, max: 10 };
    expect(nextRange(shown, { min: -9, max: 20 })).toEqual({ min: -10, max: 20 });
    expect(nextRange(shown, { min: -9, max: 9 })).toEqual(shown);
    const smaller = nextRange(shown, { min: -1, max: 1 });
    expect(smaller.max).toBeLessThan(10);
    expect(smaller.max).toBeGreaterThan(9);
  });
});

describe('the Weibull curve', () => {
  const fit = (shape: number, scale: number, q: number) => ({
    maxima: [1, 2, 3],
    needed: 3,
    weibull: { shape, scale, r2: 0.9, q },
    gev: null,
    gevMaxima: 0,
  });

  it('runs from 0 up to past γ, q and every maximum', () => {
    expect(deviationRange(fit(2, 2, 5), 4)).toBeGreaterThan(5);
    expect(
      deviationRange({ maxima: [9], needed: 3, weibull: null, gev: null, gevMaxima: 0 }, 4),
    ).toBeGreaterThan(9);
    const curve = weibullCurve(fit(2, 2, 5), 6);
    expect(curve.probability[0]).toBe(0);
    // F(scale) = 1 - 1/e, whatever the shape.
    const atScale = curve.deviation.findIndex((d) => d >= 2);
    expect(curve.probability[atScale]).toBeCloseTo(1 - Math.exp(-1), 1);
    expect(curve.probability.at(-1)).toBeCloseTo(1 - Math.exp(-9), 6);
  });

  it('of equal maxima is a step', () => {
    const curve = weibullCurve(fit(Number.POSITIVE_INFINITY, 2, 2), 5);
    expect([...curve.probability]).toEqual([0, 0, 1, 1]);
  });

  it('is empty while learning', () => {
    expect(
      weibullCurve({ maxima: [1], needed: 5, weibull: null, gev: null, gevMaxima: 0 }, 5).deviation,
    ).toHaveLength(0);
  });
});
