import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AlarmAct } from '../../../src/alarms/act.ts';
import { bookOf, noteOn } from '../../../src/alarms/alarmBook.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { TRUE_ANOMALY } from '../../../src/detector/scores.ts';
import { formatHostLine } from '../../../src/protocol/hostLine.ts';
import { connected } from '../fixtures/firmwareBed.ts';
import {
  AT_ONCE,
  expectSamples,
  linesOf,
  onlyFile,
  replayBench,
  replayed,
  seen,
  temporaryFolder,
  until,
} from '../fixtures/replayBed.ts';

const folder = temporaryFolder();

describe('a replay', () => {
  it('paused at the beginning gives one sample a step', async () => {
    const bed = await connected(folder());
    await bed.run(60);
    bed.send({ type: 'close' });
    await bed.settle();
    const again = await replayed(folder(), onlyFile(folder()), {
      playing: false,
      pace: 1,
      skipToMs: null,
    });
    for (let step = 1; step <= 5; step++) {
      again.send({ type: 'replay', control: { kind: 'step' } });
      await expectSamples(again, step);
    }
    expect(again.last('replay').replay).toMatchObject({ playing: false, ended: false });
  });

  it('skips forward to a recorded time, and says what it was judged with', async () => {
    const bed = await connected(folder());
    bed.send({ type: 'judge-with', parameters: { ...DEFAULT_PARAMETERS, gamma: 2.25 } });
    await bed.pass(600);
    await bed.run(400);
    bed.send({ type: 'close' });
    await bed.settle();
    const again = await replayed(folder(), onlyFile(folder()), {
      playing: false,
      pace: 1,
      skipToMs: null,
    });
    await again.pass(100);
    const { fromMs, toMs } = again.last('replay').replay;
    again.send({ type: 'replay', control: { kind: 'skip', toMs: (fromMs + toMs) / 2 } });
    let arrivedMs = 0;
    let before = 0;
    for (const line of linesOf(folder(), onlyFile(folder()))) {
      if (line.startsWith('T,')) arrivedMs = Number.parseFloat(line.slice(2));
      if (line.startsWith('s,') && arrivedMs <= (fromMs + toMs) / 2) before += 1;
    }
    expect(before).toBeGreaterThan(150);
    await expectSamples(again, before);
    expect(again.last('replay').recordedWith?.gamma).toBe(2.25);
  });

  it('says what it was judged with, also when that never changed', async () => {
    const bed = await connected(folder());
    await bed.pass(600);
    await bed.run(60);
    bed.send({ type: 'close' });
    await bed.settle();
    const again = await replayed(folder(), onlyFile(folder()), {
      playing: true,
      pace: 'at-once',
      skipToMs: null,
    });
    await again.pass(500);
    expect(again.last('replay').recordedWith).toEqual(DEFAULT_PARAMETERS);
  });

  it('brings back what was done about alarms, live and since', async () => {
    const bed = await connected(folder());
    await bed.run(50);
    const atMs = 1_700_000_000_500;
    const stretch = { channel: 0, fromMs: 1_700_000_000_100, toMs: 1_700_000_000_200 };
    const acts: readonly AlarmAct[] = [
      { kind: 'acknowledge', atMs, ...stretch },
      { kind: 'shelve', atMs, channel: 1, untilMs: atMs + 60_000, reason: 'oil, 50 %' },
      { kind: 'unshelve', atMs: atMs + 1, channel: 1 },
      { kind: 'note', atMs, ...stretch, text: 'loose\nbolt' },
      { kind: 'acknowledge-all', atMs, upToMs: atMs },
    ];
    bed.send({ type: 'alarm-acts', acts });
    await bed.pass(600);
    bed.send({ type: 'close' });
    await bed.settle();
    const name = onlyFile(folder());
    const since: AlarmAct = { kind: 'note', atMs: atMs + 9, ...stretch, text: 'tightened' };
    const question = { kind: 'alarm', recording: name, acts: [since] } as const;
    const desk = replayBench(folder());
    desk.send({ type: 'stored-recordings', request: 5, question });
    await until(() => desk.answers('stored-recordings').length > 0);
    const again = await replayed(folder(), name);
    const restored = again.all('replay').flatMap((message) => (message.acts ? [message.acts] : []));
    const found = restored.at(-1) ?? [];
    expect(found).toHaveLength(6);
    expect(found).toEqual(expect.arrayContaining([...acts, since]));
    expect(noteOn(bookOf(found), stretch)).toBe('tightened');
  });

  it('brings back what the person had labelled', async () => {
    const first = {
      channel: 0,
      fromMs: 1_700_000_000_100.5,
      toMs: 1_700_000_000_400,
      name: TRUE_ANOMALY,
    };
    const second = {
      channel: 1,
      fromMs: 1_700_000_000_700,
      toMs: 1_700_000_000_700,
      name: 'worn, 50 % \u2605',
    };
    const bed = await connected(folder());
    await bed.run(60);
    bed.send({ type: 'label', labels: [first] });
    await bed.pass(600);
    bed.send({ type: 'label', labels: [first, second] });
    await bed.pass(600);
    bed.send({ type: 'label', labels: [second] });
    // The person goes on to another board: these are its labels, not this session's.
    bed.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    bed.send({ type: 'label', labels: [] });
    bed.send({ type: 'close' });
    await bed.settle();
    const again = await replayed(folder(), onlyFile(folder()));
    const restored = again.all('replay').flatMap(({ labels }) => (labels ? [labels] : []));
    expect(restored.at(-1)).toEqual([second]);
  });

  it('of lines that were made to end with \\r\\n gives the same samples, times and judging', async () => {
    const bed = await connected(folder());
    await bed.run(300);
    bed.send({ type: 'close' });
    await bed.settle();
    const name = onlyFile(folder());
    const plain = await seen(await replayed(folder(), name));
    expect(plain.counts).toMatchObject({ samples: 300, invalidLines: 0 });
    const text = linesOf(folder(), name).join('\r\n');
    writeFileSync(join(folder().path, name), text);
    expect(await seen(await replayed(folder(), name))).toEqual(plain);
  });

  it('of a file in which nobody speaks ends, and says so: one endless line of many megabytes', async () => {
    const head = formatHostLine({ type: 'link', startedMs: 1, kind: 'tidemark', board: 'x' });
    const endless = new Blob([head, ...Array(20).fill('x'.repeat(1024 * 1024))]);
    const bench = replayBench(folder());
    const source = { kind: 'replay', recording: endless, title: '', start: AT_ONCE } as const;
    bench.send({ type: 'open', session: 1, source });
    await until(() => {
      bench.engine.tick();
      return bench.all('connection').at(-1)?.hint === 'empty';
    });
    expect(bench.last('replay').replay.ended).toBe(true);
  });

  it('of a file that is no recording is refused with a reason', async () => {
    writeFileSync(
      join(folder().path, 'picture.tidemark'),
      Uint8Array.from({ length: 999 }, (_, i) => i),
    );
    const bench = replayBench(folder());
    for (const recording of ['picture.tidemark', 'not-there.tidemark']) {
      const source = { kind: 'replay', recording, title: '', start: AT_ONCE } as const;
      bench.send({ type: 'open', session: 1, source });
      await until(() => bench.all('connection').at(-1)?.phase === 'failed');
      expect(bench.last('connection').fault?.code).toBe('unreadable');
      bench.messages.length = 0;
    }
  });
});
