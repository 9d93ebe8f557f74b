import { describe, expect, it } from 'vitest';
import {
  createTogether,
  oddness,
  takeTogether,
  togetherParameters,
} from '../../src/derived/together.ts';
import { createDetector, OUTLIER } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

/** Three channels that share most of what they do (correlation .8). */
function correlated(samples: number, seed: number): number[][] {
  const random = mulberry32(seed);
  return Array.from({ length: samples }, () => {
    const common = Math.sqrt(0.8) * gaussian(random);
    return [0, 1, 2].map(() => common + Math.sqrt(0.2) * gaussian(random));
  });
}

/** Share of 20 seeds in which the odd sample, a sign flipped at 1.5 sigma, is an outlier. */
function noticed(odd: (row: number[]) => number[]): { together: number; alone: number } {
  const counts = { together: 0, alone: 0 };
  for (let seed = 0; seed < 20; seed++) {
    const rows = correlated(2001, seed);
    rows[2000] = odd(rows[2000] ?? []);
    const together = createTogether(3, DEFAULT_PARAMETERS);
    const judgeTogether = createDetector(togetherParameters(DEFAULT_PARAMETERS));
    const judges = [0, 1, 2].map(() => createDetector(DEFAULT_PARAMETERS));
    let last = 0;
    let lastAlone = 0;
    for (const [i, row] of rows.entries()) {
      last = judge(judgeTogether, i * 100, takeTogether(together, row));
      lastAlone = Math.max(...judges.map((one, c) => judge(one, i * 100, row[c] ?? 0)));
    }
    if (last & OUTLIER) counts.together += 1;
    if (lastAlone & OUTLIER) counts.alone += 1;
  }
  return counts;
}

describe('several channels together', () => {
  it('find a sample that is odd in no channel alone', () => {
    const { together, alone } = noticed(() => [2.5, -2.5, 2.5]);
    expect(together).toBe(20);
    expect(alone).toBe(0);
  });

  it('name the channel that is odd given the others', () => {
    const together = createTogether(3, DEFAULT_PARAMETERS);
    for (const row of correlated(1000, 4)) takeTogether(together, row);
    takeTogether(together, [1.8, -1.8, 1.8]);
    const odd = oddness(together);
    expect(odd.indexOf(Math.max(...odd))).toBe(1);
    expect(odd.every((z) => z >= 0)).toBe(true);
  });

  it('measure the Mahalanobis distance: D² of known moments, and the odd one by the inverse', () => {
    const together = createTogether(2, { memory: 0 });
    together.n = 1000;
    together.covariance.set([4, 0, 1.2, 1]);
    // S⁻¹ of [[4, 1.2], [1.2, 1]] is [[1, -1.2], [-1.2, 4]] / 2.56.
    const y = takeTogether(together, [3, 1]);
    const squared = (9 * 1 - 2 * 3 * 1.2 + 4) / 2.56;
    expect(y ** 3).toBeCloseTo(squared, 12);
    const [first = 0, second = 0] = oddness(together);
    expect(first).toBeCloseTo((3 - 1.2) / 2.56 / Math.sqrt(1 / 2.56), 12);
    expect(second).toBeCloseTo(Math.abs(-3.6 + 4) / 2.56 / Math.sqrt(4 / 2.56), 12);
  });

  it('say nothing before four samples a channel, nor of a missing value, which teaches nothing', () => {
    const together = createTogether(2, DEFAULT_PARAMETERS);
    for (let i = 0; i < 8; i++) expect(takeTogether(together, [i % 3, i % 2])).toBeNaN();
    expect(takeTogether(together, [1, 1])).not.toBeNaN();
    const before = structuredClone(together.covariance);
    expect(takeTogether(together, [1, Number.NaN])).toBeNaN();
    expect(together.n).toBe(9);
    expect(together.covariance).toEqual(before);
  });

  it('stay finite when channels are copies of each other, or constant', () => {
    const together = createTogether(3, DEFAULT_PARAMETERS);
    const random = mulberry32(1);
    for (let i = 0; i < 300; i++) {
      const x = gaussian(random);
      takeTogether(together, [x, x, 5]);
    }
    expect(takeTogether(together, [1, 1, 5])).toBeLessThan(3);
    expect(takeTogether(together, [1, 1.5, 5])).toBeGreaterThan(5);
  });

  it('learn less from a sample the further out it is', () => {
    const calm = createTogether(2, DEFAULT_PARAMETERS);
    for (const row of correlated(500, 2)) takeTogether(calm, row);
    const before = calm.mean[0] ?? 0;
    takeTogether(calm, [1e6, -1e6]);
    expect(Math.abs((calm.mean[0] ?? 0) - before)).toBeLessThan(0.1);
  });
});
