/** After a run over the history a view shows the limits that judging live would have written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike, type JudgedBy } from '../../../src/analysis/judging/judgedBy.ts';
import type { Judging } from '../../../src/analysis/judging/judging.ts';
import { viewOf } from '../../../src/analysis/reporting/view.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { channelChunkAt, type MeaningOfNaN } from '../../../src/history/history.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';
import { thorough } from '../../thoroughness.ts';
import { seenSignal } from '../fixtures/seenSignal.ts';

const PERIOD_MS = 10;
/** So little memory that some ten thousand samples are kept. */
const LITTLE = 0;
const MUCH = 100e6;

const BEFORE = alike(DEFAULT_PARAMETERS);
const AFTER = alike({ ...DEFAULT_PARAMETERS, gamma: 2, block: 20, season: 470 });

/** Two channels; where NaN means that there is no value, the second has few. */
function sampler(seed: number, nan: MeaningOfNaN) {
  const random = mulberry32(seed);
  return (index: number): number[] => {
    const beat = Math.sin(index / 7.5) + 0.3 * gaussian(random);
    const seldom = nan === 'absent' && index % 37 !== 5;
    return [random() < 0.01 ? Number.NaN : beat, seldom ? Number.NaN : gaussian(random)];
  };
}

const judgings = (by: JudgedBy, bytes: number, nan: MeaningOfNaN) =>
  createJudging(2, by, bytes, { nan, areOwnRates: false });

/** What is drawn of limits, each beside its time. */
function limitsSeen(judging: Judging, fromMs: number, toMs: number, widthPx: number) {
  const { channels } = viewOf(seenSignal(judging), { kind: 'fixed', fromMs, toMs }, widthPx);
  return channels.map(({ time, lower, upper }) => ({ time, lower, upper }));
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const VIEWS = 4;

describe('limits after a run over the history', () => {
  it('are seen as judging live would have written them, at any zoom', () => {
    let limited = 0;
    fc.assert(
      fc.property(
        fc.constantFrom<MeaningOfNaN>('invalid', 'absent'),
        fc.constantFrom(LITTLE, MUCH),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 100, max: 16_000 }),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 500, max: 20_000 }),
        share,
        (nan, bytes, seed, first, then, slice, restartAt) => {
          const sample = sampler(seed, nan);
          const random = mulberry32(seed);
          const live = judgings(AFTER, bytes, nan);
          const again = judgings(BEFORE, bytes, nan);
          const take = (count: number): void => {
            const restart = live.history.end + Math.floor(restartAt * count);
            for (let k = 0; k < count; k++) {
              const index = live.history.end;
              const values = sample(index);
              for (const judging of [live, again]) {
                if (index === restart) judging.restart();
                judging.sample(index * PERIOD_MS, values);
              }
            }
          };
          const look = (): void => {
            const { start, end } = live.history;
            for (let view = 0; view < VIEWS; view++) {
              const ends = [random(), random()].sort((a, b) => a - b);
              const [fromMs = 0, toMs = 0] = ends.map(
                (x) => (start + x * (end - start)) * PERIOD_MS,
              );
              const range = [fromMs, toMs, random() < 0.5 ? 10 : 600] as const;
              const expected = limitsSeen(live, ...range);
              expect(limitsSeen(again, ...range)).toEqual(expected);
              for (const { upper } of expected) limited += upper.filter(Number.isFinite).length;
            }
          };
          take(first);
          again.judgeWith(AFTER);
          while (!again.advance(slice));
          look();
          take(then);
          look();
          again.keepWithin(LITTLE);
          live.keepWithin(LITTLE);
          look();
        },
      ),
      { numRuns: thorough(2, 60) },
    );
    expect(limited).toBeGreaterThan(1000);
  });

  it('are none of a channel that is no longer judged', () => {
    const sample = sampler(1, 'invalid');
    const judging = judgings(BEFORE, MUCH, 'invalid');
    for (let i = 0; i < 5000; i++) judging.sample(i * PERIOD_MS, sample(i));
    judging.judgeWith({ ...BEFORE, channels: [null] });
    while (!judging.advance(1000));
    const [first, second] = limitsSeen(judging, 0, 50_000, 2000);
    expect(first?.upper.some(Number.isFinite)).toBe(false);
    expect(second?.upper.some(Number.isFinite)).toBe(true);
  });

  it('are worked out where they are looked at, and not before', () => {
    const sample = sampler(1, 'invalid');
    const judging = judgings(BEFORE, MUCH, 'invalid');
    for (let i = 0; i < 60_000; i++) judging.sample(i * PERIOD_MS, sample(i));
    judging.judgeWith(AFTER);
    while (!judging.advance(10_000));
    const written = (index: number) => channelChunkAt(judging.history, 0, index)?.upper[100];
    const [near, far] = [written(40_000), written(5000)];
    limitsSeen(judging, 400_000, 401_000, 2000);
    expect(written(40_000)).not.toBe(near);
    expect(written(5000)).toBe(far);
  });
});
