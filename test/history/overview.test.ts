import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsBetween, bucketsBetween, flaggedBands } from '../../src/history/bands.ts';
import { CHUNK_SAMPLES, createChunk, summariseBucketAt } from '../../src/history/chunk.ts';
import {
  appendSample,
  createHistory,
  type History,
  noteGap,
  sessionStartMs,
  timeAt,
} from '../../src/history/history.ts';
import { absorb, createOverview } from '../../src/history/overview.ts';
import { addFlags, BROWSER_ALARM, BROWSER_OUTLIER } from '../../src/history/verdicts.ts';
import { thorough } from '../thoroughness.ts';

const PERIOD_MS = 10;
const wavy = (i: number) => Math.sin(i / 7) * ((i * 7919) % 101);

function smallestAndLargest(from: number, to: number): [number, number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i < to; i++) {
    min = Math.min(min, wavy(i));
    max = Math.max(max, wavy(i));
  }
  return [min, max];
}

/** Keeps the last 32768 samples at most; the others are in the overview. */
function recorded(samples: number): History {
  const history = createHistory(1, 0);
  for (let i = 0; i < samples; i++) appendSample(history, i * PERIOD_MS, [wavy(i)]);
  return history;
}

describe('the overview of what was given up', () => {
  it('says of every bucket what its samples would say, however often neighbours were merged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.constantFrom(64, 256), (chunks, buckets) => {
        const overview = createOverview(1, buckets);
        const chunk = createChunk(1);
        for (let n = 0; n < chunks; n++) {
          const first = n * CHUNK_SAMPLES;
          for (let at = 0; at < CHUNK_SAMPLES; at++) {
            chunk.time[at] = (first + at) * PERIOD_MS;
            const channel = chunk.channels[0];
            if (channel) channel.value[at] = wavy(first + at);
            if (at % 64 === 63) summariseBucketAt(chunk, at);
          }
          absorb(overview, chunk, first);
        }
        expect(overview.length).toBeLessThanOrEqual(buckets);
        expect(overview.length).toBe(Math.ceil((chunks * CHUNK_SAMPLES) / overview.step));
        for (let b = 0; b < overview.length; b++) {
          const to = Math.min((b + 1) * overview.step, chunks * CHUNK_SAMPLES);
          const { min, max } = overview.channels[0] ?? {};
          expect([min?.[b], max?.[b]]).toEqual(smallestAndLargest(b * overview.step, to));
          expect(overview.fromMs[b]).toBe(b * overview.step * PERIOD_MS);
          expect(overview.toMs[b]).toBe((to - 1) * PERIOD_MS);
        }
      }),
      { numRuns: thorough(3, 20) },
    );
  });

  it('covers the session from its first sample to the first that was kept', () => {
    const history = recorded(200_000);
    expect(sessionStartMs(history)).toBe(0);
    const keptFromMs = timeAt(history, history.start);
    const bands = bandsBetween(history, 0, 0, keptFromMs, 300);
    expect(bands.from[0]).toBe(0);
    expect(bands.to.at(-1)).toBe(keptFromMs / 1000);
    expect([...bands.from].slice(1)).toEqual([...bands.to].slice(0, -1));
    expect([Math.min(...bands.min), Math.max(...bands.max)]).toEqual(
      smallestAndLargest(0, history.start),
    );
  });

  it('draws any range in about one band a pixel, with every extreme of it', () => {
    const history = recorded(300_000);
    const latestMs = history.start * PERIOD_MS;
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 400 }),
        fc.integer({ min: 0, max: latestMs }),
        fc.integer({ min: 0, max: latestMs }),
        (width, a, b) => {
          const [fromMs, toMs] = [Math.min(a, b), Math.max(a, b) + 1];
          const bands = bandsBetween(history, 0, fromMs, toMs, width);
          expect(bands.from.length).toBeLessThanOrEqual(width + 3);
          const { from, to } = bucketsBetween(history, fromMs, toMs);
          const { step } = history.overview;
          expect([Math.min(...bands.min), Math.max(...bands.max)]).toEqual(
            smallestAndLargest(from * step, to * step),
          );
        },
      ),
      { numRuns: thorough(10, 100) },
    );
  });

  it('leaves gaps open, inside of a bucket, too', () => {
    const history = createHistory(1, 0);
    for (let i = 0; i < 100_000; i++) {
      if (i === 130) noteGap(history, 5);
      appendSample(history, i * PERIOD_MS + (i < 130 ? 0 : 50), [wavy(i)]);
    }
    expect(history.start).toBeGreaterThan(130);
    const bands = bandsBetween(history, 0, 0, 5000, 1000);
    const at = bands.to.findIndex((to, i) => bands.from[i + 1] !== to);
    expect(bands.to[at]).toBe(1.29);
    expect(bands.from[at + 1]).toBe(1.35);
  });

  it('keeps the flags of the buckets, those of one interval joined', () => {
    const history = createHistory(1, 0);
    for (let i = 0; i < 100_000; i++) {
      appendSample(history, i * PERIOD_MS, [0]);
      if (i === 1000) addFlags(history, 0, i, BROWSER_OUTLIER);
      if (i === 1100) addFlags(history, 0, i, BROWSER_OUTLIER | BROWSER_ALARM);
      if (i === 9000) addFlags(history, 0, i, BROWSER_OUTLIER);
    }
    const found = flaggedBands(history, 0, 0, 1e6, 20_000);
    expect(found.map(({ flags }) => flags)).toEqual([
      BROWSER_OUTLIER | BROWSER_ALARM,
      BROWSER_OUTLIER,
    ]);
    expect(Math.abs((found[0]?.timeMs ?? 0) - 10_000)).toBeLessThan(64 * PERIOD_MS);
  });
});

describe('gaps', () => {
  it('stay bounded however many there are, the newest and the longest the longest', () => {
    const history = createHistory(1, 0);
    const long = 20_000;
    for (let i = 0; i < 150_000; i++) {
      noteGap(history, 1);
      appendSample(history, i * PERIOD_MS + (i < long ? 0 : 60_000), [0]);
    }
    expect(history.gaps.length).toBeLessThanOrEqual(2 ** 15);
    expect(history.gaps.some(({ index }) => index === long)).toBe(true);
    const newest = history.gaps.slice(-10_000).map(({ index }) => index);
    expect(newest).toEqual(Array.from({ length: 10_000 }, (_, i) => 140_000 + i));
    const indexes = history.gaps.map(({ index }) => index);
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
  });
});
