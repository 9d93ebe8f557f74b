import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../src/ui/plot/brokenLine.ts';
import { nextRange, wantedRange } from '../../../src/ui/plot/yRange.ts';
import { columnsCovered } from '../../../src/ui/signal/drawSignal.ts';
import { deviationRange, weibullCurve } from '../../../src/ui/weibull/weibullCurve.ts';
import { aFit } from '../../state/world.ts';

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

describe('a line denser than pixels', () => {
  const onePixelAUnit = { ratio: 1, x: (v: number) => v, y: (v: number) => v };

  it('covers every point and all that lies between two, column by column', () => {
    const points = fc.array(
      fc.record({
        sixteenths: fc.integer({ min: 0, max: 48 }),
        y: fc.integer({ min: 0, max: 99 }),
      }),
      { minLength: 2, maxLength: 60 },
    );
    fc.assert(
      fc.property(points, fc.integer({ min: -20, max: 20 }), (steps, left) => {
        let at = 0;
        const time = Float64Array.from(steps, ({ sixteenths }) => {
          at += sixteenths / 16;
          return at;
        });
        const value = Float64Array.from(steps, ({ y }) => y);
        const { tops, bottoms } = columnsCovered(onePixelAUnit, { time, value }, left, 40);
        for (let i = 1; i < time.length; i++) {
          const [x0 = 0, x1 = 0] = [time[i - 1], time[i]];
          const [y0 = 0, y1 = 0] = [value[i - 1], value[i]];
          for (const share of [0, 0.25, 0.5, 0.75, 1]) {
            const column = Math.floor(x0 + share * (x1 - x0)) - left;
            if (column < 0 || column >= 40) continue;
            const y = y0 + share * (y1 - y0);
            expect(tops[column]).toBeLessThanOrEqual(y + 1e-6);
            expect(bottoms[column]).toBeGreaterThanOrEqual(y - 1e-6);
          }
        }
        const covered = [...tops].filter(Number.isFinite);
        if (covered.length > 0)
          expect(Math.min(...covered)).toBeGreaterThanOrEqual(Math.min(...value) - 1e-6);
      }),
    );
  });

  it('breaks where there is no value, and is as wide as it is thick on a fine screen', () => {
    const view = { time: columns(0, 1, 4, 8, 9), value: columns(1, 1, GAP, 5, 5) };
    const covered = (ratio: number) => {
      const { tops, bottoms } = columnsCovered({ ...onePixelAUnit, ratio }, view, 0, 12);
      return [...tops].map((top, i) => (top <= (bottoms[i] ?? GAP) ? '#' : '.')).join('');
    };
    expect(covered(1)).toBe('##......##..');
    expect(covered(2)).toBe('###....####.');
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
  const fit = (shape: number, scale: number, q: number) =>
    aFit({ maxima: [1, 2, 3], needed: 3, weibull: { location: 0, shape, scale, r2: 0.9, q } });

  it('runs from 0 up to past γ, q and every maximum', () => {
    expect(deviationRange(fit(2, 2, 5), 4)).toBeGreaterThan(5);
    expect(deviationRange(aFit({ maxima: [9], weibull: null }), 4)).toBeGreaterThan(9);
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
    expect(weibullCurve(aFit({ maxima: [1], weibull: null }), 5).deviation).toHaveLength(0);
  });
});
