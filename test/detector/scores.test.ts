import { describe, expect, it } from 'vitest';
import { addMatches, createMatcher, reachOf, scoresOf } from '../../src/detector/scores.ts';

function scores(flaggedMs: readonly number[], labels: readonly (readonly [number, number])[]) {
  const matcher = createMatcher(
    labels.map(([fromMs, toMs]) => ({ fromMs, toMs })),
    10,
  );
  for (const timeMs of flaggedMs) matcher.flag(timeMs);
  return scoresOf(matcher.matches());
}

describe('scores', () => {
  it('need labels', () => {
    expect(scores([1, 2], [])).toBeNull();
  });

  it('count flags in labels for precision, and labels with a flag for recall', () => {
    const labels = [
      [100, 200],
      [500, 500],
      [900, 950],
    ] as const;
    expect(scores([105, 150, 199, 300, 508], labels)).toEqual({
      precision: 4 / 5,
      recall: 2 / 3,
      f1: (2 * (4 / 5) * (2 / 3)) / (4 / 5 + 2 / 3),
    });
    expect(scores([], labels)).toEqual({ precision: 1, recall: 0, f1: 0 });
    expect(scores([300], labels)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it('reach a little beyond a label, and no further', () => {
    expect(scores([90, 210], [[100, 200]])?.precision).toBe(1);
    expect(scores([89, 211], [[100, 200]])?.precision).toBe(0);
  });

  it('count right what a label reaches, a span as well as a moment', () => {
    for (const label of [
      { fromMs: 10_000, toMs: 11_000 },
      { fromMs: 20_000, toMs: 20_000 },
    ]) {
      const { fromMs, toMs } = reachOf(label);
      expect([label.fromMs - fromMs, toMs - label.toMs]).toEqual([500, 500]);
      for (const [timeMs, right] of [
        [fromMs - 1, 0],
        [fromMs, 1],
        [toMs, 1],
        [toMs + 1, 0],
      ] as const) {
        const matcher = createMatcher([label]);
        matcher.flag(timeMs);
        expect(matcher.matches()).toMatchObject({ right, met: right });
      }
    }
  });

  it('let labels overlap', () => {
    expect(
      scores(
        [150],
        [
          [100, 200],
          [140, 160],
          [150, 400],
        ],
      ),
    ).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it('of several channels add up', () => {
    const one = { flagged: 4, right: 2, labels: 1, met: 1 };
    expect(scoresOf(addMatches(one, { flagged: 0, right: 0, labels: 3, met: 1 }))).toMatchObject({
      precision: 0.5,
      recall: 0.5,
    });
  });
});
