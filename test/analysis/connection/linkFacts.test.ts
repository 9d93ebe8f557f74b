import { describe, expect, it } from 'vitest';
import { NO_LINK_ERRORS } from '../../../src/board/link.ts';
import { createBench } from '../fixtures/bench.ts';
import { createUsbBench, streaming } from '../fixtures/usbBench.ts';

describe('what the port recovered from', () => {
  it('is counted over all links of a session, and from zero for the next', async () => {
    const bench = await streaming();
    bench.own.errors = { overruns: 2, framing: 1, parity: 0, breaks: 3 };
    bench.usb.unplug(bench.own);
    await bench.settle();
    bench.own.errors = { overruns: 1, framing: 0, parity: 5, breaks: 1 };
    bench.usb.plug(bench.own);
    await bench.pass(1500);
    expect(bench.last('health').health.lineErrors).toEqual({
      overruns: 3,
      framing: 1,
      parity: 5,
      breaks: 4,
    });
    bench.own.errors = NO_LINK_ERRORS;
    bench.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await bench.pass(1100);
    expect(bench.last('health').health.lineErrors).toEqual(NO_LINK_ERRORS);
  });
});

describe('what was dropped of the lines', () => {
  it('is counted over a board that the page found again, and from zero for the next', async () => {
    const { usb } = createUsbBench();
    const bench = createBench(() => usb.open(), { ports: { ...usb, looksFor: () => 'page' } });
    const own = usb.board('e6');
    usb.plug(own);
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.settle();
    own.say('s,1,100,not a number\n');
    await bench.pass(1100);
    expect(bench.last('health').health.invalidLines).toBe(1);

    usb.unplug(own);
    await bench.pass(200);
    usb.plug(own);
    bench.send({ type: 'open', session: 2, source: { kind: 'virtual' }, again: true });
    await bench.pass(1100);
    expect(bench.last('health').health.invalidLines).toBe(1);

    bench.send({ type: 'open', session: 3, source: { kind: 'virtual' } });
    await bench.pass(1100);
    expect(bench.last('health').health.invalidLines).toBe(0);
  });
});

describe('a port that is open but of no use', () => {
  it('because nothing comes is said to be silent, until something does', async () => {
    const bench = createUsbBench();
    const own = bench.usb.board(null);
    bench.usb.plug(own);
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.pass(3200);
    expect(bench.last('connection').hint).toBe('silent');
    own.say('12.5\n');
    await bench.pass(200);
    expect(bench.last('connection').hint).toBeNull();
  });

  it('because the baud rate is wrong is said to be garbage', async () => {
    const bench = createUsbBench();
    const own = bench.usb.board(null);
    bench.usb.plug(own);
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.settle();
    own.link?.arrive(Uint8Array.from({ length: 400 }, (_, at) => (at * 167) % 256));
    await bench.pass(2200);
    expect(bench.last('connection').hint).toBe('garbage');
  });

  it.each(['busy', 'busy-here'] as const)('because it is %s is said to be so', async (code) => {
    const bench = createUsbBench();
    const own = bench.usb.board('e6');
    own.heldBy = code;
    bench.usb.plug(own);
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.settle();
    expect(bench.last('connection')).toMatchObject({ phase: 'busy', fault: { code } });
  });
});
