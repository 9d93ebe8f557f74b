import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { createBench } from '../fixtures/bench.ts';
import { createUsbBench, streaming } from '../fixtures/usbBench.ts';

describe('a board that is unplugged', () => {
  it('and comes back is found by itself, with nothing said meanwhile but that it is looked for', async () => {
    const bench = await streaming();
    const lostAtMs = bench.nowMs();
    bench.usb.unplug(bench.own);
    await bench.settle();
    await bench.pass(20_000);
    expect(bench.last('connection')).toMatchObject({
      phase: 'reconnecting',
      lostAtMs,
      fault: null,
    });
    bench.usb.plug(bench.own);
    await bench.pass(500);
    expect(bench.phases()).toEqual(['reconnecting', 'streaming']);
    expect(bench.last('connection')).toMatchObject({ identity: { id: 'e6' }, lostAtMs: null });
    expect(bench.usb.listeners()).toBe(0);
    expect(bench.own.opened).toBe(2);
  });

  it('but goes on by power of its own has lost what its numbers say', async () => {
    const bench = await streaming();
    bench.usb.unplug(bench.own);
    await bench.pass(3000);
    bench.own.sample(150);
    bench.usb.plug(bench.own);
    await bench.pass(500);
    bench.own.sample(5);
    await bench.settle();
    expect(bench.gaps()).toMatchObject([{ lost: 150 }]);
    expect(await bench.health()).toMatchObject({ samples: 15, lost: 150 });
  });

  it('and loses its power has a gap that nobody can count, however far its numbers are by then', async () => {
    const bench = await streaming();
    bench.usb.unplug(bench.own);
    await bench.pass(1000);
    bench.own.boot();
    await bench.pass(3000);
    bench.own.sample(40);
    bench.usb.plug(bench.own);
    await bench.pass(500);
    bench.own.sample(5);
    await bench.settle();
    expect(bench.gaps()).toMatchObject([{ lost: null }]);
    expect(await bench.health()).toMatchObject({ samples: 15, lost: 0 });
  });

  it('has parameters that are not known until it has said them again', async () => {
    const bench = await streaming();
    expect(bench.last('board-parameters').parameters).toEqual(DEFAULT_PARAMETERS);
    bench.usb.unplug(bench.own);
    await bench.settle();
    expect(bench.last('board-parameters').parameters).toBeNull();
    bench.own.parameters = { ...DEFAULT_PARAMETERS, gamma: 2 };
    bench.usb.plug(bench.own);
    await bench.pass(500);
    expect(bench.last('board-parameters').parameters).toMatchObject({ gamma: 2 });
  });

  it('is not looked for any more once the person stops it', async () => {
    const bench = await streaming();
    bench.usb.unplug(bench.own);
    await bench.pass(2000);
    bench.send({ type: 'close' });
    await bench.settle();
    bench.usb.plug(bench.own);
    await bench.pass(3000);
    expect(bench.phases()).toEqual(['reconnecting', 'idle']);
    expect([bench.own.opened, bench.usb.listeners()]).toEqual([1, 0]);
  });

  it('and is stopped while its hello is waited for is closed again', async () => {
    const bench = await streaming();
    bench.usb.unplug(bench.own);
    bench.own.deaf = ['hello'];
    bench.usb.plug(bench.own);
    await bench.pass(700);
    expect(bench.own.link).not.toBeNull();
    bench.send({ type: 'close' });
    await bench.pass(3000);
    expect(bench.own.link).toBeNull();
    expect(bench.phases()).toEqual(['reconnecting', 'idle']);
  });

  it('is opened as soon as nobody else holds it, without a word before', async () => {
    const bench = await streaming();
    bench.usb.unplug(bench.own);
    bench.own.heldBy = 'busy';
    bench.usb.plug(bench.own);
    await bench.pass(10_000);
    bench.own.heldBy = null;
    await bench.pass(1200);
    expect(bench.phases()).toEqual(['reconnecting', 'streaming']);
  });

  it('and without an id is taken back when it is the only one that has come', async () => {
    const bench = await streaming(null);
    bench.usb.unplug(bench.own);
    await bench.settle();
    bench.usb.plug(bench.own);
    await bench.pass(500);
    bench.own.say('2\n2\n2\n');
    await bench.pass(1300);
    expect(bench.phases()).toEqual(['reconnecting', 'streaming']);
    expect(bench.last('connection').kind).toBe('foreign');
  });
});

describe('boards alike', () => {
  it('are told apart by their ids', async () => {
    const bench = await streaming('e6');
    const other = bench.usb.board('f7');
    bench.usb.unplug(bench.own);
    bench.usb.plug(other);
    await bench.pass(2000);
    expect(bench.last('connection').phase).toBe('reconnecting');
    expect(bench.last('board-parameters').parameters).toBeNull();
    bench.usb.plug(bench.own);
    await bench.pass(500);
    expect(bench.last('connection')).toMatchObject({ phase: 'streaming', identity: { id: 'e6' } });
    expect([other.opened, other.link]).toEqual([1, null]);
  });

  it('that were there all along are left alone', async () => {
    const bench = createUsbBench();
    const [own, other] = [bench.usb.board('e6'), bench.usb.board('f7')];
    bench.usb.plug(own);
    bench.usb.plug(other);
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.pass(500);
    bench.usb.unplug(own);
    await bench.pass(3000);
    expect(other.opened).toBe(0);
  });

  it('of which none is the one are asked about, and the person’s choice is taken', async () => {
    const bench = await streaming();
    const [second, third] = [bench.usb.board('f7'), bench.usb.board('08')];
    bench.usb.unplug(bench.own);
    bench.usb.plug(second);
    bench.usb.plug(third);
    await bench.pass(2000);
    const { choices, phase } = bench.last('connection');
    expect(phase).toBe('reconnecting');
    expect(choices).toHaveLength(2);
    bench.send({ type: 'choose-port', id: choices[1]?.id ?? 0 });
    await bench.pass(500);
    expect(bench.last('connection')).toMatchObject({
      phase: 'streaming',
      identity: { id: '08' },
      choices: [],
    });
    expect([second.link, third.link === null]).toEqual([null, false]);
  });

  it('of which one was taken before it said another id are let go again', async () => {
    const bench = await streaming();
    const other = bench.usb.board(null);
    bench.usb.unplug(bench.own);
    bench.usb.plug(other);
    await bench.pass(3000);
    expect(bench.last('connection')).toMatchObject({ phase: 'streaming', kind: 'foreign' });
    other.id = 'f7';
    other.boot();
    await bench.pass(500);
    expect(bench.last('connection')).toMatchObject({ phase: 'reconnecting', identity: null });
    bench.usb.plug(bench.own);
    await bench.pass(500);
    expect(bench.last('connection')).toMatchObject({ phase: 'streaming', identity: { id: 'e6' } });
    expect([other.opened, other.link]).toEqual([1, null]);
  });
});

describe('a board that starts anew while the link stands', () => {
  it('stays streaming; its gap cannot be counted and its parameters are read again', async () => {
    const bench = await streaming();
    const read = bench.all('board-parameters').length;
    bench.own.boot();
    // So much went by unheard that numbers and times alone look like a loss.
    const { link } = bench.own;
    Object.assign(bench.own, { link: null });
    bench.advance(1500);
    bench.own.sample(30);
    bench.advance(20);
    Object.assign(bench.own, { link });
    bench.own.sample(3);
    await bench.settle();
    expect(bench.phases()).toEqual(['streaming']);
    const since = bench.all('board-parameters').slice(read);
    expect(since.map(({ parameters }) => parameters?.gamma ?? null)).toEqual([null, 4]);
    expect(bench.gaps()).toMatchObject([{ lost: null }]);
    expect(await bench.health()).toMatchObject({ lost: 0 });
  });

  it('is not taken to have done so when it answers a hello that was asked for', async () => {
    const bench = await streaming();
    bench.send({ type: 'save', request: 4 });
    await bench.settle();
    bench.advance(20);
    bench.own.sample(5);
    await bench.settle();
    expect(bench.gaps()).toEqual([]);
    expect(bench.last('board-parameters').parameters).not.toBeNull();
  });

  it('is asked for its parameters when they do not follow its hello', async () => {
    const bench = await streaming();
    bench.own.deaf = ['p'];
    bench.own.boot();
    await bench.pass(900);
    expect(bench.own.heard.some((line) => line.startsWith('get,'))).toBe(false);
    bench.own.deaf = [];
    await bench.pass(300);
    expect(bench.own.heard.some((line) => line.startsWith('get,'))).toBe(true);
    expect(bench.last('board-parameters').parameters).toEqual(DEFAULT_PARAMETERS);
  });
});

describe('a link that the page must open', () => {
  it('is waited for, and goes on when the page has found the board', async () => {
    const { usb } = createUsbBench();
    const bench = createBench(() => usb.open(), { ports: { ...usb, looksFor: () => 'page' } });
    const own = usb.board('e6');
    usb.plug(own);
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.settle();
    own.sample(5);
    await bench.settle();
    usb.unplug(own);
    await bench.pass(2000);
    expect(bench.last('connection').phase).toBe('reconnecting');
    expect(own.opened).toBe(1);
    usb.plug(own);
    bench.send({ type: 'open', session: 2, source: { kind: 'virtual' }, again: true });
    await bench.settle();
    expect(bench.last('connection')).toMatchObject({ session: 2, phase: 'streaming' });

    usb.unplug(own);
    const other = usb.board('f7');
    usb.plug(other);
    await bench.settle();
    bench.send({ type: 'open', session: 3, source: { kind: 'virtual' }, again: true });
    await bench.settle();
    expect(bench.last('connection')).toMatchObject({ phase: 'lost', fault: { code: 'lost' } });
    expect(other.link).toBeNull();
  });
});
