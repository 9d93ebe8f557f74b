import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { createBench } from '../fixtures/bench.ts';
import { createDiskFolder, NO_FOLDER } from '../fixtures/diskFolder.ts';
import { connected } from '../fixtures/firmwareBed.ts';
import { createMemoryLink } from '../fixtures/memoryLink.ts';
import { linesOf, onlyFile, replayed, seen, temporaryFolder } from '../fixtures/replayBed.ts';

const folder = temporaryFolder();

describe('a recorded session of a board of ours', () => {
  it('comes back sample by sample: values, times, limits, gaps, verdicts, events', async () => {
    const bed = await connected(folder());
    for (const injection of ['spike', 'burst', 'step'] as const) {
      await bed.run(400);
      bed.send({ type: 'inject', injection });
    }
    await bed.run(50);
    bed.send({ type: 'restart', request: 9 });
    await bed.run(333);
    bed.send({ type: 'push', request: 10, changes: { gamma: 3.5 } });
    await bed.run(200);
    bed.link().lose();
    await bed.pass(5000);
    bed.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await bed.settle();
    await bed.run(400);
    bed.send({ type: 'inject', injection: 'spike' });
    await bed.run(100);
    const live = await seen(bed);
    bed.send({ type: 'close' });
    await bed.settle();

    const again = await replayed(folder(), onlyFile(folder()));
    expect(again.last('connection')).toMatchObject({
      phase: 'streaming',
      kind: 'tidemark',
      identity: { board: 'bench', id: '0a' },
    });
    const recorded = await seen(again);
    expect(recorded.counts).toEqual(live.counts);
    expect(recorded.events).toEqual(live.events);
    expect(recorded.view).toEqual(live.view);
    expect(live.view.gaps).toHaveLength(1);
    expect(live.events.split(',browser + board,').length - 1).toBeGreaterThan(2);
  });

  it('can be read with a text editor: who, when, what was judged with, what was sent', async () => {
    const bed = await connected(folder());
    await bed.run(30);
    bed.send({ type: 'judge-with', parameters: { ...DEFAULT_PARAMETERS, gamma: 2.5 } });
    await bed.pass(1000);
    bed.send({ type: 'close' });
    await bed.settle();
    const lines = linesOf(folder(), onlyFile(folder()));
    expect(lines[0]).toMatch(
      /^H,tidemark=1,started=1700000000\d{3},kind=tidemark,board=bench,by=\d+\.\d+\.\d+\*/,
    );
    expect(lines.find((line) => line.startsWith('C,'))).toMatch(/^C,\d+,hello,\d+\*..\*..$/);
    expect(lines.find((line) => line.startsWith('h,'))).toMatch(/^h,protocol=1/);
    expect(lines.findLast((line) => line.startsWith('J,'))).toMatch(/^J,gamma=2.5,delta=0.94,/);
    expect(lines.filter((line) => line.startsWith('s,')).length).toBeGreaterThanOrEqual(29);
    expect(lines.at(-3)).toMatch(/^B,\d+,the link has ended\*/);
    expect(lines.at(-2)).toMatch(/^Z,\d+,samples=\d\d,lost=0,anomalies=0,closed=1,name=\*/);
    expect(lines.at(-1)).toBe('');
  });

  it('leaves nothing behind when there was no sample', async () => {
    const bed = await connected(folder());
    bed.send({ type: 'close' });
    await bed.settle();
    expect(readdirSync(folder().path)).toEqual([]);
  });

  it('answers no command: nobody is asked, and restarting is the browser’s alone', async () => {
    const bed = await connected(folder());
    await bed.run(300);
    bed.send({ type: 'close' });
    await bed.settle();
    const again = await replayed(folder(), onlyFile(folder()));
    again.send({ type: 'push', request: 1, changes: { gamma: 3 } });
    await again.settle();
    expect(again.done('push')).toMatchObject({ ok: false });
    again.send({ type: 'restart', request: 2 });
    expect(again.done('restart')).toEqual({ ok: true });
    // Not recorded again, and never silent.
    await again.pass(6000);
    expect(readdirSync(folder().path)).toHaveLength(1);
    expect(again.last('connection').phase).toBe('streaming');
  });

  it('begins another file when another board says hello, and goes on in its own for the same', async () => {
    const bed = await connected(folder());
    await bed.run(50);
    bed.link().lose();
    await bed.settle();
    bed.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await bed.settle();
    await bed.run(50);
    expect(readdirSync(folder().path)).toHaveLength(1);
    bed
      .link()
      .arrive(
        checkedLine('h,protocol=1,firmware=tidemark,board=Other,id=ff,channels=x:V,float=64'),
      );
    await bed.settle();
    expect(bed.last('connection').identity?.id).toBe('ff');
    bed.link().arrive(checkedLine('s,0,0,1.5'));
    await bed.settle();
    bed.send({ type: 'close' });
    await bed.settle();
    const [first = '', second = ''] = readdirSync(folder().path);
    expect(linesOf(folder(), first).some((line) => line.includes('id=ff'))).toBe(false);
    expect(linesOf(folder(), first).at(-2)).toMatch(/closed=1/);
    expect(linesOf(folder(), second).find((line) => line.startsWith('h,'))).toContain('id=ff');
  });
});

describe('a session whose worker died', () => {
  it('goes on in its file, if it is the same board’s, with all that it counted and was called', async () => {
    const bed = await connected(folder());
    await bed.run(100);
    await bed.pass(600);
    const fileName = onlyFile(folder());
    bed.send({
      type: 'stored-recordings',
      request: 3,
      question: { kind: 'rename', fileName, name: 'Pump' },
    });
    await bed.pass(600);
    // The one that died held the file no longer: as the browser takes it from a worker that is gone.
    const heir = createDiskFolder(folder().path);
    const path = join(folder().path, fileName);
    writeFileSync(path, `${readFileSync(path, 'utf8')}s,100,2000,0.1`);
    const next = await connected(heir, fileName);
    await next.run(100);
    next.send({ type: 'close' });
    await next.settle();
    expect(onlyFile(folder())).toBe(fileName);
    const lines = linesOf(folder(), fileName);
    expect(lines.filter((line) => line.startsWith('H,'))).toHaveLength(2);
    expect(lines.find((line) => line.startsWith('B,'))).toContain('the analysis stopped');
    const samples = lines.filter((line) => line.startsWith('s,')).length;
    expect(lines.at(-2)).toContain(`samples=${samples},lost=0`);
    expect(lines.at(-2)).toContain('closed=1,name=Pump');
    const again = await replayed(folder(), fileName);
    expect((await seen(again)).counts).toMatchObject({ samples, invalidLines: 0 });
  });

  it('begins another file for another board', async () => {
    const bed = await connected(folder());
    await bed.run(50);
    await bed.pass(600);
    const other = '2026-01-01T12-00-00-000Z-ff.tidemark';
    renameSync(join(folder().path, onlyFile(folder())), join(folder().path, other));
    const next = await connected(createDiskFolder(folder().path), other);
    await next.run(50);
    next.send({ type: 'close' });
    await next.settle();
    expect(readdirSync(folder().path)).toHaveLength(2);
  });
});

describe('a recorded session of another sketch', () => {
  it('comes back with the times at which its lines arrived', async () => {
    let memory = createMemoryLink();
    const live = createBench(
      async () => {
        memory = createMemoryLink();
        return { ok: true, link: memory.link };
      },
      { folder: folder() },
    );
    live.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await live.settle();
    // Said before it is known that nobody says hello, and in pieces that end anywhere.
    for (let i = 0; i < 40; i++) {
      memory.arrive(`temp:${20 + (i % 7)},hum:4`);
      live.advance(3.25);
      await live.settle();
      memory.arrive(`${i % 10}\r\n${i === 20 ? 'boot ok\n' : ''}`);
      await live.pass(100);
    }
    memory.arrive(`${'x'.repeat(3000)}`);
    await live.settle();
    memory.arrive(`${'y'.repeat(3000)}\n`);
    memory.arrive('temp:25,hum:41\ntemp:2');
    await live.settle();
    memory.lose();
    await live.pass(4000);
    live.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await live.settle();
    for (let i = 0; i < 30; i++) {
      memory.arrive(`temp:${30 + (i % 3)},hum:50\n`);
      await live.pass(100);
    }
    const before = await seen(live);
    live.send({ type: 'close' });
    await live.settle();
    const again = await replayed(folder(), onlyFile(folder()));
    expect(again.last('connection')).toMatchObject({ phase: 'streaming', kind: 'foreign' });
    expect(await seen(again)).toEqual(before);
    expect(before.counts).toMatchObject({ samples: 71 });
    expect(before.view.gaps).toMatchObject([{ lost: null }]);
  });
});

describe('a recorded session of a sketch whose lines have times, rates and names of their own', () => {
  it('comes back to the bit, with what the person had forgotten', async () => {
    const memory = createMemoryLink();
    const live = createBench(async () => ({ ok: true, link: memory.link }), { folder: folder() });
    live.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await live.settle();
    for (let i = 0; i < 20; i++) {
      memory.arrive(`before:${i}\n`);
      await live.pass(200);
    }
    live.send({ type: 'forget-channels' });
    for (let i = 0; i < 300; i++) {
      const at = (200 * i + 17 * (i % 3)) / 1000;
      const time = `12:00:${String(Math.floor(at) % 60).padStart(2, '0')}.${String(Math.round((at % 1) * 1000)).padStart(3, '0')}`;
      if (i < 250) memory.arrive(`${time} fast:${Math.sin(i * i)}\n`);
      if (i % 7 === 0) memory.arrive(`slow: ${i} mV\nwords between\n`);
      if (i === 100)
        memory.arrive(`${JSON.stringify({ wide: 'x'.repeat(900), late: 5 })}\n`.repeat(4));
      await live.pass(200);
    }
    const before = await seen(live);
    expect(live.last('channels').channels.map(({ name }) => name)).toEqual([
      'fast',
      'slow',
      'late',
    ]);
    live.send({ type: 'close' });
    await live.settle();
    const again = await replayed(folder(), onlyFile(folder()));
    expect(await seen(again)).toEqual(before);
    expect(again.last('channels').channels).toEqual(live.last('channels').channels);
  });
});

describe('a recording that cannot be written', () => {
  it('for want of room is said, and the session goes on', async () => {
    folder().fillUpAfter(6000);
    const bed = await connected(folder());
    for (let i = 0; i < 40; i++) await bed.run(10);
    await bed.pass(1000);
    expect(bed.last('recording').state).toMatchObject({
      phase: 'failed',
      fault: { code: 'storage-full' },
    });
    expect(bed.last('health').health.samples).toBeGreaterThan(390);
    // What went in can be read.
    const again = await replayed(folder(), onlyFile(folder()));
    expect((await seen(again)).counts).toMatchObject({ invalidLines: 0 });
    expect((await seen(again)).counts.samples).toBeGreaterThan(50);
  });

  it('to its very end, because there is room for all but the end, ends all the same', async () => {
    const bed = await connected(folder());
    await bed.run(100);
    folder().fillUpAfter(100);
    await bed.run(3);
    bed.send({ type: 'close' });
    await bed.settle();
    expect(bed.last('connection').phase).toBe('idle');
    const again = await replayed(folder(), onlyFile(folder()));
    expect((await seen(again)).counts.samples).toBeGreaterThanOrEqual(99);
  });

  it.each([
    ['a browser that keeps none', 'no-storage'],
    ['a want of room', 'storage-full'],
  ] as const)('because its file was taken away is said as that, not as %s', async (_, code) => {
    let isCleared = false;
    const bed = await connected({
      ...folder(),
      async create(stem) {
        const created = await folder().create(stem);
        if (!created.ok) return created;
        const { name, file } = created.value;
        const append = (bytes: Uint8Array) =>
          isCleared ? ({ code, detail: 'TypeError' } as const) : file.append(bytes);
        return { ok: true, value: { name, file: { ...file, append } } };
      },
      names: async () => (isCleared ? { ok: true, value: [] } : folder().names()),
    });
    await bed.run(50);
    await bed.pass(600);
    isCleared = true;
    await bed.run(50);
    await bed.pass(600);
    expect(bed.last('recording').state).toMatchObject({ fault: { code: 'cleared' } });
  });

  it('because the browser keeps no files is said, and the session goes on', async () => {
    const bed = await connected(NO_FOLDER);
    await bed.run(50);
    await bed.pass(1000);
    expect(bed.last('recording').state).toMatchObject({
      phase: 'failed',
      fault: { code: 'no-storage' },
    });
    expect(bed.last('health').health.samples).toBeGreaterThan(40);
  });

  it('is written again, from there on, when it is switched on again', async () => {
    const bed = await connected(folder());
    await bed.run(50);
    bed.send({ type: 'record', on: false });
    await bed.run(50);
    expect(bed.last('recording').state).toEqual({ phase: 'off' });
    bed.send({ type: 'record', on: true });
    await bed.run(50);
    bed.send({ type: 'close' });
    await bed.settle();
    const files = readdirSync(folder().path);
    expect(files).toHaveLength(2);
    const again = await replayed(folder(), files[1] ?? '');
    expect(again.last('connection').kind).toBe('tidemark');
    expect(again.last('board-parameters').parameters?.period).toBe(20);
    expect((await seen(again)).counts.samples).toBeGreaterThanOrEqual(49);
  });
});
