/** MicroPython's own prompt at the other end, as it is on a board without our firmware. */
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { expect, it } from 'vitest';
import { createBench } from '../fixtures/bench.ts';
import { createMemoryLink, type MemoryLink } from '../fixtures/memoryLink.ts';

const CTRL_C = '\u0003';

let said: (data: Uint8Array | string) => void = () => undefined;
const micropython = await loadMicroPython({
  heapsize: 1024 * 1024,
  linebuffer: false,
  stdout: (data) => said(data),
});
const call = (name: string, ...values: unknown[]) => {
  const method: unknown = Reflect.get(micropython, name);
  if (typeof method !== 'function') throw new Error(`MicroPython has no ${name}`);
  return Reflect.apply(method, micropython, values);
};
call('replInit');

it('a prompt that says nothing by itself is recognised, and nothing is interrupted for it', async () => {
  const memory: MemoryLink = createMemoryLink((bytes) => {
    for (const byte of bytes) call('replProcessChar', byte);
  });
  said = (data) => memory.arrive(data);
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.pass(1400);
  expect(bench.last('connection').phase).toBe('handshaking');
  await bench.pass(800);
  expect(bench.last('connection')).toMatchObject({ phase: 'streaming', kind: 'repl' });
  expect(memory.written.filter((text) => text === '\r')).toHaveLength(1);
  // A bare prompt is asked once whether there is a program to start.
  await bench.pass(1000);
  expect(bench.last('connection')).toMatchObject({ kind: 'repl', hasMain: false });
  expect(memory.written.filter((text) => text.includes('listdir'))).toHaveLength(1);
  expect(memory.written.join('')).not.toContain(CTRL_C);
});

it('a board that is silent for good gets one Enter and is taken for another sketch', async () => {
  const memory = createMemoryLink();
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.pass(10_000);
  expect(bench.last('connection').kind).toBe('foreign');
  expect(memory.written.filter((text) => text === '\r')).toHaveLength(1);
});

it('a sketch that prints is sent no Enter', async () => {
  const memory = createMemoryLink();
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.settle();
  memory.arrive('12.5\n');
  await bench.pass(5000);
  expect(bench.last('connection').kind).toBe('foreign');
  expect(memory.written.every((text) => text.startsWith('hello,'))).toBe(true);
});
