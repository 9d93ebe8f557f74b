import { expect, it } from 'vitest';
import { createDetector, OUTLIER } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { normalWords } from '../../src/ui/learningWords.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

/** Samples at which spikes of 12 σ, one every so many samples from the first block on, are outliers. */
function found(every: number): number[] {
  const random = mulberry32(11);
  const detector = createDetector(DEFAULT_PARAMETERS);
  return Array.from({ length: 6000 }, (_, i) => i).filter((i) => {
    const spike = i % every === every - 1;
    const bits = judge(detector, i * 100, gaussian(random) + (spike ? 12 : 0));
    return i > 1000 && spike && (bits & OUTLIER) !== 0;
  });
}

it('spikes every 150 samples count as normal at defaults, which the page says: every 16 s at 10 Hz', () => {
  expect(found(150)).toEqual([]);
  const { maxima, block, period } = DEFAULT_PARAMETERS;
  expect(maxima * block).toBeGreaterThan(150);
  expect(normalWords(maxima * block, period)).toContain('at least every 16 s counts as normal');
});

it('spikes that come more seldom than every N·B samples are found', () => {
  expect(found(700).length).toBeGreaterThanOrEqual(7);
});
