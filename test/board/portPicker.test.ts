import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { grantedPort, onPortsChanged, portIdentity } from '../../src/board/grantedPort.ts';
import {
  grantedPorts,
  pickPort,
  serialAvailability,
  sourceForGranted,
} from '../../src/board/portPicker.ts';
import { streamsLink } from '../../src/board/streamsLink.ts';
import { MemorySerialPort } from './memorySerialPort.ts';

/** The browser's list of granted ports, and its picker. */
class Ports extends EventTarget {
  granted: MemorySerialPort[] = [];
  picked: MemorySerialPort | DOMException = new DOMException('none', 'NotFoundError');
  asked: unknown[] = [];

  async getPorts() {
    return [...this.granted];
  }

  async requestPort(options?: unknown) {
    this.asked.push(options);
    if (this.picked instanceof DOMException) throw this.picked;
    return this.picked;
  }
}

let serial: Ports;
beforeEach(() => {
  serial = new Ports();
  vi.stubGlobal('navigator', { serial });
  vi.stubGlobal('isSecureContext', true);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function twoPicos(): [MemorySerialPort, MemorySerialPort] {
  const ports: [MemorySerialPort, MemorySerialPort] = [
    new MemorySerialPort(),
    new MemorySerialPort(),
  ];
  serial.granted = [...ports];
  return ports;
}

describe('whether there is Web Serial', () => {
  it('says nothing where there is', () => {
    expect(serialAvailability()).toBeNull();
  });

  it('asks for a secure page before anything else: there the API is hidden too', () => {
    vi.stubGlobal('isSecureContext', false);
    vi.stubGlobal('navigator', {});
    expect(serialAvailability()).toMatchObject({ code: 'insecure' });
  });

  it('says unsupported where the API is missing, and lists no ports', async () => {
    vi.stubGlobal('navigator', {});
    expect(serialAvailability()).toMatchObject({ code: 'unsupported' });
    expect(await grantedPorts()).toEqual([]);
    const key = { usbVendorId: null, usbProductId: null, nth: 0 };
    expect(await grantedPort(key)).toMatchObject({ ok: false, fault: { code: 'unsupported' } });
  });

  it('says forbidden where the page’s policy excludes serial', () => {
    vi.stubGlobal('document', { featurePolicy: { allowsFeature: () => false } });
    expect(serialAvailability()).toMatchObject({ code: 'forbidden' });
  });
});

describe('the picker', () => {
  it('offers every port: it is asked without filters', async () => {
    const [pico] = twoPicos();
    serial.picked = pico;
    await pickPort(true, 115_200);
    expect(serial.asked).toEqual([undefined]);
  });

  it('gives the worker a key by which it finds the very port that was picked', async () => {
    const [, second] = twoPicos();
    serial.picked = second;
    const result = await pickPort(true, 115_200);
    if (!result.ok || result.source.kind !== 'serial') throw new Error('no serial source');
    expect(result.source.port).toEqual({ usbVendorId: 0x2e8a, usbProductId: 5, nth: 1 });
    const found = await grantedPort(result.source.port);
    expect(found.ok && found.port).toBe(second);
    expect(second.options).toBeNull();
  });

  it('opens the port itself where workers have no serial, and hands on a working link', async () => {
    const [pico] = twoPicos();
    serial.picked = pico;
    const result = await pickPort(false, 115_200);
    if (!result.ok || result.source.kind !== 'streams') throw new Error('no streams');
    const link = streamsLink(result.source);
    const reader = link.readable.getReader();
    pico.send(new Uint8Array([7]));
    expect((await reader.read()).value).toEqual(new Uint8Array([7]));
    pico.failReading('ParityError');
    pico.send(new Uint8Array([8]));
    expect((await reader.read()).value).toEqual(new Uint8Array([8]));
    await link.write(new Uint8Array([9]));
    expect(await pico.received(1)).toEqual(new Uint8Array([9]));
    await link.close();
    await expect.poll(() => pico.isOpen).toBe(false);
  });

  it.each([
    ['NotFoundError', 'cancelled'],
    ['SecurityError', 'forbidden'],
  ])('turns %s into %s', async (errorName, code) => {
    serial.picked = new DOMException('said the browser', errorName);
    expect(await pickPort(true, 115_200)).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('ports granted before', () => {
  it('are named by their ids, without those that are unplugged', async () => {
    const [first, second] = twoPicos();
    first.connected = false;
    expect(await grantedPorts()).toEqual([
      {
        key: { usbVendorId: 0x2e8a, usbProductId: 5, nth: 1 },
        identity: portIdentity(second),
      },
    ]);
    second.connected = false;
    expect(await grantedPorts()).toEqual([]);
  });

  it('are gone when they were unplugged or taken back meanwhile', async () => {
    twoPicos();
    const [granted] = await grantedPorts();
    if (granted === undefined) throw new Error('no port');
    serial.granted = [];
    expect(await sourceForGranted(granted, true, 115_200)).toMatchObject({ ok: true });
    expect(await sourceForGranted(granted, false, 115_200)).toMatchObject({
      ok: false,
      fault: { code: 'gone' },
    });
  });

  it('tell when they come and go, until nobody listens', () => {
    let changes = 0;
    const stop = onPortsChanged(() => {
      changes += 1;
    });
    serial.dispatchEvent(new Event('connect'));
    serial.dispatchEvent(new Event('disconnect'));
    stop();
    serial.dispatchEvent(new Event('connect'));
    expect(changes).toBe(2);
  });
});
