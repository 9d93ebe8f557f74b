import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_SAMPLES } from '../../src/history/chunk.ts';
import { columnsOf, extremes, rangeBetween } from '../../src/history/columns.ts';
import { flaggedIn } from '../../src/history/flagged.ts';
import { createFlagLedger } from '../../src/history/flagLedger.ts';
import { gapsBetween } from '../../src/history/gaps.ts';
import {
  appendSample,
  capacityWithin,
  createHistory,
  firstAtOrAfter,
  type History,
  keepWithin,
  noteGap,
  timeAt,
} from '../../src/history/history.ts';
import {
  addFlags,
  BOARD_OUTLIER,
  BROWSER_ALARM,
  BROWSER_COLLECTIVE,
  BROWSER_OUTLIER,
  clearBrowserFlags,
} from '../../src/history/verdicts.ts';
import { thorough } from '../thoroughness.ts';

/** The least that a history keeps. */
const CAPACITY = 32_768;
/** Given up at a time. */
const CHUNK = 4 * CHUNK_SAMPLES;
const PERIOD_MS = 10;

/** One channel, as many samples as asked for, value = f(index). */
function recorded(samples: number, value: (i: number) => number = Math.sin): History {
  const history = createHistory(1, 0);
  for (let i = 0; i < samples; i++) appendSample(history, i * PERIOD_MS, [value(i)]);
  return history;
}

const wavy = (i: number) => Math.sin(i / 7) * ((i * 7919) % 101);

describe('the history', () => {
  it('keeps every sample until its capacity, then gives up the oldest first', () => {
    expect(recorded(CAPACITY).start).toBe(0);
    const history = recorded(CAPACITY + 1);
    expect(history.capacity).toBe(CAPACITY);
    expect(history.end).toBe(CAPACITY + 1);
    expect(history.start).toBe(CHUNK);
    expect(timeAt(history, history.start)).toBe(CHUNK * PERIOD_MS);
    expect(timeAt(history, history.end - 1)).toBe(CAPACITY * PERIOD_MS);
  });

  it('takes more memory and less at any time: less gives up the oldest at once', () => {
    const bytes = 10e6;
    const history = createHistory(1, bytes);
    const samples = capacityWithin(1, bytes);
    expect(samples).toBeGreaterThan(3 * CHUNK);
    for (let i = 0; i < samples + 5; i++) appendSample(history, i * PERIOD_MS, [wavy(i)]);
    expect(history.start).toBe(CHUNK);
    keepWithin(history, 0);
    expect(history.end - history.start).toBeLessThanOrEqual(CAPACITY);
    expect(timeAt(history, history.start)).toBe(history.start * PERIOD_MS);
    const { start } = history;
    keepWithin(history, 2 * bytes);
    for (let i = samples + 5; i < 2 * samples; i++) appendSample(history, i * PERIOD_MS, [wavy(i)]);
    expect(history.start).toBe(start);
    expect(extremes(history, 0, start, start + 1)).toEqual([wavy(start), wavy(start)]);
  });

  it('finds a time among the retained samples, before and after them', () => {
    const history = recorded(CAPACITY + 5000);
    for (const index of [history.start, history.start + 1, 23_456, history.end - 1]) {
      expect(firstAtOrAfter(history, index * PERIOD_MS)).toBe(index);
      expect(firstAtOrAfter(history, index * PERIOD_MS - 1)).toBe(index);
    }
    expect(firstAtOrAfter(history, -1)).toBe(history.start);
    expect(firstAtOrAfter(history, 1e12)).toBe(history.end);
  });

  it('summarises any range as reading all of it would', () => {
    for (const samples of [100, 5000, CAPACITY, CAPACITY + 9000]) {
      const history = recorded(samples, wavy);
      fc.assert(
        fc.property(
          fc.integer({ min: history.start, max: history.end - 1 }),
          fc.integer({ min: history.start, max: history.end - 1 }),
          (a, b) => {
            const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
            const all = Array.from({ length: to - from }, (_, i) => wavy(from + i));
            expect(extremes(history, 0, from, to)).toEqual([
              all.reduce((x, y) => Math.min(x, y)),
              all.reduce((x, y) => Math.max(x, y)),
            ]);
          },
        ),
        { numRuns: thorough(15, 50) },
      );
    }
  });

  it('leaves values that are no numbers out of summaries and breaks the line there', () => {
    const history = recorded(300, (i) => (i % 3 === 0 ? Number.NaN : i % 3 === 1 ? Infinity : i));
    expect(extremes(history, 0, 0, 300)).toEqual([2, 299]);
    expect(extremes(history, 0, 0, 2)).toEqual([Number.NaN, Number.NaN]);
    const { value } = columnsOf(history, 0, rangeBetween(history, 0, 50), 1000);
    expect([...value]).toEqual([Number.NaN, Number.NaN, 2, Number.NaN, Number.NaN, 5]);
  });
});

describe('columns', () => {
  it('are the samples themselves while there is room for each', () => {
    const history = recorded(1000, wavy);
    const range = rangeBetween(history, 200, 400);
    const { time, value } = columnsOf(history, 0, range, 800);
    expect([...time]).toEqual(Array.from({ length: 22 }, (_, i) => (190 + i * 10) / 1000));
    expect([...value]).toEqual(Array.from({ length: 22 }, (_, i) => wavy(19 + i)));
  });

  it('keep every extreme, in order, in about two points a pixel', () => {
    const history = recorded(CAPACITY + 3000, wavy);
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 500 }),
        fc.integer({ min: 0, max: CAPACITY + 3000 }),
        fc.integer({ min: 0, max: CAPACITY + 3000 }),
        (width, a, b) => {
          const range = rangeBetween(
            history,
            Math.min(a, b) * PERIOD_MS,
            (Math.max(a, b) + 1) * PERIOD_MS,
          );
          const { time, value } = columnsOf(history, 0, range, width);
          expect(value.length).toBeLessThanOrEqual(2 * width + 4);
          expect([...time]).toEqual([...time].sort((x, y) => x - y));
          if (range.to <= range.from) return;
          const [min, max] = extremes(history, 0, range.from, range.to);
          expect([Math.min(...value), Math.max(...value)]).toEqual([min, max]);
        },
      ),
      { numRuns: thorough(50, 200) },
    );
  });

  it('break at every gap and say how many samples it holds', () => {
    const history = recorded(500);
    noteGap(history, 3);
    noteGap(history, 4);
    appendSample(history, 6000, [1]);
    noteGap(history, null);
    appendSample(history, 7000, [2]);
    const range = rangeBetween(history, 0, 8000);
    expect(gapsBetween(history.gaps, 0, 8000)).toMatchObject([
      { fromMs: 4990, toMs: 6000, lost: 7 },
      { fromMs: 6000, toMs: 7000, lost: null },
    ]);
    for (const width of [2000, 20]) {
      const { value } = columnsOf(history, 0, range, width);
      expect([...value].filter(Number.isNaN)).toHaveLength(2);
      expect(Number.isNaN(value.at(-2))).toBe(true);
    }
  });

  it('of an empty or unknown range are empty', () => {
    const history = recorded(10);
    expect(columnsOf(history, 0, { from: 5, to: 5 }, 100).time).toHaveLength(0);
    expect(columnsOf(history, 3, { from: 0, to: 5 }, 100).time).toHaveLength(0);
  });
});

describe('verdicts', () => {
  it('are found again wherever they are, and counted for each judge', () => {
    const history = recorded(CAPACITY + 2000);
    const flagged = [history.start, 17_000, 17_001, 25_000, history.end - 1];
    for (const index of flagged) {
      addFlags(history, 0, index, BROWSER_OUTLIER | BROWSER_ALARM);
    }
    addFlags(history, 0, 17_001, BOARD_OUTLIER);
    const all = { from: history.start, to: history.end };
    expect(flaggedIn(history, 0, all, 0).map(({ index }) => index)).toEqual(flagged);
    expect(flaggedIn(history, 0, all, 0)[2]?.flags).toBe(
      BROWSER_OUTLIER | BROWSER_ALARM | BOARD_OUTLIER,
    );
    const { tally } = createFlagLedger(history);
    expect(tally(all)).toEqual({
      browser: { outliers: 5, alarms: 5, collective: 0 },
      board: { outliers: 1, alarms: 0, collective: 0 },
    });
    expect(tally({ from: 17_001, to: 25_000 }).browser.outliers).toBe(1);
  });

  it('count a run of collective outliers as one collective anomaly', () => {
    const history = recorded(1000);
    const collective = BROWSER_OUTLIER | BROWSER_COLLECTIVE;
    for (const [first, last] of [
      [100, 109],
      [500, 506],
    ] as const) {
      for (let i = first; i <= last; i++) {
        addFlags(history, 0, i, i - first < 4 ? BROWSER_OUTLIER : collective);
      }
    }
    expect(createFlagLedger(history).tally({ from: 0, to: 1000 }).browser).toEqual({
      outliers: 17,
      alarms: 0,
      collective: 2,
    });
  });

  it('too dense to tell apart are told by the most extreme of them, with what was said of all', () => {
    const history = recorded(100, (i) => (i === 12 ? 7 : i === 14 ? -60 : i === 16 ? 20 : 0.1));
    addFlags(history, 0, 12, BROWSER_OUTLIER | BROWSER_ALARM);
    addFlags(history, 0, 14, BROWSER_OUTLIER);
    addFlags(history, 0, 16, BOARD_OUTLIER);
    const found = flaggedIn(history, 0, { from: 0, to: 100 }, 100);
    expect(found).toMatchObject([
      {
        index: 14,
        value: -60,
        flags: BROWSER_OUTLIER | BROWSER_ALARM | BOARD_OUTLIER,
        alarmFlags: BROWSER_OUTLIER | BROWSER_ALARM,
      },
    ]);
  });

  it('keep their marks when the picture scrolls by a sample', () => {
    const history = recorded(3000, (i) => i % 7);
    for (let i = 0; i < 3000; i += 3) addFlags(history, 0, i, BROWSER_OUTLIER);
    const marksIn = (from: number) =>
      flaggedIn(history, 0, { from, to: from + 1000 }, 250)
        .map(({ index }) => index)
        .filter((index) => index >= 1100 && index < 1900);
    expect(marksIn(1001)).toEqual(marksIn(1000));
  });

  it('are told as reading all of them would, wherever they are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 30_000 }),
        fc.integer({ min: 2, max: 5 }),
        (indexes, spacingMs, outlierEvery) => {
          const noise = (i: number) => ((i * 7919) % 104_729) - 50_000;
          const history = recorded(5001, noise);
          const flagged = indexes.sort((a, b) => a - b);
          const isOutlier = (i: number) => i % outlierEvery === 0;
          for (const i of flagged) {
            addFlags(history, 0, i, isOutlier(i) ? BROWSER_OUTLIER : BROWSER_ALARM);
          }
          const kept: number[] = [];
          const intervalOf = (i: number) => Math.floor((i * PERIOD_MS) / spacingMs);
          for (const interval of new Set(flagged.map(intervalOf))) {
            const its = flagged.filter((i) => intervalOf(i) === interval);
            const [first = 0] = its;
            const center = first > 0 ? noise(first - 1) : noise(first);
            const outliers = its.filter(isOutlier);
            const [most = 0] = (outliers.length > 0 ? outliers : its).toSorted(
              (a, b) => Math.abs(noise(b) - center) - Math.abs(noise(a) - center) || a - b,
            );
            kept.push(most);
          }
          const found = flaggedIn(history, 0, { from: 0, to: 5001 }, spacingMs);
          expect(found.map(({ index }) => index)).toEqual(kept);
        },
      ),
      { numRuns: thorough(25, 100) },
    );
  });

  it('of the browser are forgotten before a new run, those of the board are not', () => {
    const history = recorded(1000);
    addFlags(history, 0, 500, BROWSER_OUTLIER);
    addFlags(history, 0, 501, BOARD_OUTLIER);
    clearBrowserFlags(history);
    const found = flaggedIn(history, 0, { from: 0, to: 1000 }, 0);
    expect(found.map(({ index }) => index)).toEqual([501]);
  });
});
