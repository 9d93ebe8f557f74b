/** A program that ends while it is watched: real MicroPython, its tracebacks and its prompt. */
import { afterEach, describe, expect, it } from 'vitest';
import { failsOnce, installedFirmware, looseSketch } from '../../repl/programs.ts';
import { startWasmRepl, type WasmRepl } from '../../repl/wasmRepl.ts';
import { type Bench, createBench } from '../fixtures/bench.ts';
import { createMemoryLink, type MemoryLink } from '../fixtures/memoryLink.ts';
import { linesOf, onlyFile, replayed, seen, temporaryFolder } from '../fixtures/replayBed.ts';

const folder = temporaryFolder();
const NO_ANSWER = { error: 'OSError: [Errno 5] EIO' };
const CTRL_C = '\x03';
const CTRL_D = '\x04';

let board: WasmRepl | null = null;

afterEach(async () => {
  await board?.stop();
});

interface Watched {
  readonly bench: Bench;
  readonly board: WasmRepl;
  readonly memory: MemoryLink;
  /** Lets time pass until this many samples were seen. */
  samples(count: number): Promise<void>;
  /** Lets time pass until the program is said to have ended. */
  ended(): Promise<void>;
}

async function watched(flash: Readonly<Record<string, string>>): Promise<Watched> {
  const repl = await startWasmRepl({ flash });
  board = repl;
  const memory = createMemoryLink((bytes) => repl.write(bytes));
  repl.onBytes((bytes) => memory.arrive(bytes));
  const bench = createBench(async () => ({ ok: true, link: memory.link }), { folder: folder() });
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.settle();
  const until = (holds: () => boolean) =>
    expect
      .poll(
        async () => {
          await bench.pass(100);
          return holds();
        },
        { interval: 1 },
      )
      .toBe(true);
  return {
    bench,
    board: repl,
    memory,
    samples: (count) =>
      until(() => bench.all('health').length > 0 && bench.last('health').health.samples >= count),
    ended: () => until(() => bench.last('connection').programEnd !== null),
  };
}

function consoleText(bench: Bench): string[] {
  bench.send({ type: 'console', request: 5, after: 0 });
  return bench.done('console').lines.map(({ text }) => text);
}

/** While a board is silent the axis of the live view runs on, by the clock of the machine. */
const STILL = { gaps: [], toMs: 0, extent: null };

describe('a board of ours whose program fails', () => {
  it('is said to have stopped, with the error, and is sent nothing', async () => {
    const { bench, board, memory, samples, ended } = await watched(installedFirmware());
    await samples(20);
    await board.unplugSensor();
    await ended();
    expect(bench.last('connection')).toMatchObject({
      phase: 'silent',
      kind: 'tidemark',
      programEnd: NO_ANSWER,
    });
    expect(consoleText(bench)).toContain('OSError: [Errno 5] EIO');
    const written = memory.written.length;
    await bench.pass(10_000);
    bench.send({ type: 'push', request: 3, changes: { gamma: 3 } });
    await bench.settle();
    expect(bench.done('push').ok).toBe(false);
    expect(memory.written).toHaveLength(written);
    expect(bench.last('connection').programEnd).toEqual(NO_ANSWER);
  });

  it('is restarted when the person wishes it: a gap, learning anew, the same file', async () => {
    const { bench, board, memory, samples, ended } = await watched(installedFirmware());
    await samples(20);
    await board.unplugSensor();
    await ended();
    const before = bench.last('health').health.samples;
    bench.send({ type: 'restart-program' });
    expect(bench.last('connection').programEnd).toBeNull();
    await samples(before + 20);
    expect(memory.written.at(-1)).toBe(CTRL_D);
    expect(bench.last('connection')).toMatchObject({ phase: 'streaming', kind: 'tidemark' });
    await board.stop();
    const live = await seen(bench);
    // A machine that is busy elsewhere makes silences beside it.
    expect(live.view.gaps.filter(({ lost }) => lost === null)).not.toEqual([]);
    bench.send({ type: 'close' });
    await bench.settle();

    const file = onlyFile(folder());
    const lines = linesOf(folder(), file);
    expect(lines.filter((line) => line.startsWith('h,'))).toHaveLength(2);
    expect(lines.find((line) => line.startsWith('B,'))).toContain('program on the board has ended');
    const recorded = await seen(await replayed(folder(), file));
    expect({ ...recorded.view, ...STILL }).toEqual({ ...live.view, ...STILL });
    expect(recorded.view.extent?.fromMs).toBe(live.view.extent?.fromMs);
    expect(recorded.counts).toEqual(live.counts);
  });

  it('answers what is typed at its prompt', async () => {
    const { bench, board, samples, ended } = await watched(installedFirmware());
    await samples(20);
    await board.unplugSensor();
    await ended();
    bench.send({ type: 'send-line', text: 'print("a" + "b")' });
    await bench.pass(1000);
    expect(consoleText(bench)).toContain('ab');
    expect(bench.last('connection').programEnd).toEqual(NO_ANSWER);
  });

  it('is restarted over whatever was typed at its prompt', async () => {
    const { bench, board, memory, samples, ended } = await watched(installedFirmware());
    await samples(20);
    await board.unplugSensor();
    await ended();
    bench.send({ type: 'send-line', text: 'if True:' });
    await bench.pass(1000);
    const before = bench.last('health').health.samples;
    bench.send({ type: 'restart-program' });
    await samples(before + 20);
    expect(memory.written.at(-1)).toBe(CTRL_C + CTRL_D);
  });

  it('and was interrupted by somebody is said to have been', async () => {
    const { bench, board, samples, ended } = await watched(installedFirmware());
    await samples(20);
    board.write(new TextEncoder().encode(CTRL_C));
    await ended();
    expect(bench.last('connection').programEnd).toEqual({ error: 'KeyboardInterrupt' });
  });
});

describe('a sketch in MicroPython that fails', () => {
  it('is said to have stopped, goes on after a restart as a new run, and may fail again', async () => {
    const { bench, board, memory, samples, ended } = await watched(looseSketch(60));
    await ended();
    expect(bench.last('connection')).toMatchObject({
      phase: 'silent',
      kind: 'foreign',
      programEnd: NO_ANSWER,
    });
    const before = bench.last('health').health.samples;
    expect(before).toBeGreaterThan(20);
    bench.send({ type: 'restart-program' });
    await samples(before + 10);
    expect(bench.last('connection')).toMatchObject({ phase: 'streaming', programEnd: null });
    await ended();
    expect(memory.written.filter((text) => text.includes(CTRL_D))).toHaveLength(1);
    await board.stop();
    const live = await seen(bench);
    expect(live.view.gaps).toHaveLength(1);
    bench.send({ type: 'close' });
    await bench.settle();
    const recorded = await seen(await replayed(folder(), onlyFile(folder())));
    expect({ ...recorded.view, ...STILL }).toEqual({ ...live.view, ...STILL });
  });
});

describe('a sketch that failed', () => {
  it('before it was connected to has left a prompt and no word, and can be started', async () => {
    const { bench, samples } = await watched(failsOnce(looseSketch(1000)));
    await bench.pass(3000);
    expect(bench.last('connection')).toMatchObject({ kind: 'repl', programEnd: null });
    bench.send({ type: 'restart-program' });
    await samples(20);
    expect(bench.last('connection')).toMatchObject({ kind: 'foreign', programEnd: null });
    expect(linesOf(folder(), onlyFile(folder()))[0]).toMatch(/^H,.*,kind=foreign,/);
  });

  it('while it was being connected to is said to have', async () => {
    const { bench, board, ended } = await watched(looseSketch(0));
    await board.reset();
    await ended();
    expect(bench.last('connection')).toMatchObject({ programEnd: NO_ANSWER });
  });
});

it('a program that runs is not restarted, whoever asks', async () => {
  const { bench, memory, samples } = await watched(installedFirmware());
  await samples(20);
  const written = memory.written.length;
  bench.send({ type: 'restart-program' });
  expect(memory.written).toHaveLength(written);
});
