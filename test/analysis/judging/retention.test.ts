/** What stays of a session when its oldest samples are given up, and what is said of it. */
import { describe, expect, it } from 'vitest';
import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import type { Judging } from '../../../src/analysis/judging/judging.ts';
import { retentionOf } from '../../../src/analysis/judging/retention.ts';
import { measure } from '../../../src/analysis/reporting/measure.ts';
import { viewOf } from '../../../src/analysis/reporting/view.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { CHUNK_MASK } from '../../../src/history/chunk.ts';
import { chunkAt } from '../../../src/history/history.ts';
import { BROWSER_BITS } from '../../../src/history/verdicts.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';
import { seenSignal } from '../fixtures/seenSignal.ts';

const PERIOD_MS = 10;
const SPIKE_AT = 20_000;
/** So little memory that only the last 32768 samples are kept as they came. */
const LITTLE = 0;
const MUCH = 100e6;

function recorded(samples: number, bytes: number): Judging {
  const random = mulberry32(7);
  const judging = createJudging(1, alike(DEFAULT_PARAMETERS), bytes);
  for (let i = 0; i < samples; i++) {
    judging.sample(i * PERIOD_MS, [gaussian(random) + (i === SPIKE_AT ? 40 : 0)]);
  }
  return judging;
}

/** The browser's verdicts on all samples that are kept. */
function verdicts({ history }: Judging): number[] {
  return Array.from({ length: history.end - history.start }, (_, i) => {
    const index = history.start + i;
    const flags = chunkAt(history, index)?.channels[0]?.flags[index & CHUNK_MASK] ?? 0;
    return flags & BROWSER_BITS;
  });
}

describe('a session longer than its memory', () => {
  const judging = recorded(120_000, LITTLE);
  const rawFromMs = judging.history.start * PERIOD_MS;

  it('is shown from its first sample on: bands, then the samples, without a seam', () => {
    const view = viewOf(seenSignal(judging), { kind: 'all' }, 600);
    expect(view.extent).toEqual({ fromMs: 0, toMs: 119_999 * PERIOD_MS, rawFromMs });
    const [channel] = view.channels;
    expect(channel?.bands.from[0]).toBe(0);
    expect(channel?.bands.to.at(-1)).toBe(rawFromMs / 1000);
    expect(channel?.time[0]).toBe(rawFromMs / 1000);
    expect((channel?.bands.from.length ?? 0) + (channel?.time.length ?? 0)).toBeLessThan(1300);
  });

  it('still shows what was flagged before, if no longer at which value', () => {
    const marks = viewOf(seenSignal(judging), { kind: 'all' }, 600).channels[0]?.marks ?? [];
    const near = marks.filter(({ timeMs }) => Math.abs(timeMs - SPIKE_AT * PERIOD_MS) < 10_000);
    expect(near.length).toBeGreaterThan(0);
    expect(near.every(({ value }) => Number.isNaN(value))).toBe(true);
  });

  it('has no bands where all samples are kept', () => {
    const range = { kind: 'fixed', fromMs: rawFromMs + 1000, toMs: rawFromMs + 9000 } as const;
    expect(viewOf(seenSignal(judging), range, 600).channels[0]?.bands.from).toHaveLength(0);
  });

  it('is measured as far as its samples are kept, and says from when', () => {
    const all = measure(seenSignal(judging), 0, 119_999 * PERIOD_MS);
    expect(all.rawFromMs).toBe(rawFromMs);
    expect(all.channels[0]?.statistics.count).toBe(120_000 - judging.history.start);
    expect(all.channels[0]?.atFrom).toBeNull();
    expect(all.channels[0]?.atTo).not.toBeNull();
    const gone = measure(seenSignal(judging), 0, 1000);
    expect(gone.channels[0]).toMatchObject({ atFrom: null, atTo: null, statistics: { count: 0 } });
    const kept = measure(seenSignal(judging), rawFromMs + 1000, rawFromMs + 2000);
    expect([kept.rawFromMs, kept.channels[0]?.statistics.count]).toEqual([null, 101]);
  });
});

describe('a view of many samples', () => {
  it('shows the limits that were in force at each time, also after judging anew', () => {
    const judging = recorded(120_000, MUCH);
    const { history } = judging;
    const limitsOfEach = () =>
      Array.from({ length: history.end }, (_, index) => {
        const channel = chunkAt(history, index)?.channels[0];
        return [channel?.lower[index & CHUNK_MASK], channel?.upper[index & CHUNK_MASK]];
      });
    for (const gamma of [4, 6]) {
      judging.judgeWith(alike({ ...DEFAULT_PARAMETERS, gamma }));
      while (!judging.advance(10_000));
      const [channel] = viewOf(seenSignal(judging), { kind: 'all' }, 60).channels;
      const shown = [...(channel?.time ?? [])].map((time, i) => ({
        index: Math.round((time * 1000) / PERIOD_MS),
        limits: [channel?.lower[i], channel?.upper[i]],
      }));
      const each = limitsOfEach();
      expect(shown.filter(({ index }) => index % 1024 === 0).length).toBeGreaterThan(40);
      expect(shown.map(({ limits }) => limits)).toEqual(shown.map(({ index }) => each[index]));
    }
  });
});

describe('less memory than before', () => {
  it('gives up the oldest samples in the middle of a run, which goes on with the rest', () => {
    const judging = recorded(120_000, MUCH);
    expect(retentionOf(judging.history).rawFromMs).toBeNull();
    const stricter = alike({ ...DEFAULT_PARAMETERS, gamma: 3 });
    judging.judgeWith(stricter);
    judging.advance(50_000);
    judging.keepWithin(LITTLE);
    while (!judging.advance(30_000));
    const rawFromMs = retentionOf(judging.history).rawFromMs ?? 0;
    expect(rawFromMs).toBeGreaterThan(0);

    // The same samples under the same parameters, kept from the start in little memory.
    const same = createJudging(1, stricter, MUCH);
    const random = mulberry32(7);
    for (let i = 0; i < 120_000; i++) {
      const value = gaussian(random) + (i === SPIKE_AT ? 40 : 0);
      if (i < 50_000 || i >= judging.history.start) same.sample(i * PERIOD_MS, [value]);
    }
    const kept = verdicts(judging);
    expect(kept.some((bits) => bits !== 0)).toBe(true);
    expect(kept).toEqual(verdicts(same).slice(-kept.length));
  });

  it('is told in samples for every choice', () => {
    const { fits } = retentionOf(recorded(10, MUCH).history);
    expect(fits.map(({ megabytes }) => megabytes)).toEqual([100, 300, 600]);
    const [least = 0, middle = 0] = fits.map(({ samples }) => samples);
    // 300 MB for all must hold ten million samples of one channel.
    expect(middle).toBeGreaterThan(10_000_000);
    expect(least).toBeLessThan(middle / 3);
  });
});
