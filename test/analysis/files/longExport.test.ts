/** What is exported of a session that is longer than the memory given to it. */
import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../src/analysis/sessions/openReplay.ts';
import type { SessionFolder } from '../../../src/analysis/sessions/sessionFolder.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';
import { atDesk } from '../../thoroughness.ts';
import { type Bench, createBench } from '../fixtures/bench.ts';
import { NO_FOLDER } from '../fixtures/diskFolder.ts';
import { createFileBench, exportCsv, importFile } from '../fixtures/filePieces.ts';
import { createMemoryLink } from '../fixtures/memoryLink.ts';
import { onlyFile, replayed, temporaryFolder, until } from '../fixtures/replayBed.ts';

const HELLO =
  'h,protocol=1,firmware=tidemark,version=0.1.0,board=Pico,id=e6,sensor=adc,channels=x:g;t:K,float=32,saved=0';
const SAMPLES = 34_000;
/** With as little memory as there can be, 32 768 samples at most are kept. */
const LITTLE = 0 as 100;
const MUCH = 300;
const CHUNK = 2000;
const PERIOD_MS = 0.05;

const folder = temporaryFolder();
/** Every digit is read some twenty times; sampleCsv.test.ts has whole ones. */
const short = (value: number) => Math.round(value * 1000) / 1000;
const rowsOf = (text: string) => text.trimEnd().split('\r\n');

/** A board's session, with lost samples, learning that began anew, and a link that was cut. */
async function session(
  at: SessionFolder,
  megabytes: 100 | 300,
  samples = SAMPLES,
): Promise<Bench & { send5: () => Promise<void> }> {
  const links = [createMemoryLink(), createMemoryLink()];
  let opened = 0;
  const bench = createBench(
    async (source) => {
      if (source.kind === 'replay') return openReplay(source, at);
      const { link } = links[opened++] ?? createMemoryLink();
      return { ok: true, link };
    },
    { folder: at },
  );
  const random = mulberry32(3);
  bench.send({ type: 'keep-within', megabytes });
  let seq = 0;
  async function arrive(count: number): Promise<void> {
    let text = '';
    for (let i = 0; i < count; i++, seq++) {
      const value = short(gaussian(random) + (seq % 997 === 0 ? 12 : 0));
      const own = seq > 20_000 ? seq + 9 : seq;
      text += checkedLine(`s,${own},${short(own * PERIOD_MS)},${value},${-value}`);
    }
    bench.advance(count * PERIOD_MS);
    links[opened - 1]?.arrive(text);
    await bench.settle();
    bench.engine.tick();
  }
  for (const [nth, end] of [samples - 4000, samples].entries()) {
    if (nth > 0) links[0]?.lose();
    bench.send({ type: 'open', session: nth + 1, source: { kind: 'virtual' } });
    await bench.settle();
    links[nth]?.arrive(checkedLine(HELLO));
    await bench.settle();
    while (seq < end) {
      await arrive(CHUNK);
      if (seq === 10_000) {
        const asked = () => links[0]?.written.length ?? 0;
        const before = asked();
        bench.send({ type: 'restart', request: 1 });
        await bench.settle();
        expect(asked()).toBe(before + 1);
        const id = /^restart,(\d+)/.exec(links[0]?.written.at(-1) ?? '')?.[1];
        links[0]?.arrive(checkedLine(`r,${id},ok`));
        await bench.settle();
      }
    }
  }
  return { ...bench, send5: () => arrive(5) };
}

/** A table of as many samples. */
async function imported(megabytes: 100 | 300): Promise<Bench> {
  const random = mulberry32(4);
  const rows = Array.from(
    { length: SAMPLES },
    (_, i) => `${i / 1000},${short(gaussian(random))}\n`,
  );
  const bench = createFileBench();
  bench.send({ type: 'keep-within', megabytes });
  await importFile(bench, new Blob(['time [s],x\n', ...rows]));
  return bench;
}

let whole: ReturnType<typeof exportCsv> | null = null;

/** Of one that fits in memory; made once. */
async function wholeExport(): ReturnType<typeof exportCsv> {
  whole ??= session(NO_FOLDER, MUCH).then((bench) => exportCsv(bench));
  return whole;
}

describe('a session longer than its memory', () => {
  it('is exported as a whole while it is being recorded, as if all were in memory', async () => {
    const whole = await wholeExport();
    expect(rowsOf(whole.text)).toHaveLength(SAMPLES + 1);
    expect(whole.text.match(/,lost 9\r\n/g)).toHaveLength(1);
    expect(whole.text.match(/,restart\r\n/g)).toHaveLength(1);
    expect(whole.text).toMatch(/,1,0,[^,]+,[\d.e-]+,1,/);

    const bench = await session(folder(), LITTLE);
    const recorded = await exportCsv(bench);
    expect(recorded.missesOlder).toBe(false);
    expect(recorded.text === whole.text).toBe(true);
    expect(recorded.pieces).toBeGreaterThan(2);

    // It went on meanwhile, and goes on.
    await bench.send5();
    expect(rowsOf((await exportCsv(bench)).text)).toHaveLength(SAMPLES + 6);
    bench.send({ type: 'close' });
    await bench.settle();
    const ended = await exportCsv(bench);
    expect([rowsOf(ended.text).length, ended.missesOlder]).toEqual([SAMPLES + 6, false]);
    const again = await replayed(folder(), onlyFile(folder()));
    expect((await exportCsv(again)).text === ended.text).toBe(true);
  });

  it('that was not recorded is exported as far as it is in memory, and that is said', async () => {
    const bench = await session(NO_FOLDER, LITTLE);
    const kept = await exportCsv(bench);
    expect(kept.missesOlder).toBe(true);
    const whole = rowsOf((await wholeExport()).text);
    const rows = rowsOf(kept.text).slice(1);
    expect(rows.length).toBeGreaterThan(16_384);
    expect(rows.length).toBeLessThan(32_769);
    // The verdicts are those of live: nobody learns anew where memory begins.
    expect(rows.slice(1)).toEqual(whole.slice(-rows.length + 1));
  });

  it.skipIf(atDesk)(
    'of a file comes back as it was, also a range of what is not in memory any more',
    async () => {
      const { text } = await exportCsv(await imported(MUCH));
      expect(rowsOf(text)).toHaveLength(SAMPLES + 1);
      const bench = await imported(LITTLE);
      expect((await exportCsv(bench)).text === text).toBe(true);

      const rows = rowsOf(text);
      const timeMs = (row: number) =>
        Date.parse(rows[row]?.split(',')[1]?.slice(0, 23).concat('Z') ?? '');
      const [fromMs, toMs] = [timeMs(1000), timeMs(1200) + 0.5];
      const some = await exportCsv(bench, { kind: 'between', fromMs, toMs });
      const found = rowsOf(some.text).slice(1);
      expect(found.length).toBeGreaterThan(200);
      const first = rows.indexOf(found[0] ?? '');
      expect(first).toBeGreaterThan(980);
      expect(found).toEqual(rows.slice(first, first + found.length));
      expect(some.missesOlder).toBe(false);
    },
  );

  it.skipIf(atDesk)('whose file is gone meanwhile says so, and nothing else stops', async () => {
    const bench = await imported(LITTLE);
    const { slice } = Blob.prototype;
    Blob.prototype.slice = () => {
      throw new DOMException('the disk is gone', 'NotReadableError');
    };
    try {
      bench.send({
        type: 'export-samples',
        request: 9,
        range: { kind: 'all' },
      });
      await bench.settle();
    } finally {
      Blob.prototype.slice = slice;
    }
    expect(bench.last('failed')).toMatchObject({ call: 'export-samples', request: 9 });
    expect(rowsOf((await exportCsv(bench)).text)).toHaveLength(SAMPLES + 1);
  });
});

describe('a session that is being recorded', () => {
  it.skipIf(atDesk)('can be had as a file as it stands, and goes on', async () => {
    const bench = await session(folder(), MUCH);
    const fileName = onlyFile(folder());
    bench.send({ type: 'stored-recordings', request: 4, question: { kind: 'read', fileName } });
    await until(() => bench.answers('stored-recordings').length > 0);
    const answer = bench.done('stored-recordings');
    if (answer.kind !== 'file') throw new Error(answer.kind);
    await bench.send5();
    expect(await answer.file.text()).toMatch(/^H,tidemark=1/);
    const copy: SessionFolder = {
      ...NO_FOLDER,
      read: async (name) =>
        name === fileName ? { ok: true, value: answer.file } : NO_FOLDER.read(name),
    };
    const again = await replayed(copy, fileName);
    const rows = rowsOf((await exportCsv(again)).text);
    expect(rows).toHaveLength(SAMPLES + 1);
    expect(rows).toEqual(rowsOf((await exportCsv(bench)).text).slice(0, -5));
  });

  it('by another tab is not handed over half written', async () => {
    await session(folder(), MUCH, 8000);
    const other = createBench(async () => ({ ok: true, link: createMemoryLink().link }), {
      folder: folder(),
    });
    const fileName = onlyFile(folder());
    other.send({ type: 'stored-recordings', request: 4, question: { kind: 'read', fileName } });
    await until(() => other.answers('stored-recordings').length > 0);
    expect(other.done('stored-recordings')).toMatchObject({
      kind: 'failed',
      fault: { code: 'in-use' },
    });
  });
});
