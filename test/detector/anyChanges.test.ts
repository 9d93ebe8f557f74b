/** Browser and board judge alike whatever signal comes and whatever is changed meanwhile. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, type Parameters, TAILS } from '../../src/detector/parameters.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';
import { SEED, thorough } from '../thoroughness.ts';
import { differences, type Row, type Run, type Step } from './detectorRows.ts';
import { micropythonRows } from './micropythonDetector.ts';
import { typescriptRows } from './typescriptDetector.ts';

const SAMPLES = 1200;

const change = fc.record(
  {
    gamma: fc.constantFrom(1.5, 2, 4),
    delta: fc.constantFrom(0.5, 0.94, 0.999),
    maxima: fc.integer({ min: 3, max: 8 }),
    outliers: fc.integer({ min: 2, max: 5 }),
    meanGap: fc.constantFrom(0, 300),
    block: fc.constantFrom(2, 4, 8, 20, 40, 90),
    memory: fc.constantFrom(0, 8, 64, 256),
    fatigue: fc.constantFrom(0, 0.05, 1),
    least: fc.constantFrom(0, 0.5, 2),
    drift: fc.constantFrom(0, 1, 3),
    rhythm: fc.constantFrom(0, 1, 2, 5),
    season: fc.constantFrom(0, 1000, 4700),
    bins: fc.constantFrom(7, 48),
    tail: fc.constantFrom(...TAILS),
  },
  { requiredKeys: [] },
);

/** Noise, or a beat with some, in which values are missing, jump, drift and stand still. */
function values(seed: number, size: number): number[] {
  const random = mulberry32(seed);
  return Array.from({ length: SAMPLES }, (_, i) => {
    if (random() < 0.01) return Number.NaN;
    const stuck = i > 700 && i < 780;
    const beat = stuck ? size : size * Math.sign(Math.sin(i / 4));
    const jump = random() < 0.01 ? 20 * gaussian(random) : 0;
    return beat + 0.3 * gaussian(random) + jump + (i > 900 ? (i - 900) / 40 : 0);
  });
}

/** F(d) near 0 has few digits: `1 - exp(-x)` on a board. */
function rough(row: Row): Row {
  return { ...row, probability: (row.probability ?? 0) < 1e-3 ? 0 : row.probability };
}

it('browser and board agree on any signal, while anything changes in any order', () => {
  const causes = new Set<number | null>();
  fc.assert(
    fc.property(
      change,
      fc.array(fc.tuple(fc.integer({ min: 0, max: SAMPLES - 1 }), change), { maxLength: 6 }),
      fc.option(fc.integer({ min: 0, max: SAMPLES - 1 }), { freq: 3, nil: -1 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.constantFrom(0, 3),
      (its, changes, restart, seed, size) => {
        const parameters: Parameters = { ...DEFAULT_PARAMETERS, ...its };
        const steps = values(seed, size).map((x, i): Step => {
          const now = changes.find(([at]) => at === i)?.[1];
          return {
            timeMs: i * 100,
            x,
            ...(now ? { change: now } : {}),
            ...(i === restart ? { restart: true } : {}),
          };
        });
        const run: Run = { parameters, steps };
        const [ours = []] = typescriptRows([run]);
        const [theirs = []] = micropythonRows([run]);
        expect(differences(theirs.map(rough), ours.map(rough)).slice(0, 5)).toEqual([]);
        for (const { verdict, cause } of ours) if ((verdict ?? 0) & 2) causes.add(cause);
      },
    ),
    {
      numRuns: thorough(5, 100),
      seed: SEED,
      // Levels that fewer maxima suffice for while they are learned.
      examples: [[{}, [[258, { maxima: 3 }]], -1, 314, 0]],
    },
  );
  expect(causes.size, `seed ${SEED}`).toBeGreaterThan(1);
}, 300_000);
