/** What another sketch prints, as far as the page: through the engine. */
import { describe, expect, it } from 'vitest';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { HANG_MS } from '../../thoroughness.ts';
import { type Bench, createBench } from '../fixtures/bench.ts';
import { createMemoryLink } from '../fixtures/memoryLink.ts';

const HANDSHAKE_MS = 2100;

/** A sketch is connected, and known as one. */
async function sketch() {
  const memory = createMemoryLink();
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.settle();
  memory.arrive('\n');
  await bench.pass(HANDSHAKE_MS);
  return { bench, arrive: memory.arrive };
}

const names = (bench: Bench) => bench.last('channels').channels.map(({ name }) => name);

async function viewed(bench: Bench) {
  bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 2000 });
  await bench.settle();
  return bench.done('view');
}

const finite = (values: Iterable<number> = []) => [...values].filter(Number.isFinite);

describe('the channels of a sketch', () => {
  it('grow when a name comes later, and those before keep samples, places and what they learned', async () => {
    const { bench, arrive } = await sketch();
    for (let i = 0; i < 400; i++) {
      arrive(`a:${Math.sin(i * i)},b:${Math.cos(i * i)}\n`);
      await bench.pass(100);
    }
    const before = bench.all('fit').filter(({ channel }) => channel === 0).length;
    expect(before).toBeGreaterThan(0);
    for (let i = 0; i < 20; i++) {
      arrive(`b:1,c:${i},a:0.5\n`);
      await bench.pass(100);
    }
    expect(names(bench)).toEqual(['a', 'b', 'c']);
    const view = await viewed(bench);
    expect(view.channels.map(({ value }) => finite(value).length)).toEqual([420, 420, 18]);
    expect(view.channels.map(({ learning }) => learning === null)).toEqual([true, true, false]);
    expect(bench.last('health').health.invalidValues).toBe(0);
  });

  it('of two kinds of lines in turn are drawn through, and each is judged at its own rate', async () => {
    const { bench, arrive } = await sketch();
    for (let i = 0; i < 600; i++) {
      arrive(`fast:${Math.sin(i * i)}\n`);
      if (i % 10 === 0) arrive(`slow:${i}\n`);
      await bench.pass(100);
    }
    const view = await viewed(bench);
    const [fast, slow] = view.channels;
    expect(finite(fast?.value)).toHaveLength(600);
    expect(finite(slow?.value).length).toBeGreaterThanOrEqual(58);
    // No break within either line.
    expect(slow?.value.some(Number.isNaN)).toBe(false);
    expect(bench.last('health').health).toMatchObject({ invalidValues: 0, lost: 0 });
    // Nothing for long: a break in both.
    await bench.pass(30_000);
    for (let i = 0; i < 30; i++) {
      arrive('fast:1\n');
      if (i % 10 === 0) arrive('slow:2\n');
      await bench.pass(100);
    }
    const after = await viewed(bench);
    expect(after.channels.map(({ value }) => value.some(Number.isNaN))).toEqual([true, true]);
  });

  it('are forgotten when the person says so, and begin anew', async () => {
    const { bench, arrive } = await sketch();
    for (let i = 0; i < 5; i++) arrive(`a:${i}\n`);
    await bench.pass(200);
    expect(names(bench)).toEqual(['a']);
    bench.send({ type: 'forget-channels' });
    await bench.settle();
    expect(names(bench)).toEqual([]);
    for (let i = 0; i < 5; i++) arrive(`z:${i}\n`);
    await bench.pass(200);
    expect(names(bench)).toEqual(['z']);
  });

  it('are kept up to 256, the rest is named', async () => {
    const { bench, arrive } = await sketch();
    bench.send({ type: 'keep-within', megabytes: 100 });
    const row = Array.from(
      { length: 300 },
      (_, i) => `n${String.fromCharCode(97 + (i % 26))}${'x'.repeat(Math.floor(i / 26))}:${i}`,
    );
    let longestMs = 0;
    for (let i = 0; i < 300 * 4; i++) {
      const fromMs = performance.now();
      arrive(`${row[Math.floor(i / 4)]}\n`);
      await bench.settle();
      longestMs = Math.max(longestMs, performance.now() - fromMs);
    }
    await bench.pass(200);
    expect(names(bench)).toHaveLength(256);
    expect(bench.last('sketch').sketch.refused.count).toBeGreaterThan(40);
    expect((await viewed(bench)).channels).toHaveLength(64);
    expect(longestMs).toBeLessThan(HANG_MS);
  });

  it('have units and the times that the lines say', async () => {
    const { bench, arrive } = await sketch();
    for (let i = 0; i < 30; i++) {
      arrive(`12:00:${String(i).padStart(2, '0')} Temp: ${20 + i} C\n`);
      await bench.pass(1000 + (i % 3) * 100 - 100);
    }
    await bench.pass(200);
    expect(bench.last('channels').channels).toEqual([{ name: 'Temp', unit: 'C' }]);
    const view = await viewed(bench);
    const times = view.channels[0]?.time ?? new Float64Array();
    const spacings = [...times].slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(spacings.every((spacing) => Math.abs(spacing - 1) < 1e-6)).toBe(true);
  });
});

describe('lines that are not understood', () => {
  it('are told within a second, and no more once rows are read', async () => {
    const { bench, arrive } = await sketch();
    for (const text of ['one', 'two', 'three', 'Sensor not found']) arrive(`${text}\n`);
    await bench.pass(1000);
    const { unread } = bench.last('sketch').sketch;
    expect(unread.count).toBe(4);
    expect(unread.newest.map(({ text }) => text)).toEqual(['two', 'three', 'Sensor not found']);
    expect(unread.insteadSinceMs).not.toBeNull();
    for (let i = 0; i < 4; i++) {
      arrive(`temp:${i}\n`);
      await bench.pass(100);
    }
    expect(bench.last('sketch').sketch.unread.insteadSinceMs).toBeNull();
  });

  it('between rows are no trouble, and are told when rows stay away', async () => {
    const { bench, arrive } = await sketch();
    for (let i = 0; i < 20; i++) {
      arrive(`reading the sensor\ntemp:${i}\n`);
      await bench.pass(100);
      expect(bench.last('sketch').sketch.unread.insteadSinceMs).toBeNull();
    }
    for (let i = 0; i < 30; i++) {
      arrive('reading the sensor\n');
      await bench.pass(100);
    }
    expect(bench.last('sketch').sketch.unread.insteadSinceMs).not.toBeNull();
  });
});

describe('a hello of our firmware that this page cannot take', () => {
  it.each([
    ['newer-firmware', checkedLine('h,protocol=99,firmware=tidemark,channels=x:g')],
    [
      'too-many-channels',
      checkedLine(
        `h,protocol=1,firmware=tidemark,channels=${Array.from({ length: 200 }, (_, i) => `x${i}:g`).join(';')}`,
      ),
    ],
  ])('is said to be one: %s', async (hint, hello) => {
    const { bench, arrive } = await sketch();
    arrive(hello);
    await bench.pass(200);
    expect(bench.last('connection').hint).toBe(hint);
  });
});
