import { describe, expect, it } from 'vitest';
import { readOutline } from '../../../src/history/recordingSummary.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { FORGED } from '../../signals/forgedLines.ts';
import { createBench } from '../fixtures/bench.ts';
import { createMemoryLink } from '../fixtures/memoryLink.ts';
import { linesOf, onlyFile, replayed, seen, temporaryFolder } from '../fixtures/replayBed.ts';

const folder = temporaryFolder();

/** A session in which the board says these lines among its samples. */
async function session(lines: readonly string[], sample: (i: number) => string, hello: string) {
  const memory = createMemoryLink();
  const live = createBench(async () => ({ ok: true, link: memory.link }), { folder: folder() });
  live.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await live.settle();
  memory.arrive(hello);
  await live.pass(2000);
  for (let i = 0; i < 300; i++) {
    memory.arrive(sample(i));
    const said = i % 25 === 24 ? lines[Math.floor(i / 25)] : undefined;
    // Also cut in two, so that its first byte and its comma come apart.
    if (said) for (const part of [said.slice(0, 1), said.slice(1)]) memory.arrive(part);
    await live.pass(100);
  }
  const before = await seen(live);
  live.send({ type: 'close' });
  await live.settle();
  return before;
}

async function expectSame(before: Awaited<ReturnType<typeof session>>): Promise<void> {
  const again = await replayed(folder(), onlyFile(folder()));
  expect(await seen(again)).toEqual(before);
  expect(again.all('replay').flatMap(({ labels }) => labels ?? [])).toEqual([]);
  expect(again.last('replay').recordedWith?.gamma).toBe(4);
  const bytes = new TextEncoder().encode(linesOf(folder(), onlyFile(folder())).join('\n'));
  const outline = readOutline(bytes, bytes);
  expect(outline).toMatchObject({ samples: before.counts.samples, name: '', closed: true });
  const hours = ((outline?.endedMs ?? 0) - (outline?.startedMs ?? 0)) / 3_600_000;
  expect(hours).toBeLessThan(1);
}

describe('a board that sends lines in the form of the host’s', () => {
  it('is recorded as it was seen: a board of ours', async () => {
    const hello = checkedLine('h,protocol=1,firmware=tidemark,board=Bench,id=b1,channels=x:g');
    const value = (i: number) => (i % 60 === 59 ? 9 : (i % 7) / 7);
    const before = await session(
      FORGED.map(checkedLine),
      (i) => checkedLine(`s,${i},${i * 100},${value(i)}`),
      hello,
    );
    expect(before.counts).toMatchObject({ samples: 300, invalidLines: FORGED.length });
    await expectSame(before);
  });

  it('is recorded as it was seen: any other sketch, with whatever ends its lines', async () => {
    const before = await session(
      FORGED.map((line, i) => checkedLine(line).replace('\n', ['\n', '\r\n', '\r'][i % 3] ?? '')),
      (i) => `x:${(i % 7) / 7}\n`,
      '',
    );
    expect(before.counts.samples).toBeGreaterThan(290);
    await expectSame(before);
  });
});
