import { describe, expect, it } from 'vitest';
import { runStudy } from '../../../src/analysis/studies/studies.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { DOUBLE_EPSILON } from '../../../src/detector/sigma.ts';
import { appendSample, createHistory } from '../../../src/history/history.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

/** What the study says of a wave of so many samples a cycle, at 10 Hz. */
function suggested(cycle: number, samples: number, periodMs?: number) {
  const history = createHistory(1, 100e6);
  const random = mulberry32(3);
  for (let i = 0; i < samples; i++) {
    const wave = cycle > 0 ? 5 * Math.sin((2 * Math.PI * i) / cycle) : 0;
    appendSample(history, i * 100, [wave + gaussian(random)]);
  }
  const running = runStudy(
    {
      kind: 'season',
      channel: 0,
      parameters: DEFAULT_PARAMETERS,
      ...(periodMs === undefined ? {} : { periodMs }),
    },
    {
      history,
      channel: 0,
      restarts: [],
      labels: [],
      parameters: DEFAULT_PARAMETERS,
      epsilon: DOUBLE_EPSILON,
      nowMs: () => 0,
    },
  );
  let step = running.next();
  while (!step.done) step = running.next();
  return step.value.kind === 'season' ? step.value.suggestion : expect.fail(step.value.kind);
}

describe('the suggested season', () => {
  it('is the period, with its correlation, and leaves less to judge', () => {
    const found = suggested(300, 6000);
    expect(found?.periodMs).toBeGreaterThan(29_700);
    expect(found?.periodMs).toBeLessThan(30_300);
    expect(found?.correlation).toBeGreaterThan(0.6);
    expect(found?.spread).toBeLessThan(0.5);
    expect(found?.refused).toBe(false);
  });

  it('is found to the sample where a cycle is longer than one look', () => {
    const found = suggested(14_400, 60_000);
    expect(Math.abs((found?.periodMs ?? 0) / 100 - 14_400)).toBeLessThan(100);
    expect(found?.refused).toBe(false);
  });

  it('is refused when what the person gave is not the period', () => {
    expect(suggested(300, 6000, 22_300)).toMatchObject({ correlation: null, refused: true });
  });

  it('of noise is none', () => {
    expect(suggested(0, 5000)).toBeNull();
  });
});
