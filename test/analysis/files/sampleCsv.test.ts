import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../src/detector/detector.ts';
import { judge } from '../../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { thorough } from '../../thoroughness.ts';
import { type Bench, createBench } from '../fixtures/bench.ts';
import { createFileBench, exportCsv, importFile } from '../fixtures/filePieces.ts';
import { createMemoryLink, type MemoryLink } from '../fixtures/memoryLink.ts';

const HELLO =
  'h,protocol=1,firmware=tidemark,version=0.1.0,board=Pico,id=e6,sensor=adc,channels=x:g;temp:degC,float=64,saved=0';

/** Late enough to have learned, early enough to learn again. */
const REBOOT_AT = 1100;

async function live(): Promise<Bench & { memory: MemoryLink }> {
  const memory = createMemoryLink();
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.settle();
  memory.arrive(checkedLine(HELLO));
  await bench.settle();
  return { ...bench, memory };
}

const text = (value: number) =>
  (Object.is(value, -0) ? '-0' : String(value)).replace('Infinity', 'inf');
const table = (csv: string) =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));

/** Samples of a board, one every 20 ms, that arrive when they are made. */
async function stream(
  bench: Bench & { memory: MemoryLink },
  count: number,
  body: (seq: number) => string,
): Promise<void> {
  for (let seq = 0; seq < count; seq += 5) {
    const some = Array.from({ length: Math.min(5, count - seq) }, (_, i) =>
      checkedLine(body(seq + i)),
    );
    bench.memory.arrive(some.join(''));
    await new Promise((resolve) => setTimeout(resolve, 0));
    bench.advance(100);
  }
  await bench.settle();
}

async function importText(csv: string): Promise<Bench> {
  const bench = createFileBench();
  await importFile(bench, new Blob([csv]));
  return bench;
}

describe('samples as CSV', () => {
  it('stand under documented columns, exact, with both times', async () => {
    const bench = await live();
    bench.memory.arrive(checkedLine('s,0,1000,0.1,-0') + checkedLine('s,1,1000.5,nan,1e-300'));
    await bench.settle();
    const { text: csv } = await exportCsv(bench);
    expect(table(csv)).toEqual([
      [
        'board_time_ms',
        'host_time',
        'x [g]',
        'x probability',
        'x outlier',
        'x collective',
        'temp [degC]',
        'temp probability',
        'temp outlier',
        'temp collective',
        'break',
      ],
      ['1000', '2023-11-14T22:13:20.000Z', '0.1', '0', '0', '0', '-0', '0', '0', '0', ''],
      ['1000.5', '2023-11-14T22:13:20.0005Z', '', '', '', '', '1e-300', '0', '0', '0', ''],
    ]);
  });

  it('say of every sample what the detector said of it, also after a reboot', async () => {
    const bench = await live();
    let detector = createDetector(DEFAULT_PARAMETERS);
    const expected: string[][] = [];
    await stream(bench, 2000, (seq) => {
      const value = seq % 400 > 390 ? 9 : (Math.sin(seq * 12.9898) * 43758.5453) % 1;
      if (seq === REBOOT_AT) detector = createDetector(DEFAULT_PARAMETERS);
      const bits = judge(detector, seq * 20, value);
      expected.push([String(detector.probability), bits & 1 ? '1' : '0', bits & 4 ? '1' : '0']);
      const own = seq < REBOOT_AT ? seq : seq - REBOOT_AT;
      return `s,${own},${own * 20},${value},0`;
    });
    const rows = table((await exportCsv(bench)).text).slice(1);
    expect(rows.map((row) => row.slice(3, 6))).toEqual(expected);
    expect(expected.filter(([, outlier]) => outlier === '1').length).toBeGreaterThan(10);
    expect(expected.filter(([, , collective]) => collective === '1').length).toBeGreaterThan(0);
  });

  it('come back from the file unchanged: values, times, gaps, reboots and verdicts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.double(), fc.double({ min: -5, max: 5 }), fc.nat(3)), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.nat(50),
        async (samples, rebootAt) => {
          const bench = await live();
          let seq = 0;
          let boardMs = 12.25;
          for (const [i, [odd, even, skip]] of samples.entries()) {
            if (i === rebootAt) {
              await bench.settle();
              bench.advance(500);
              [seq, boardMs] = [0, 0.125];
            }
            bench.memory.arrive(checkedLine(`s,${seq},${boardMs},${text(odd)},${text(even)}`));
            seq += 1 + skip;
            boardMs += 0.1 + skip / 4;
          }
          await bench.settle();
          const { text: csv } = await exportCsv(bench);
          const again = await importText(csv);
          expect((await exportCsv(again)).text).toBe(csv);
        },
      ),
      { numRuns: thorough(2, 30) },
    );
  });

  it('give the same verdicts under other parameters, before and after the file', async () => {
    const bench = await live();
    await stream(bench, 2000, (seq) => {
      const value = seq % 97 === 0 ? 6 : (Math.sin(seq * 78.233) * 12543.123) % 1;
      return `s,${seq < 900 ? seq : seq + 7},${seq * 20},${value},1`;
    });
    const again = await importText((await exportCsv(bench)).text);
    const whatIf = { ...DEFAULT_PARAMETERS, gamma: 2, delta: 0.8, maxima: 10, outliers: 2 };
    for (const engine of [bench, again]) {
      engine.send({ type: 'judge-with', parameters: whatIf });
      await engine.pass(100);
    }
    const before = await exportCsv(bench);
    expect((await exportCsv(again)).text).toBe(before.text);
    expect(before.text).toContain(',1,');
  });

  it('of a range are those rows of the whole file, with the same verdicts', async () => {
    const bench = await live();
    const start = bench.nowMs();
    await stream(bench, 1000, (seq) => {
      return `s,${seq},${seq * 20},${seq === 600 ? 50 : Math.sin(seq)},0`;
    });
    const all = (await exportCsv(bench)).text.split('\r\n');
    const range = { kind: 'between', fromMs: start + 500 * 20, toMs: start + 700 * 20 } as const;
    const some = (await exportCsv(bench, range)).text.split('\r\n');
    expect(some.slice(1, -1)).toEqual(all.slice(501, 702));
    expect(some.some((row) => row.split(',')[4] === '1')).toBe(true);
  });

  it('tell no board time where the clock was put right, and keep the other', async () => {
    const bench = await live();
    // All at once: the board seems to run ahead, and is held back until it does not.
    for (let seq = 0; seq < 50; seq++)
      bench.memory.arrive(checkedLine(`s,${seq},${seq * 20},${seq},0`));
    await bench.settle();
    const { text: csv } = await exportCsv(bench);
    expect(table(csv).at(-2)?.[0]).toBe('');
    const again = table((await exportCsv(await importText(csv))).text);
    expect(again.map((row) => row.slice(1))).toEqual(table(csv).map((row) => row.slice(1)));
  });

  it('have what the person called them beside them, and back again from the file', async () => {
    const bench = await live();
    const start = bench.nowMs();
    await stream(bench, 100, (seq) => `s,${seq},${seq * 20},${seq},0`);
    const at = (seq: number) => start + seq * 20;
    const spike = { channel: 0, fromMs: at(20), toMs: at(24), name: 'spike' };
    const awkward = { channel: 1, fromMs: at(30), toMs: at(30), name: '=worn, "50 %" ★' };
    const inside = { channel: 0, fromMs: at(22), toMs: at(22), name: 'not an anomaly' };
    bench.send({ type: 'label', labels: [spike, awkward, inside] });
    const { text: csv } = await exportCsv(bench);
    const [header = '', ...rows] = csv.split('\r\n');
    expect(header.split(',')).toEqual([
      ...['board_time_ms', 'host_time'],
      ...['x [g]', 'x probability', 'x outlier', 'x collective', 'x class'],
      ...['temp [degC]', 'temp probability', 'temp outlier', 'temp collective', 'temp class'],
      'break',
    ]);
    const named = rows.map((row) => row.split(',')[6]);
    expect(named.slice(19, 26)).toEqual(['', 'spike', 'spike', inside.name, 'spike', 'spike', '']);
    expect(rows[30]?.endsWith(`,"'=worn, ""50 %"" ★",`)).toBe(true);

    const again = await importText(csv);
    const labels = again.all('replay').flatMap((said) => said.labels ?? []);
    const kept = labels.map(({ channel, name }) => `${channel} ${name}`);
    expect(kept).toEqual(['0 spike', '0 not an anomaly', '0 spike', '1 =worn, "50 %" ★']);
    again.send({ type: 'label', labels });
    expect((await exportCsv(again)).text).toBe(csv);
  });

  it('come in pieces of bounded size', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i},${i % 7}\n`).join('');
    const bench = await importText(`ms,a\n${rows}`);
    const { text: csv, pieces } = await exportCsv(bench);
    expect(pieces).toBe(4);
    expect(table(csv)).toHaveLength(30_001);
  });
});
