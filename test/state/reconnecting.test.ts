import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GrantedPort } from '../../src/board/portPicker.ts';
import type { Source } from '../../src/board/source.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import type { PickedSource } from '../../src/state/serialPorts.ts';
import { heardOf } from '../analysis/fixtures/scriptedWorker.ts';
import { createWorld, streaming, type World } from './world.ts';

const KEY = { usbVendorId: 0x10c4, usbProductId: 0xea60, nth: 0 };

function streams(baudRate = 115_200): Extract<Source, { kind: 'streams' }> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  return { kind: 'streams', port: KEY, baudRate, readable, writable };
}

/** A page whose worker has no serial ports: `plugged` are those that the page can open. */
function createPage() {
  const page = {
    plugged: [] as GrantedPort[],
    used: [] as number[],
    opened: [] as number[],
    busy: false,
  };
  const use = async ({ identity }: GrantedPort, baudRate: number): Promise<PickedSource> => {
    page.used.push(baudRate);
    if (page.busy) return { ok: false, fault: { code: 'busy', detail: '' } };
    page.opened.push(identity);
    return { ok: true, source: streams(baudRate) };
  };
  const world = createWorld({
    ports: {
      pick: async (baudRate) => ({ ok: true, source: streams(baudRate) }),
      granted: async () => page.plugged,
      use,
    },
  });
  const phase = (which: 'reconnecting' | 'streaming') => {
    const { session } = world.tidemark.board.getState().connection;
    world.worker.say({ ...streaming(session), phase: which });
  };
  return { ...world, page, phase };
}

async function connected(
  plugged: readonly GrantedPort[] = [],
): Promise<ReturnType<typeof createPage>> {
  const world = createPage();
  world.page.plugged = [...plugged];
  // Streams cannot be cloned here, where they would be transferred.
  world.worker.postMessage = (message) => world.worker.heard.push(message);
  await world.tidemark.connectBoard();
  world.worker.say(streaming(1));
  return world;
}

const opens = (world: World) => heardOf(world.worker, 'open');
/** A port that is plugged in anew has another identity. */
const port = (nth = 0, identity = nth): GrantedPort => ({
  key: { ...KEY, nth },
  identity,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('where the worker has no serial ports', () => {
  it('the page looks for a lost board, and hands its streams over as the same board', async () => {
    const world = await connected();
    world.phase('reconnecting');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(opens(world)).toHaveLength(1);
    world.page.plugged = [port()];
    world.page.busy = true;
    await vi.advanceTimersByTimeAsync(3000);
    expect(world.tidemark.notices.getState().notices).toEqual([]);
    world.page.busy = false;
    await vi.advanceTimersByTimeAsync(1100);
    expect(opens(world).map(({ again }) => again ?? false)).toEqual([false, true]);
    const used = world.page.used.length;
    await vi.advanceTimersByTimeAsync(5000);
    expect(world.page.used).toHaveLength(used);
  });

  it('the page stops looking when the person says so', async () => {
    const world = await connected();
    world.phase('reconnecting');
    await vi.advanceTimersByTimeAsync(500);
    world.tidemark.disconnect();
    world.worker.say({ ...streaming(1), phase: 'idle' });
    world.page.plugged = [port()];
    await vi.advanceTimersByTimeAsync(5000);
    expect([opens(world).length, world.page.used]).toEqual([1, []]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('the page does not guess between ports alike: the person is asked', async () => {
    const world = await connected();
    world.page.plugged = [port(0, 5), port(1, 6)];
    world.phase('reconnecting');
    await vi.advanceTimersByTimeAsync(3000);
    expect([world.page.used, heardOf(world.worker, 'close')]).toEqual([[], []]);
    const choices = [
      { id: 5, key: { ...KEY, nth: 0 } },
      { id: 6, key: { ...KEY, nth: 1 } },
    ];
    const asked = () => world.tidemark.board.getState().connection;
    expect(asked()).toMatchObject({ phase: 'reconnecting', choices });
    // The worker knows nothing of the question: it stands.
    world.phase('reconnecting');
    expect(asked().choices).toEqual(choices);
    world.tidemark.choosePort(6);
    await vi.advanceTimersByTimeAsync(200);
    expect(world.page.opened).toEqual([6]);
    expect(opens(world).map(({ again }) => again ?? false)).toEqual([false, true]);
    expect(asked().choices).toEqual([]);
  });

  it('the question is withdrawn with the search, and when one of them goes', async () => {
    const world = await connected();
    const choices = () => world.tidemark.board.getState().connection.choices.length;
    world.page.plugged = [port(0, 5), port(1, 6)];
    world.phase('reconnecting');
    await vi.advanceTimersByTimeAsync(3000);
    expect(choices()).toBe(2);
    world.tidemark.disconnect();
    expect([choices(), vi.getTimerCount()]).toEqual([0, 0]);
    world.phase('reconnecting');
    await vi.advanceTimersByTimeAsync(3000);
    expect(choices()).toBe(2);
    world.page.plugged = [port(0, 5)];
    await vi.advanceTimersByTimeAsync(1100);
    expect([choices(), world.page.opened]).toEqual([0, [5]]);
  });

  it('a board alike that was there beside it is not taken for it', async () => {
    const world = await connected([port(0, 1), port(1, 2)]);
    world.page.plugged = [port(1, 2)];
    world.phase('reconnecting');
    await vi.advanceTimersByTimeAsync(5000);
    expect(world.page.opened).toEqual([]);
    world.page.plugged = [port(0, 3), port(1, 2)];
    await vi.advanceTimersByTimeAsync(1100);
    expect(world.page.opened).toEqual([3]);
  });

  it('another baud rate opens the port anew', async () => {
    const world = await connected();
    world.page.plugged = [port()];
    world.tidemark.chooseBaudRate(9600);
    world.worker.say({ ...streaming(1), phase: 'idle' });
    await vi.advanceTimersByTimeAsync(500);
    expect(world.page.used).toEqual([9600]);
    expect(opens(world).map(({ source }) => source)).toMatchObject([
      { baudRate: 115_200 },
      { baudRate: 9600 },
    ]);
  });
});

describe('the parameters of a board', () => {
  it('are not shown as confirmed while it is away, and what the person edits stays', () => {
    const { tidemark, connectTo, worker } = createWorld();
    connectTo();
    tidemark.tuning.getState().edit({ gamma: 3 });
    const { session } = tidemark.board.getState().connection;
    worker.say({ type: 'board-parameters', session, parameters: null, own: {}, older: null });
    expect(tidemark.tuning.getState()).toMatchObject({ board: null, editing: { gamma: 3 } });
    const parameters = { ...DEFAULT_PARAMETERS, gamma: 2 };
    worker.say({ type: 'board-parameters', session, parameters, own: {}, older: null });
    expect(tidemark.tuning.getState()).toMatchObject({
      board: { gamma: 2 },
      editing: { gamma: 3 },
      edited: true,
    });
  });
});

describe('the picker', () => {
  it('is a phase of its own, and closing it gives back what was before', async () => {
    let close: (picked: PickedSource) => void = () => undefined;
    const { tidemark } = createWorld({
      ports: {
        pick: () =>
          new Promise((resolve) => {
            close = resolve;
          }),
      },
    });
    const asking = tidemark.connectBoard();
    expect(tidemark.board.getState().connection.phase).toBe('asking');
    close({ ok: false, fault: { code: 'cancelled', detail: '' } });
    await asking;
    expect(tidemark.board.getState().connection.phase).toBe('idle');
  });

  it('is not asked for where there are no serial ports: the phase says so', async () => {
    const { tidemark, worker } = createWorld({ serialFault: { code: 'unsupported', detail: '' } });
    expect(tidemark.board.getState().connection).toMatchObject({
      phase: 'unsupported',
      fault: { code: 'unsupported' },
    });
    tidemark.connectVirtual();
    worker.say(streaming(1));
    worker.say({ ...streaming(1), phase: 'idle' });
    expect(tidemark.board.getState().connection.phase).toBe('unsupported');
  });
});

describe('the baud rate', () => {
  it('is kept for the next visit, and used for the next port', async () => {
    let text: string | null = null;
    const storage = {
      getItem: () => text,
      setItem: (_key: string, value: string) => {
        text = value;
      },
    };
    createWorld({ storage }).tidemark.chooseBaudRate(57_600);
    const asked: number[] = [];
    const { tidemark } = createWorld({
      storage,
      ports: {
        pick: async (baudRate) => {
          asked.push(baudRate);
          return { ok: false, fault: { code: 'cancelled', detail: '' } };
        },
      },
    });
    await tidemark.connectBoard();
    expect(asked).toEqual([57_600]);
  });
});
