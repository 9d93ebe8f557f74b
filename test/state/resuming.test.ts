import { describe, expect, it } from 'vitest';
import type { GrantedPort } from '../../src/board/portPicker.ts';
import { heardOf } from '../analysis/fixtures/scriptedWorker.ts';
import { createWorld, ONE_BOARD, streaming } from './world.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const KEY = { usbVendorId: 1, usbProductId: 2, nth: 0 };
const PORT: GrantedPort = { key: KEY, identity: 1 };
const PORTS = {
  ...ONE_BOARD,
  granted: async () => [PORT],
  use: async (port: GrantedPort, baudRate: number) =>
    ({ ok: true, source: { kind: 'serial', port: port.key, baudRate } }) as const,
};
const RECORDING = {
  type: 'recording',
  state: { phase: 'recording', fileName: 'a-b1.tidemark', bytes: 9, roomLeftMs: null },
} as const;

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('an analysis worker that dies', () => {
  it('is followed by one that opens the same board, and goes on in the same file', async () => {
    const { tidemark, worker } = createWorld({ ports: PORTS });
    await tidemark.connectBoard();
    worker.say(streaming(1));
    worker.say(RECORDING);
    worker.die('out of memory');
    await settled();
    expect(heardOf(worker, 'open').at(-1)).toMatchObject({
      session: 2,
      source: { kind: 'serial', port: KEY },
      recordInto: 'a-b1.tidemark',
      patient: true,
    });
    expect(tidemark.notices.getState().notices.at(-1)).toMatchObject({ kind: 'done' });
  });

  it('again and again is left alone, and what it says stays on the screen', async () => {
    const { tidemark, worker } = createWorld({ ports: PORTS });
    await tidemark.connectBoard();
    for (let session = 1; session <= 6; session++) {
      worker.say(streaming(session));
      worker.die('a bug');
      await settled();
    }
    expect(heardOf(worker, 'open').length).toBeLessThan(6);
    expect(tidemark.board.getState().connection).toMatchObject({
      phase: 'lost',
      fault: { code: 'worker-died' },
    });
  });

  it('while no board was there opens none', async () => {
    const { worker } = createWorld({ ports: PORTS });
    worker.say({ type: 'ready', hasSerial: true });
    worker.die('');
    await settled();
    expect(heardOf(worker, 'open')).toEqual([]);
  });
});

describe('a page that is loaded again', () => {
  it('connects to the board that this tab had, if it may', async () => {
    const tabStorage = storage();
    const before = createWorld({ ports: PORTS, tabStorage });
    await before.tidemark.connectBoard();
    before.worker.say(streaming(1));
    const { worker } = createWorld({ ports: PORTS, tabStorage });
    worker.say({ type: 'ready', hasSerial: true });
    await settled();
    expect(heardOf(worker, 'open')).toMatchObject([
      { source: { kind: 'serial', port: KEY }, patient: true },
    ]);
  });

  it('connects to none after the person disconnected, nor where the board is not granted', async () => {
    const tabStorage = storage();
    const before = createWorld({ ports: PORTS, tabStorage });
    await before.tidemark.connectBoard();
    before.worker.say(streaming(1));
    const other = createWorld({ ports: { ...PORTS, granted: async () => [] }, tabStorage });
    other.worker.say({ type: 'ready', hasSerial: true });
    await settled();
    expect(heardOf(other.worker, 'open')).toEqual([]);
    before.tidemark.disconnect();
    const { worker } = createWorld({ ports: PORTS, tabStorage });
    worker.say({ type: 'ready', hasSerial: true });
    await settled();
    expect(heardOf(worker, 'open')).toEqual([]);
  });
});

describe('leaving the page', () => {
  it('is asked about while samples or labels are in no file, and only then', async () => {
    const { tidemark, worker, connectTo, sayHealth } = createWorld();
    const isUnkept = () => tidemark.recordings.getState().isUnkept;
    connectTo();
    worker.say(RECORDING);
    sayHealth({ samples: 100 });
    expect(isUnkept()).toBe(false);
    worker.say({ type: 'recording', state: { phase: 'off' } });
    expect(isUnkept()).toBe(false);
    sayHealth({ samples: 200 });
    expect(isUnkept()).toBe(true);
    // Of another source nothing is lost yet.
    tidemark.openRecording(new Blob(['']), 'x');
    expect(isUnkept()).toBe(false);
    tidemark.labels.getState().add({ channel: 0, fromMs: 1, toMs: 2, name: 'true anomaly' });
    const asked = heardOf(worker, 'stored-recordings').at(-1);
    expect(asked?.question).toMatchObject({ kind: 'label', after: [{ fromMs: 1 }] });
    worker.say({
      type: 'done',
      call: 'stored-recordings',
      request: asked?.request ?? 0,
      result: { kind: 'failed', fault: { code: 'no-storage', detail: '' } },
    });
    await settled();
    expect(isUnkept()).toBe(true);
    expect(tidemark.notices.getState().notices.at(-1)).toMatchObject({
      fault: { code: 'not-kept' },
    });
  });
});
