import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitWeibull,
  horizonOrdinate,
  ordinatesOf,
  plottingPosition,
  type WeibullFit,
  weibullCdf,
  weibullOrdinate,
  weibullQuantile,
} from '../../src/detector/weibull.ts';

const shapes = fc.double({ min: 0.3, max: 60, noNaN: true });
const scales = fc.double({ min: 0.01, max: 100, noNaN: true });
const locations = fc.double({ min: 0, max: 1, noNaN: true });
const counts = fc.integer({ min: 3, max: 64 });

function fitted(maxima: readonly number[], location = 0): WeibullFit {
  const fit = { location, shape: 0, scale: 0, r2: 0 };
  const logs = Float64Array.from(maxima, (maximum) => Math.log(maximum - location));
  fitWeibull(logs, ordinatesOf(maxima.length), fit);
  return fit;
}

describe('the Weibull fit', () => {
  it('gives back shape and scale of points that lie on a Weibull', () => {
    fc.assert(
      fc.property(shapes, scales, locations, counts, (shape, scale, location, count) => {
        const points = Array.from({ length: count }, (_, i) =>
          weibullQuantile(weibullOrdinate(plottingPosition(i, count)), { location, shape, scale }),
        );
        const fit = fitted(points, location);
        expect(fit.shape / shape).toBeCloseTo(1, 6);
        expect(fit.scale / scale).toBeCloseTo(1, 6);
        expect(fit.r2).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of equal maxima is a step at that maximum', () => {
    const fit = fitted([2.5, 2.5, 2.5]);
    expect(fit).toEqual({
      location: 0,
      shape: Number.POSITIVE_INFINITY,
      scale: expect.closeTo(2.5, 12),
      r2: Number.NaN,
    });
    expect(weibullCdf(fit.scale, fit)).toBe(0);
    expect(weibullCdf(2.500001, fit)).toBe(1);
    expect(weibullQuantile(weibullOrdinate(0.94), fit)).toBe(fit.scale);
  });

  it('has a CDF and a quantile that undo each other', () => {
    fc.assert(
      fc.property(
        shapes,
        scales,
        locations,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (shape, scale, location, p) => {
          const curve = { location, shape, scale };
          expect(weibullCdf(weibullQuantile(weibullOrdinate(p), curve), curve)).toBeCloseTo(p, 8);
          expect(weibullCdf(location - 0.1, curve)).toBe(0);
        },
      ),
    );
  });

  it('has a level that eight maxima together stay below as often as one says', () => {
    const curve = { location: 1, shape: 2.5, scale: 1.5 };
    const limit = weibullQuantile(horizonOrdinate(0.94, 8), curve);
    expect(weibullCdf(limit, curve) ** 8).toBeCloseTo(0.94, 12);
  });
});
