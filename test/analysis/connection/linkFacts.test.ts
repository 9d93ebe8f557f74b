import { describe, expect, it } from 'vitest';
import { NO_LINK_ERRORS } from '../../../src/board/link.ts';
import { createDesk, streaming } from '../fixtures/usbDesk.ts';

describe('what the port recovered from', () => {
  it('is counted over all links of a session, and from zero for the next', async () => {
    const desk = await streaming();
    desk.own.errors = { overruns: 2, framing: 1, parity: 0, breaks: 3 };
    desk.usb.unplug(desk.own);
    await desk.settle();
    desk.own.errors = { overruns: 1, framing: 0, parity: 5, breaks: 1 };
    desk.usb.plug(desk.own);
    await desk.pass(1500);
    expect(desk.last('health').health.lineErrors).toEqual({
      overruns: 3,
      framing: 1,
      parity: 5,
      breaks: 4,
    });
    desk.own.errors = NO_LINK_ERRORS;
    desk.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await desk.pass(1100);
    expect(desk.last('health').health.lineErrors).toEqual(NO_LINK_ERRORS);
  });
});

describe('a port that is open but of no use', () => {
  it('because nothing comes is said to be silent, until something does', async () => {
    const desk = createDesk();
    const own = desk.usb.board(null);
    desk.usb.plug(own);
    desk.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await desk.pass(3200);
    expect(desk.last('connection').hint).toBe('silent');
    own.say('12.5\n');
    await desk.pass(200);
    expect(desk.last('connection').hint).toBeNull();
  });

  it('because the baud rate is wrong is said to be garbage', async () => {
    const desk = createDesk();
    const own = desk.usb.board(null);
    desk.usb.plug(own);
    desk.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await desk.settle();
    own.link?.arrive(Uint8Array.from({ length: 400 }, (_, at) => (at * 167) % 256));
    await desk.pass(2200);
    expect(desk.last('connection').hint).toBe('garbage');
  });

  it.each(['busy', 'busy-here'] as const)('because it is %s is said to be so', async (code) => {
    const desk = createDesk();
    const own = desk.usb.board('e6');
    own.heldBy = code;
    desk.usb.plug(own);
    desk.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await desk.settle();
    expect(desk.last('connection')).toMatchObject({ phase: 'busy', fault: { code } });
  });
});
