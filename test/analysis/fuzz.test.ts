/**
 * A board gone mad against the whole of the worker's code, and the page's stores behind it.
 * `TIDEMARK_FUZZ_BYTES` asks for more; `npm run bench:fuzz` for ten million bytes of each.
 */
import { describe, expect, it } from 'vitest';
import type { FromWorker } from '../../src/analysis/messages/messages.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { formatParameters } from '../../src/protocol/formatLine.ts';
import { processorMs } from '../protocol/foreign/readLines.ts';
import { mulberry32 } from '../signals/benchmarkSignal.ts';
import { createFuzzedBoard } from '../signals/fuzzedBoard.ts';
import { createFuzzedSketch } from '../signals/fuzzedSketch.ts';
import { createWorld } from '../state/world.ts';
import { HANG_MS, thorough } from '../thoroughness.ts';
import { type Bench, createBench } from './fixtures/bench.ts';
import { createMemoryLink } from './fixtures/memoryLink.ts';

const BYTES = Number(process.env.TIDEMARK_FUZZ_BYTES ?? thorough(300_000, 2_000_000));
/** Each of these lines is read for what it may be, which takes longer. */
const SKETCH_BYTES = Number(process.env.TIDEMARK_FUZZ_BYTES ?? thorough(100_000, 300_000));
/** Among so many random bytes three lines in a row may look like rows of numbers. */
const BYTES_LIKE_ROWS = 3e6;
const FLOOD_BYTES = 1_000_000;
const MEGABYTE = 1e6;
/** Bytes between two looks of the page: a view, the console, a message of each kind. */
const LOOK_EVERY_BYTES = 20_000;
/** The page is held to a time by `npm run bench:fuzz` alone: beside other tests all threads' work counts. */
const MOST_PAGE_MS = Number(process.env.TIDEMARK_FUZZ_PAGE_MS ?? HANG_MS);
/** The worker's, which holds up no click. */
const MOST_SLICE_MS = Number(process.env.TIDEMARK_FUZZ_WORKER_MS ?? HANG_MS);
const MOST_GROWTH_BYTES = 300e6;
const HOUR_MS = 3_600_000;

const GREETING =
  checkedLine('h,protocol=1,firmware=tidemark,board=Mad,id=1,channels=x:g,float=64') +
  formatParameters('p', DEFAULT_PARAMETERS);

/** The longest turn of the event loop from now on, in ms of the processor: nothing else gets its turn meanwhile. */
function watchTurns(): { stop(): number } {
  let longestMs = 0;
  let lastMs = processorMs();
  let isOver = false;
  const beat = (): void => {
    const nowMs = processorMs();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
    if (!isOver) setImmediate(beat);
  };
  setImmediate(beat);
  return {
    stop() {
      isOver = true;
      return longestMs;
    },
  };
}

async function opened() {
  const memory = createMemoryLink();
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  bench.send({ type: 'keep-within', megabytes: 128 });
  await bench.settle();
  const { tidemark, worker } = createWorld();
  tidemark.connectVirtual();
  let mostHeap = 0;
  let longestOfPageMs = 0;
  const heapBefore = process.memoryUsage().heapUsed;
  const beats = watchTurns();

  /** Lets the worker's side take what came. */
  async function take(bytes: Uint8Array): Promise<void> {
    memory.arrive(bytes);
    await bench.settle();
  }

  /** The page asks for what it shows all the time, and hears all that was said since. */
  async function look(): Promise<void> {
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 1200 });
    await bench.pass(100);
    for (const message of bench.messages.splice(0)) {
      const from = processorMs();
      worker.say(message satisfies FromWorker);
      longestOfPageMs = Math.max(longestOfPageMs, processorMs() - from);
    }
    worker.heard.length = 0;
    mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
  }

  return {
    bench,
    memory,
    take,
    look,
    page: tidemark,
    /** Says what it cost, and holds it to what a person bears. */
    judged(what: string, bytes = BYTES): void {
      const longestMs = beats.stop();
      process.stdout.write(
        `${what}: ${bytes} bytes, the longest slice took the page ${longestOfPageMs.toFixed(0)} ms of the processor, the worker ${longestMs.toFixed(0)} ms, heap ${(heapBefore / 1e6).toFixed(0)} MB before, at most ${(mostHeap / 1e6).toFixed(0)} MB\n`,
      );
      expect(longestOfPageMs).toBeLessThan(MOST_PAGE_MS);
      expect(longestMs).toBeLessThan(MOST_SLICE_MS);
      expect(mostHeap - heapBefore).toBeLessThan(MOST_GROWTH_BYTES);
    },
  };
}

/** Lines that the page can ask for: what the console keeps. */
function consoleLines(bench: Bench): number {
  bench.send({ type: 'console', request: 1, after: 0 });
  return bench.done('console').lines.length;
}

describe(`a board that sends ${BYTES / MEGABYTE} MB of garbage`, () => {
  it.each([1, 2])(
    'has every good line of it counted (seed %i)',
    { timeout: HOUR_MS },
    async (seed) => {
      const { bench, memory, take, look, page, judged } = await opened();
      memory.arrive(GREETING);
      const board = createFuzzedBoard({ random: mulberry32(seed), floodBytes: FLOOD_BYTES });
      for (let sent = 0, looked = 0; sent < BYTES; ) {
        const piece = board.next();
        await take(piece);
        sent += piece.length;
        bench.advance(piece.length / 100);
        if (sent - looked < LOOK_EVERY_BYTES) continue;
        looked = sent;
        await look();
      }
      await bench.pass(3000);
      const { health } = bench.last('health');
      expect(board.samples()).toBeGreaterThan(1000);
      expect(health.samples).toBe(board.samples());
      expect(health.lost).toBe(0);
      expect(health.invalidLines).toBeGreaterThan(100);
      expect(consoleLines(bench)).toBeLessThanOrEqual(5000);
      await look();
      expect(page.board.getState().connection.kind).toBe('tidemark');
      expect(page.board.getState().health?.samples).toBe(board.samples());
      judged(`a board of ours gone mad, seed ${seed}`);
    },
  );

  it('and never says hello is some other sketch, without a channel made of garbage', {
    timeout: HOUR_MS,
  }, async () => {
    const { bench, memory, take, look, page, judged } = await opened();
    await bench.pass(2000);
    const random = mulberry32(3);
    let named = 0;
    for (let sent = 0; sent < BYTES; sent += 1000) {
      await take(Uint8Array.from({ length: 1000 }, () => Math.floor(random() * 256)));
      if (sent % LOOK_EVERY_BYTES !== 0) continue;
      named += bench.all('channels').length;
      await look();
    }
    await bench.pass(3000);
    named += bench.all('channels').length;
    await look();
    expect(page.board.getState().connection).toMatchObject({ kind: 'foreign', phase: 'silent' });
    expect(named).toBeLessThanOrEqual(BYTES / BYTES_LIKE_ROWS);
    memory.arrive('\n1.5\n2.5\n3.5\n4.5\n');
    await bench.pass(3000);
    expect(bench.last('health').health.samples).toBeGreaterThanOrEqual(named === 0 ? 4 : 1);
    judged('random bytes');
  });

  it('in lines that sketches print, damaged anywhere, is read on for as long as it goes', {
    timeout: HOUR_MS,
  }, async () => {
    const { bench, memory, take, look, page, judged } = await opened();
    await bench.pass(2000);
    const sketch = createFuzzedSketch(mulberry32(4));
    for (let sent = 0, looked = 0; sent < SKETCH_BYTES; ) {
      const piece = sketch.next();
      await take(piece);
      sent += piece.length;
      bench.advance(piece.length / 10);
      if (sent - looked < LOOK_EVERY_BYTES) continue;
      looked = sent;
      await look();
    }
    const before = page.board.getState().health?.samples ?? 0;
    expect(before).toBeGreaterThan(500);
    // Of a name that is known: there is an end to how many are.
    for (let i = 0; i < 20; i++) memory.arrive(`\ntemp:${i},hum:40\n`);
    await bench.pass(3000);
    await look();
    expect(page.board.getState().health?.samples).toBeGreaterThan(before);
    judged('lines of sketches, damaged', SKETCH_BYTES);
  });
});
