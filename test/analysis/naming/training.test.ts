import { describe, expect, it } from 'vitest';
import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import type { Signal } from '../../../src/analysis/judging/signal.ts';
import type { ForestStudied, Label } from '../../../src/analysis/messages/studyMessages.ts';
import { createEventNaming, type EventNames } from '../../../src/analysis/naming/eventNaming.ts';
import { describedEvents } from '../../../src/analysis/naming/namedEvents.ts';
import { trainingStudy } from '../../../src/analysis/naming/trainingStudy.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { FEATURES } from '../../../src/naming/featureTable.ts';
import { readModel } from '../../../src/naming/readModel.ts';
import { sineWithSpikes } from '../../signals/sineWithSpikes.ts';

const PERIOD_MS = 50;
const PEAK = FEATURES.findIndex(({ name }) => name === 'peak');
const RULES = { trees: 10, confidence: 0.6, spectrum: false };

function judged(seeds: readonly number[]) {
  const judging = createJudging(1, alike(DEFAULT_PARAMETERS), 100e6);
  const values = seeds.flatMap((seed) => [...sineWithSpikes(seed).values]);
  for (const [i, value] of values.entries()) judging.sample(i * PERIOD_MS, [value]);
  const signal = { judging, channels: [{ name: 'x', unit: '' }] } as const;
  return { signal, judging, next: values.length };
}

/** Each event of the signal under a name that its numbers decide. */
const labelled = (
  signal: Pick<Signal, 'judging'>,
  nameOf: (features: Float64Array, nth: number) => string | null,
): Label[] =>
  describedEvents(signal).flatMap(({ channel, fromMs, toMs, features }, nth) => {
    const name = nameOf(features, nth);
    return name === null ? [] : { channel, fromMs, toMs, name };
  });

const upOrDown = (features: Float64Array) => ((features[PEAK] ?? 0) > 0 ? 'up, ★' : 'down');

function studied(
  signal: Pick<Signal, 'judging' | 'channels'>,
  labels: readonly Label[],
  rules = RULES,
) {
  const study = trainingStudy(signal, labels, rules);
  const progress: number[] = [];
  let step = study.next();
  for (; !step.done; step = study.next()) progress.push(step.value.done);
  return { result: step.value, progress };
}

function trained(signal: Pick<Signal, 'judging' | 'channels'>, labels: readonly Label[]) {
  const { result } = studied(signal, labels);
  return result.kind === 'train' ? result : expect.fail(`it was ${result.kind}`);
}

describe('a forest of named events', () => {
  it('tells apart what the person told apart, and says how well', () => {
    const { signal } = judged([1, 2]);
    const labels = labelled(signal, upOrDown);
    const { result, progress } = studied(signal, labels);
    expect(progress).toEqual(Array.from({ length: RULES.trees }, (_, i) => (i + 1) / RULES.trees));
    expect(result).toMatchObject({ kind: 'train', classes: ['down', 'up, ★'], leftOut: 0 });
    const { examples, importance, model } = result as ForestStudied;
    expect(examples).toHaveLength(labels.length);
    const right = examples.filter(({ truth, predicted }) => truth === predicted);
    expect(right.length / examples.length).toBeGreaterThan(0.9);
    expect(importance[0]?.feature).toMatch(/peak|size|balance|mean/);
    expect(readModel(model)).toMatchObject({
      ok: true,
      model: { channels: ['x'], classes: ['down', 'up, ★'], confidence: 0.6 },
    });
  });

  it('goes by the spectrum only where that is wanted', () => {
    const { signal } = judged([1, 2]);
    const LOW = FEATURES.findIndex(({ name }) => name === 'low');
    const shares = describedEvents(signal).map(({ features }) => features[LOW] ?? 0);
    const middle = shares.toSorted((a, b) => a - b)[shares.length >> 1] ?? 0;
    const labels = labelled(signal, (features) =>
      (features[LOW] ?? 0) < middle ? 'quick' : 'slow',
    );
    const asked = (spectrum: boolean) => {
      const { result } = studied(signal, labels, { ...RULES, spectrum });
      if (result.kind !== 'train') expect.fail(`it was ${result.kind}`);
      return result.importance.map(({ feature }) => feature);
    };
    expect(asked(true)).toContain('low');
    const spectrum: string[] = FEATURES.slice(-5).map(({ name }) => name);
    expect(asked(false).filter((name) => spectrum.includes(name))).toEqual([]);
  });

  it('is refused, each time with its reason', () => {
    const { signal } = judged([3, 4]);
    const refusal = (nameOf: (features: Float64Array, nth: number) => string | null) =>
      studied(signal, labelled(signal, nameOf)).result;
    expect(refusal(() => null)).toEqual({ kind: 'refused', fault: { code: 'no-names' } });
    expect(refusal(() => 'worn')).toEqual({
      kind: 'refused',
      fault: { code: 'one-class', name: 'worn' },
    });
    expect(refusal((_, nth) => (nth < 3 ? 'worn' : 'late'))).toEqual({
      kind: 'refused',
      fault: { code: 'too-few', least: 8, of: [{ name: 'worn', count: 3 }] },
    });
  });

  it('leaves out what has no usable numbers, says how many, and refuses where nothing else is named', () => {
    const { signal } = judged([1, 2]);
    const labels = labelled(signal, upOrDown);
    const [first] = describedEvents(signal);
    if (!first) expect.fail('nothing was found');
    first.features[PEAK] = Number.NaN;
    expect(trained(signal, labels).leftOut).toBe(1);
    for (const { features } of describedEvents(signal)) features[PEAK] = Number.POSITIVE_INFINITY;
    expect(studied(signal, labels).result).toEqual({
      kind: 'refused',
      fault: { code: 'no-numbers' },
    });
  });

  it('is refused where all numbers are equal', () => {
    const { signal } = judged([1, 2]);
    const labels = labelled(signal, upOrDown);
    for (const { features } of describedEvents(signal)) features.fill(3);
    expect(studied(signal, labels).result).toEqual({
      kind: 'refused',
      fault: { code: 'all-alike' },
    });
  });
});

describe('names by a forest', () => {
  it('are given to all events at once, and to each later one as soon as it is over', () => {
    const { signal, judging, next } = judged([1, 2]);
    const { model } = trained(signal, labelled(signal, upOrDown));
    const told: EventNames[] = [];
    const naming = createEventNaming(
      () => signal as unknown as Signal,
      (names) => told.push(names),
    );
    naming.tick();
    expect(told).toEqual([]);
    naming.use(model);
    naming.tick();
    expect(told[0]?.replaceAll).toBe(true);
    expect(told[0]?.names.map(({ event }) => event)).toEqual(
      judging.events.all().map(({ id }) => id),
    );
    const right = describedEvents(signal).filter(
      (event, at) => told[0]?.names[at]?.name === upOrDown(event.features),
    );
    expect(right.length).toBe(describedEvents(signal).length);
    naming.tick();
    expect(told).toHaveLength(1);
    const before = describedEvents(signal).length;
    const { values } = sineWithSpikes(9);
    for (const [i, value] of values.entries()) judging.sample((next + i) * PERIOD_MS, [value]);
    naming.tick();
    expect(told[1]?.replaceAll).toBe(false);
    expect(told[1]?.names).toHaveLength(describedEvents(signal).length - before);
    naming.use(null);
    naming.tick();
    expect(told[2]).toEqual({ replaceAll: true, names: [] });
  });

  it('are none by a model for other channels, until they are those', () => {
    const { signal } = judged([1]);
    const { model } = trained(signal, labelled(signal, upOrDown));
    const told: EventNames[] = [];
    let now: object = { ...signal, channels: [{ name: 'pressure', unit: '' }] };
    const naming = createEventNaming(
      () => now as Signal,
      (names) => told.push(names),
    );
    naming.use(model);
    naming.tick();
    expect(told.at(-1)).toEqual({ replaceAll: true, names: [] });
    now = signal;
    naming.tick();
    expect(told.at(-1)?.names.length).toBeGreaterThan(5);
    now = { ...signal, channels: [] };
    naming.tick();
    expect(told.at(-1)).toEqual({ replaceAll: true, names: [] });
  });

  it('are given anew after a what-if, and below the confidence there is none', () => {
    const { signal, judging } = judged([1, 2]);
    const { model } = trained(signal, labelled(signal, upOrDown));
    const told: EventNames[] = [];
    const naming = createEventNaming(
      () => signal as unknown as Signal,
      (names) => told.push(names),
    );
    naming.use(model);
    naming.tick();
    judging.judgeWith(alike({ ...DEFAULT_PARAMETERS, gamma: 3 }));
    while (!judging.advance(5000)) naming.tick();
    naming.tick();
    expect(told.slice(1).some(({ replaceAll }) => replaceAll)).toBe(true);
    const known = new Map(told.flatMap(({ names }) => names).map((one) => [one.event, one]));
    for (const { id } of judging.events.all()) expect(known.has(id)).toBe(true);
    const unsure = trained(
      signal,
      labelled(signal, (_, nth) => (nth % 2 === 0 ? 'a' : 'b')),
    );
    naming.use(unsure.model);
    naming.tick();
    expect(told.at(-1)?.names.some(({ name }) => name === null)).toBe(true);
  });
});
