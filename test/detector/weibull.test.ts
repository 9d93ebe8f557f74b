import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitWeibull,
  plottingPosition,
  weibullCdf,
  weibullQuantile,
} from '../../src/detector/weibull.ts';

const shapes = fc.double({ min: 0.3, max: 60, noNaN: true });
const scales = fc.double({ min: 0.01, max: 100, noNaN: true });

describe('the Weibull fit', () => {
  it('gives back shape and scale of points that lie on a Weibull', () => {
    fc.assert(
      fc.property(shapes, scales, fc.integer({ min: 3, max: 64 }), (shape, scale, count) => {
        const points = Array.from({ length: count }, (_, i) =>
          weibullQuantile(plottingPosition(i, count), shape, scale),
        );
        const fit = fitWeibull(Float64Array.from(points, Math.log));
        expect(fit.shape / shape).toBeCloseTo(1, 6);
        expect(fit.scale / scale).toBeCloseTo(1, 6);
        expect(fit.r2).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of equal maxima is a step at that maximum', () => {
    const fit = fitWeibull(Float64Array.from([2.5, 2.5, 2.5], Math.log));
    expect(fit).toEqual({ shape: Number.POSITIVE_INFINITY, scale: 2.5, r2: Number.NaN });
    expect(weibullCdf(2.5, fit.shape, fit.scale)).toBe(0);
    expect(weibullCdf(2.500001, fit.shape, fit.scale)).toBe(1);
    expect(weibullQuantile(0.94, fit.shape, fit.scale)).toBe(2.5);
  });

  it('has a CDF and a quantile that undo each other', () => {
    fc.assert(
      fc.property(
        shapes,
        scales,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (shape, scale, p) => {
          expect(weibullCdf(weibullQuantile(p, shape, scale), shape, scale)).toBeCloseTo(p, 9);
        },
      ),
    );
  });
});
