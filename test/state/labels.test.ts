import { describe, expect, it } from 'vitest';
import type { Label } from '../../src/analysis/messages/studyMessages.ts';
import { labelOn, labelsAt } from '../../src/detector/labelOn.ts';
import { TRUE_ANOMALY } from '../../src/detector/scores.ts';
import { heardOf } from '../analysis/fixtures/scriptedWorker.ts';
import { createWorld, ONE_BOARD } from './world.ts';

const SPAN: Label = { channel: 0, fromMs: 10_000, toMs: 12_000, name: TRUE_ANOMALY };
const MOMENT: Label = { channel: 0, fromMs: 20_000, toMs: 20_000, name: TRUE_ANOMALY };

describe('labels', () => {
  it('go to the worker, all of them at every change', () => {
    const { tidemark, worker } = createWorld();
    const { add } = tidemark.labels.getState();
    add(SPAN);
    add(MOMENT);
    tidemark.naming.nameEvents([SPAN], null);
    expect(heardOf(worker, 'label').map((message) => message.labels)).toEqual([
      [SPAN],
      [SPAN, MOMENT],
      [MOMENT],
    ]);
  });

  it('have an end, where the oldest go', () => {
    const { tidemark } = createWorld();
    const { restore, add } = tidemark.labels.getState();
    restore(
      Array.from({ length: 5000 }, (_, i) => ({
        channel: 0,
        fromMs: i,
        toMs: i,
        name: TRUE_ANOMALY,
      })),
    );
    add(MOMENT);
    const { labels } = tidemark.labels.getState();
    expect([labels.length, labels[0]?.fromMs, labels.at(-1)]).toEqual([5000, 1, MOMENT]);
  });

  it('come back with undo, also all at once after a clearing', () => {
    const { tidemark } = createWorld();
    const { add, clear, undo } = tidemark.labels.getState();
    add(SPAN);
    add(MOMENT);
    clear();
    const seen = [0, 1, 2, 3].map(() => {
      undo();
      return tidemark.labels.getState().labels.length;
    });
    expect(seen).toEqual([2, 1, 0, 0]);
  });

  it('stay when the same board is opened again, and go with another one', async () => {
    const { tidemark, connectTo, worker } = createWorld({ ports: ONE_BOARD });
    connectTo();
    tidemark.labels.getState().add(SPAN);
    tidemark.labels.getState().setLabelling(true);
    await tidemark.reconnect();
    expect(tidemark.labels.getState().labels).toEqual([SPAN]);
    await tidemark.connectBoard();
    expect(tidemark.labels.getState()).toMatchObject({
      labels: [],
      labelling: false,
      undoSteps: [],
    });
    expect(heardOf(worker, 'label').at(-1)?.labels).toEqual([]);
  });

  it('belong to a stretch that they overlap, half a second beyond their ends included', () => {
    const at = (fromMs: number, toMs: number, channel = 0) =>
      labelsAt([SPAN, MOMENT], { channel, fromMs, toMs });
    expect(at(11_000, 11_500)).toEqual([SPAN]);
    expect(at(12_500, 13_000)).toEqual([SPAN]);
    expect(at(12_501, 13_000)).toEqual([]);
    expect(at(20_500, 21_000)).toEqual([MOMENT]);
    expect(at(20_501, 21_000)).toEqual([]);
    expect(at(0, 30_000, 1)).toEqual([]);
  });
});

describe('the name of an event', () => {
  const named = (name: string, fromMs: number, toMs = fromMs): Label => ({
    ...SPAN,
    fromMs,
    toMs,
    name,
  });

  it('is that of its own stretch, or the nearest label’s, of two the newer', () => {
    const labels = [named('far', 10_450), named('near', 10_100), named('near too', 10_100)];
    const event = { channel: 0, fromMs: 10_000, toMs: 10_000 };
    expect(labelOn(labels, event)?.name).toBe('near too');
    expect(labelOn([named('own', 10_000), ...labels], event)?.name).toBe('own');
    expect(labelOn(labels, { ...event, channel: 1 })).toBeNull();
  });

  it('is one, and goes without the names of others near it', () => {
    const { tidemark } = createWorld();
    const { nameEvents } = tidemark.naming;
    const [one, two] = [named('', 10_000), named('', 10_300)];
    nameEvents([one, two], 'spike');
    nameEvents([one], 'step');
    const names = () => tidemark.labels.getState().labels.map(({ fromMs, name }) => [fromMs, name]);
    expect(names()).toEqual([
      [10_300, 'spike'],
      [10_000, 'step'],
    ]);
    nameEvents([two], null);
    expect(names()).toEqual([[10_000, 'step']]);
  });
});
