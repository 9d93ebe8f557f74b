import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { createBench } from '../fixtures/bench.ts';
import { createMemoryLink } from '../fixtures/memoryLink.ts';
import { replayed, seen, temporaryFolder } from '../fixtures/replayBed.ts';

const folder = temporaryFolder();
const HELLOS = 1000;

describe('a board that says another hello all the time', () => {
  it('fills neither the folder nor the time of the page, and loses nothing', async () => {
    const memory = createMemoryLink();
    const bench = createBench(async () => ({ ok: true, link: memory.link }), { folder: folder() });
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.settle();
    for (let i = 0; i < HELLOS; i++) {
      const hello = `h,protocol=1,firmware=tidemark,board=Bench,id=b1,channels=x${i}:g,float=32,saved=0`;
      memory.arrive(checkedLine(hello) + checkedLine(`s,0,0,${i}`) + checkedLine(`s,1,20,${i}`));
      if (i % 50 === 49) await bench.pass(100);
    }
    await bench.pass(1000);
    bench.send({ type: 'close' });
    await bench.settle();
    const files = readdirSync(folder().path);
    expect(files.length).toBeLessThan(20);
    expect(bench.all('channels').length).toBeLessThan(100);
    const last = files.toSorted().at(-1) ?? '';
    const again = await replayed(folder(), last);
    expect((await seen(again)).counts).toMatchObject({ samples: 2, invalidLines: 0 });
  });
});
