import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { writeModel } from '../../src/naming/writeModel.ts';
import type { PreferencesStorage } from '../../src/state/preferences.ts';
import { madeModel } from '../naming/madeForest.ts';
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
    tidemark.tour.getState().start('loop');
    expect(step()).toBe('open');
    connectTo();
    expect(step()).toBe('learn');
    expect(tidemark.tour.getState().done).toBe('open');
  });

  it('waits for the very disturbance that it asked for, and for its alarm', () => {
    const { tidemark, step, connectTo, goTo, raise } = touring();
    connectTo();
    tidemark.tour.getState().start('loop');
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
    tidemark.tour.getState().start('loop');
    goTo('drift');
    raise(1, 'drift');
    expect(step()).toBe('drift');
  });

  it('waits for a slider to be let go', () => {
    const { tidemark, step, connectTo, goTo } = touring();
    connectTo();
    tidemark.tour.getState().start('loop');
    goTo('gamma');
    tidemark.tuning.getState().edit({ gamma: 2 }, true);
    expect(step()).toBe('gamma');
    tidemark.tuning.getState().endDrag();
    expect(step()).toBe('cdf');
  });

  it('waits for the board to read back what was pushed, and to have saved it', async () => {
    const { tidemark, worker, answer, step, connectTo, goTo } = touring();
    connectTo();
    tidemark.tour.getState().start('loop');
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
    tidemark.tour.getState().start('loop');
    goTo('spike');
    const { session } = tidemark.board.getState().connection;
    worker.say({ ...streaming(session), phase: 'lost' });
    expect([step(), tidemark.tour.getState().lacking]).toEqual(['spike', 'machine']);
    goTo('gamma');
    tidemark.tuning.getState().edit({ gamma: 2 });
    expect([step(), tidemark.tour.getState().lacking]).toEqual(['gamma', 'machine']);
    tidemark.tour.getState().start('loop');
    goTo('spike');
    connectTo();
    expect([step(), tidemark.tour.getState().lacking]).toEqual(['spike', null]);
  });

  it('is resumed in a later visit where it was left, and not after its end', () => {
    const first = touring();
    first.tidemark.tour.getState().start('loop');
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

  it('is of several chapters, each with an end of its own', () => {
    const { tidemark, step, goTo } = touring();
    tidemark.tour.getState().start('names');
    expect(step()).toBe('names-open');
    goTo('names-end');
    tidemark.tour.getState().end();
    expect(tidemark.tour.getState().left).toBeNull();
    tidemark.tour.getState().start('board');
    expect(step()).toBe('board-plug');
    tidemark.tour.getState().back();
    expect(step()).toBe('board-plug');
  });
});

describe('the chapter on names', () => {
  it('waits for sixteen disturbances and as many events, and for eight names of each of two classes', () => {
    const { tidemark, step, connectTo, goTo, raise } = touring();
    connectTo();
    raise(0, 'level');
    tidemark.tour.getState().start('names');
    goTo('names-raise');
    // One that nobody asked for is an event, too, and no sixteenth disturbance.
    raise(1, 'level');
    for (let id = 2; id < 17; id++) {
      tidemark.inject('spike');
      raise(id, 'level');
    }
    expect(step()).toBe('names-raise');
    tidemark.inject('spike');
    expect(step()).toBe('names-give');
    const named = (name: string, count: number) => {
      for (let n = 0; n < count; n++) {
        tidemark.labels.getState().add({ channel: 0, fromMs: n, toMs: n, name });
      }
    };
    named('spike', 9);
    named('burst', 7);
    named('not an anomaly', 9);
    expect(step()).toBe('names-give');
    named('burst', 1);
    expect(step()).toBe('names-train');
  });

  it('waits for a model that is new, for the board to have it, and for the board to name an event', () => {
    const { tidemark, worker, step, connectTo, goTo } = touring();
    connectTo();
    tidemark.forest.getState().use(writeModel(madeModel(['spike', 'burst'])));
    tidemark.tour.getState().start('names');
    goTo('names-train');
    expect(step()).toBe('names-train');
    tidemark.forest.getState().use(writeModel(madeModel(['spike', 'rajada'])));
    expect(step()).toBe('names-push');
    const { session, identity } = tidemark.board.getState().connection;
    const model = tidemark.forest.getState().used?.hash ?? '';
    if (!identity) throw new Error('nobody is there');
    worker.say({ ...streaming(session), identity: { ...identity, model } });
    expect(step()).toBe('names-again');
    worker.say({
      type: 'board-names',
      replaceAll: true,
      names: [{ event: 3, channel: 0, timeMs: 1, name: 'spike', share: 1 }],
    });
    expect(step()).toBe('names-end');
  });
});

describe('the chapter on a board of one’s own', () => {
  it('is for that alone: the virtual machine will not do', () => {
    const { tidemark, step, connectTo } = touring();
    tidemark.tour.getState().start('board');
    connectTo();
    expect(step()).toBe('board-plug');
    tidemark.tour.getState().skip();
    expect(tidemark.tour.getState().lacking).toBe('own-board');
  });
});
