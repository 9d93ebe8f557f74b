/** Channels of their own mind, channels together, seasons and five-minute rows, without a board. */
import { describe, expect, it } from 'vitest';
import {
  createCurrentSignal,
  DEFAULT_SETTINGS,
} from '../../../src/analysis/judging/currentSignal.ts';
import { seasonProfile } from '../../../src/analysis/judging/seasonProfile.ts';
import type { Signal } from '../../../src/analysis/judging/signal.ts';
import { whyOfEvent } from '../../../src/analysis/judging/why.ts';
import type { JudgingSettings } from '../../../src/analysis/messages/judgingMessages.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

const ODD_AT = 2500;

function sketch(
  names: readonly string[],
  settings: Partial<JudgingSettings>,
  rows: number,
  periodMs: number,
  row: (i: number, random: () => number) => readonly number[],
): Signal {
  const current = createCurrentSignal();
  current.putInForce({ ...DEFAULT_SETTINGS, ...settings });
  current.channels(names.map((name) => ({ name, unit: '' })));
  const random = mulberry32(5);
  for (let i = 0; i < rows; i++) current.row({ timeMs: i * periodMs, values: row(i, random) });
  const signal = current.get();
  if (!signal) return expect.fail('no signal');
  return signal;
}

function judgedAnew(signal: Signal, settings: Partial<JudgingSettings>): void {
  signal.judgeWith({ ...DEFAULT_SETTINGS, ...settings });
  while (!signal.advance(10_000));
}

/** Three that go together but for one sample, in which the second goes its own way. */
const alikeButOnce = (i: number, random: () => number) => {
  const common = 2 * gaussian(random);
  const each = () => common + 0.3 * gaussian(random);
  return [each(), i === ODD_AT ? -common + Math.sign(-common) : each(), each()];
};

describe('channels together', () => {
  const NAMES = ['a', 'b', 'c'];
  const oddEvent = (signal: Signal) =>
    signal.judging.events.all().find(({ channel, toMs }) => channel === 3 && toMs === ODD_AT * 20);

  it('show what none shows alone, and which of them is odd; live as when judged anew', () => {
    const live = sketch(NAMES, { together: true }, 4000, 20, alikeButOnce);
    expect(live.allChannels().at(-1)).toEqual({ name: 'together', unit: '', derived: 'together' });
    expect(oddEvent(live)).toMatchObject({ odd: 1, alone: false, cause: 'level' });
    const later = sketch(NAMES, {}, 4000, 20, alikeButOnce);
    expect(later.allChannels()).toHaveLength(3);
    judgedAnew(later, { together: true });
    expect(later.judging.events.all().filter(({ channel }) => channel === 3)).toEqual(
      live.judging.events.all().filter(({ channel }) => channel === 3),
    );
    const why = whyOfEvent(later, oddEvent(later)?.id ?? -1);
    expect(why).toMatchObject({ channel: 3, cause: 'level', timeMs: ODD_AT * 20 });
    const [a = 0, b = 0, c = 0] = why?.oddness ?? [];
    expect(b).toBeGreaterThan(Math.max(a, c));
  });

  it('are off by default, and need two to eight', () => {
    const one = sketch(['a'], { together: true }, 100, 20, (_, random) => [gaussian(random)]);
    expect(one.allChannels()).toHaveLength(1);
  });
});

describe('only what two channels agree about', () => {
  it('is listed when that is wanted; the rest is counted', () => {
    const signal = sketch(['a', 'b'], {}, 4000, 20, (i, random) => [
      gaussian(random) + (i === 1500 || i === 3000 ? 30 : 0),
      gaussian(random) + (i === 3010 ? 30 : 0),
    ]);
    const all = signal.judging.events.all();
    judgedAnew(signal, { onlyWhenTwoAgree: true });
    const listed = signal.judging.events.all();
    expect(listed.map(({ toMs }) => toMs)).toEqual([3000 * 20, 3010 * 20]);
    expect(signal.judging.events.counts().alone).toBe(all.length - listed.length);
    expect(all.find(({ toMs }) => toMs === 1500 * 20)?.alone).toBe(true);
  });
});

describe('rows every five minutes', () => {
  it('have R measured, so that T = five periods gives collective anomalies', () => {
    const signal = sketch(['x'], {}, 1000, 300_000, (i, random) => [
      gaussian(random) + (i >= 600 && i < 608 ? 40 : 0),
    ]);
    expect(signal.judging.detectors[0]?.meanGap).toBe(5 * 300_000);
    expect(signal.judging.events.all().some(({ collective }) => collective)).toBe(true);
  });
});

describe('a season', () => {
  it('has a profile of one cycle, with the cycle going on beside it', () => {
    const parameters = { ...DEFAULT_PARAMETERS, season: 2000 };
    const wave = (i: number) => 10 * Math.sin((2 * Math.PI * i) / 100);
    const signal = sketch(['x'], { parameters }, 1030, 20, (i, random) => [
      wave(i) + 0.1 * gaussian(random),
    ]);
    judgedAnew(signal, { parameters });
    const profile = seasonProfile(signal.judging, 0);
    expect(profile).toMatchObject({ samples: 100, cycles: 10, periodMs: 2000 });
    expect(profile?.profile).toHaveLength(48);
    expect(profile?.profile[12]).toBeCloseTo(wave(25), 0);
    const known = [...(profile?.today ?? [])].filter((x) => !Number.isNaN(x));
    expect(known.length).toBe(14);
    expect(known[12]).toBeCloseTo(wave(25), 0);
  });
});
