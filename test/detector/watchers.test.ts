import { describe, expect, it } from 'vitest';
import { changeParameters } from '../../src/detector/changeParameters.ts';
import { ALARM, createDetector, type Detector, OUTLIER } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';

interface Alarm {
  readonly at: number;
  readonly cause: string;
  readonly outlier: boolean;
}

const with_ = (change: Partial<Parameters>): Parameters => ({ ...DEFAULT_PARAMETERS, ...change });

function alarms(
  values: readonly number[],
  change: Partial<Parameters> = {},
  detector: Detector = createDetector(with_(change)),
): Alarm[] {
  return values.flatMap((x, at) => {
    const bits = judge(detector, at * 100, x);
    if ((bits & ALARM) === 0) return [];
    return [{ at, cause: detector.cause, outlier: (bits & OUTLIER) !== 0 }];
  });
}

function noise(samples: number, seed = 3): number[] {
  const random = mulberry32(seed);
  return Array.from({ length: samples }, () => gaussian(random));
}

/** A steady beat of 40 samples a turn. */
const beat = (samples: number) =>
  noise(samples).map((x, i) => Math.sin((2 * Math.PI * i) / 40) + 0.05 * x);

describe('the drift watcher', () => {
  const drifting = noise(3000).map((x, i) => x + Math.max(0, i - 2000) / 40);

  it('notices a climb of a sigma in 40 samples before any sample is odd, and says so', () => {
    const [first] = alarms(drifting).filter(({ at }) => at >= 2000);
    expect(first).toMatchObject({ cause: 'drift', outlier: false });
    expect(first?.at).toBeLessThan(2000 + 5 * 32);
    expect(alarms(drifting, { drift: 0 }).some(({ cause }) => cause === 'drift')).toBe(false);
  });

  it('looks at the tail that is watched', () => {
    const causes = (tail: Parameters['tail']) =>
      alarms(drifting, { tail }).flatMap(({ at, cause }) => (at >= 2000 ? [cause] : []));
    expect(causes('upper')).toContain('drift');
    expect(causes('lower')).not.toContain('drift');
  });

  it('speaks once of a drift, not with every block', () => {
    const climbing = noise(4000).map((x, i) => x + Math.max(0, i - 2000) / 20);
    const drifts = alarms(climbing).filter(({ at, cause }) => at >= 2000 && cause === 'drift');
    expect(drifts.length).toBeLessThanOrEqual(3);
    expect(drifts.length).toBeGreaterThan(0);
  });

  it('says what it judged: a level beyond its centre by more than the reach', () => {
    const detector = createDetector(DEFAULT_PARAMETERS);
    for (const [i, x] of drifting.entries()) {
      if ((judge(detector, i * 100, x) & ALARM) === 0 || detector.cause !== 'drift') continue;
      const { value = 0, center = 0, reach = 0 } = detector.drift ?? {};
      expect(Math.abs(value - center)).toBeGreaterThan(reach);
      expect(detector.driftRatio).toBeCloseTo(Math.abs(value - center) / reach, 12);
      return;
    }
    expect.unreachable();
  });

  it('begins anew when it is switched off and on, so that a level meanwhile is no jump', () => {
    const detector = createDetector(DEFAULT_PARAMETERS);
    alarms(noise(2000), {}, detector);
    changeParameters(detector, with_({ drift: 0 }));
    alarms(
      noise(2000, 5).map((x) => x + 3),
      {},
      detector,
    );
    changeParameters(detector, DEFAULT_PARAMETERS);
    const after = noise(300, 6).map((x) => x + 3);
    expect(alarms(after, {}, detector).filter(({ cause }) => cause === 'drift')).toEqual([]);
    expect(detector.drift?.levels.n).toBe(Math.floor(300 / 32));
  });
});

describe('the rhythm watcher', () => {
  it('notices a beat that stops, while it stands still, and once', () => {
    const stopped = beat(3000);
    for (let i = 2610; i < 2900; i++) stopped[i] = 1 + 0.01 * (stopped[i] ?? 0);
    const found = alarms(stopped).filter(({ at }) => at >= 2000);
    expect(found[0]).toMatchObject({ cause: 'rhythm', outlier: false });
    expect(found[0]?.at).toBeLessThan(2660);
    expect(found.filter(({ at }) => at < 2880)).toHaveLength(1);
    expect(alarms(stopped, { rhythm: 0 }).some(({ cause }) => cause === 'rhythm')).toBe(false);
  });

  it('notices a beat left out, and a beat too quick', () => {
    const leftOut = beat(3000);
    for (let i = 2600; i < 2640; i++) leftOut[i] = -1;
    const only = { drift: 0 };
    expect(alarms(leftOut, only).find(({ at }) => at >= 2600)?.cause).toBe('rhythm');
    const quick = beat(3000);
    for (let i = 2600; i < 2680; i++) quick[i] = Math.sin((2 * Math.PI * i) / 8);
    expect(alarms(quick, only).find(({ at }) => at >= 2600)?.cause).toBe('rhythm');
  });

  it('says how long the run is, and how long is usual', () => {
    const stopped = beat(3000);
    for (let i = 2610; i < 2900; i++) stopped[i] = 1;
    const detector = createDetector(DEFAULT_PARAMETERS);
    for (const [i, x] of stopped.entries()) {
      if ((judge(detector, i * 100, x) & ALARM) === 0 || detector.cause !== 'rhythm') continue;
      const { value = 0, center = 0, reach = 0, goingOn, told } = detector.rhythm ?? {};
      expect({ goingOn, told }).toEqual({ goingOn: true, told: true });
      expect(value).toBeGreaterThan(center + reach);
      // Some 30 of 40 samples lie outside the band of a sine, half of them on each side; the rest
      // count for the side that they come from.
      expect(Math.exp(center)).toBeCloseTo(20, 0);
      return;
    }
    expect.unreachable();
  });

  it('says nothing of noise, whose rhythm is none', () => {
    expect(alarms(noise(20_000)).filter(({ cause }) => cause === 'rhythm')).toEqual([]);
  });

  it('rests after an outlier: what follows is an echo', () => {
    const jolted = beat(3000);
    for (let i = 2560; i < 2600; i++) jolted[i] = 8;
    for (let i = 2600; i < 2700; i++) jolted[i] = 1;
    const found = alarms(jolted).filter(({ at }) => at >= 2500 && at < 2700);
    expect(found.map(({ cause }) => cause)).not.toContain('rhythm');
    expect(found[0]).toMatchObject({ at: 2560, cause: 'level' });
  });
});

describe('the season', () => {
  const PERIOD = 48;
  const cycle = (i: number) => 10 * Math.sin((2 * Math.PI * i) / PERIOD) + 3 * ((i % PERIOD) % 5);
  const seasonal = (samples: number) => noise(samples).map((x, i) => cycle(i) + 0.3 * x);
  const season = { season: PERIOD * 100, rhythm: 0, drift: 0 };

  it('makes a usual value at an unusual time an outlier', () => {
    const values = seasonal(3000);
    values[2500] = cycle(2500 + PERIOD / 2);
    expect(alarms(values, season).find(({ at }) => at >= 2400)).toMatchObject({
      at: 2500,
      cause: 'level',
      outlier: true,
    });
    expect(alarms(values, { rhythm: 0, drift: 0 }).filter(({ at }) => at >= 2400)).toEqual([]);
  });

  it('keeps its phase over samples that are missing', () => {
    const detector = createDetector(with_(season));
    const values = seasonal(3000).map((x, i) => (i > 2000 && i < 2030 ? Number.NaN : x));
    expect(alarms(values, season, detector).filter(({ at }) => at >= 1000)).toEqual([]);
    expect(detector.invalid).toBe(29);
    expect(detector.season?.i).toBe(3000);
    expect(Math.sqrt(detector.variance)).toBeLessThan(0.5);
  });

  it('has as many bins as asked, also when they do not divide the cycle', () => {
    const detector = createDetector(with_({ season: 4700, bins: 10 }));
    alarms(seasonal(500), {}, detector);
    expect(detector.season?.profile).toHaveLength(10);
    expect(detector.season?.length).toBe(47);
    // Every sample of a bin's stretch of the phase has taught it: 4 or 5 a cycle.
    expect([...(detector.season?.visits ?? [])]).toEqual(Array(10).fill(16));
  });

  it('begins anew with another length, number of bins or period, and only then', () => {
    const learned = () => {
      const detector = createDetector(with_(season));
      alarms(seasonal(300), {}, detector);
      return detector;
    };
    const after = (change: Partial<Parameters>) => {
      const detector = learned();
      changeParameters(detector, with_({ ...season, ...change }));
      return detector.season?.i;
    };
    expect(after({ gamma: 3, block: 16 })).toBe(300);
    expect(after({ season: 4700 })).toBe(0);
    expect(after({ bins: 12 })).toBe(0);
    expect(after({ period: 50 })).toBe(0);
    expect(after({ season: 0 })).toBeUndefined();
  });

  it('puts back into the drawn limits what it took off', () => {
    const detector = createDetector(with_(season));
    const values = seasonal(3000);
    for (const [i, x] of values.entries()) {
      judge(detector, i * 100, x);
      if (i < 1000) continue;
      const usual = detector.center + detector.seasonal;
      expect(Math.abs(usual - cycle(i))).toBeLessThan(1);
    }
  });
});
