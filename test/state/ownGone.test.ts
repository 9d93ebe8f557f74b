import { expect, it } from 'vitest';
import { createWorld } from './world.ts';

const sentences = (world: ReturnType<typeof createWorld>): string[] =>
  world.tidemark.notices
    .getState()
    .notices.flatMap((notice) => (notice.kind === 'done' ? [notice.sentence] : []));

it('parameters of single channels that no board has are not lost without a word', () => {
  const world = createWorld();
  world.connectTo();
  world.tidemark.tuning.getState().edit({ gamma: 3 }, false, 'x');
  world.tidemark.connectVirtual({ machine: 'pump' });
  expect(sentences(world)).toEqual([expect.stringContaining('one channel alone were not pushed')]);
  expect(world.tidemark.tuning.getState().own).toEqual({});
});

it('nothing is said where the same board is opened again: they are still there', () => {
  const world = createWorld();
  world.connectTo();
  world.tidemark.tuning.getState().edit({ gamma: 3 }, false, 'x');
  world.tidemark.connectVirtual();
  expect(sentences(world)).toEqual([]);
  expect(world.tidemark.tuning.getState().own).toEqual({ x: { gamma: 3 } });
});
