/** A board gone mad against the whole of the worker's code. `TIDEMARK_FUZZ_BYTES` asks for more. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { formatParameters } from '../../src/protocol/formatLine.ts';
import { mulberry32 } from '../signals/benchmarkSignal.ts';
import { createFuzzedBoard } from '../signals/fuzzedBoard.ts';
import { thorough } from '../thoroughness.ts';
import { type Bench, createBench } from './fixtures/bench.ts';
import { createMemoryLink } from './fixtures/memoryLink.ts';

const BYTES = Number(process.env.TIDEMARK_FUZZ_BYTES ?? thorough(500_000, 2_000_000));
const FLOOD_BYTES = 1_000_000;
const MEGABYTE = 1e6;

const GREETING =
  checkedLine('h,protocol=1,firmware=tidemark,board=Mad,id=1,channels=x:g,float=64') +
  formatParameters('p', DEFAULT_PARAMETERS);

async function opened() {
  const memory = createMemoryLink();
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.settle();
  return { bench, memory };
}

/** Lines that the page can ask for: what the console keeps. */
function consoleLines(bench: Bench): number {
  bench.send({ type: 'console', request: 1, after: 0 });
  return bench.done('console').lines.length;
}

describe(`a board that sends ${BYTES / MEGABYTE} MB of garbage`, () => {
  it.each([1, 2])('has every good line of it counted (seed %i)', async (seed) => {
    const { bench, memory } = await opened();
    memory.arrive(GREETING);
    const board = createFuzzedBoard({ random: mulberry32(seed), floodBytes: FLOOD_BYTES });
    for (let sent = 0; sent < BYTES; ) {
      const piece = board.next();
      memory.arrive(piece);
      sent += piece.length;
      bench.advance(piece.length / 100);
      if (board.samples() % 50 === 0) await bench.settle();
    }
    await bench.pass(3000);
    const { health } = bench.last('health');
    expect(board.samples()).toBeGreaterThan(1000);
    expect(health.samples).toBe(board.samples());
    expect(health.lost).toBe(0);
    expect(health.invalidLines).toBeGreaterThan(100);
    expect(bench.last('connection').kind).toBe('tidemark');
    expect(consoleLines(bench)).toBeLessThanOrEqual(5000);
  });

  it('and never says hello is some other sketch, without a channel made of garbage', async () => {
    const { bench, memory } = await opened();
    await bench.pass(2000);
    const random = mulberry32(3);
    for (let sent = 0; sent < BYTES; sent += 1000) {
      memory.arrive(Uint8Array.from({ length: 1000 }, () => Math.floor(random() * 256)));
      if (sent % 100_000 === 0) await bench.settle();
    }
    await bench.pass(3000);
    expect(bench.last('connection')).toMatchObject({ kind: 'foreign', phase: 'silent' });
    expect(bench.all('channels')).toEqual([]);
    memory.arrive('\n1.5\n2.5\n3.5\n4.5\n');
    await bench.pass(3000);
    expect(bench.last('health').health.samples).toBe(4);
  });
});
