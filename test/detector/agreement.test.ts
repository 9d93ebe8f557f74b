import { expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { benchmarkSignal } from '../signals/benchmarkSignal.ts';
import { atDesk, thorough } from '../thoroughness.ts';
import { differences, type Step } from './detectorRows.ts';
import { micropythonRows } from './micropythonDetector.ts';
import { typescriptRows } from './typescriptDetector.ts';

/** At a desk the run with changes is the long one. */
const SAMPLES = thorough(2000, 10_000);

function expectAgreement(steps: readonly Step[]): void {
  const runs = [{ parameters: DEFAULT_PARAMETERS, steps }];
  const [ours = []] = typescriptRows(runs);
  const [theirs = []] = micropythonRows(runs);
  expect(ours).toHaveLength(steps.length);
  expect(differences(theirs, ours)).toEqual([]);
}

it(`browser and board agree on ${SAMPLES} samples: every verdict, every fit to 1e-9`, () => {
  const { values } = benchmarkSignal(7);
  expectAgreement(values.slice(0, SAMPLES).map((x, i) => ({ timeMs: i * 100, x })));
});

it('browser and board agree while parameters change, values are missing and the line goes flat', () => {
  const { values } = benchmarkSignal(8);
  const changes: Record<number, Partial<Parameters>> = {
    10: { block: 20 },
    400: { gamma: 2, fatigue: 0 },
    1013: { maxima: 9 },
    1500: { delta: 0.5, memory: 0 },
    2001: { maxima: 4, outliers: 3, meanGap: 1500 },
    2600: { tail: 'upper' },
    3300: { tail: 'lower', block: 48 },
    4100: { tail: 'both', outliers: 8, memory: 100, fatigue: 1 },
    5005: { block: 7, delta: 0.99 },
    9000: { gamma: 4, block: 32, maxima: 5 },
  };
  const steps = values.map((x, i): Step => {
    const flat = i > 6000 && i < 6800;
    const change = changes[i];
    return {
      timeMs: i * 100 + (i > 4500 ? 60_000 : 0),
      x: i % 97 === 96 ? Number.NaN : flat ? 0.25 : x,
      ...(change ? { change } : {}),
    };
  });
  expectAgreement(steps);
});

// At a desk one may come up in anyChanges.test.ts, and one does in test/conformance.
it.skipIf(atDesk)(
  'browser and board agree on a season that was there often: cycles that change, jump and have holes',
  () => {
    const { values } = benchmarkSignal(9);
    const cycle = (i: number) => Math.sin((2 * Math.PI * i) / 40) * (i > 4000 ? 2 : 1);
    const steps = values.map((noise, i): Step => {
      const x = i % 89 === 88 ? 25 * noise : cycle(i + (i > 6000 ? 9 : 0)) + 0.2 * noise;
      return {
        timeMs: i * 100,
        x: i % 331 === 330 ? Number.NaN : x,
        ...(i === 0 ? { change: { season: 4000, bins: 11 } } : {}),
        ...(i === 5000 ? { change: { gamma: 2, block: 90, memory: 64 } } : {}),
      };
    });
    expectAgreement(steps);
  },
);
