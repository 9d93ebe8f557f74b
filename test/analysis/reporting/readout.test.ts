import { describe, expect, it } from 'vitest';
import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import type { Judging } from '../../../src/analysis/judging/judging.ts';
import type { Readout, ViewRange } from '../../../src/analysis/messages/viewMessages.ts';
import { viewOf } from '../../../src/analysis/reporting/view.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';
import { seenSignal } from '../fixtures/seenSignal.ts';

const PERIOD_MS = 20;
const SAMPLES = 2000;
const SPIKE_AT = 1500;
const SPIKE = 40;
const MEMORY = 50e6;

/** Noise of σ 1 around 0 on two channels, with one spike in the first. */
function judged(): Judging {
  const random = mulberry32(7);
  const noise = () => gaussian(random);
  const by = { ...alike({ ...DEFAULT_PARAMETERS, period: PERIOD_MS }), epsilon: 2 ** -52 };
  const judging = createJudging(2, by, MEMORY, { nan: 'invalid', areOwnRates: false });
  for (let i = 0; i < SAMPLES; i++) {
    judging.sample(i * PERIOD_MS, [i === SPIKE_AT ? SPIKE : noise(), noise()]);
  }
  return judging;
}

function readoutAt(timeMs: number, range: { fromMs: number; toMs: number }, widthPx = 1000) {
  const asked: ViewRange = { kind: 'fixed', ...range };
  const share = (timeMs - range.fromMs) / (range.toMs - range.fromMs);
  const view = viewOf(seenSignal(judged()), asked, widthPx, undefined, {
    share,
    channels: [0],
  });
  return view.readouts ?? [];
}

/** So near that each sample has pixels of its own. */
const NEAR = { fromMs: 29_000, toMs: 31_000 };
const SPIKE_MS = SPIKE_AT * PERIOD_MS;

describe('a readout', () => {
  it('is absent while nobody points', () => {
    const view = viewOf(seenSignal(judged()), { kind: 'all' }, 500);
    expect(view.readouts).toBeUndefined();
  });

  it('is of the sample nearest to the pointer, on every channel', () => {
    const [first, second] = readoutAt(29_509, NEAR);
    expect([first?.timeMs, second?.timeMs]).toEqual([29_500, 29_500]);
    expect(first?.by).toBeNull();
  });

  it('tells value, limits, σ and who flagged it', () => {
    const [spike, other] = readoutAt(SPIKE_MS, NEAR);
    expect(spike).toMatchObject({ timeMs: SPIKE_MS, value: SPIKE, by: 'browser', alarm: true });
    expect(spike?.judged?.deviation).toBeGreaterThan(20);
    expect(spike?.judged?.limit).toBeGreaterThanOrEqual(4);
    // Mean ± limit · σ, as the detector had them.
    const { lower = 0, upper = 0, judged: its } = spike ?? ({} as Readout);
    const sigma = (upper - lower) / 2 / (its?.limit ?? 1);
    expect((SPIKE - (upper + lower) / 2) / sigma).toBeCloseTo(its?.deviation ?? 0, 1);
    expect(other?.judged).toBeNull();
  });

  it('keeps to what is seen: of a few pixels the flagged sample, not its neighbour', () => {
    const all = { fromMs: 0, toMs: SAMPLES * PERIOD_MS };
    const [spike] = readoutAt(SPIKE_MS + 3 * PERIOD_MS, all, 500);
    expect(spike?.value).toBe(SPIKE);
  });

  it('has no σ while the detector learns', () => {
    const [early] = readoutAt(1000, { fromMs: 0, toMs: 2000 });
    expect(early).toMatchObject({ judged: null, lower: Number.NaN });
  });

  it('is null where there are no samples', () => {
    expect(readoutAt(60_000, { fromMs: 30_000, toMs: 70_000 })).toEqual([null, null]);
  });
});
