import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitWeibull,
  ordinatesOf,
  plottingPosition,
  type WeibullFit,
  weibullCdf,
  weibullOrdinate,
  weibullQuantile,
} from '../../src/detector/weibull.ts';

const shapes = fc.double({ min: 0.3, max: 60, noNaN: true });
const scales = fc.double({ min: 0.01, max: 100, noNaN: true });

function fitted(maxima: readonly number[]): WeibullFit {
  const fit = { shape: 0, scale: 0, r2: 0 };
  fitWeibull(Float64Array.from(maxima, Math.log), ordinatesOf(maxima.length), fit);
  return fit;
}

describe('the Weibull fit', () => {
  it('gives back shape and scale of points that lie on a Weibull', () => {
    fc.assert(
      fc.property(shapes, scales, fc.integer({ min: 3, max: 64 }), (shape, scale, count) => {
        const points = Array.from({ length: count }, (_, i) =>
          weibullQuantile(weibullOrdinate(plottingPosition(i, count)), shape, scale),
        );
        const fit = fitted(points);
        expect(fit.shape / shape).toBeCloseTo(1, 6);
        expect(fit.scale / scale).toBeCloseTo(1, 6);
        expect(fit.r2).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of equal maxima is a step at that maximum', () => {
    const fit = fitted([2.5, 2.5, 2.5]);
    expect(fit).toEqual({
      shape: Number.POSITIVE_INFINITY,
      scale: expect.closeTo(2.5, 12),
      r2: Number.NaN,
    });
    expect(weibullCdf(fit.scale, fit.shape, fit.scale)).toBe(0);
    expect(weibullCdf(2.500001, fit.shape, fit.scale)).toBe(1);
    expect(weibullQuantile(weibullOrdinate(0.94), fit.shape, fit.scale)).toBe(fit.scale);
  });

  it('has a CDF and a quantile that undo each other', () => {
    fc.assert(
      fc.property(
        shapes,
        scales,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (shape, scale, p) => {
          expect(
            weibullCdf(weibullQuantile(weibullOrdinate(p), shape, scale), shape, scale),
          ).toBeCloseTo(p, 9);
        },
      ),
    );
  });
});
