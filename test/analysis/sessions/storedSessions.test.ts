import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  StoredAnswer,
  StoredQuestion,
} from '../../../src/analysis/messages/recordingMessages.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { formatHostLine } from '../../../src/protocol/hostLine.ts';
import { SEED, thorough } from '../../thoroughness.ts';
import { type Bench, createBench } from '../fixtures/bench.ts';
import { connected } from '../fixtures/firmwareBed.ts';
import { createMemoryLink } from '../fixtures/memoryLink.ts';
import {
  onlyFile,
  replayBench,
  replayed,
  seen,
  temporaryFolder,
  until,
} from '../fixtures/replayBed.ts';

const folder = temporaryFolder();

describe('the stored sessions', () => {
  const ask = async (bench: Bench, question: StoredQuestion): Promise<StoredAnswer> => {
    bench.send({ type: 'stored-recordings', request: 55, question });
    bench.messages.length = 0;
    await until(() => bench.answers('stored-recordings').some(({ type }) => type === 'done'));
    return bench.done('stored-recordings');
  };

  it('are listed, renamed while they are recorded and after, kept, read and deleted', async () => {
    const bed = await connected(folder());
    await bed.run(100);
    await bed.pass(200);
    const fileName = onlyFile(folder());
    expect(await ask(bed, { kind: 'list' })).toMatchObject({
      sessions: [{ fileName, board: 'bench', name: '', state: 'recording' }],
    });
    expect(await ask(bed, { kind: 'delete', fileName })).toMatchObject({
      fault: { code: 'in-use' },
    });
    expect(await ask(bed, { kind: 'rename', fileName, name: 'Pump, left' })).toMatchObject({
      sessions: [{ name: 'Pump, left', state: 'recording' }],
    });
    await bed.run(50);
    await bed.pass(200);
    // As a kill leaves it: without an end, its last line torn.
    const torn = `${readFileSync(join(folder().path, fileName), 'utf8')}s,150,3000,0.0`;
    bed.send({ type: 'close' });
    await bed.settle();
    writeFileSync(join(folder().path, fileName), torn);

    const [unfinished] = sessionsOf(await ask(bed, { kind: 'list' }));
    expect(unfinished).toMatchObject({ name: 'Pump, left', state: 'unfinished', lost: 0 });
    const samples = torn.match(/^s,.*\*..$/gm)?.length ?? 0;
    expect(unfinished?.samples).toBe(samples);
    expect(sessionsOf(await ask(bed, { kind: 'keep', fileName }))).toMatchObject([
      { name: 'Pump, left', state: 'closed', samples },
    ]);
    expect(sessionsOf(await ask(bed, { kind: 'rename', fileName, name: '' }))).toMatchObject([
      { name: '', state: 'closed', samples },
    ]);
    const again = await replayed(folder(), fileName);
    expect((await seen(again)).counts).toMatchObject({ samples, invalidLines: 0 });
    expect(sessionsOf(await ask(bed, { kind: 'delete', fileName }))).toEqual([]);
    expect(await ask(bed, { kind: 'keep', fileName })).toMatchObject({
      fault: { code: 'not-found' },
    });
  });

  it('of which there are many are told in slices, the newest first', async () => {
    for (let i = 0; i < 100; i++) {
      const head = formatHostLine({
        type: 'link',
        startedMs: i,
        kind: 'foreign',
        board: `b${i}`,
      });
      const name = `2026-01-01T12-00-00-${String(i).padStart(3, '0')}Z-b.tidemark`;
      writeFileSync(join(folder().path, name), `${head}1.5\n`);
    }
    const bench = replayBench(folder());
    const all = sessionsOf(await ask(bench, { kind: 'list' }));
    expect(all.map(({ board }) => board)).toEqual(
      Array.from({ length: 100 }, (_, i) => `b${99 - i}`),
    );
    const slices = bench
      .answers('stored-recordings')
      .flatMap((answer) => (answer.type === 'progress' ? [answer.progress] : []));
    expect(slices.length).toBeGreaterThan(5);
    expect(slices[0]).toEqual(all.slice(0, slices[0]?.length));
    expect(slices[0]?.length).toBeLessThan(20);
  });

  it('that fill the storage are said to, before it is full, in minutes at this rate', async () => {
    folder().fillUpAfter(1_000_000);
    const bed = await connected(folder());
    for (let seconds = 0; seconds < 25; seconds++) {
      await bed.run(50);
    }
    const { state } = bed.last('recording');
    // 50 samples a second of some 36 bytes, and as many arrivals of some 20 every ten samples.
    expect(state).toMatchObject({ phase: 'recording', roomLeftMs: expect.any(Number) });
    const minutes = state.phase === 'recording' ? (state.roomLeftMs ?? 0) / 60_000 : 0;
    expect(minutes).toBeGreaterThan(5);
    expect(minutes).toBeLessThan(12);
  });
});

const sessionsOf = (answer: StoredAnswer) => (answer.kind === 'sessions' ? answer.sessions : []);

describe('a file that was cut off anywhere', () => {
  it('gives every sample before the cut', async () => {
    const bed = await connected(folder());
    await bed.run(60);
    bed.send({ type: 'close' });
    await bed.settle();
    const whole = readFileSync(join(folder().path, onlyFile(folder())));
    const firstLine = whole.indexOf('\n') + 1;
    const cuts = fc.integer({ min: firstLine, max: whole.length });
    await fc.assert(
      fc.asyncProperty(cuts, async (cut) => {
        writeFileSync(join(folder().path, 'cut.tidemark'), whole.subarray(0, cut));
        const text = whole.subarray(0, cut).toString();
        const expected = text.slice(0, text.lastIndexOf('\n')).match(/^s,/gm)?.length ?? 0;
        const again = await replayed(folder(), 'cut.tidemark');
        const health = (await seen(again)).counts;
        expect(health).toMatchObject({ samples: expected, invalidLines: 0 });
      }),
      { numRuns: thorough(8, 30), seed: SEED },
    );
  });
});

describe('beside hundreds of stored sessions', () => {
  it('a new one is recorded before they are all told', async () => {
    const head = formatHostLine({ type: 'link', startedMs: 1, kind: 'foreign', board: 'b' });
    for (let i = 0; i < 300; i++) {
      const name = `2026-01-01T12-00-00-${String(i).padStart(4, '0')}Z-b.tidemark`;
      writeFileSync(join(folder().path, name), `${head}1.5\n`);
    }
    const memory = createMemoryLink();
    const bench = createBench(async () => ({ ok: true, link: memory.link }), { folder: folder() });
    bench.send({ type: 'stored-recordings', request: 9, question: { kind: 'list' } });
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    memory.arrive(checkedLine('h,protocol=1,firmware=tidemark,board=Bench,id=b1,channels=x:g'));
    await until(() => {
      bench.engine.tick();
      return bench.all('recording').at(-1)?.state.phase === 'recording';
    });
    const told = bench.answers('stored-recordings');
    expect(told.some(({ type }) => type === 'done')).toBe(false);
    await until(() => bench.answers('stored-recordings').some(({ type }) => type === 'done'));
  });
});
