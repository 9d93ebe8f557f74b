import { describe, expect, it } from 'vitest';
import { probationRows, scoreAt, sweptScore } from './score.ts';

const ROWS = 1000;
/** A file of a thousand rows with an anomaly over the rows 400..499, and these rows scored. */
const file = (scored: Readonly<Record<number, number>>) => ({
  scores: Array.from({ length: ROWS }, (_, i) => scored[i] ?? 0),
  windows: [{ first: 400, last: 499 }],
});

describe('the benchmark’s score', () => {
  it('is 0 for silence and 100 for the first row of each window', () => {
    expect(sweptScore([file({})]).score).toBe(0);
    expect(sweptScore([file({ 400: 1 })]).score).toBeCloseTo(100, 10);
  });

  it('is worth less the later the first detection of a window comes; later ones add nothing', () => {
    const early = scoreAt([file({ 420: 1 })], 1).score;
    const late = scoreAt([file({ 490: 1 })], 1).score;
    expect(late).toBeLessThan(early);
    expect(late).toBeGreaterThan(50);
    expect(scoreAt([file({ 420: 1, 490: 1 })], 1).score).toBe(early);
  });

  it('costs a false alarm in full before any window, and little right behind one', () => {
    const cost = (row: number) => 100 - scoreAt([file({ 400: 1, [row]: 1 })], 1).score;
    expect(cost(300)).toBeCloseTo(100 * (0.11 / 2), 10);
    expect(cost(501)).toBeLessThan(0.3);
    expect(cost(950)).toBeCloseTo(100 * (0.11 / 2), 3);
  });

  it('leaves out what comes in the first 15 % of a file, of at most 5000 rows', () => {
    expect([1000, 5000, 20_000].map(probationRows)).toEqual([150, 750, 750]);
    expect(scoreAt([file({ 400: 1, 149: 1 })], 1).falseAlarms).toBe(0);
    expect(scoreAt([file({ 400: 1, 150: 1 })], 1).falseAlarms).toBe(1);
  });

  it('sweeps to the best threshold that all files share', () => {
    const files = [file({ 400: 3, 700: 2 }), file({ 410: 2.5 }), file({ 800: 1 })];
    const { threshold, hits, falseAlarms } = sweptScore(files);
    expect({ threshold, hits, falseAlarms }).toEqual({ threshold: 2.5, hits: 2, falseAlarms: 0 });
  });
});
