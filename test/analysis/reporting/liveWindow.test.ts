import { describe, expect, it } from 'vitest';
import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import { viewOf } from '../../../src/analysis/reporting/view.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { seenSignal } from '../fixtures/seenSignal.ts';

const HOUR_MS = 3_600_000;

/** What is shown of a session of so many seconds, at 10 Hz. */
function shown(seconds: number, windowMs: number) {
  const by = { ...alike(DEFAULT_PARAMETERS), epsilon: 2 ** -52 };
  const judging = createJudging(1, by, 50e6, { nan: 'invalid', areOwnRates: false });
  for (let i = 0; i <= 10 * seconds; i++) judging.sample(i * 100, [i]);
  const { fromMs, toMs } = viewOf(seenSignal(judging), { kind: 'live', windowMs }, 500);
  return { fromMs, toMs };
}

describe('a live window', () => {
  it('longer than the session grows from the left, and is at least half full', () => {
    expect(shown(8, HOUR_MS)).toEqual({ fromMs: 0, toMs: 10_000 });
    expect(shown(11, HOUR_MS)).toEqual({ fromMs: 0, toMs: 20_000 });
  });

  it('never grows beyond its length, and then moves on', () => {
    expect(shown(25, 30_000)).toEqual({ fromMs: 0, toMs: 30_000 });
    expect(shown(40, 30_000)).toEqual({ fromMs: 10_000, toMs: 40_000 });
  });
});
