import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const LABEL = { channel: 0, fromMs: 10_000, toMs: 11_000, name: 'true anomaly' };

describe('what is taken back', () => {
  it('is the latest, whichever store did it, and comes again in the same order', () => {
    const { tidemark, connectTo } = createWorld();
    connectTo();
    const { tuning, labels } = tidemark;
    const now = () => [tuning.getState().editing.gamma, labels.getState().labels.length];
    tuning.getState().edit({ gamma: 3 });
    labels.getState().add(LABEL);
    tuning.getState().edit({ gamma: 2 });
    const went = [];
    for (let i = 0; i < 4; i += 1) {
      tidemark.undo();
      went.push(now());
    }
    expect(went).toEqual([
      [3, 1],
      [3, 0],
      [4, 0],
      [4, 0],
    ]);
    const came = [];
    for (let i = 0; i < 4; i += 1) {
      tidemark.redo();
      came.push(now());
    }
    expect(came).toEqual([
      [3, 0],
      [3, 1],
      [2, 1],
      [2, 1],
    ]);
  });

  it('cannot be had again once something new was done, also elsewhere', () => {
    const { tidemark, connectTo } = createWorld();
    connectTo();
    tidemark.labels.getState().add(LABEL);
    tidemark.undo();
    tidemark.tuning.getState().edit({ gamma: 3 });
    tidemark.redo();
    expect(tidemark.labels.getState().labels).toEqual([]);
    expect(tidemark.tuning.getState().editing.gamma).toBe(3);
  });

  it('is one step for a whole drag', () => {
    const { tidemark, connectTo } = createWorld();
    connectTo();
    const { edit, endDrag } = tidemark.tuning.getState();
    for (const gamma of [3.9, 3.8, 3.7]) edit({ gamma }, true);
    endDrag();
    tidemark.undo();
    expect(tidemark.tuning.getState().editing.gamma).toBe(4);
    tidemark.redo();
    expect(tidemark.tuning.getState().editing.gamma).toBe(3.7);
  });

  it('is forgotten with the board that it belonged to', async () => {
    const { tidemark, connectTo } = createWorld();
    connectTo();
    tidemark.tuning.getState().edit({ gamma: 3 });
    tidemark.tuning.getState().newSession(false);
    tidemark.undo();
    expect(tidemark.tuning.getState().editing.gamma).toBe(3);
  });
});
