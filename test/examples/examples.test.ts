import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALARM, createDetector } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { speakingIn } from '../../src/language/spoken.ts';
import { EXAMPLE_NAMES, type ExampleName } from '../../src/tour/exampleNames.ts';
import { EXAMPLES } from '../../src/ui/examples/words.ts';
import { csvOf, EXAMPLE_SIGNALS, MACHINE_FAULTS } from './exampleSignals.ts';

/** `when cause` of each alarm. */
function alarmsOf(name: ExampleName, changes: Partial<Parameters> = {}): string[] {
  const { values, periodMs, timeOf } = EXAMPLE_SIGNALS[name];
  const detector = createDetector({ ...DEFAULT_PARAMETERS, ...changes });
  return values.flatMap((value, row) =>
    judge(detector, row * periodMs, value) & ALARM ? [`${timeOf(row)} ${detector.cause}`] : [],
  );
}

describe('the examples', () => {
  it.each(EXAMPLE_NAMES)(
    '%s is the one that the seed makes (npm run examples), and small',
    (name) => {
      const path = `public/examples/${name}.csv`;
      expect(existsSync(path)).toBe(true);
      const text = readFileSync(path, 'utf8');
      expect(text).toBe(csvOf(EXAMPLE_SIGNALS[name]));
      expect(text.length).toBeLessThan(100_000);
    },
  );
});

describe('the answers are what the detector says', () => {
  it('machine: one alarm of each cause', () => {
    expect(alarmsOf('machine')).toEqual(['50.00 level', '71.64 drift', '100.36 rhythm']);
  });

  it.each(['en', 'pt'] as const)(
    'machine: it says when each began, as the list does: %s',
    (language) => {
      const answer = speakingIn(language, () => EXAMPLES.machine.answer);
      const said = [...answer.matchAll(/(\d+):(\d\d),/g)].map(
        ([, m, s]) => 60 * Number(m) + Number(s),
      );
      expect(said).toEqual(Object.values(MACHINE_FAULTS).map(Math.floor));
    },
  );

  it('environment: only a season shows the night', () => {
    expect(alarmsOf('environment')).toEqual([]);
    expect(alarmsOf('environment', { season: 86_400_000, period: 600_000 })).toEqual([
      '2026-02-01 02:00 level',
    ]);
  });

  it('payments: the upper tail leaves the fraud', () => {
    const fraud = ['2026-01-16 14:20 level', '2026-01-20 07:10 level', '2026-01-23 16:50 level'];
    const all = alarmsOf('payments');
    expect(all).toHaveLength(5);
    expect(all).toEqual(expect.arrayContaining(fraud));
    expect(alarmsOf('payments', { tail: 'upper' })).toEqual(fraud);
  });

  it('network: δ decides, γ does not', () => {
    const scans = ['700 level', '1400 level'];
    expect(alarmsOf('network')).toEqual(scans);
    expect(alarmsOf('network', { gamma: 2 })).toEqual(scans);
    expect(alarmsOf('network', { delta: 0.5 })).toHaveLength(5);
  });
});
