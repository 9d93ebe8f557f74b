import { describe, expect, it } from 'vitest';
import { listMaxima } from '../../src/detector/blockMaxima.ts';
import { changeParameters } from '../../src/detector/changeParameters.ts';
import {
  ALARM,
  COLLECTIVE,
  createDetector,
  type Detector,
  OUTLIER,
} from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { DEBIAN_PYTHON, hasModule } from '../conformance/cpython.ts';
import {
  type BenchmarkSignal,
  benchmarkSignal,
  gaussian,
  mulberry32,
  type Score,
  score,
} from '../signals/benchmarkSignal.ts';
import { numpyBenchmarkSignals } from '../signals/numpyBenchmark.ts';
import { thorough } from '../thoroughness.ts';

const random = mulberry32(42);
const noise = () => gaussian(random);

/** A detector that has learned `samples` of unit noise, one every 100 ms from time 0. */
function learned(samples = 600, change: Partial<Parameters> = {}): Detector {
  const detector = createDetector({ ...DEFAULT_PARAMETERS, ...change });
  for (let i = 0; i < samples; i++) judge(detector, i * 100, noise());
  return detector;
}

const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

function scoresOf(signals: readonly BenchmarkSignal[]): Score[] {
  return signals.map((signal) => {
    const detector = createDetector(DEFAULT_PARAMETERS);
    const found = signal.values.flatMap((x, i) =>
      judge(detector, i * 100, x) & OUTLIER ? [i] : [],
    );
    return score(found, signal, 500);
  });
}

const SEEDS = thorough(35, 300);

describe('the detector', () => {
  it.skipIf(!hasModule(DEBIAN_PYTHON, 'numpy'))(
    "finds the spikes of its author's benchmark with default parameters, numpy's seeds 0 to 19 (skipped without numpy)",
    () => {
      const scores = scoresOf(numpyBenchmarkSignals());
      expect(mean(scores.map(({ f1 }) => f1))).toBeGreaterThanOrEqual(0.999);
      expect(Math.min(...scores.map(({ f1 }) => f1))).toBeGreaterThanOrEqual(0.99);
      expect(mean(scores.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.999);
    },
  );

  it('finds nearly all of them whatever the seed', () => {
    const scores = scoresOf(Array.from({ length: SEEDS }, (_, i) => benchmarkSignal(1000 + i)));
    expect(mean(scores.map(({ f1 }) => f1))).toBeGreaterThan(0.997);
    expect(mean(scores.map(({ recall }) => recall))).toBeGreaterThan(0.995);
    expect(scores.filter(({ f1 }) => f1 < 0.97).length).toBeLessThan(SEEDS / 30);
  });

  it('learns for six blocks before it judges anything', () => {
    const detector = learned(191);
    expect(detector.fitted).toBe(false);
    expect(judge(detector, 19_100, 1000)).toBe(0);
    expect(detector.fitted).toBe(true);
  });

  it('keeps the moments of the whole stream when memory is 0', () => {
    const detector = createDetector({ ...DEFAULT_PARAMETERS, memory: 0, block: 4096 });
    const values = Array.from({ length: 4000 }, noise);
    for (const x of values) judge(detector, 0, x);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    expect(detector.mean).toBeCloseTo(mean, 12);
    expect(detector.variance).toBeCloseTo(variance, 12);
  });

  it('flags a lasting step at once, as collective on the fifth outlier, then learns it', () => {
    const detector = learned();
    const verdicts = Array.from({ length: 60 }, (_, i) =>
      judge(detector, 60_000 + i * 100, 10 + noise()),
    );
    expect(verdicts[0]).toBe(OUTLIER | ALARM);
    expect(verdicts.slice(1, 4)).toEqual([OUTLIER, OUTLIER, OUTLIER]);
    expect(verdicts[4]).toBe(OUTLIER | COLLECTIVE);
    expect(verdicts.slice(30).every((verdict) => verdict === 0)).toBe(true);
  });

  it('calls outliers collective only when they are close together in time', () => {
    const apart = learned();
    const verdicts = Array.from({ length: 5 }, (_, i) => judge(apart, 60_000 + i * 501, 50));
    expect(verdicts.some((bits) => bits & COLLECTIVE)).toBe(false);
    const close = learned();
    const closeVerdicts = Array.from({ length: 5 }, (_, i) => judge(close, 60_000 + i * 500, 50));
    expect((closeVerdicts[4] ?? 0) & COLLECTIVE).toBe(COLLECTIVE);
  });

  it('flags a spike on a flat line, whose fit is a step', () => {
    const detector = createDetector(DEFAULT_PARAMETERS);
    for (let i = 0; i < 400; i++) judge(detector, i * 100, 5);
    expect(detector.shape).toBe(Number.POSITIVE_INFINITY);
    expect(detector.r2).toBeNaN();
    expect(judge(detector, 40_000, 5.1)).toBe(OUTLIER | ALARM);
    expect(detector.probability).toBe(1);
  });

  it('counts what is not finite or too large to square, and learns nothing from it', () => {
    const detector = learned();
    const before = structuredClone(detector);
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e200]) {
      expect(judge(detector, 60_000, x)).toBe(0);
    }
    // What is said of them is how the next sample would be judged.
    expect(detector).toEqual({
      ...before,
      invalid: 4,
      verdict: 0,
      score: 0,
      probability: 0,
      deviation: 0,
      center: before.mean,
      sigma: Math.sqrt(before.variance),
    });
  });

  it('does not let one wild reading blind it', () => {
    const detector = learned();
    judge(detector, 60_000, 1e9);
    for (let i = 1; i < 300; i++) judge(detector, 60_000 + i * 100, noise());
    expect(judge(detector, 100_000, 12) & OUTLIER).toBe(OUTLIER);
  });

  it('raises one alarm for a run of outliers, and another after a quiet block', () => {
    const detector = learned(600, { fatigue: 0, drift: 0 });
    const alarms = (samples: number, value: () => number) => {
      let count = 0;
      for (let i = 0; i < samples; i++) if (judge(detector, 0, value()) & ALARM) count++;
      return count;
    };
    expect(alarms(3, () => 30)).toBe(1);
    expect(alarms(33, noise)).toBe(0);
    expect(alarms(1, () => 60)).toBe(1);
  });

  it('gets used to events that come in quick succession, and only then', () => {
    const alarmsWith = (fatigue: number) => {
      const detector = learned(600, { fatigue, gamma: 4, drift: 0 });
      let alarms = 0;
      for (let event = 0; event < 12; event++) {
        const height = detector.mean + 1.3 * Math.max(4, detector.q) * Math.sqrt(detector.variance);
        if (judge(detector, 0, height) & ALARM) alarms++;
        for (let i = 0; i < 80; i++) judge(detector, 0, noise());
      }
      return alarms;
    };
    expect(alarmsWith(0)).toBe(12);
    expect(alarmsWith(1)).toBeLessThan(12);
    expect(alarmsWith(1)).toBeGreaterThan(0);
  });

  it('looks at the chosen tail only', () => {
    const flags = (['both', 'upper', 'lower'] as const).map((tail) =>
      [30, -30].map((x) => (judge(learned(600, { tail }), 60_000, x) & OUTLIER) !== 0),
    );
    expect(flags).toEqual([
      [true, true],
      [true, false],
      [false, true],
    ]);
  });

  it('says nothing new when its parameters are set to what they are', () => {
    const detector = learned();
    const before = structuredClone(detector);
    changeParameters(detector, DEFAULT_PARAMETERS);
    expect(detector).toEqual(before);
  });

  it('keeps the newest maxima that fit when their number changes, and refits when full', () => {
    const detector = learned();
    const { maxima, shape, fits } = detector;
    const newest = listMaxima(maxima).slice(-4);
    changeParameters(detector, { ...DEFAULT_PARAMETERS, maxima: 4 });
    expect(listMaxima(detector.maxima)).toEqual(newest);
    expect(detector.fits).toBe(fits + 1);
    expect(detector.shape).not.toBe(shape);
    const refitted = detector.shape;
    changeParameters(detector, { ...DEFAULT_PARAMETERS, maxima: 10 });
    expect(listMaxima(detector.maxima)).toEqual(newest);
    expect(detector.shape).toBe(refitted);
  });

  it('takes a new block length at the next block, and no later', () => {
    const detector = learned(600); // 24 samples into a block
    changeParameters(detector, { ...DEFAULT_PARAMETERS, block: 16, memory: 0 });
    expect(detector.block).toBe(32);
    for (let i = 0; i < 7; i++) judge(detector, 0, noise());
    expect([detector.block, detector.memory]).toEqual([32, 256]);
    judge(detector, 0, noise());
    expect([detector.block, detector.memory]).toEqual([16, 0]);
    expect(detector.quiet).toBe(16);
  });
});
