import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import type { PreferencesStorage } from '../../src/state/preferences.ts';
import { anEvent, createWorld, streaming } from './world.ts';

function keptStorage(): NonNullable<PreferencesStorage> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

function touring(storage = keptStorage()) {
  const world = createWorld({ storage });
  const { tidemark, worker } = world;
  const step = () => tidemark.tour.getState().step;
  return {
    ...world,
    storage,
    step,
    goTo(wanted: string) {
      while (step() !== wanted) tidemark.tour.getState().skip();
    },
    raise(id: number, cause: 'level' | 'drift' | 'rhythm') {
      worker.say({
        type: 'events',
        events: [{ ...anEvent(1), id, cause }],
        counts: { total: 1, givenUp: 0, judgedBefore: 0, alone: 0 },
        replaceAll: false,
      });
    },
  };
}

describe('the guided tour', () => {
  it('waits for the machine to be opened, and goes on by itself', () => {
    const { tidemark, step, connectTo } = touring();
    tidemark.tour.getState().start();
    expect(step()).toBe('open');
    connectTo();
    expect(step()).toBe('learn');
    expect(tidemark.tour.getState().done).toBe('open');
  });

  it('waits for the very disturbance that it asked for, and for its alarm', () => {
    const { tidemark, step, connectTo, goTo, raise } = touring();
    connectTo();
    tidemark.tour.getState().start();
    goTo('drift');
    raise(1, 'drift');
    expect(step()).toBe('drift');
    tidemark.inject('spike');
    raise(2, 'drift');
    expect(step()).toBe('drift');
    tidemark.inject('drift');
    expect(step()).toBe('drift');
    raise(3, 'level');
    expect(step()).toBe('drift');
    raise(4, 'rhythm');
    expect(step()).toBe('end');
  });

  it('does not take a disturbance of before the step for the one that it asks for', () => {
    const { tidemark, step, connectTo, goTo, raise } = touring();
    connectTo();
    tidemark.inject('drift');
    tidemark.tour.getState().start();
    goTo('drift');
    raise(1, 'drift');
    expect(step()).toBe('drift');
  });

  it('waits for a slider to be let go', () => {
    const { tidemark, step, connectTo, goTo } = touring();
    connectTo();
    tidemark.tour.getState().start();
    goTo('gamma');
    tidemark.tuning.getState().edit({ gamma: 2 }, true);
    expect(step()).toBe('gamma');
    tidemark.tuning.getState().endDrag();
    expect(step()).toBe('cdf');
  });

  it('waits for the board to read back what was pushed, and to have saved it', async () => {
    const { tidemark, worker, answer, step, connectTo, goTo } = touring();
    connectTo();
    tidemark.tour.getState().start();
    goTo('push');
    tidemark.tuning.getState().edit({ gamma: 3.5 });
    expect(step()).toBe('push');
    const { session } = tidemark.board.getState().connection;
    const parameters = { ...DEFAULT_PARAMETERS, gamma: 3.5 };
    worker.say({ type: 'board-parameters', session, parameters, own: {}, older: null });
    expect(step()).toBe('save');
    void tidemark.save();
    await answer({
      ok: false,
      fault: { code: 'no-answer', detail: '' },
      parameter: null,
      words: 'io',
    });
    expect(step()).toBe('save');
    void tidemark.save();
    await answer({ ok: true });
    expect(step()).toBe('drift');
  });

  it('says that the machine has gone, and does not take its absence for a step done', () => {
    const { tidemark, worker, step, connectTo, goTo } = touring();
    connectTo();
    tidemark.tour.getState().start();
    goTo('spike');
    const { session } = tidemark.board.getState().connection;
    worker.say({ ...streaming(session), phase: 'lost' });
    expect([step(), tidemark.tour.getState().cutOff]).toEqual(['spike', true]);
    goTo('gamma');
    tidemark.tuning.getState().edit({ gamma: 2 });
    expect([step(), tidemark.tour.getState().cutOff]).toEqual(['gamma', true]);
    tidemark.tour.getState().start();
    goTo('spike');
    connectTo();
    expect([step(), tidemark.tour.getState().cutOff]).toEqual(['spike', false]);
  });

  it('is resumed in a later visit where it was left, and not after its end', () => {
    const first = touring();
    first.tidemark.tour.getState().start();
    first.goTo('why');
    const second = touring(first.storage);
    expect(second.tidemark.tour.getState().left).toBe('why');
    second.tidemark.tour.getState().resume();
    expect(second.step()).toBe('why');
    second.goTo('end');
    second.tidemark.tour.getState().end();
    expect(touring(first.storage).tidemark.tour.getState()).toMatchObject({
      step: null,
      left: null,
    });
  });

  it('begins anew where what was stored cannot be read', () => {
    const storage = keptStorage();
    storage.setItem('tidemark.tour', '{"nonsense');
    expect(touring(storage).tidemark.tour.getState().left).toBeNull();
  });
});
