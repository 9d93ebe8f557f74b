import { describe, expect, it } from 'vitest';
import { speak } from '../../src/language/spoken.ts';
import { channelOrder, dressed, movedInOrder, NO_LOOKS } from '../../src/state/channelLooks.ts';
import { createWorld, streaming, type World } from './world.ts';

function storage() {
  const stored = new Map<string, string>();
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
}

/** Connects to a board with this id and three channels. */
function connect(world: World, id: string): void {
  world.tidemark.connectVirtual();
  const session = world.tidemark.board.getState().connection.session + 1;
  const message = streaming(session);
  const identity = message.identity && { ...message.identity, id };
  world.worker.say({ ...message, identity });
  const channels = ['ax', 'ay', 'az'].map((name) => ({ name, unit: 'g' }));
  world.worker.say({ type: 'channels', session, channels });
}

const shown = ({ tidemark }: World) => tidemark.board.getState().channels;
const looks = ({ tidemark }: World) => tidemark.channelLooks.getState();

describe('how channels look', () => {
  it('is as the board says, until the person has chosen', () => {
    const world = createWorld();
    connect(world, 'a1');
    expect(shown(world)).toMatchObject([
      { name: 'ax', unit: 'g', colour: 0, isHidden: false },
      { name: 'ay', colour: 1 },
      { name: 'az', colour: 2 },
    ]);
  });

  it('is kept for each board by its id, over a reload', () => {
    const kept = storage();
    const world = createWorld({ storage: kept });
    connect(world, 'a1');
    looks(world).choose('ay', { name: 'spindle', unit: 'mm', colour: 7, hidden: true });
    const expected = { name: 'spindle', unit: 'mm', colour: 7, isHidden: true, boardName: 'ay' };
    expect(shown(world)[1]).toMatchObject(expected);
    const next = createWorld({ storage: kept });
    connect(next, 'b2');
    expect(shown(next)[1]).toMatchObject({ name: 'ay', isHidden: false });
    const again = createWorld({ storage: kept });
    connect(again, 'a1');
    expect(shown(again)[1]).toMatchObject(expected);
  });

  it('calls all channels together so in the language spoken, until the person has chosen', () => {
    const together = { name: 'together', unit: '', derived: 'together' } as const;
    const shownAs = dressed(together, 2, NO_LOOKS);
    expect(shownAs).toMatchObject({ name: 'together', boardName: 'together' });
    speak('pt');
    expect(shownAs).toMatchObject({ name: 'juntos', boardName: 'together' });
    const looks = { order: [], channels: { together: { name: 'all axes' } } };
    expect(dressed(together, 2, looks).name).toBe('all axes');
    // A board's own channel is called what the board calls it.
    expect(dressed({ name: 'together', unit: 'g' }, 2, NO_LOOKS).name).toBe('together');
    speak('en');
  });

  it('leaves alone what was not chosen: the others are the same objects', () => {
    const world = createWorld();
    connect(world, 'a1');
    const before = shown(world);
    looks(world).choose('ay', { name: 'spindle' });
    expect(shown(world)[0]).toBe(before[0]);
  });

  it('is the board’s own again when a name is emptied, or all is taken back', () => {
    const world = createWorld();
    connect(world, 'a1');
    looks(world).choose('ay', { name: 'spindle' });
    looks(world).choose('ay', { name: '' });
    expect(shown(world)[1]?.name).toBe('ay');
    looks(world).choose('ay', { colour: 9 });
    looks(world).reset();
    expect(shown(world)[1]?.colour).toBe(1);
  });

  it('does not believe what storage cannot have kept', () => {
    const broken = storage();
    broken.setItem('tidemark.channels', '{"id a1":{"order":3}}');
    const world = createWorld({ storage: broken });
    connect(world, 'a1');
    expect(shown(world)[0]?.name).toBe('ax');
  });

  it('pushes parameters of a channel that was renamed under the name that the board knows', async () => {
    const world = createWorld();
    connect(world, 'a1');
    looks(world).choose('ay', { name: 'spindle' });
    const { session } = world.tidemark.board.getState().connection;
    const { editing } = world.tidemark.tuning.getState();
    const said = { type: 'board-parameters', session, parameters: editing, own: {} } as const;
    world.worker.say({ ...said, older: null });
    world.tidemark.tuning.getState().edit({ gamma: 3 }, false, 'ay');
    void world.tidemark.push();
    expect(world.worker.heard.at(-1)).toMatchObject({ type: 'push', channel: 1 });
  });
});

describe('the order of channels', () => {
  const channels = ['ax', 'ay', 'az'].map((name, i) => dressed({ name, unit: '' }, i, NO_LOOKS));

  it('is that of the board, but for what was moved', () => {
    expect(channelOrder(channels, NO_LOOKS)).toEqual([0, 1, 2]);
    expect(channelOrder(channels, { order: ['az', 'ax', 'ay'] })).toEqual([2, 0, 1]);
  });

  it('puts channels that came later behind', () => {
    expect(channelOrder(channels, { order: ['ay'] })).toEqual([1, 0, 2]);
  });

  it('moves a channel by so many places and no further than the ends', () => {
    expect(movedInOrder(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(movedInOrder(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(movedInOrder(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  });
});
