import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { heardOf } from '../analysis/fixtures/scriptedWorker.ts';
import { anEvent, createWorld, eventCounts, ONE_BOARD, streaming } from './world.ts';

const ONBOARD = { ...DEFAULT_PARAMETERS, gamma: 2, period: 20 };

describe('the editing column', () => {
  it('follows the board while the person has edited nothing', () => {
    const { tidemark, connectTo, worker } = createWorld();
    connectTo(ONBOARD);
    expect(tidemark.tuning.getState().editing).toEqual(ONBOARD);
    expect(heardOf(worker, 'judge-with').at(-1)?.parameters).toEqual(ONBOARD);
  });

  it('stays when the person has edited', () => {
    const { tidemark, connectTo } = createWorld();
    connectTo(DEFAULT_PARAMETERS);
    tidemark.tuning.getState().edit({ gamma: 3 });
    tidemark.tuning.getState().boardHas(ONBOARD);
    expect(tidemark.tuning.getState()).toMatchObject({ editing: { gamma: 3 }, board: ONBOARD });
  });

  it('keeps what was not pushed when the next board comes, and says so', () => {
    const { tidemark, connectTo } = createWorld();
    connectTo(DEFAULT_PARAMETERS);
    tidemark.tuning.getState().edit({ gamma: 3 });
    expect(tidemark.tuning.getState().kept).toBe(false);
    connectTo(ONBOARD);
    expect(tidemark.tuning.getState()).toMatchObject({ editing: { gamma: 3 }, kept: true });
    tidemark.tuning.getState().revert();
    expect(tidemark.tuning.getState()).toMatchObject({ editing: ONBOARD, kept: false });
  });

  it('follows again with the next board what was pushed to the last', () => {
    const { tidemark, connectTo } = createWorld();
    connectTo(DEFAULT_PARAMETERS);
    tidemark.tuning.getState().edit({ gamma: 3 });
    tidemark.tuning.getState().boardHas({ ...DEFAULT_PARAMETERS, gamma: 3 });
    connectTo(ONBOARD);
    expect(tidemark.tuning.getState()).toMatchObject({ editing: ONBOARD, kept: false });
  });

  it('keeps over a reload what was edited and not pushed', () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    };
    const before = createWorld({ storage });
    before.connectTo(DEFAULT_PARAMETERS);
    before.tidemark.tuning.getState().edit({ gamma: 3.1 });
    const after = createWorld({ storage });
    after.connectTo(ONBOARD);
    expect(after.tidemark.tuning.getState()).toMatchObject({ editing: { gamma: 3.1 }, kept: true });
  });
});

describe('undo', () => {
  it('takes a whole drag of a slider back in one step', () => {
    const { tidemark } = createWorld();
    const { edit, endDrag } = tidemark.tuning.getState();
    edit({ delta: 0.9 });
    for (const gamma of [3.9, 3.5, 3]) edit({ gamma }, true);
    endDrag();
    for (const gamma of [2.5, 2]) edit({ gamma }, true);
    endDrag();
    const gammas = [3, 3, 4].map((_, step) => {
      tidemark.tuning.getState().undo();
      return [
        step,
        tidemark.tuning.getState().editing.gamma,
        tidemark.tuning.getState().editing.delta,
      ];
    });
    expect(gammas).toEqual([
      [0, 3, 0.9],
      [1, 4, 0.9],
      [2, 4, 0.94],
    ]);
  });
});

describe('connecting', () => {
  it('forgets what another source showed, and keeps what the same one did', async () => {
    const { tidemark, connectTo, worker } = createWorld({ ports: ONE_BOARD });
    connectTo();
    worker.say({ type: 'events', replaceAll: false, events: [anEvent(1)], counts: eventCounts(1) });
    await tidemark.reconnect();
    expect(tidemark.board.getState().events).toHaveLength(1);
    await tidemark.connectBoard();
    expect(tidemark.board.getState().events).toHaveLength(0);
    expect(tidemark.board.getState().channels).toHaveLength(0);
    expect(heardOf(worker, 'open').map((open) => open.source.kind)).toEqual([
      'virtual',
      'virtual',
      'serial',
    ]);
  });

  it('says nothing when the person cancels the picker', async () => {
    const { tidemark, worker } = createWorld();
    await tidemark.connectBoard();
    expect(tidemark.notices.getState().notices).toEqual([]);
    expect(heardOf(worker, 'open')).toEqual([]);
  });

  it('says why when the port is busy', async () => {
    const { tidemark } = createWorld({
      ports: { pick: async () => ({ ok: false, fault: { code: 'busy', detail: '' } }) },
    });
    await tidemark.connectBoard();
    expect(tidemark.notices.getState().notices).toMatchObject([{ fault: { code: 'busy' } }]);
  });
});

describe('events', () => {
  it('grow by id, and are replaced after the history was judged anew', () => {
    const { tidemark, connectTo, worker } = createWorld();
    connectTo();
    worker.say(streaming(1));
    worker.say({
      type: 'events',
      replaceAll: false,
      events: [anEvent(1), anEvent(2)],
      counts: eventCounts(2),
    });
    worker.say({
      type: 'events',
      replaceAll: false,
      events: [anEvent(2, { outliers: 9 })],
      counts: eventCounts(2),
    });
    expect(tidemark.board.getState().events.map(({ id, outliers }) => [id, outliers])).toEqual([
      [1, 3],
      [2, 9],
    ]);
    worker.say({ type: 'events', replaceAll: true, events: [anEvent(7)], counts: eventCounts(1) });
    expect(tidemark.board.getState().events.map(({ id }) => id)).toEqual([7]);
  });
});

describe('settings', () => {
  it('keep theme, window and the parameters edited last for the next visit', () => {
    let text: string | null = null;
    const storage = {
      getItem: () => text,
      setItem: (_key: string, value: string) => {
        text = value;
      },
    };
    const first = createWorld({ storage });
    first.tidemark.preferences.getState().prefer({ theme: 'dark' });
    first.tidemark.view.getState().chooseWindow('2 min');
    first.tidemark.tuning.getState().edit({ gamma: 3 });

    const second = createWorld({ storage });
    expect(second.tidemark.preferences.getState().theme).toBe('dark');
    expect(second.tidemark.view.getState().window).toBe('2 min');
    expect(second.tidemark.tuning.getState().editing.gamma).toBe(3);
  });

  it('do not take a board’s parameters for the person’s', () => {
    let text: string | null = null;
    const storage = {
      getItem: () => text,
      setItem: (_key: string, value: string) => {
        text = value;
      },
    };
    createWorld({ storage }).connectTo(ONBOARD);
    expect(createWorld({ storage }).tidemark.tuning.getState().editing).toEqual(DEFAULT_PARAMETERS);
  });
});
