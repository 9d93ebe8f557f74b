import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSerialLink } from '../../src/board/webSerialLink.ts';
import { MemorySerialPort } from './memorySerialPort.ts';

/** Web Locks as far as names go, with a tab beside this one. */
class Locks {
  readonly held = new Set<string>();
  async request(name: string, task: () => Promise<void>) {
    this.held.add(name);
    await task();
    this.held.delete(name);
  }
  async query() {
    return { held: [...this.held].map((name) => ({ name })) };
  }
}

const OTHER_TAB = 'tidemark port 11914:5 another-tab';
let locks: Locks;
let ports: MemorySerialPort[];
beforeEach(() => {
  locks = new Locks();
  ports = [new MemorySerialPort()];
  vi.stubGlobal('navigator', { locks, serial: { getPorts: async () => ports } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const open = (port: MemorySerialPort) => openSerialLink(port, { baudRate: 115_200 });

function firstPort(): MemorySerialPort {
  const [port] = ports;
  if (!port) throw new Error('no port');
  return port;
}

it('a port is noted as ours while it is open, and not longer', async () => {
  const opened = await open(firstPort());
  if (!opened.ok) throw new Error(opened.fault.code);
  expect([...locks.held]).toEqual([expect.stringMatching(/^tidemark port 11914:5 ./)]);
  await opened.link.close();
  await expect.poll(() => locks.held.size).toBe(0);
});

it('the only port that another tab can have is not even opened', async () => {
  locks.held.add(OTHER_TAB);
  expect(await open(firstPort())).toMatchObject({ ok: false, fault: { code: 'busy-here' } });
  expect(firstPort().isOpen).toBe(false);
});

it('of two alike the free one is opened, and the other said to be in another tab', async () => {
  ports.push(new MemorySerialPort());
  locks.held.add(OTHER_TAB);
  firstPort().heldElsewhere = true;
  expect(await open(firstPort())).toMatchObject({ ok: false, fault: { code: 'busy-here' } });
  const [, second] = ports;
  expect(second && (await open(second))).toMatchObject({ ok: true });
});

it('a port that no tab of ours has is held by another program', async () => {
  locks.held.add('tidemark port 9025:66 another-tab');
  firstPort().heldElsewhere = true;
  expect(await open(firstPort())).toMatchObject({ ok: false, fault: { code: 'busy' } });
});

it('our own note does not keep us from opening again', async () => {
  await open(firstPort());
  expect(locks.held.size).toBe(1);
  expect(await open(new MemorySerialPort())).toMatchObject({ ok: true });
});
