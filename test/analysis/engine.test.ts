import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { formatParameters } from '../../src/protocol/formatLine.ts';
import { type Bench, createBench } from './fixtures/bench.ts';
import { createMemoryLink, type MemoryLink } from './fixtures/memoryLink.ts';

const HELLO = checkedLine(
  'h,protocol=1,firmware=tidemark,version=0.1.0,board=Pico,id=e6,sensor=adc,channels=x:V,float=32,saved=0',
);
const PARAMETERS = formatParameters('p', DEFAULT_PARAMETERS);

async function opened(): Promise<Bench & { memory: MemoryLink }> {
  const memory = createMemoryLink();
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.settle();
  return { ...bench, memory };
}

async function greeted() {
  const bench = await opened();
  bench.memory.arrive(HELLO + PARAMETERS);
  await bench.settle();
  return bench;
}

async function health(bench: Bench) {
  await bench.pass(1000);
  return bench.last('health').health;
}

describe('bad input from a board of ours', () => {
  it('is counted, and every good line beside it still counts', async () => {
    const bench = await greeted();
    bench.memory.arrive(checkedLine('s,0,0,1.5'));
    bench.memory.arrive(checkedLine('s,1,20,1.5').replace('1.5', '1.6'));
    bench.memory.arrive('s,2,40,1.\n');
    bench.memory.arrive(checkedLine('s,3,60,1.5,7'));
    bench.memory.arrive(checkedLine('s,4,80'));
    bench.memory.arrive(`s,5,${'9'.repeat(600)}\n`);
    bench.memory.arrive(Uint8Array.from([0, 255, 254, 13, 10]));
    bench.memory.arrive(checkedLine('s,6,120,2.5'));
    expect(await health(bench)).toMatchObject({ samples: 2, invalidLines: 6, lost: 5 });
    expect(bench.last('connection').phase).toBe('streaming');
  });

  it('that is no number or out of range is kept out of the detector and counted', async () => {
    const bench = await greeted();
    ['nan', 'inf', '-inf', '1e400', '3'].forEach((value, seq) => {
      bench.memory.arrive(checkedLine(`s,${seq},${seq * 20},${value}`));
    });
    expect(await health(bench)).toMatchObject({ samples: 5, invalidValues: 4, invalidLines: 0 });
  });

  it('that stops in the middle of a line leaves the board silent, until it speaks again', async () => {
    const bench = await greeted();
    bench.memory.arrive(checkedLine('s,0,0,1'));
    bench.memory.arrive('s,1,20,0.');
    await bench.pass(2300);
    expect(bench.last('connection').phase).toBe('silent');
    bench.memory.arrive(`\n${checkedLine('s,2,40,1')}`);
    await bench.settle();
    expect(bench.last('connection').phase).toBe('streaming');
  });

  it('in the form of parameters that cannot be is not shown as the truth', async () => {
    const bench = await greeted();
    bench.memory.arrive(formatParameters('p', { ...DEFAULT_PARAMETERS, gamma: -4 }));
    await bench.settle();
    expect(bench.all('board-parameters')).toHaveLength(1);
    expect((await health(bench)).invalidLines).toBe(1);
  });
});

describe('samples', () => {
  it('missing from the sequence are counted and shown as a gap', async () => {
    const bench = await greeted();
    for (const seq of [0, 1, 2, 10, 11]) bench.memory.arrive(checkedLine(`s,${seq},${seq * 20},1`));
    expect((await health(bench)).lost).toBe(7);
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 500 });
    expect(bench.done('view').gaps).toMatchObject([{ lost: 7 }]);
  });

  it('of a 32-bit board are judged as the board sees them', async () => {
    const bench = await greeted();
    bench.memory.arrive(checkedLine('s,0,0,0.1'));
    await bench.settle();
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 500 });
    expect(bench.done('view').channels[0]?.latest?.value).toBe(Math.fround(0.1));
  });

  it('that were late by more than a few periods leave a gap: no line and no limits lead over it', async () => {
    const bench = await greeted();
    const say = async (seq: number, boardMs: number): Promise<void> => {
      bench.advance(50);
      bench.memory.arrive(checkedLine(`s,${seq},${boardMs},${Math.sin(seq)}`));
      await bench.settle();
    };
    for (let seq = 0; seq < 60; seq++) await say(seq, 50 * seq);
    await bench.pass(7000);
    for (let seq = 60; seq < 80; seq++) await say(seq, 50 * seq + 7000);
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 2000 });
    const { gaps, channels } = bench.done('view');
    expect(gaps).toMatchObject([{ lost: 0 }]);
    expect((gaps[0]?.toMs ?? 0) - (gaps[0]?.fromMs ?? 0)).toBe(7050);
    const middle = ((gaps[0]?.fromMs ?? 0) + (gaps[0]?.toMs ?? 0)) / 2000;
    const [view] = channels;
    const broken = [...(view?.time ?? [])].indexOf(middle);
    expect(view?.value[broken]).toBeNaN();
    expect(view?.upper[broken]).toBeNaN();
    expect((await health(bench)).lost).toBe(0);
  });

  it('that do not come are waited for on an axis that runs on, until the person disconnects', async () => {
    const bench = await greeted();
    for (let seq = 0; seq < 100; seq++) bench.memory.arrive(checkedLine(`s,${seq},${20 * seq},1`));
    await bench.settle();
    const live = () => {
      const range = { kind: 'live', windowMs: 50 } as const;
      bench.send({ type: 'view', request: 1, range, widthPx: 500 });
      return bench.done('view');
    };
    const newestMs = live().toMs;
    await bench.pass(400);
    expect(live()).toMatchObject({ toMs: newestMs, gaps: [] });
    await bench.pass(2600);
    expect(live()).toMatchObject({
      fromMs: newestMs + 2950,
      toMs: newestMs + 3000,
      gaps: [{ fromMs: newestMs, toMs: newestMs + 3000, lost: 0 }],
    });
    bench.send({ type: 'close' });
    await bench.settle();
    expect(live()).toMatchObject({ toMs: newestMs, gaps: [] });
  });

  it('that begin anew are a reboot: a gap, and learning starts again', async () => {
    const bench = await greeted();
    for (let seq = 0; seq < 300; seq++) {
      bench.memory.arrive(checkedLine(`s,${seq},${seq * 20},${Math.sin(seq)}`));
    }
    await bench.settle();
    await bench.pass(7000);
    bench.memory.arrive(HELLO + PARAMETERS);
    for (let seq = 0; seq < 40; seq++) bench.memory.arrive(checkedLine(`s,${seq},${seq * 20},1`));
    await bench.settle();
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 500 });
    expect(bench.done('view').gaps).toMatchObject([{ lost: null }]);
    expect(bench.done('view').channels[0]?.learning).toMatchObject({ learned: 0, needed: 5 });
    expect((await health(bench)).lost).toBe(0);
  });
});

describe('a board that does not say hello', () => {
  it('is asked once, again after a second, and then taken for any other sketch', async () => {
    const bench = await opened();
    bench.memory.arrive('boot: ready\n1.5,20\n1.6,21\n1.7,22\n');
    await bench.settle();
    expect(bench.last('connection').phase).toBe('handshaking');
    await bench.pass(1500);
    expect(bench.last('connection')).toMatchObject({ phase: 'streaming', kind: 'foreign' });
    expect(bench.last('channels').channels.map(({ name }) => name)).toEqual(['value 1', 'value 2']);
    bench.memory.arrive('1.8,23\nnonsense\n');
    await bench.settle();
    expect(await health(bench)).toMatchObject({ samples: 4, invalidLines: 0 });
    await bench.pass(5000);
    expect(bench.memory.written).toHaveLength(2);
    expect(new Set(bench.memory.written).size).toBe(1);
  });

  it('but does so late becomes one of ours', async () => {
    const bench = await opened();
    await bench.pass(2100);
    expect(bench.last('connection').kind).toBe('foreign');
    bench.memory.arrive(HELLO + PARAMETERS + checkedLine('s,0,0,1'));
    await bench.settle();
    expect(bench.last('connection').kind).toBe('tidemark');
    expect((await health(bench)).samples).toBe(1);
  });

  it('and shows the MicroPython prompt is recognised as such', async () => {
    const bench = await opened();
    bench.memory.arrive('SyntaxError: invalid syntax\r\n>>');
    bench.memory.arrive('> ');
    await bench.pass(2100);
    expect(bench.last('connection').kind).toBe('repl');
  });

  it('takes no parameters: a push says that nobody answered', async () => {
    const bench = await opened();
    await bench.pass(2100);
    bench.send({ type: 'push', request: 3, changes: { gamma: 3 } });
    await bench.settle();
    expect(bench.last('done')).toMatchObject({
      call: 'push',
      request: 3,
      result: { ok: false, fault: { code: 'no-answer' } },
    });
  });
});

describe('a command', () => {
  it('that the board never answers is reported after being asked three times', async () => {
    const bench = await greeted();
    bench.memory.written.length = 0;
    bench.send({ type: 'save', request: 3 });
    await bench.pass(3200);
    const saves = bench.memory.written.filter((text) => text.startsWith('save,'));
    expect(saves).toHaveLength(3);
    expect(new Set(saves).size).toBe(1);
    expect(bench.done('save')).toMatchObject({ fault: { code: 'no-answer' } });
  });

  it('under way when the board goes is reported at once', async () => {
    const bench = await greeted();
    bench.send({ type: 'save', request: 3 });
    bench.memory.lose();
    await bench.settle();
    expect(bench.done('save')).toMatchObject({ ok: false });
    expect(bench.last('connection')).toMatchObject({ phase: 'lost' });
  });
});

describe('opening', () => {
  it('that fails says why', async () => {
    const fault = { code: 'busy', detail: 'Failed to open serial port.' } as const;
    const bench = createBench(async () => ({ ok: false, fault }));
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.settle();
    expect(bench.last('connection')).toMatchObject({ phase: 'busy', fault });
  });

  it('that was given up meanwhile closes the link that nobody wants any more', async () => {
    const late = createMemoryLink();
    let open: () => void = () => undefined;
    const bench = createBench(
      () =>
        new Promise((resolve) => {
          open = () => resolve({ ok: true, link: late.link });
        }),
    );
    bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
    await bench.settle();
    bench.send({ type: 'close' });
    await bench.settle();
    open();
    expect(await late.link.closed).toEqual({ reason: 'closed' });
    expect(bench.last('connection').phase).toBe('idle');
  });
});

describe('the console', () => {
  it('shows raw lines both ways, and only what is new', async () => {
    const bench = await greeted();
    bench.send({ type: 'send-line', text: 'ping' });
    bench.memory.arrive('garbage \u00b5\r\nunfin');
    await bench.settle();
    bench.send({ type: 'console', request: 1, after: 0 });
    const page = bench.done('console');
    expect(
      page.lines.filter(({ direction }) => direction === 'out').map(({ text }) => text),
    ).toEqual([expect.stringMatching(/^hello,\d+\*/), 'ping']);
    expect(page.lines.at(-1)).toMatchObject({ direction: 'in', text: 'garbage \u00b5' });
    bench.memory.arrive('ished\n');
    await bench.settle();
    bench.send({ type: 'console', request: 2, after: page.cursor });
    expect(bench.done('console').lines.map(({ text }) => text)).toEqual(['unfinished']);
  });

  it('keeps a bounded rest of a flood and says how many lines it gave up', async () => {
    const bench = await greeted();
    for (let i = 0; i < 100; i++) bench.memory.arrive('0123456789abcde\n'.repeat(1000));
    await bench.settle();
    bench.send({ type: 'console', request: 1, after: 0 });
    const page = bench.done('console');
    expect(page.lines.length).toBeLessThanOrEqual(2000);
    expect(page.skipped + page.lines.length).toBeGreaterThanOrEqual(100_000);
    bench.memory.arrive('y'.repeat(3000));
    await bench.settle();
    bench.send({ type: 'console', request: 2, after: page.cursor });
    expect(bench.done('console').lines).toHaveLength(2);
  });
});

describe('the history', () => {
  it('is measured between two moments when the page asks', async () => {
    const bench = await greeted();
    for (let seq = 0; seq < 10; seq += 1) {
      bench.memory.arrive(checkedLine(`s,${seq},${seq * 20},${seq}`));
      await bench.settle();
      bench.advance(20);
    }
    bench.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 100 });
    const { fromMs } = bench.done('view');
    bench.send({ type: 'measure', request: 2, fromMs: fromMs + 20, toMs: fromMs + 100 });
    const { request } = bench.answers('measure')[0] ?? {};
    const measurement = bench.done('measure');
    expect(request).toBe(2);
    expect(measurement.channels[0]).toMatchObject({
      statistics: { count: 5, min: 1, max: 5, mean: 3 },
      atFrom: 1,
      atTo: 5,
    });
  });

  it('of no board yet is measured as nothing', async () => {
    const bench = await opened();
    bench.send({ type: 'measure', request: 3, fromMs: 0, toMs: 1 });
    expect(bench.done('measure').channels).toEqual([]);
  });

  it('takes as much memory as the page allows, and says at once how long samples last', async () => {
    const bench = await greeted();
    const before = bench.all('health').length;
    bench.send({ type: 'keep-within', megabytes: 100 });
    expect(bench.all('health').length).toBe(before + 1);
    expect(bench.last('health').health.retention).toMatchObject({
      rawFromMs: null,
      fits: [{ megabytes: 100 }, { megabytes: 300 }, { megabytes: 600 }],
    });
  });
});
