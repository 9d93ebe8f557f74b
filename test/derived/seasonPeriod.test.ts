import { describe, expect, it } from 'vitest';
import { findSeasonPeriod } from '../../src/derived/seasonPeriod.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

const random = mulberry32(8);
const make = (samples: number, value: (i: number) => number) =>
  Float64Array.from({ length: samples }, (_, i) => value(i));

describe('the period of a season', () => {
  it('is the length of one cycle, not of several, in noise and with an outlier', () => {
    const daily = make(2000, (i) => Math.sin((2 * Math.PI * i) / 144) + 0.3 * gaussian(random));
    daily[700] = 20;
    const found = findSeasonPeriod(daily);
    expect(Math.abs((found?.samples ?? 0) - 144)).toBeLessThanOrEqual(3);
    expect(found?.correlation).toBeGreaterThan(0.7);
  });

  it('is told from any shape, and over missing values', () => {
    const pulses = make(1000, (i) => (i % 50 < 5 ? 1 : 0));
    pulses[333] = Number.NaN;
    expect(findSeasonPeriod(pulses)?.samples).toBe(50);
  });

  it('needs two cycles', () => {
    const sine = (samples: number) => make(samples, (i) => Math.sin((2 * Math.PI * i) / 100));
    expect(findSeasonPeriod(sine(150))).toBeNull();
    expect(findSeasonPeriod(sine(250))?.samples).toBeGreaterThan(90);
  });

  it('is none of noise, of a ramp, of a constant, of nothing', () => {
    expect(findSeasonPeriod(make(3000, () => gaussian(random)))).toBeNull();
    expect(findSeasonPeriod(make(1000, (i) => i))).toBeNull();
    expect(findSeasonPeriod(make(1000, () => 4))).toBeNull();
    expect(findSeasonPeriod([])).toBeNull();
  });

  it('agrees with the sum of products, lag by lag', () => {
    const values = make(300, (i) => Math.sin((2 * Math.PI * i) / 40) + 0.2 * gaussian(random));
    const mean = values.reduce((a, b) => a + b) / 300;
    const at = (lag: number) => {
      let sum = 0;
      for (let i = 0; i + lag < 300; i++) {
        sum += ((values[i] ?? 0) - mean) * ((values[i + lag] ?? 0) - mean);
      }
      return sum;
    };
    const found = findSeasonPeriod(values);
    expect(found?.correlation).toBeCloseTo(at(found?.samples ?? 0) / at(0), 9);
  });
});
