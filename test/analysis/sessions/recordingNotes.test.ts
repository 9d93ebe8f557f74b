import { openAsBlob, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredQuestion } from '../../../src/analysis/messages/recordingMessages.ts';
import type { Source } from '../../../src/board/source.ts';
import type { Bench } from '../fixtures/bench.ts';
import { connected } from '../fixtures/firmwareBed.ts';
import { AT_ONCE, replayBench, seen, temporaryFolder, until } from '../fixtures/replayBed.ts';

const folder = temporaryFolder();

const early = {
  channel: 0,
  fromMs: 1_700_000_000_100,
  toMs: 1_700_000_000_400,
  name: 'true anomaly',
};
const late = { channel: 1, fromMs: 1_700_000_000_700, toMs: 1_700_000_000_700, name: 'valve, 2 %' };

/** A session that was labelled live, once. */
async function recorded(): Promise<string> {
  const bed = await connected(folder());
  await bed.run(100);
  bed.send({ type: 'label', labels: [early] });
  await bed.pass(600);
  bed.send({ type: 'close' });
  await bed.settle();
  const names = await folder().names();
  return (names.ok ? names.value : []).find((name) => name.endsWith('.tidemark')) ?? '';
}

async function ask(bench: Bench, question: StoredQuestion) {
  const before = bench.answers('stored-recordings').length;
  bench.send({ type: 'stored-recordings', request: 9, question });
  await until(() =>
    bench
      .answers('stored-recordings')
      .slice(before)
      .some(({ type }) => type === 'done'),
  );
  return bench.done('stored-recordings');
}

/** Plays it from the beginning; what is labelled at its end. */
async function labelsOf(recording: string | Blob): Promise<unknown> {
  const bench = replayBench(folder());
  const source: Source = { kind: 'replay', recording, title: '', start: AT_ONCE };
  bench.send({ type: 'open', session: 1, source });
  await until(() => {
    bench.engine.tick();
    return bench.all('replay').at(-1)?.replay.ended === true;
  });
  expect((await seen(bench)).counts).toMatchObject({ invalidLines: 0, lost: 0 });
  return bench
    .all('replay')
    .flatMap(({ labels }) => (labels ? [labels] : []))
    .at(-1);
}

describe('what is labelled while a recording is open', () => {
  it('is there when a stored session is opened again, and in the file that is saved of it', async () => {
    const recording = await recorded();
    const before = readFileSync(join(folder().path, recording));
    const bench = replayBench(folder());
    const answer = await ask(bench, {
      kind: 'label',
      recording,
      before: [early],
      after: [late],
    });
    expect(answer).toEqual({ kind: 'kept' });
    expect(await labelsOf(recording)).toEqual([late]);
    // A file that is played back is not changed under its reader.
    expect(readFileSync(join(folder().path, recording))).toEqual(before);
    const saved = await ask(bench, { kind: 'read', fileName: recording });
    if (saved.kind !== 'file') return expect.fail(saved.kind);
    expect(await labelsOf(saved.file)).toEqual([late]);
    expect(await ask(bench, { kind: 'list' })).toMatchObject({
      sessions: [{ fileName: recording, state: 'closed' }],
    });
  });

  it('is there when a file from the disk is opened again, wherever it lies', async () => {
    const path = join(folder().path, await recorded());
    const bench = replayBench(folder());
    const [file, again] = [await openAsBlob(path), new Blob([readFileSync(path)])];
    await ask(bench, { kind: 'label', recording: file, before: [early], after: [early, late] });
    expect(await labelsOf(again)).toEqual([early, late]);
  });

  it('goes with a session that is deleted', async () => {
    const recording = await recorded();
    const bench = replayBench(folder());
    await ask(bench, { kind: 'label', recording, before: [], after: [late] });
    await ask(bench, { kind: 'delete', fileName: recording });
    expect(await folder().names()).toEqual({ ok: true, value: [] });
  });
});

describe('a name given while its session is played back', () => {
  it('is kept, and changes nothing under the reader', async () => {
    const recording = await recorded();
    const bench = replayBench(folder());
    const start = { playing: true, pace: 1, skipToMs: null } as const;
    bench.send({
      type: 'open',
      session: 1,
      source: { kind: 'replay', recording, title: '', start },
    });
    await bench.settle();
    await ask(bench, { kind: 'rename', fileName: recording, name: 'Pump, left' });
    await ask(bench, { kind: 'label', recording, before: [], after: [late] });
    expect(await ask(bench, { kind: 'list' })).toMatchObject({
      sessions: [{ name: 'Pump, left', state: 'closed' }],
    });
    bench.send({ type: 'replay', control: { kind: 'pace', pace: 'at-once' } });
    await until(() => {
      bench.engine.tick();
      return bench.all('replay').at(-1)?.replay.ended === true;
    });
    expect(bench.last('connection').phase).toBe('streaming');
    expect(await ask(bench, { kind: 'list' })).toMatchObject({
      sessions: [{ name: 'Pump, left' }],
    });
  });
});
