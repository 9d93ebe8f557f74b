import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { createBench } from '../fixtures/bench.ts';
import { createDesk, streaming } from '../fixtures/usbDesk.ts';

describe('a board that is unplugged', () => {
  it('and comes back is found by itself, with nothing said meanwhile but that it is looked for', async () => {
    const desk = await streaming();
    const lostAtMs = desk.nowMs();
    desk.usb.unplug(desk.own);
    await desk.settle();
    await desk.pass(20_000);
    expect(desk.last('connection')).toMatchObject({ phase: 'reconnecting', lostAtMs, fault: null });
    desk.usb.plug(desk.own);
    await desk.pass(500);
    expect(desk.phases()).toEqual(['reconnecting', 'streaming']);
    expect(desk.last('connection')).toMatchObject({ identity: { id: 'e6' }, lostAtMs: null });
    expect(desk.usb.listeners()).toBe(0);
    expect(desk.own.opened).toBe(2);
  });

  it('but goes on by power of its own has lost what its numbers say', async () => {
    const desk = await streaming();
    desk.usb.unplug(desk.own);
    await desk.pass(3000);
    desk.own.sample(150);
    desk.usb.plug(desk.own);
    await desk.pass(500);
    desk.own.sample(5);
    await desk.settle();
    expect(desk.gaps()).toMatchObject([{ lost: 150 }]);
    expect(await desk.health()).toMatchObject({ samples: 15, lost: 150 });
  });

  it('and loses its power has a gap that nobody can count, however far its numbers are by then', async () => {
    const desk = await streaming();
    desk.usb.unplug(desk.own);
    await desk.pass(1000);
    desk.own.boot();
    await desk.pass(3000);
    desk.own.sample(40);
    desk.usb.plug(desk.own);
    await desk.pass(500);
    desk.own.sample(5);
    await desk.settle();
    expect(desk.gaps()).toMatchObject([{ lost: null }]);
    expect(await desk.health()).toMatchObject({ samples: 15, lost: 0 });
  });

  it('has parameters that are not known until it has said them again', async () => {
    const desk = await streaming();
    expect(desk.last('board-parameters').parameters).toEqual(DEFAULT_PARAMETERS);
    desk.usb.unplug(desk.own);
    await desk.settle();
    expect(desk.last('board-parameters').parameters).toBeNull();
    desk.own.parameters = { ...DEFAULT_PARAMETERS, gamma: 2 };
    desk.usb.plug(desk.own);
    await desk.pass(500);
    expect(desk.last('board-parameters').parameters).toMatchObject({ gamma: 2 });
  });

  it('is not looked for any more once the person stops it', async () => {
    const desk = await streaming();
    desk.usb.unplug(desk.own);
    await desk.pass(2000);
    desk.send({ type: 'close' });
    await desk.settle();
    desk.usb.plug(desk.own);
    await desk.pass(3000);
    expect(desk.phases()).toEqual(['reconnecting', 'idle']);
    expect([desk.own.opened, desk.usb.listeners()]).toEqual([1, 0]);
  });

  it('and is stopped while its hello is waited for is closed again', async () => {
    const desk = await streaming();
    desk.usb.unplug(desk.own);
    desk.own.deaf = ['hello'];
    desk.usb.plug(desk.own);
    await desk.pass(700);
    expect(desk.own.link).not.toBeNull();
    desk.send({ type: 'close' });
    await desk.pass(3000);
    expect(desk.own.link).toBeNull();
    expect(desk.phases()).toEqual(['reconnecting', 'idle']);
  });

  it('is opened as soon as nobody else holds it, without a word before', async () => {
    const desk = await streaming();
    desk.usb.unplug(desk.own);
    desk.own.heldBy = 'busy';
    desk.usb.plug(desk.own);
    await desk.pass(10_000);
    desk.own.heldBy = null;
    await desk.pass(1200);
    expect(desk.phases()).toEqual(['reconnecting', 'streaming']);
  });

  it('and without an id is taken back when it is the only one that has come', async () => {
    const desk = await streaming(null);
    desk.usb.unplug(desk.own);
    await desk.settle();
    desk.usb.plug(desk.own);
    await desk.pass(500);
    desk.own.say('2\n2\n2\n');
    await desk.pass(1300);
    expect(desk.phases()).toEqual(['reconnecting', 'streaming']);
    expect(desk.last('connection').kind).toBe('foreign');
  });
});

describe('boards alike', () => {
  it('are told apart by their ids', async () => {
    const desk = await streaming('e6');
    const other = desk.usb.board('f7');
    desk.usb.unplug(desk.own);
    desk.usb.plug(other);
    await desk.pass(2000);
    expect(desk.last('connection').phase).toBe('reconnecting');
    expect(desk.last('board-parameters').parameters).toBeNull();
    desk.usb.plug(desk.own);
    await desk.pass(500);
    expect(desk.last('connection')).toMatchObject({ phase: 'streaming', identity: { id: 'e6' } });
    expect([other.opened, other.link]).toEqual([1, null]);
  });

  it('that were there all along are left alone', async () => {
    const desk = createDesk();
    const [own, other] = [desk.usb.board('e6'), desk.usb.board('f7')];
    desk.usb.plug(own);
    desk.usb.plug(other);
    desk.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await desk.pass(500);
    desk.usb.unplug(own);
    await desk.pass(3000);
    expect(other.opened).toBe(0);
  });

  it('of which none is the one are asked about, and the person’s choice is taken', async () => {
    const desk = await streaming();
    const [second, third] = [desk.usb.board('f7'), desk.usb.board('08')];
    desk.usb.unplug(desk.own);
    desk.usb.plug(second);
    desk.usb.plug(third);
    await desk.pass(2000);
    const { choices, phase } = desk.last('connection');
    expect(phase).toBe('reconnecting');
    expect(choices).toHaveLength(2);
    desk.send({ type: 'choose-port', id: choices[1]?.id ?? 0 });
    await desk.pass(500);
    expect(desk.last('connection')).toMatchObject({
      phase: 'streaming',
      identity: { id: '08' },
      choices: [],
    });
    expect([second.link, third.link === null]).toEqual([null, false]);
  });

  it('of which one was taken before it said another id are let go again', async () => {
    const desk = await streaming();
    const other = desk.usb.board(null);
    desk.usb.unplug(desk.own);
    desk.usb.plug(other);
    await desk.pass(3000);
    expect(desk.last('connection')).toMatchObject({ phase: 'streaming', kind: 'foreign' });
    other.id = 'f7';
    other.boot();
    await desk.pass(500);
    expect(desk.last('connection')).toMatchObject({ phase: 'reconnecting', identity: null });
    desk.usb.plug(desk.own);
    await desk.pass(500);
    expect(desk.last('connection')).toMatchObject({ phase: 'streaming', identity: { id: 'e6' } });
    expect([other.opened, other.link]).toEqual([1, null]);
  });
});

describe('a board that starts anew while the link stands', () => {
  it('stays streaming; its gap cannot be counted and its parameters are read again', async () => {
    const desk = await streaming();
    const read = desk.all('board-parameters').length;
    desk.own.boot();
    // So much went by unheard that numbers and times alone look like a loss.
    const { link } = desk.own;
    Object.assign(desk.own, { link: null });
    desk.advance(1500);
    desk.own.sample(30);
    desk.advance(20);
    Object.assign(desk.own, { link });
    desk.own.sample(3);
    await desk.settle();
    expect(desk.phases()).toEqual(['streaming']);
    const since = desk.all('board-parameters').slice(read);
    expect(since.map(({ parameters }) => parameters?.gamma ?? null)).toEqual([null, 4]);
    expect(desk.gaps()).toMatchObject([{ lost: null }]);
    expect(await desk.health()).toMatchObject({ lost: 0 });
  });

  it('is not taken to have done so when it answers a hello that was asked for', async () => {
    const desk = await streaming();
    desk.send({ type: 'save', request: 4 });
    await desk.settle();
    desk.advance(20);
    desk.own.sample(5);
    await desk.settle();
    expect(desk.gaps()).toEqual([]);
    expect(desk.last('board-parameters').parameters).not.toBeNull();
  });

  it('is asked for its parameters when they do not follow its hello', async () => {
    const desk = await streaming();
    desk.own.deaf = ['p'];
    desk.own.boot();
    await desk.pass(900);
    expect(desk.own.heard.some((line) => line.startsWith('get,'))).toBe(false);
    desk.own.deaf = [];
    await desk.pass(300);
    expect(desk.own.heard.some((line) => line.startsWith('get,'))).toBe(true);
    expect(desk.last('board-parameters').parameters).toEqual(DEFAULT_PARAMETERS);
  });
});

describe('a link that the page must open', () => {
  it('is waited for, and goes on when the page has found the board', async () => {
    const desk = createDesk();
    const bench = createBench(() => desk.usb.open(), {
      ports: { ...desk.usb, looksFor: () => 'page' },
    });
    const own = desk.usb.board('e6');
    desk.usb.plug(own);
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.settle();
    own.sample(5);
    await bench.settle();
    desk.usb.unplug(own);
    await bench.pass(2000);
    expect(bench.last('connection').phase).toBe('reconnecting');
    expect(own.opened).toBe(1);
    desk.usb.plug(own);
    bench.send({ type: 'open', session: 2, source: { kind: 'virtual' }, again: true });
    await bench.settle();
    expect(bench.last('connection')).toMatchObject({ session: 2, phase: 'streaming' });

    desk.usb.unplug(own);
    const other = desk.usb.board('f7');
    desk.usb.plug(other);
    await bench.settle();
    bench.send({ type: 'open', session: 3, source: { kind: 'virtual' }, again: true });
    await bench.settle();
    expect(bench.last('connection')).toMatchObject({ phase: 'lost', fault: { code: 'lost' } });
    expect(other.link).toBeNull();
  });
});
