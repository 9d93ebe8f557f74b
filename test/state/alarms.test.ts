import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AlarmOutlets, OutletRefusal } from '../../src/alarms/outlets.ts';
import type { AnomalyEvent } from '../../src/analysis/messages/findings.ts';
import { heardOf } from '../analysis/fixtures/scriptedWorker.ts';
import { anEvent, createWorld, eventCounts, type World } from './world.ts';

/** Notes what went out. */
function notingOutlets(refusal: OutletRefusal | null = null) {
  const out = { counts: [] as number[], sounds: 0, sentences: [] as string[], awake: false };
  const outlets: AlarmOutlets = {
    count: (alarms) => out.counts.push(alarms),
    sound: () => {
      out.sounds += 1;
    },
    notify: (sentence) => out.sentences.push(sentence),
    prepare: async () => refusal,
    keepAwake: async (on) => {
      out.awake = on;
      return null;
    },
  };
  return { out, outlets };
}

const live = (id: number, changes: Partial<AnomalyEvent> = {}) =>
  anEvent(id, { live: true, ...changes });

function say(world: World, events: readonly AnomalyEvent[], replaceAll = false): void {
  world.worker.say({ type: 'events', replaceAll, events, counts: eventCounts(events.length) });
}

function storageOf(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 12, 1) });
  return () => vi.useRealTimers();
});

describe('an alarm', () => {
  it('stays new until it is acknowledged: in the state, in the title', () => {
    const { out, outlets } = notingOutlets();
    const world = createWorld({ outlets });
    world.connectTo();
    say(world, [live(1), live(2)]);
    const { alarms } = world.tidemark;
    expect(alarms.getState().latch.alarms).toHaveLength(2);
    alarms.getState().acknowledge([live(1)]);
    alarms.getState().acknowledgeAll(live(2).fromMs);
    expect(alarms.getState().latch.alarms).toEqual([]);
    expect(out.counts).toEqual([2, 1, 0]);
    expect(heardOf(world.worker, 'alarm-acts').flatMap(({ acts }) => acts)).toMatchObject([
      { kind: 'acknowledge', channel: 0, fromMs: live(1).fromMs },
      { kind: 'acknowledge-all', upToMs: live(2).fromMs },
    ]);
  });

  it('that a what-if finds in the past is told to nobody, and takes none that was told away', () => {
    const world = createWorld();
    world.connectTo();
    say(world, [live(5)]);
    say(world, [anEvent(1), anEvent(2), anEvent(3)], true);
    expect(world.tidemark.alarms.getState().latch.alarms.map(({ id }) => id)).toEqual([5]);
  });

  it('of a recording is told to nobody', () => {
    const { out, outlets } = notingOutlets();
    const world = createWorld({ outlets });
    world.tidemark.openRecording('a.tidemark', 'Loose bearing');
    say(world, [live(1)]);
    expect(world.tidemark.alarms.getState().latch.alarms).toEqual([]);
    expect(out.counts).toEqual([]);
  });

  it('is spoken at once and then at most every ten seconds, by whatever message comes', () => {
    const world = createWorld();
    world.connectTo();
    const sentence = () => world.tidemark.alarms.getState().sentence;
    say(world, [live(1)]);
    expect(sentence()).toMatch(/^Alarm: x, 12 sigma, \d\d:00:01$/);
    vi.advanceTimersByTime(4000);
    say(world, [live(2), live(3, { cause: 'drift' })]);
    expect(sentence()).toMatch(/:01$/);
    vi.advanceTimersByTime(6000);
    world.sayHealth({});
    expect(sentence()).toMatch(/^2 alarms, the last: x, drift, \d\d:00:03$/);
  });

  it('of another board is forgotten', () => {
    const { out, outlets } = notingOutlets();
    const world = createWorld({ outlets });
    world.connectTo();
    say(world, [live(1)]);
    world.tidemark.openRecording('a.tidemark', 'another');
    expect(world.tidemark.alarms.getState().latch.alarms).toEqual([]);
    expect(out.counts).toEqual([1, 0]);
  });
});

describe('a shelved channel', () => {
  it('has its alarms listed and not told, until its time is over', () => {
    const world = createWorld();
    world.connectTo();
    const { alarms, board } = world.tidemark;
    const nowMs = Date.now();
    alarms.getState().shelve(0, 60_000, 'oil change');
    const at = (id: number, fromMs: number) => live(id, { fromMs, toMs: fromMs + 100 });
    say(world, [at(1, nowMs + 1000)]);
    expect(board.getState().events).toHaveLength(1);
    expect(alarms.getState().latch.alarms).toEqual([]);
    say(world, [at(2, nowMs + 61_000)]);
    expect(alarms.getState().latch.alarms.map(({ id }) => id)).toEqual([2]);
  });
});

describe('the switches', () => {
  it('are off at first, and survive a reload', async () => {
    const kept = new Map<string, string>();
    const { out, outlets } = notingOutlets();
    const world = createWorld({ outlets, storage: storageOf(kept) });
    world.connectTo();
    say(world, [live(1)]);
    expect([out.sounds, out.sentences]).toEqual([0, []]);
    const { switchTo } = world.tidemark.alarms.getState();
    await switchTo('sound', true);
    await switchTo('notification', true);
    await switchTo('awake', true);
    const again = notingOutlets();
    const after = createWorld({ outlets: again.outlets, storage: storageOf(kept) });
    after.connectTo();
    say(after, [live(1)]);
    expect(again.out).toMatchObject({ sounds: 1, sentences: [/^Alarm: x/], awake: true });
  });

  it('are muted by one more, which changes none of them', async () => {
    const { out, outlets } = notingOutlets();
    const world = createWorld({ outlets });
    world.connectTo();
    const { switchTo } = world.tidemark.alarms.getState();
    await switchTo('sound', true);
    await switchTo('muted', true);
    say(world, [live(1)]);
    expect(out.sounds).toBe(0);
    expect(world.tidemark.alarms.getState().sentence).not.toBe('');
    await switchTo('muted', false);
    vi.advanceTimersByTime(10_000);
    say(world, [live(2)]);
    expect(out.sounds).toBe(1);
  });

  it('say when the browser refuses, and stay off', async () => {
    const { outlets } = notingOutlets('notifications-refused');
    const { alarms } = createWorld({ outlets }).tidemark;
    await alarms.getState().switchTo('notification', true);
    expect(alarms.getState()).toMatchObject({
      refusal: 'notifications-refused',
      switches: { notification: false },
    });
  });
});
