import { describe, expect, it } from 'vitest';
import { createDetector, OUTLIER } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { horizonLevel, returnPeriodMs } from '../../src/detector/returnLevel.ts';
import { epsilonOf } from '../../src/detector/sigma.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

function spikeAtOffset(epsilon?: number): number {
  const random = mulberry32(1);
  const detector = createDetector(DEFAULT_PARAMETERS, epsilon);
  for (let i = 0; i < 400; i++) judge(detector, i * 100, 1e9 + 1e-3 * gaussian(random));
  return judge(detector, 40_000, 1e9 + 1);
}

describe('the numbers that are judged', () => {
  it('in double precision show a spike of 1000 sigma on an offset of 1e9', () => {
    expect(spikeAtOffset() & OUTLIER).toBe(OUTLIER);
  });

  it('in single precision do not, beside a board that cannot see it either', () => {
    expect(spikeAtOffset(epsilonOf(32))).toBe(0);
    expect(spikeAtOffset(epsilonOf(64)) & OUTLIER).toBe(OUTLIER);
    expect(epsilonOf(30)).toBeGreaterThan(epsilonOf(32));
  });

  it('are invalid sooner in single precision', () => {
    const detector = createDetector(DEFAULT_PARAMETERS, epsilonOf(32));
    judge(detector, 0, 1e18);
    judge(detector, 100, 9e17);
    expect([detector.invalid, detector.n]).toEqual([1, 1]);
  });
});

describe('δ and a deviation in words', () => {
  it('say how often a block reaches it', () => {
    expect(horizonLevel(0.94, 8) ** 8).toBeCloseTo(0.94, 12);
    const curve = { location: 1, shape: 2, scale: 1 };
    // F(d) = 1 - 1/e² at d = 1 + √2: once in e² blocks of 32 samples.
    expect(returnPeriodMs(1 + Math.SQRT2, curve, 32, 100)).toBeCloseTo(3200 * Math.E ** 2, 6);
    expect(returnPeriodMs(100, curve, 32, 100)).toBe(Number.POSITIVE_INFINITY);
  });
});
