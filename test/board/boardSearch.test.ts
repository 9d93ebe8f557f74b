import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoardSearch,
  type PortChoice,
  startBoardSearch,
} from '../../src/board/boardSearch.ts';

const OURS = 'ours';
const PICO = { usbVendorId: 0x2e8a, usbProductId: 5 };

/** Ports with boards behind them, a clock, and a search for ours among them. */
function createRoom({ hasId = true, others = [] as number[] } = {}) {
  let now = 0;
  let lastIdentity = 0;
  const plugged = new Map<number, string | null>();
  const listeners = new Set<() => void>();
  const tried: number[] = [];
  /** Those of them that could be opened. */
  const answered: number[] = [];
  const offers: (readonly PortChoice[])[] = [];
  let busy = false;
  let looks = 0;
  let underWay = 0;
  let found: number | null = null;

  async function tryOut(identity: number, named: boolean, alone: boolean) {
    tried.push(identity);
    underWay += 1;
    if (underWay > 1) throw new Error('two ports are tried at once');
    await Promise.resolve();
    underWay -= 1;
    const board = plugged.get(identity);
    if (busy || board === undefined) return 'failed';
    answered.push(identity);
    if (named && board !== null && board !== OURS) return 'other';
    if (named && board === null && !alone) return 'unnamed';
    found = identity;
    return 'taken';
  }

  const search: BoardSearch = startBoardSearch({
    candidates: async () => {
      looks += 1;
      return [...plugged.keys()].map((identity) => ({ identity, key: PICO }));
    },
    onPortsChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tryOut: ({ identity }, alone) => tryOut(identity, hasId, alone),
    take: ({ identity }) => tryOut(identity, false, true),
    offer: (choices) => offers.push(choices),
    hasId,
    others: new Set(others),
    nowMs: () => now,
  });

  const room = {
    search,
    tried,
    answered,
    offers,
    listeners,
    looks: () => looks,
    found: () => found,
    setBusy: (is: boolean) => {
      busy = is;
    },
    event: () => {
      for (const listener of listeners) listener();
    },
    plug(board: string | null): number {
      lastIdentity += 1;
      plugged.set(lastIdentity, board);
      room.event();
      return lastIdentity;
    },
    unplug(identity: number) {
      plugged.delete(identity);
      room.event();
    },
    plugged,
    async pass(ms: number) {
      for (let passed = 0; passed < ms; passed += 50) {
        now += 50;
        search.tick();
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      }
    },
  };
  return room;
}

describe('a search for a board', () => {
  it('reads a burst of events once, when it has settled', async () => {
    const room = createRoom();
    await room.pass(1000);
    const looks = room.looks();
    room.plug(OURS);
    for (let event = 0; event < 4; event++) {
      await room.pass(100);
      room.event();
    }
    expect(room.looks()).toBe(looks);
    await room.pass(200);
    expect(room.looks()).toBe(looks + 1);
    expect(room.tried).toHaveLength(1);
    expect(room.found()).toBe(1);
  });

  it('does not let events that never settle hold it up', async () => {
    const room = createRoom();
    room.plug(OURS);
    for (let burst = 0; burst < 8; burst++) {
      room.event();
      await room.pass(100);
    }
    expect(room.found()).toBe(1);
  });

  it('goes on for as long as it takes, at most a second apart', async () => {
    const room = createRoom();
    await room.pass(60_000);
    const looks = room.looks();
    expect(looks).toBeGreaterThanOrEqual(55);
    await room.pass(10_000);
    expect(room.looks() - looks).toBeGreaterThanOrEqual(9);
    expect(room.looks() - looks).toBeLessThanOrEqual(11);
  });

  it('tries a port that is held by somebody else until it is free', async () => {
    const room = createRoom();
    room.setBusy(true);
    room.plug(OURS);
    await room.pass(30_000);
    expect(room.found()).toBeNull();
    room.setBusy(false);
    await room.pass(1100);
    expect(room.found()).toBe(1);
    expect(room.offers.flat()).toEqual([]);
  });

  it('opens a board with another id once, and waits for ours', async () => {
    const room = createRoom();
    const stranger = room.plug('another');
    await room.pass(5000);
    expect(room.tried).toEqual([stranger]);
    const ours = room.plug(OURS);
    await room.pass(500);
    expect(room.found()).toBe(ours);
    expect(room.tried).toEqual([stranger, ours]);
  });

  it('asks when several are alike and none is ours, and withdraws it when ours comes', async () => {
    const room = createRoom();
    room.plug('another');
    room.plug('third');
    await room.pass(1000);
    expect(room.offers).toEqual([
      [
        { id: 1, key: PICO },
        { id: 2, key: PICO },
      ],
    ]);
    await room.pass(5000);
    expect(room.tried).toEqual([1, 2]);
    room.plug(OURS);
    await room.pass(500);
    expect(room.found()).toBe(3);
    expect(room.offers.at(-1)).toEqual([]);
  });

  it('takes whichever the person chooses', async () => {
    const room = createRoom();
    room.plug('another');
    room.plug('third');
    await room.pass(1000);
    room.search.choose(99);
    await room.pass(200);
    expect(room.found()).toBeNull();
    room.search.choose(2);
    await room.pass(200);
    expect(room.found()).toBe(2);
  });

  it('does not guess between boards that have no id: it opens none of them', async () => {
    const room = createRoom({ hasId: false });
    room.plug(null);
    room.plug(null);
    await room.pass(3000);
    expect(room.tried).toEqual([]);
    expect(room.offers.at(-1)).toHaveLength(2);
    room.unplug(1);
    await room.pass(500);
    expect(room.found()).toBe(2);
  });

  it('never opens a port that was there beside ours', async () => {
    const room = createRoom({ hasId: false, others: [1] });
    expect(room.plug(null)).toBe(1);
    await room.pass(5000);
    expect(room.tried).toEqual([]);
    const ours = room.plug(null);
    await room.pass(500);
    expect(room.found()).toBe(ours);
  });

  it('goes on without a board that turned out to be another', async () => {
    const room = createRoom();
    const silent = room.plug(null);
    await room.pass(500);
    expect(room.found()).toBe(silent);
    room.search.resumeWithout(silent);
    const ours = room.plug(OURS);
    await room.pass(1000);
    expect(room.found()).toBe(ours);
    expect(room.tried).toEqual([silent, ours]);
  });

  it('that was stopped neither looks nor listens', async () => {
    const room = createRoom();
    await room.pass(1000);
    room.search.stop();
    const looks = room.looks();
    expect(room.listeners.size).toBe(0);
    room.plug(OURS);
    await room.pass(5000);
    expect([room.looks(), room.tried]).toEqual([looks, []]);
  });

  it('finds ours whatever comes and goes before, and opens no stranger twice', async () => {
    const step = fc.oneof(
      fc.constantFrom('plug ours', 'plug another', 'unplug', 'burst', 'busy', 'free'),
      fc.integer({ min: 50, max: 1500 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const room = createRoom();
        const isPlugged = () => [...room.plugged.values()].includes(OURS);
        for (const what of steps) {
          if (room.found() !== null) break;
          if (typeof what === 'number') await room.pass(what);
          else if (what === 'plug ours' && !isPlugged()) room.plug(OURS);
          else if (what === 'plug another') room.plug('another');
          else if (what === 'unplug') room.unplug([...room.plugged.keys()][0] ?? 0);
          else if (what === 'burst') for (let event = 0; event < 5; event++) room.event();
          else room.setBusy(what === 'busy');
        }
        room.setBusy(false);
        if (room.found() === null && !isPlugged()) room.plug(OURS);
        await room.pass(2500);
        const found = room.found();
        expect(found === null ? null : room.plugged.get(found)).toBe(OURS);
        expect(new Set(room.answered).size).toBe(room.answered.length);
        room.search.stop();
        expect(room.listeners.size).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
