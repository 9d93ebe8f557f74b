import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { createSignal } from '../../../src/analysis/judging/createSignal.ts';
import { DEFAULT_SETTINGS } from '../../../src/analysis/judging/currentSignal.ts';
import { alike, type JudgedBy } from '../../../src/analysis/judging/judgedBy.ts';
import type { Judging } from '../../../src/analysis/judging/judging.ts';
import { whyOfEvent } from '../../../src/analysis/judging/why.ts';
import { describedEvents, trainingExamples } from '../../../src/analysis/naming/namedEvents.ts';
import { createDetector } from '../../../src/detector/detector.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { createOpenEvent, featuresOf } from '../../../src/naming/eventFeatures.ts';
import { FEATURES } from '../../../src/naming/featureTable.ts';
import { judgeEvents } from '../../../src/naming/judgeEvents.ts';
import { sineWithSpikes } from '../../signals/sineWithSpikes.ts';
import { thorough } from '../../thoroughness.ts';

const PERIOD_MS = 50;
const MUCH = 100e6;
const BEFORE = alike({ ...DEFAULT_PARAMETERS, gamma: 2.5, block: 20 });
const SERIES = [sineWithSpikes(4).values, sineWithSpikes(5).values];
const SAMPLES = SERIES[0]?.length ?? 0;

/** By a detector alone, in one go. */
function expected(channel: number, values: readonly number[], from = 0, to = SAMPLES) {
  const detector = createDetector(DEFAULT_PARAMETERS);
  const event = createOpenEvent(channel);
  const run = {
    time: Float64Array.from({ length: SAMPLES }, (_, i) => i * PERIOD_MS),
    value: Float64Array.from(values),
    limits: null,
  };
  const found: { toMs: number; features: number[] }[] = [];
  const ignore = () => undefined;
  judgeEvents(detector, event, run, from, to, ignore, () => {
    found.push({ toMs: event.lastMs, features: [...featuresOf(event)] });
  });
  return found;
}

function fed(judging: Judging, from = 0, to = SAMPLES): Judging {
  for (let i = from; i < to; i++) {
    judging.sample(
      i * PERIOD_MS,
      SERIES.map((values) => values[i] ?? Number.NaN),
    );
  }
  return judging;
}

const live = (by: JudgedBy) => fed(createJudging(2, by, MUCH));

const found = (judging: Judging, channel: number) =>
  describedEvents({ judging })
    .filter((event) => event.channel === channel)
    .map(({ toMs, features }) => ({ toMs, features: [...features] }));

describe('what events were like', () => {
  it('is as a detector alone describes them, for each channel', () => {
    const judging = live(alike(DEFAULT_PARAMETERS));
    for (const [channel, values] of SERIES.entries()) {
      const events = found(judging, channel);
      expect(events).toEqual(expected(channel, values));
      expect(events.length).toBeGreaterThan(10);
    }
  });

  it('is that of the parameters in force, in slices of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (slice) => {
        const judging = live(BEFORE);
        judging.judgeWith(alike(DEFAULT_PARAMETERS));
        while (!judging.advance(slice)) expect(judging.descriptions.all().length).toBeLessThan(99);
        for (const [channel, values] of SERIES.entries()) {
          expect(found(judging, channel)).toEqual(expected(channel, values));
        }
      }),
      { numRuns: thorough(3, 10) },
    );
  });

  it('passes over samples without a value, as the detector does', () => {
    const judging = createJudging(1, alike(DEFAULT_PARAMETERS), MUCH, {
      nan: 'absent',
      areOwnRates: false,
    });
    const [values = []] = SERIES;
    for (const [i, value] of values.entries()) {
      judging.sample(i * PERIOD_MS, [value]);
      judging.sample((i + 0.5) * PERIOD_MS, [Number.NaN]);
    }
    expect(found(judging, 0)).toEqual(expected(0, values));
  });

  it('is of no event that a restart has cut short', () => {
    const judging = createJudging(2, alike(DEFAULT_PARAMETERS), MUCH);
    const [values = []] = SERIES;
    const first = expected(0, values)[0] ?? expect.fail('no event');
    const alarmAt = first.toMs / PERIOD_MS;
    fed(judging, 0, alarmAt + 1);
    expect(judging.events.all().some(({ channel }) => channel === 0)).toBe(true);
    judging.restart();
    fed(judging, alarmAt + 1);
    expect(found(judging, 0)).toEqual(expected(0, values, alarmAt + 1));
  });

  it('is found by the alarm of a listed event, as soon as that is over', () => {
    const judging = live(alike(DEFAULT_PARAMETERS));
    const listed = judging.events.all();
    expect(listed.length).toBeGreaterThan(20);
    for (const { id, channel, toMs } of listed) {
      const description = judging.descriptions.find(channel, Math.floor(id / 64));
      expect(description).toMatchObject({ channel, toMs });
      expect(judging.descriptions.find(channel, (description?.endIndex ?? 0) + 1)).toBeNull();
    }
  });
});

describe('what a forest learns from', () => {
  it('are the events that a label reaches, with the newest name', () => {
    const judging = live(alike(DEFAULT_PARAMETERS));
    const [first, second, third] = describedEvents({ judging }).filter((e) => e.channel === 1);
    if (!first || !second || !third) return expect.fail('too few events');
    const at = ({ fromMs, toMs }: typeof first, name: string, channel = 1) =>
      ({ channel, fromMs, toMs, name }) as const;
    const examples = trainingExamples({ judging }, [
      at(first, 'worn'),
      at(second, 'worn'),
      at(second, 'jammed'),
      at(third, 'worn', 0),
    ]);
    expect(examples.map(({ event, name }) => [event, name])).toEqual([
      [first, 'worn'],
      [second, 'jammed'],
    ]);
    expect(examples[0]?.features).toBe(first.features);
  });
});

describe('why an event came about', () => {
  it('tells what it was like, once it is over', () => {
    const channels = [
      { name: 'x', unit: '' },
      { name: 'y', unit: '' },
    ];
    const signal = createSignal(channels, DEFAULT_SETTINGS, MUCH, 'table');
    for (let i = 0; i < SAMPLES; i++) {
      const values = SERIES.map((series) => series[i] ?? Number.NaN);
      signal.row({ timeMs: i * PERIOD_MS, values });
    }
    const descriptions = describedEvents(signal);
    const told = signal.judging.events.all().flatMap(({ id, channel, cause }) => {
      const why = whyOfEvent(signal, id);
      if (!why?.features) return [];
      const found = descriptions.find(
        (one) => one.channel === channel && one.fromMs <= why.timeMs && one.toMs >= why.timeMs,
      );
      expect(FEATURES.map(({ name }) => why.features?.[name])).toEqual([
        ...(found?.features ?? []),
      ]);
      return [[cause, why.features.channel]];
    });
    expect(told.length).toBeGreaterThan(10);
    expect(new Set(told.map(([, channel]) => channel))).toEqual(new Set([0, 1]));
  });
});
