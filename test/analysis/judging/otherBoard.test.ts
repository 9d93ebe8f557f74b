import { describe, expect, it } from 'vitest';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { createBench } from '../fixtures/bench.ts';
import { createMemoryLink } from '../fixtures/memoryLink.ts';

const HELLO = checkedLine('h,protocol=1,firmware=tidemark,board=Bench,id=b1,channels=x:g');

/** A board is unplugged; what comes 3 s later with the same id counts from these. */
async function followedBy(seq: number, boardMs: number) {
  let memory = createMemoryLink();
  const bench = createBench(async () => {
    memory = createMemoryLink();
    return { ok: true, link: memory.link };
  });
  const open = async (session: number) => {
    bench.send({ type: 'open', session, source: { kind: 'virtual' } });
    await bench.settle();
    memory.arrive(HELLO);
    await bench.settle();
  };
  await open(1);
  for (let i = 0; i < 50; i++) {
    memory.arrive(checkedLine(`s,${i},${i * 100},${i % 3}`));
    await bench.pass(100);
  }
  memory.lose();
  await bench.pass(3000);
  await open(2);
  for (let i = 0; i < 20; i++) {
    memory.arrive(checkedLine(`s,${seq + i},${boardMs + i * 100},${i % 3}`));
    await bench.pass(100);
  }
  return bench.last('health').health;
}

describe('a board that goes on where another with its id stopped', () => {
  it('is told from it by its clock: nothing is counted as lost that never was', async () => {
    expect(await followedBy(4450, 445_000)).toMatchObject({ lost: 0, otherBoards: 1 });
  });

  it('is not suspected when it is the same one', async () => {
    expect(await followedBy(80, 8000)).toMatchObject({ lost: 30, otherBoards: 0 });
    expect(await followedBy(0, 0)).toMatchObject({ lost: 0, otherBoards: 0 });
  });
});
