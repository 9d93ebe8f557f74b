import { describe, expect, it } from 'vitest';
import { fitGev, gevCdf, reportGev, returnPeriodBlocks } from '../../src/detector/gev.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

/** The x at which F(x) = p. */
function quantile(p: number, shape: number, scale: number, location: number): number {
  const y = -Math.log(p);
  return location + scale * (shape === 0 ? -Math.log(y) : (y ** -shape - 1) / shape);
}

const points = (shape: number, scale: number, location: number, count = 4000) =>
  Array.from({ length: count }, (_, i) => quantile((i + 0.5) / count, shape, scale, location));

describe('the GEV fit', () => {
  it.each([-0.4, -0.2, 0, 0.15, 0.3])('gives back shape %s of points on that curve', (shape) => {
    const fit = fitGev(points(shape, 0.7, 3));
    expect(fit?.shape).toBeCloseTo(shape, 1);
    expect(fit?.scale).toBeCloseTo(0.7, 1);
    expect(fit?.location).toBeCloseTo(3, 1);
  });

  it('has the return period that its CDF says', () => {
    const fit = { shape: -0.2, scale: 0.5, location: 2 };
    const x = quantile(0.98, fit.shape, fit.scale, fit.location);
    expect(gevCdf(x, fit)).toBeCloseTo(0.98, 12);
    expect(returnPeriodBlocks(x, fit)).toBeCloseTo(50, 6);
    expect(returnPeriodBlocks(100, fit)).toBe(Number.POSITIVE_INFINITY);
    expect(gevCdf(-100, { ...fit, shape: 0.2 })).toBe(0);
  });

  it('says nothing about too few or equal maxima', () => {
    expect(fitGev([1, 2, 3])).toBeNull();
    expect(fitGev(Array(64).fill(2.5))).toBeNull();
    expect(reportGev([])).toBeNull();
  });

  it('names a heavy tail Fréchet, a bounded one reversed Weibull, and is not sure of the rest', () => {
    const random = mulberry32(5);
    const maxima = (draw: () => number) =>
      Array.from({ length: 64 }, () => Math.max(...Array.from({ length: 32 }, draw)));
    const cauchy = () => Math.abs(Math.tan(Math.PI * (random() - 0.5)));
    expect(reportGev(maxima(cauchy))?.family).toBe('Fréchet');
    expect(reportGev(maxima(random))?.family).toBe('reversed Weibull');
    const exponential = reportGev(maxima(() => -Math.log(1 - random())));
    expect(exponential?.family).toBe('Gumbel');
    expect(exponential?.shapeError).toBeGreaterThan(0.05);
    expect(exponential?.shapeError).toBeLessThan(0.3);
    expect(reportGev(maxima(() => Math.abs(gaussian(random))))?.count).toBe(64);
  });
});
