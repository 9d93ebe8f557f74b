import { expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { createWorld, streaming, type World } from './world.ts';

function storage() {
  const stored = new Map<string, string>();
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
}

/** Connects to a board of ours with this id, which has `own`; its channels are told first. */
function connect(world: World, id: string, own = {}, gamma = 2): void {
  world.tidemark.connectVirtual({ seed: Number(id.slice(1)) });
  const session = world.tidemark.board.getState().connection.session + 1;
  const message = streaming(session);
  const identity = message.identity && { ...message.identity, id };
  world.worker.say({ ...message, identity });
  const channels = ['x', 'y'].map((name) => ({ name, unit: 'g' }));
  world.worker.say({ type: 'channels', session, channels });
  const parameters = { ...DEFAULT_PARAMETERS, gamma };
  world.worker.say({ type: 'board-parameters', session, parameters, own, older: null });
}

const tuning = ({ tidemark }: World) => tidemark.tuning.getState();

it('what single channels have of their own comes back with their board after a reload', () => {
  const kept = storage();
  const before = createWorld({ storage: kept });
  connect(before, 'a1');
  tuning(before).edit({ gamma: 3 }, false, 'x');
  tuning(before).judge('y', false);

  const other = createWorld({ storage: kept });
  connect(other, 'b2');
  expect(tuning(other).own).toEqual({});

  const after = createWorld({ storage: kept });
  connect(after, 'a1');
  expect(tuning(after)).toMatchObject({
    own: { x: { gamma: 3 }, y: { judge: 0 } },
    editing: { gamma: 2 },
    kept: true,
  });
  tuning(after).revert();
  expect(tuning(after)).toMatchObject({ own: {}, kept: false });
});

it('they come back after another board in the same visit, too', () => {
  const world = createWorld();
  connect(world, 'a1');
  tuning(world).edit({ gamma: 3 }, false, 'x');
  connect(world, 'b2');
  expect(tuning(world).own).toEqual({});
  connect(world, 'a1');
  expect(tuning(world).own).toEqual({ x: { gamma: 3 } });
});

it('what was pushed or taken back is kept no more: the board’s own word counts', () => {
  const kept = storage();
  const world = createWorld({ storage: kept });
  connect(world, 'a1');
  tuning(world).edit({ gamma: 3 }, false, 'x');
  tuning(world).boardHas({ ...DEFAULT_PARAMETERS, gamma: 2 }, { x: { gamma: 3 } });
  const after = createWorld({ storage: kept });
  connect(after, 'a1', { x: { gamma: 5 } });
  expect(tuning(after)).toMatchObject({ own: { x: { gamma: 5 } }, kept: false });

  tuning(after).edit({ gamma: 6 }, false, 'x');
  tuning(after).undo();
  const again = createWorld({ storage: kept });
  connect(again, 'a1', { x: { gamma: 5 } });
  expect(tuning(again)).toMatchObject({ own: { x: { gamma: 5 } }, kept: false });
});

it('what is stored and cannot be is left out', () => {
  const kept = storage();
  kept.setItem('tidemark.own', '{"id a1":{"x":{"gamma":-1}},"id b2":{"x":{"gamma":3}}}');
  const world = createWorld({ storage: kept });
  connect(world, 'a1');
  expect(tuning(world).own).toEqual({});
  connect(world, 'b2');
  expect(tuning(world).own).toEqual({ x: { gamma: 3 } });
});
