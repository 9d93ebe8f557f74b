import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeParameters } from '../../src/detector/changeParameters.ts';
import { copyDetector } from '../../src/detector/copyDetector.ts';
import { createDetector, type Detector } from '../../src/detector/detector.ts';
import { judge, judgeRun, judgeToAlarm } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters, TAILS } from '../../src/detector/parameters.ts';
import type { Run } from '../../src/detector/run.ts';
import { watcherLimit } from '../../src/detector/watcher.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';
import { SEED, thorough } from '../thoroughness.ts';

const SAMPLES = 1500;

const parameters: fc.Arbitrary<Parameters> = fc
  .record({
    gamma: fc.constantFrom(1.5, 2, 4),
    maxima: fc.integer({ min: 3, max: 8 }),
    outliers: fc.integer({ min: 2, max: 5 }),
    block: fc.integer({ min: 2, max: 40 }),
    memory: fc.constantFrom(0, 64, 256),
    fatigue: fc.constantFrom(0, 0.05, 1),
    least: fc.constantFrom(0, 2),
    drift: fc.constantFrom(0, 2, 3),
    rhythm: fc.constantFrom(0, 2, 5),
    season: fc.constantFrom(0, 1000, 4700, 40_000),
    bins: fc.constantFrom(7, 48),
    tail: fc.constantFrom(...TAILS),
  })
  .map((change) => ({ ...DEFAULT_PARAMETERS, ...change }));

/**
 * A beat with noise, or noise alone, which has no steady rhythm; values are missing, jump, drift and
 * stand still.
 */
function signal(seed: number): Run & { readonly limits: NonNullable<Run['limits']> } {
  const random = mulberry32(seed);
  const value = Float64Array.from({ length: SAMPLES }, (_, i) => {
    if (random() < 0.02) return Number.NaN;
    const size = seed % 2 === 0 ? 3 : 0;
    const beat = i > 900 && i < 1000 ? size : size * Math.sign(Math.sin(i / 5));
    const jump = random() < 0.01 ? 20 * gaussian(random) : 0;
    return beat + 0.3 * gaussian(random) + jump + (i > 1200 ? (i - 1200) / 40 : 0);
  });
  return {
    time: Float64Array.from(value, (_, i) => i * 100),
    value,
    limits: { lower: new Float32Array(SAMPLES), upper: new Float32Array(SAMPLES) },
  };
}

interface Verdict {
  readonly at: number;
  readonly bits: number;
  readonly cause: string;
  readonly score: number;
  readonly center: number;
}

function collect(detector: Detector, into: Verdict[], shift = 0) {
  return (at: number, bits: number): void => {
    const { cause, score, center } = detector;
    into.push({ at: at + shift, bits, cause, score, center });
  };
}

/**
 * With fits that nobody has asked for yet worked out: a run asks for fewer than single samples do. When
 * the watchers look next is no matter: an early look does no harm.
 */
function whatIsKnown(detector: Detector): Detector {
  if (detector.drift) watcherLimit(detector.drift.levels);
  if (detector.rhythm) watcherLimit(detector.rhythm.residuals);
  return { ...detector, wake: 0 };
}

describe('a run of samples', () => {
  it('is judged as its samples one by one, however it is split', () => {
    const causes = new Set<string>();
    fc.assert(
      fc.property(
        parameters,
        fc.integer({ min: 0, max: 1000 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 10 }),
        (its, seed, pieces) => {
          const whole = signal(seed);
          const split = signal(seed);
          const one = createDetector(its);
          const other = createDetector(its);
          const single = createDetector(its);
          const expected: Verdict[] = [];
          judgeRun(one, whole, 0, SAMPLES, collect(one, expected));

          const found: Verdict[] = [];
          for (let at = 0, piece = 0; at < SAMPLES; piece++) {
            const end = Math.min(SAMPLES, at + (pieces[piece % pieces.length] ?? 1));
            judgeRun(other, split, at, end, collect(other, found));
            at = end;
          }
          const oneByOne: Verdict[] = [];
          for (const [i, x] of whole.value.entries()) {
            const bits = judge(single, i * 100, x);
            if (bits !== 0) collect(single, oneByOne)(i, bits);
          }
          expect(found).toEqual(expected);
          expect(oneByOne).toEqual(expected);
          expect(whatIsKnown(other)).toEqual(whatIsKnown(one));
          expect(whatIsKnown(single)).toEqual(whatIsKnown(one));
          expect(split.limits).toEqual(whole.limits);
          for (const { cause } of expected) causes.add(cause);
        },
      ),
      { numRuns: thorough(20, 200) },
    );
    expect([...causes].sort(), `seed ${SEED}`).toEqual(['drift', 'level', 'rhythm']);
  });

  it('is judged alike up to each alarm, and where no limits are drawn', () => {
    let stops = 0;
    fc.assert(
      fc.property(parameters, fc.integer({ min: 0, max: 1000 }), (its, seed) => {
        const run: Run = { ...signal(seed), limits: null };
        const one = createDetector(its);
        const single = createDetector(its);
        const found: Verdict[] = [];
        for (let at = 0; at < SAMPLES; ) {
          const end = judgeToAlarm(one, run, at, SAMPLES, collect(one, found));
          if (end < SAMPLES) stops += 1;
          // As with an event that is looked at sample by sample for a while.
          const more = Math.min(SAMPLES, end + (seed % 7));
          for (at = end; at < more; at++) judgeRun(one, run, at, at + 1, collect(one, found));
        }
        const expected: Verdict[] = [];
        for (const [i, x] of run.value.entries()) {
          const bits = judge(single, i * 100, x);
          if (bits !== 0) collect(single, expected)(i, bits);
        }
        expect(found).toEqual(expected);
        expect(whatIsKnown(one)).toEqual(whatIsKnown(single));
      }),
      { numRuns: thorough(15, 300) },
    );
    expect(stops, `seed ${SEED}`).toBeGreaterThan(0);
  });

  it('goes on from a copy as from the original, changes of parameters included', () => {
    fc.assert(
      fc.property(
        parameters,
        parameters,
        fc.integer({ min: 0, max: SAMPLES }),
        (before, after, at) => {
          const run = signal(at);
          const original = createDetector(before);
          judgeRun(original, run, 0, at, () => undefined);
          const copy = copyDetector(original);
          const verdicts: Verdict[][] = [[], []];
          for (const [i, detector] of [original, copy].entries()) {
            changeParameters(detector, after);
            judgeRun(detector, run, at, SAMPLES, collect(detector, verdicts[i] ?? []));
          }
          expect(verdicts[1]).toEqual(verdicts[0]);
          expect(whatIsKnown(copy)).toEqual(whatIsKnown(original));
        },
      ),
      { numRuns: thorough(3, 60) },
    );
  });
});
