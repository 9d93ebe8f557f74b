import { beforeEach, describe, expect, it } from 'vitest';
import { type Link, NO_LINK_ERRORS } from '../../src/board/link.ts';
import { openSerialLink } from '../../src/board/webSerialLink.ts';
import { FAR_END_CASES, LINK_CASES, type LinkRig } from './linkContract.ts';
import { MemorySerialPort } from './memorySerialPort.ts';

let port: MemorySerialPort;
beforeEach(() => {
  port = new MemorySerialPort();
});

async function opened(): Promise<Link> {
  const result = await openSerialLink(port, { baudRate: 115_200 });
  if (!result.ok) throw new Error(result.fault.detail);
  return result.link;
}

async function readText(link: Link, length: number): Promise<string> {
  const reader = link.readable.getReader();
  let words = '';
  while (words.length < length) {
    const { done, value } = await reader.read();
    if (done) break;
    words += new TextDecoder().decode(value);
  }
  reader.releaseLock();
  return words;
}

const bytes = (words: string) => new TextEncoder().encode(words);

describe('a Web Serial link keeps the contract of links', () => {
  const rig = (): LinkRig => ({
    async open() {
      if (!port.connected) port.plugIn();
      return opened();
    },
    async unplug() {
      port.unplug();
    },
    far: {
      async send(chunk) {
        port.send(chunk);
      },
      received: (atLeast) => port.received(atLeast),
    },
  });
  for (const { name, run } of [...LINK_CASES, ...FAR_END_CASES]) {
    it(name, async () => {
      await run(rig());
      expect(port.unlocked).toBe(true);
    });
  }
});

describe('opening a port', () => {
  it('raises DTR, leaves RTS alone and asks for at least 64 KiB of buffer', async () => {
    const link = await opened();
    expect(port.signals).toEqual([{ dataTerminalReady: true }]);
    expect(port.options?.baudRate).toBe(115_200);
    expect(port.options?.bufferSize).toBeGreaterThanOrEqual(65_536);
    await link.close();
  });

  it('goes on without DTR where the driver refuses it, and says so', async () => {
    port.refusesSignals = true;
    const result = await openSerialLink(port, { baudRate: 115_200 });
    expect(result).toMatchObject({ ok: true, signalsRefused: true });
    if (!result.ok) return;
    port.send(bytes('still here'));
    expect(await readText(result.link, 10)).toBe('still here');
    await result.link.close();
  });

  it('says busy when another program holds the port, with the words of the browser', async () => {
    port.heldElsewhere = true;
    const result = await openSerialLink(port, { baudRate: 115_200 });
    expect(result).toMatchObject({ ok: false, fault: { code: 'busy' } });
    expect(!result.ok && result.fault.detail).toContain('Failed to open serial port');
  });

  it('says busy when this page has it open already, and the open link lives on', async () => {
    const link = await opened();
    const second = await openSerialLink(port, { baudRate: 115_200 });
    expect(second).toMatchObject({ ok: false, fault: { code: 'busy' } });
    port.send(bytes('on'));
    expect(await readText(link, 2)).toBe('on');
    await link.close();
  });

  it('says gone when the board was unplugged meanwhile', async () => {
    port.connected = false;
    const result = await openSerialLink(port, { baudRate: 115_200 });
    expect(result).toMatchObject({ ok: false, fault: { code: 'gone' } });
  });

  it('lets the port go again when it is called off while opening', async () => {
    const off = new AbortController();
    const opening = openSerialLink(port, { baudRate: 115_200, signal: off.signal });
    off.abort();
    expect(await opening).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
    const link = await opened();
    await link.close();
  });
});

describe('closing a port', () => {
  it('waits for what was written to leave', async () => {
    const link = await opened();
    const release = port.holdWrites();
    const writing = Promise.all([link.write(bytes('stop,')), link.write(bytes('1'))]);
    const closing = link.close();
    await new Promise((resolve) => setTimeout(resolve));
    release();
    await Promise.all([writing, closing]);
    expect(new TextDecoder().decode(await port.received(6))).toBe('stop,1');
  });

  it('does not wait for ever for a board that takes nothing', async () => {
    const link = await opened();
    const release = port.holdWrites();
    const writing = link.write(bytes('stop,1')).then(
      () => 'written',
      () => 'rejected',
    );
    await link.close();
    expect(await link.closed).toEqual({ reason: 'closed' });
    release();
    await writing;
  });
});

describe('errors of reading', () => {
  for (const [errorName, counter] of [
    ['BufferOverrunError', 'overruns'],
    ['FramingError', 'framing'],
    ['BreakError', 'breaks'],
    ['ParityError', 'parity'],
  ] as const) {
    it(`reads on after ${errorName} and counts it`, async () => {
      const result = await openSerialLink(port, { baudRate: 115_200 });
      if (!result.ok) throw new Error(result.fault.detail);
      port.send(bytes('before '));
      expect(await readText(result.link, 7)).toBe('before ');
      const later = readText(result.link, 5);
      await new Promise((resolve) => setTimeout(resolve));
      port.failReading(errorName);
      await new Promise((resolve) => setTimeout(resolve));
      port.send(bytes('after'));
      expect(await later).toBe('after');
      expect(result.errors()).toEqual({ ...NO_LINK_ERRORS, [counter]: 1 });
      await result.link.close();
      expect(port.unlocked).toBe(true);
    });
  }

  it('reads on when the error came while nobody was reading', async () => {
    const link = await opened();
    port.send(bytes('1'));
    port.send(bytes('2'));
    await new Promise((resolve) => setTimeout(resolve));
    port.failReading('BufferOverrunError');
    port.send(bytes('3'));
    expect(await readText(link, 3)).toBe('123');
    await link.close();
  });

  it('is lost when the device is, in the words of the browser, and lets the port go', async () => {
    const link = await opened();
    const reading = readText(link, 1);
    await new Promise((resolve) => setTimeout(resolve));
    port.failReading('NetworkError');
    expect(await reading).toBe('');
    expect(await link.closed).toMatchObject({
      reason: 'lost',
      detail: expect.stringContaining('NetworkError'),
    });
    expect(port.unlocked).toBe(true);
    const again = await opened();
    await again.close();
  });

  it('reads only as fast as it is read from', async () => {
    const link = await opened();
    for (let index = 0; index < 100; index += 1) port.send(bytes('x'));
    await new Promise((resolve) => setTimeout(resolve));
    const reader = link.readable.getReader();
    await reader.read();
    expect(port.waiting).toBeGreaterThan(90);
    reader.releaseLock();
    await link.close();
  });
});
