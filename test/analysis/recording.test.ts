import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/analysis/messages.ts';
import { openReplay } from '../../src/analysis/openReplay.ts';
import type { ShelfAnswer, ShelfQuestion } from '../../src/analysis/recordingMessages.ts';
import type { ReplayStart } from '../../src/board/replayControl.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { type Bench, createBench } from './bench.ts';
import { createDiskFolder, type DiskFolder, NO_FOLDER } from './diskFolder.ts';
import { connected } from './firmwareBed.ts';
import { createMemoryLink } from './memoryLink.ts';

const AT_ONCE: ReplayStart = { playing: true, pace: 'at-once', skipToMs: null };
/** Finer than the samples lie: every one of them is a point of its own. */
const WIDE_PX = 100_000;

let folder: DiskFolder;
beforeEach(() => {
  folder = createDiskFolder(mkdtempSync(join(tmpdir(), 'tidemark-')));
});
afterEach(() => rmSync(folder.path, { recursive: true, force: true }));

function onlyFile(): string {
  const names = readdirSync(folder.path);
  expect(names).toHaveLength(1);
  return names[0] ?? '';
}

const linesOf = (name: string) => readFileSync(join(folder.path, name), 'utf8').split('\n');

/** Everything that can be seen of a session: samples, limits, times, gaps, verdicts, events. */
async function seen(bench: Bench) {
  bench.send({ type: 'view', request: 77, range: { kind: 'all' }, widthPx: WIDE_PX });
  bench.send({ type: 'all-events', request: 78 });
  await bench.pass(1000);
  const { view } = bench.last('view');
  const { samples, lost, invalidLines, lastTenMinutes } = bench.last('health').health;
  return {
    view: comparable(view),
    events: bench.last('all-events').events,
    counts: { samples, lost, invalidLines, lastTenMinutes },
  };
}

function comparable({ channels, gaps, extent }: View) {
  const arrays = channels.map(({ time, value, lower, upper, marks, collective }) => ({
    time: [...time],
    value: [...value],
    lower: [...lower],
    upper: [...upper],
    marks,
    collective,
  }));
  return { arrays, gaps, extent };
}

async function replayed(name: string, start = AT_ONCE): Promise<Bench> {
  const bench = createBench((source) => {
    if (source.kind !== 'replay') throw new Error('nothing else is opened here');
    return openReplay(source, folder);
  });
  const source = { kind: 'replay', recording: name, title: name, start } as const;
  bench.send({ type: 'open', session: 1, source });
  await until(() => {
    bench.engine.tick();
    const replay = bench.all('replay').at(-1)?.replay;
    return replay !== undefined && (replay.ended || !start.playing);
  });
  return bench;
}

/** Waits for so many samples, and sees that no more come. */
async function expectSamples(bench: Bench, count: number): Promise<void> {
  for (let waits = 0; waits < 20; waits++) {
    await bench.pass(1000);
    if (bench.last('health').health.samples >= count) break;
  }
  await bench.pass(1000);
  expect(bench.last('health').health.samples).toBe(count);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a recorded session of a board of ours', () => {
  it('comes back sample by sample: values, times, limits, gaps, verdicts, events', async () => {
    const bed = await connected(folder);
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

    const again = await replayed(onlyFile());
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
    expect(live.events.filter(({ by }) => by === 'both').length).toBeGreaterThan(2);
  });

  it('can be read with a text editor: who, when, what was judged with, what was sent', async () => {
    const bed = await connected(folder);
    await bed.run(30);
    bed.send({ type: 'judge-with', parameters: { ...DEFAULT_PARAMETERS, gamma: 2.5 } });
    await bed.pass(1000);
    bed.send({ type: 'close' });
    await bed.settle();
    const lines = linesOf(onlyFile());
    expect(lines[0]).toMatch(/^H,tidemark=1,started=1700000000\d{3},kind=tidemark,board=bench\*/);
    expect(lines.find((line) => line.startsWith('C,'))).toMatch(/^C,\d+,hello,\d+\*..\*..$/);
    expect(lines.find((line) => line.startsWith('h,'))).toMatch(/^h,protocol=1/);
    expect(lines.findLast((line) => line.startsWith('J,'))).toMatch(/^J,gamma=2.5,delta=0.94,/);
    expect(lines.filter((line) => line.startsWith('s,')).length).toBeGreaterThanOrEqual(29);
    expect(lines.at(-3)).toMatch(/^B,\d+,the link has ended\*/);
    expect(lines.at(-2)).toMatch(/^Z,\d+,samples=\d\d,lost=0,anomalies=0,closed=1,name=\*/);
    expect(lines.at(-1)).toBe('');
  });

  it('leaves nothing behind when there was no sample', async () => {
    const bed = await connected(folder);
    bed.send({ type: 'close' });
    await bed.settle();
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('answers no command: nobody is asked, and restarting is the browser’s alone', async () => {
    const bed = await connected(folder);
    await bed.run(300);
    bed.send({ type: 'close' });
    await bed.settle();
    const again = await replayed(onlyFile());
    again.send({ type: 'push', request: 1, changes: { gamma: 3 } });
    expect(again.last('command-done').outcome).toMatchObject({ ok: false });
    again.send({ type: 'restart', request: 2 });
    expect(again.last('command-done').outcome).toEqual({ ok: true });
    // Not recorded again, and never silent.
    await again.pass(6000);
    expect(readdirSync(folder.path)).toHaveLength(1);
    expect(again.last('connection').phase).toBe('streaming');
  });

  it('begins another file when another board says hello, and goes on in its own for the same', async () => {
    const bed = await connected(folder);
    await bed.run(50);
    bed.link().lose();
    await bed.settle();
    bed.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await bed.settle();
    await bed.run(50);
    expect(readdirSync(folder.path)).toHaveLength(1);
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
    const [first = '', second = ''] = readdirSync(folder.path);
    expect(linesOf(first).some((line) => line.includes('id=ff'))).toBe(false);
    expect(linesOf(first).at(-2)).toMatch(/closed=1/);
    expect(linesOf(second).find((line) => line.startsWith('h,'))).toContain('id=ff');
  });
});

describe('a recorded session of another sketch', () => {
  it('comes back with the times at which its lines arrived', async () => {
    const memory = createMemoryLink();
    const live = createBench(async () => ({ ok: true, link: memory.link }), folder);
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
    memory.arrive(`${'x'.repeat(2000)}`);
    await live.settle();
    memory.arrive(`${'y'.repeat(2000)}\n`);
    memory.arrive('temp:25,hum:41\ntemp:2');
    await live.settle();
    const before = await seen(live);
    live.send({ type: 'close' });
    await live.settle();
    const again = await replayed(onlyFile());
    expect(again.last('connection')).toMatchObject({ phase: 'streaming', kind: 'foreign' });
    expect(await seen(again)).toEqual(before);
    expect(before.counts).toMatchObject({ samples: 41, invalidLines: 1 });
  });
});

describe('a recording that cannot be written', () => {
  it('for want of room is said, and the session goes on', async () => {
    folder.fillUpAfter(6000);
    const bed = await connected(folder);
    for (let i = 0; i < 40; i++) await bed.run(10);
    await bed.pass(1000);
    expect(bed.last('recording').state).toMatchObject({
      phase: 'failed',
      fault: { code: 'storage-full' },
    });
    expect(bed.last('health').health.samples).toBeGreaterThan(390);
    // What went in can be read.
    const again = await replayed(onlyFile());
    expect((await seen(again)).counts).toMatchObject({ invalidLines: 0 });
    expect((await seen(again)).counts.samples).toBeGreaterThan(50);
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
    const bed = await connected(folder);
    await bed.run(50);
    bed.send({ type: 'record', on: false });
    await bed.run(50);
    expect(bed.last('recording').state).toEqual({ phase: 'off' });
    bed.send({ type: 'record', on: true });
    await bed.run(50);
    bed.send({ type: 'close' });
    await bed.settle();
    const files = readdirSync(folder.path);
    expect(files).toHaveLength(2);
    const again = await replayed(files[1] ?? '');
    expect(again.last('connection').kind).toBe('tidemark');
    expect(again.last('board-parameters').parameters.period).toBe(20);
    expect((await seen(again)).counts.samples).toBeGreaterThanOrEqual(49);
  });
});

describe('the stored sessions', () => {
  const ask = async (bench: Bench, question: ShelfQuestion): Promise<ShelfAnswer> => {
    bench.send({ type: 'shelf', request: 55, question });
    bench.messages.length = 0;
    await until(() => bench.all('shelf').length > 0);
    return bench.last('shelf').answer;
  };

  it('are listed, renamed while they are recorded and after, kept, read and deleted', async () => {
    const bed = await connected(folder);
    await bed.run(100);
    await bed.pass(200);
    const fileName = onlyFile();
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
    const torn = `${readFileSync(join(folder.path, fileName), 'utf8')}s,150,3000,0.0`;
    bed.send({ type: 'close' });
    await bed.settle();
    writeFileSync(join(folder.path, fileName), torn);

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
    const again = await replayed(fileName);
    expect((await seen(again)).counts).toMatchObject({ samples, invalidLines: 0 });
    expect(sessionsOf(await ask(bed, { kind: 'delete', fileName }))).toEqual([]);
    expect(await ask(bed, { kind: 'keep', fileName })).toMatchObject({
      fault: { code: 'not-found' },
    });
  });

  it('that fill the storage are said to, before it is full, in minutes at this rate', async () => {
    folder.fillUpAfter(1_000_000);
    const bed = await connected(folder);
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

const sessionsOf = (answer: ShelfAnswer) => (answer.kind === 'sessions' ? answer.sessions : []);

describe('a file that was cut off anywhere', () => {
  it('gives every sample before the cut', async () => {
    const bed = await connected(folder);
    await bed.run(60);
    bed.send({ type: 'close' });
    await bed.settle();
    const whole = readFileSync(join(folder.path, onlyFile()));
    const hello = whole.indexOf('\ns,');
    for (let cut = hello; cut < whole.length; cut += 97) {
      writeFileSync(join(folder.path, 'cut.tidemark'), whole.subarray(0, cut));
      const text = whole.subarray(0, cut).toString();
      const expected = text.slice(0, text.lastIndexOf('\n')).match(/^s,/gm)?.length ?? 0;
      const again = await replayed('cut.tidemark');
      const health = (await seen(again)).counts;
      expect(health).toMatchObject({ samples: expected, invalidLines: 0 });
    }
  });
});

describe('a replay', () => {
  it('paused at the beginning gives one sample a step', async () => {
    const bed = await connected(folder);
    await bed.run(60);
    bed.send({ type: 'close' });
    await bed.settle();
    const again = await replayed(onlyFile(), { playing: false, pace: 1, skipToMs: null });
    for (let step = 1; step <= 5; step++) {
      again.send({ type: 'replay', control: { kind: 'step' } });
      await expectSamples(again, step);
    }
    expect(again.last('replay').replay).toMatchObject({ playing: false, ended: false });
  });

  it('skips forward to a recorded time, and says what it was judged with', async () => {
    const bed = await connected(folder);
    bed.send({ type: 'judge-with', parameters: { ...DEFAULT_PARAMETERS, gamma: 2.25 } });
    await bed.pass(600);
    await bed.run(400);
    bed.send({ type: 'close' });
    await bed.settle();
    const again = await replayed(onlyFile(), { playing: false, pace: 1, skipToMs: null });
    await again.pass(100);
    const { fromMs, toMs } = again.last('replay').replay;
    again.send({ type: 'replay', control: { kind: 'skip', toMs: (fromMs + toMs) / 2 } });
    let arrivedMs = 0;
    let before = 0;
    for (const line of linesOf(onlyFile())) {
      if (line.startsWith('T,')) arrivedMs = Number.parseFloat(line.slice(2));
      if (line.startsWith('s,') && arrivedMs <= (fromMs + toMs) / 2) before += 1;
    }
    expect(before).toBeGreaterThan(150);
    await expectSamples(again, before);
    expect(again.last('replay').recordedWith?.gamma).toBe(2.25);
  });

  it('of a file that is no recording is refused with a reason', async () => {
    writeFileSync(
      join(folder.path, 'picture.tidemark'),
      Uint8Array.from({ length: 999 }, (_, i) => i),
    );
    const bench = createBench((source) => {
      if (source.kind !== 'replay') throw new Error('nothing else is opened here');
      return openReplay(source, folder);
    });
    for (const recording of ['picture.tidemark', 'not-there.tidemark']) {
      const source = { kind: 'replay', recording, title: '', start: AT_ONCE } as const;
      bench.send({ type: 'open', session: 1, source });
      await until(() => bench.all('connection').at(-1)?.phase === 'failed');
      expect(bench.last('connection').fault?.code).toBe('unreadable');
      bench.messages.length = 0;
    }
  });
});
