import { describe, expect, it } from 'vitest';
import { createSilenceWatch } from '../../../src/analysis/judging/silence.ts';

/** The times at which a silence ends, of samples that come after these distances. */
function endsOf(distancesMs: readonly number[]): number[] {
  const watch = createSilenceWatch();
  const found: number[] = [];
  let timeMs = 1_700_000_000_000;
  watch.endsAt(timeMs);
  for (const [at, distanceMs] of distancesMs.entries()) {
    timeMs += distanceMs;
    if (watch.endsAt(timeMs)) found.push(at);
  }
  return found;
}

const each = (count: number, distanceMs: number): number[] => Array(count).fill(distanceMs);

describe('a silence', () => {
  it('is what takes more than a few periods', () => {
    expect(endsOf([...each(50, 50), 7000, ...each(50, 50), 200, ...each(50, 50), 400])).toEqual([
      50, 152,
    ]);
  });

  it('is no stammer of a fast board', () => {
    expect(endsOf([...each(500, 1), 40, ...each(500, 1), 300])).toEqual([1001]);
  });

  it('is not each sample of a board that has become slower', () => {
    expect(endsOf([...each(100, 20), ...each(50, 1000)])).toEqual([100]);
  });

  it('is none between samples that come now and then', () => {
    const irregular = Array.from({ length: 400 }, (_, i) => 100 + ((i * 7919) % 900));
    expect(endsOf(irregular)).toEqual([]);
  });

  it('is none where another run begins', () => {
    const watch = createSilenceWatch();
    for (let i = 0; i < 50; i++) watch.endsAt(20 * i);
    watch.reset();
    expect(watch.endsAt(90_000)).toBe(false);
  });
});
