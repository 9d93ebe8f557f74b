import { afterEach, describe, expect, it } from 'vitest';
import type { ToWorker } from '../../../src/analysis/messages/messages.ts';
import { startWasmRepl, type WasmRepl } from '../../repl/wasmRepl.ts';
import { type Bench, createBench } from '../fixtures/bench.ts';
import { createMemoryLink, type MemoryLink } from '../fixtures/memoryLink.ts';

let board: WasmRepl | null = null;

afterEach(async () => {
  await board?.stop();
});

/** The engine, connected to MicroPython at its prompt. */
async function connected(): Promise<{ bench: Bench; board: WasmRepl; memory: MemoryLink }> {
  const repl = await startWasmRepl({ rawPaste: 'offered' });
  board = repl;
  const memory = createMemoryLink((bytes) => repl.write(bytes));
  repl.onBytes((bytes) => memory.arrive(bytes));
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.settle();
  await bench.pass(1600);
  return { bench, board: repl, memory };
}

const INSTALL: ToWorker = { type: 'install', request: 7, action: 'install', mayInterrupt: true };

/** Lets real time pass until the engine has said this. */
async function until(bench: Bench, what: 'planned' | 'done'): Promise<void> {
  const heard = () =>
    bench
      .answers('install')
      .some((answer) =>
        answer.type === 'progress' ? answer.progress.kind === what : answer.type === what,
      );
  await expect.poll(heard).toBe(true);
}

describe('installing through the analysis', () => {
  it('plans, writes when that is confirmed, and ends when the board says hello', async () => {
    const { bench, board } = await connected();
    bench.send(INSTALL);
    await until(bench, 'planned');
    expect(Object.keys(board.flash())).toEqual([]);
    bench.send({ type: 'go-on', request: 7 });
    await until(bench, 'done');
    expect(bench.done('install').kind).toBe('done');
    expect(bench.last('connection')).toMatchObject({
      kind: 'tidemark',
      identity: { board: 'WebAssembly board', version: '0.1.0' },
    });
    const samples = bench.last('health').health.samples;
    await expect
      .poll(async () => {
        await bench.pass(1000);
        return bench.last('health').health.samples;
      })
      .toBeGreaterThan(samples);
  });

  it('hears nothing from the board meanwhile but the installer does', async () => {
    const { bench } = await connected();
    const before = bench.last('health').health.invalidLines;
    bench.send(INSTALL);
    await until(bench, 'planned');
    await bench.pass(1000);
    expect(bench.last('health').health.invalidLines).toBe(before);
    bench.send({ type: 'cancel', request: 7 });
    await until(bench, 'done');
    expect(bench.done('install')).toEqual({ kind: 'cancelled' });
  });

  it('ends when the link ends, while the person still reads the plan', async () => {
    const { bench, memory } = await connected();
    bench.send(INSTALL);
    await until(bench, 'planned');
    memory.lose();
    await until(bench, 'done');
    expect(bench.done('install')).toMatchObject({
      kind: 'failed',
      fault: { code: 'vanished' },
      unchanged: true,
    });
  });

  it('refuses a second one beside the first, and one without a board', async () => {
    const { bench } = await connected();
    bench.send(INSTALL);
    bench.send({ ...INSTALL, request: 8 });
    expect(bench.last('done')).toMatchObject({ request: 8, result: { kind: 'failed' } });
    bench.send({ type: 'cancel', request: 7 });
    const alone = createBench(async () => {
      throw new Error('not opened');
    });
    alone.send(INSTALL);
    expect(alone.done('install')).toMatchObject({ fault: { code: 'vanished' } });
  });
});
