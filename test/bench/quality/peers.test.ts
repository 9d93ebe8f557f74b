import { describe, expect, it } from 'vitest';
import { rollingZScore, tedaEccentricity } from './peers.ts';

describe('the rolling z-score', () => {
  // Nine zeros and an x have mean x/10 and sample variance x²/10: z is 9/√10 = 2.846 for any x.
  it('measures a sample by the window that ends with it', () => {
    const flagsJump = (sigmas: number) => {
      const flag = rollingZScore(10, sigmas);
      for (let i = 0; i < 9; i++) expect(flag(0)).toBe(false);
      return flag(7);
    };
    expect([2.84, 2.85].map(flagsJump)).toEqual([true, false]);
  });

  it('says nothing before the window is full', () => {
    const flag = rollingZScore(10, 2);
    for (let i = 0; i < 8; i++) flag(0);
    expect(flag(7)).toBe(false);
  });

  it('forgets what left the window', () => {
    const flag = rollingZScore(10, 2.84);
    for (const x of [1000, 0, 0, 0, 0, 0, 0, 0, 0, 0]) flag(x);
    expect(flag(7)).toBe(true);
  });
});

describe('TEDA', () => {
  // After n - 1 zeros and an x, eccentricity is 1/n + (n - 1)²/(n²·variance/x²), the recursive
  // variance being x²·(n - 1)/n²: together 1/n + (n - 1)/n = 1. Half of 1 is above 10/(2n) from
  // n = 11 on, for m = 3.
  it('flags the first jump of a constant from the eleventh sample on', () => {
    const verdictAfter = (zeros: number) => {
      const flag = tedaEccentricity(3);
      for (let i = 0; i < zeros; i++) expect(flag(0)).toBe(false);
      return flag(7);
    };
    expect(verdictAfter(8)).toBe(false);
    expect(verdictAfter(10)).toBe(true);
  });

  it('keeps the mean and the variance of all samples', () => {
    const flag = tedaEccentricity(3);
    for (let i = 0; i < 5000; i++) flag(i % 2);
    // Mean 0.5 and standard deviation 0.5: bounds at -1 and 2.
    expect([2.1, 1.9, -0.9, -1.1].map(flag)).toEqual([true, false, false, true]);
  });
});
