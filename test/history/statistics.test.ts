import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendSample, createHistory } from '../../src/history/history.ts';
import { indexesWithin, statisticsOf } from '../../src/history/statistics.ts';
import { addFlags, BOARD_OUTLIER, BROWSER_OUTLIER } from '../../src/history/verdicts.ts';
import { thorough } from '../thoroughness.ts';

const PERIOD_MS = 10;
const SAMPLES = 60_000;
/** Far from zero, where a careless sum of squares loses its digits. */
const OFFSET = 1e7;
const isOutlier = (i: number) => i % 997 === 0;

function sampleValue(i: number): number {
  if (i % 501 === 0) return Number.NaN;
  if (i % 777 === 0) return Number.POSITIVE_INFINITY;
  return OFFSET + Math.sin(i) * (i % 13);
}

const history = createHistory(1, 0);
for (let i = 0; i < SAMPLES; i++) {
  appendSample(history, i * PERIOD_MS, [sampleValue(i)]);
  if (isOutlier(i)) addFlags(history, 0, i, BROWSER_OUTLIER);
  if (i % 500 === 0) addFlags(history, 0, i, BOARD_OUTLIER);
}

describe('the statistics of a span', () => {
  it('are those of all its samples, wherever it begins and ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: history.start, max: SAMPLES - 1 }),
        fc.integer({ min: history.start, max: SAMPLES - 1 }),
        (a, b) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
          const indexes = Array.from({ length: to - from }, (_, i) => from + i);
          const values = indexes.map(sampleValue).filter(Number.isFinite);
          const mean = OFFSET + values.reduce((sum, x) => sum + (x - OFFSET), 0) / values.length;
          const m2 = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
          const found = statisticsOf(history, 0, { from, to });
          expect(found.count).toBe(values.length);
          expect(found.outliers).toBe(indexes.filter(isOutlier).length);
          if (values.length === 0) return;
          expect(found.min).toBe(values.reduce((x, y) => Math.min(x, y)));
          expect(found.max).toBe(values.reduce((x, y) => Math.max(x, y)));
          expect(found.mean).toBeCloseTo(mean, 6);
          expect(found.sigma).toBeCloseTo(Math.sqrt(m2 / values.length), 5);
        },
      ),
      { numRuns: thorough(25, 100) },
    );
  });

  it('count the samples at both ends of it', () => {
    const fromMs = 50_000 * PERIOD_MS;
    expect(indexesWithin(history, fromMs, fromMs + 20)).toEqual({ from: 50_000, to: 50_003 });
    expect(indexesWithin(history, fromMs + 1, fromMs + 19)).toEqual({ from: 50_001, to: 50_002 });
    expect(indexesWithin(history, fromMs + 1, fromMs + 2)).toEqual({ from: 50_001, to: 50_001 });
  });

  it('of nothing are nothing', () => {
    const found = statisticsOf(history, 0, { from: 50_000, to: 50_000 });
    expect(found).toEqual({
      count: 0,
      min: Number.NaN,
      max: Number.NaN,
      mean: Number.NaN,
      sigma: Number.NaN,
      outliers: 0,
    });
  });
});
