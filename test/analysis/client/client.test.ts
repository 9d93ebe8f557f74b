import { describe, expect, it } from 'vitest';
import { EMPTY_BOOK } from '../../../src/alarms/alarmBook.ts';
import { type Announcement, createAnalysisClient } from '../../../src/analysis/client/client.ts';
import type { ExportPiece } from '../../../src/analysis/messages/fileMessages.ts';
import type { FromWorker } from '../../../src/analysis/messages/messages.ts';
import type { Label, Study, StudyProgress } from '../../../src/analysis/messages/studyMessages.ts';
import type { View } from '../../../src/analysis/messages/viewMessages.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { TRUE_ANOMALY } from '../../../src/detector/scores.ts';
import { eventCounts, HEALTHY } from '../../state/world.ts';
import { createScriptedWorker, heardOf, type ScriptedWorker } from '../fixtures/scriptedWorker.ts';

const EMPTY_VIEW: View = { fromMs: 0, toMs: 1000, extent: null, channels: [], gaps: [] };

const LABEL: Label = { channel: 0, fromMs: 1000, toMs: 2000, name: TRUE_ANOMALY };
const EXPERIMENTS: Study = { kind: 'experiments', channel: 0, widthPx: 200 };

function setUp() {
  const workers: ScriptedWorker[] = [];
  const client = createAnalysisClient(() => {
    const worker = createScriptedWorker();
    workers.push(worker);
    return worker;
  });
  const heard: Announcement[] = [];
  client.subscribe((message) => heard.push(message));
  const worker = (index = workers.length - 1): ScriptedWorker => {
    const found = workers[index];
    if (!found) throw new Error(`no worker ${index}`);
    return found;
  };
  return { client, workers, worker, heard };
}

const health = (session: number): FromWorker => ({ type: 'health', session, health: HEALTHY });
const aView = (request: number): FromWorker => ({
  type: 'done',
  call: 'view',
  request,
  result: EMPTY_VIEW,
});

describe('views', () => {
  it('asks one at a time and lets the newest of those that wait win', async () => {
    const { client, worker } = setUp();
    const first = client.view({ kind: 'all' }, 100);
    const second = client.view({ kind: 'all' }, 200);
    const third = client.view({ kind: 'all' }, 300);
    expect(heardOf(worker(), 'view').map((asked) => asked.widthPx)).toEqual([100]);
    expect(await second).toEqual({ kind: 'superseded' });

    worker().say(aView(1));
    expect((await first).kind).toBe('view');
    expect(heardOf(worker(), 'view').map((asked) => asked.widthPx)).toEqual([100, 300]);

    worker().say(aView(2));
    expect((await third).kind).toBe('view');
  });

  it('ignores an answer to a request that is not in flight', async () => {
    const { client, worker } = setUp();
    let answered = false;
    const reply = client.view({ kind: 'all' }, 100).then((view) => {
      answered = true;
      return view;
    });
    worker().say(aView(99));
    await Promise.resolve();
    expect(answered).toBe(false);
    worker().say(aView(1));
    expect((await reply).kind).toBe('view');
  });
});

describe('sessions', () => {
  it('drops what an older session still says', () => {
    const { client, worker, heard } = setUp();
    client.open({ kind: 'virtual' });
    worker().say(health(1));
    client.open({ kind: 'virtual' });
    worker().say(health(1));
    worker().say({ type: 'events', replaceAll: true, events: [], counts: eventCounts(0) });
    expect(heard.map((message) => message.type)).toEqual(['health']);
    worker().say(health(2));
    worker().say({ type: 'events', replaceAll: true, events: [], counts: eventCounts(0) });
    expect(heard.map((message) => message.type)).toEqual(['health', 'health', 'events']);
  });

  it('numbers them from 1', () => {
    const { client, worker } = setUp();
    client.open({ kind: 'virtual' });
    client.open({ kind: 'virtual' });
    expect(heardOf(worker(), 'open').map((open) => open.session)).toEqual([1, 2]);
  });
});

describe('commands', () => {
  it('gives each command its own outcome, whatever the order of the answers', async () => {
    const { client, worker } = setUp();
    const push = client.push({ gamma: 3 });
    const save = client.save();
    const [pushed] = heardOf(worker(), 'push');
    const [saved] = heardOf(worker(), 'save');
    if (!pushed || !saved) throw new Error('commands did not arrive');
    const refused = {
      ok: false,
      fault: { code: 'refused', detail: '' },
      parameter: 'gamma',
      words: 'too small',
    } as const;
    worker().say({ type: 'done', call: 'save', request: saved.request, result: { ok: true } });
    worker().say({ type: 'done', call: 'push', request: pushed.request, result: refused });
    expect(await save).toEqual({ ok: true });
    expect(await push).toEqual(refused);
  });

  it('tells whether the worker can open serial ports', () => {
    const { client, worker } = setUp();
    expect(client.workerHasSerial()).toBe(true);
    worker().say({ type: 'ready', hasSerial: false });
    expect(client.workerHasSerial()).toBe(false);
  });

  it('stops telling a listener that left', () => {
    const { client, worker } = setUp();
    let count = 0;
    const leave = client.subscribe(() => {
      count += 1;
    });
    worker().say(health(0));
    leave();
    worker().say(health(0));
    expect(count).toBe(1);
  });
});

describe('studies', () => {
  it('report their own progress and end with their own result', async () => {
    const { client, worker } = setUp();
    const heard: StudyProgress[] = [];
    const experiments = client.study(EXPERIMENTS, (progress) => heard.push(progress));
    const other = client.study({ ...EXPERIMENTS, channel: 1 }, (progress) => heard.push(progress));
    const [first, second] = heardOf(worker(), 'study').map((asked) => asked.request);
    if (first === undefined || second === undefined) throw new Error('studies did not arrive');
    const progress = { done: 0.5, best: null };
    worker().say({ type: 'progress', call: 'study', request: first, progress });
    expect(heard).toEqual([progress]);
    worker().say({
      type: 'done',
      call: 'study',
      request: second,
      result: { kind: 'failed', why: 'no-samples' },
    });
    worker().say({
      type: 'done',
      call: 'study',
      request: first,
      result: { kind: 'experiments', rows: [] },
    });
    expect(await experiments.result).toEqual({ kind: 'experiments', rows: [] });
    expect(await other.result).toEqual({ kind: 'failed', why: 'no-samples' });
  });

  it('are cancelled once, and not after their end', () => {
    const { client, worker } = setUp();
    const { cancel } = client.study(EXPERIMENTS, () => undefined);
    const request = heardOf(worker(), 'study')[0]?.request ?? 0;
    cancel();
    expect(heardOf(worker(), 'cancel').map((asked) => asked.request)).toEqual([request]);
    worker().say({ type: 'done', call: 'study', request, result: { kind: 'cancelled' } });
    cancel();
    expect(heardOf(worker(), 'cancel')).toHaveLength(1);
  });
});

describe('calls', () => {
  it('have numbers of their own, whatever they are about', () => {
    const { client, worker } = setUp();
    void client.push({ gamma: 3 });
    void client.view({ kind: 'all' }, 100);
    void client.files.look(new Blob(), { choice: {}, startMs: 0, periodMs: 1 });
    void client.recordings.ask({ kind: 'list' });
    client.study(EXPERIMENTS, () => undefined);
    const numbers = worker().heard.flatMap((message) =>
      'request' in message ? [message.request] : [],
    );
    expect(numbers).toHaveLength(5);
    expect(new Set(numbers).size).toBe(5);
  });

  it('take no answer that belongs to a call of another kind', async () => {
    const { client, worker } = setUp();
    const page = client.consolePage(0);
    const request = heardOf(worker(), 'console')[0]?.request ?? -1;
    worker().say(aView(request));
    const result = { lines: [], cursor: 3, skipped: 0 };
    worker().say({ type: 'done', call: 'console', request, result });
    expect(await page).toEqual({ kind: 'done', result });
  });
});

describe('an export', () => {
  const piece = (letter: number, last = false): ExportPiece => ({
    bytes: new Uint8Array([letter]),
    samples: letter,
    share: 0.5,
    missesOlder: false,
    last,
  });

  it('is one call, whose pieces come when they are asked for', async () => {
    const { client, worker } = setUp();
    const running = client.files.exportSamples({ kind: 'all' });
    const first = running.next();
    const request = heardOf(worker(), 'export-samples')[0]?.request ?? -1;
    worker().say({ type: 'progress', call: 'export-samples', request, progress: piece(1) });
    expect(await first).toMatchObject({ kind: 'done', result: { samples: 1 } });
    expect(heardOf(worker(), 'go-on')).toEqual([]);
    const second = running.next();
    expect(heardOf(worker(), 'go-on')).toEqual([{ type: 'go-on', request }]);
    worker().say({ type: 'done', call: 'export-samples', request, result: piece(2, true) });
    expect(await second).toMatchObject({ kind: 'done', result: { samples: 2, last: true } });
    running.cancel();
    expect(heardOf(worker(), 'cancel')).toEqual([]);
  });

  it('that cannot be read any more fails, and so does the piece that is waited for', async () => {
    const { client, worker } = setUp();
    const next = client.files.exportSamples({ kind: 'all' }).next();
    const request = heardOf(worker(), 'export-samples')[0]?.request ?? -1;
    const fault = { code: 'unreadable', detail: 'gone' } as const;
    worker().say({ type: 'failed', call: 'export-samples', request, fault });
    expect(await next).toEqual({ kind: 'failed', fault });
  });
});

describe('a worker that dies', () => {
  it('fails what was pending, says so, and is started again with the same parameters', async () => {
    const { client, workers, worker, heard } = setUp();
    const parameters = { ...DEFAULT_PARAMETERS, gamma: 3 };
    client.judgeWith(parameters);
    client.open({ kind: 'virtual' });
    worker().say(health(1));
    const push = client.push({ gamma: 3 });
    const view = client.view({ kind: 'all' }, 100);
    const waiting = client.view({ kind: 'all' }, 200);
    const page = client.consolePage(0);

    worker(0).die('out of memory');
    const fault = { code: 'worker-died', detail: 'out of memory' };
    expect(await push).toEqual({ ok: false, fault, parameter: null, words: '' });
    expect(await view).toEqual({ kind: 'failed', fault });
    expect(await waiting).toEqual({ kind: 'failed', fault });
    expect(await page).toEqual({ kind: 'failed', fault });
    expect(heard.at(-1)).toMatchObject({ type: 'connection', session: 1, phase: 'lost', fault });
    expect(worker(0).isTerminated()).toBe(true);

    expect(workers).toHaveLength(2);
    expect(worker().heard).toEqual([{ type: 'judge-with', parameters }]);
    const again = client.view({ kind: 'all' }, 100);
    const [asked] = heardOf(worker(), 'view');
    worker().say(aView(asked?.request ?? 0));
    expect((await again).kind).toBe('view');
  });

  it('ends its studies as cancelled, and its successor gets the labels', async () => {
    const { client, worker } = setUp();
    client.setLabels([LABEL]);
    worker(0).say(health(0));
    const study = client.study(EXPERIMENTS, () => undefined);
    worker(0).die('');
    expect(await study.result).toEqual({ kind: 'cancelled' });
    expect(worker().heard).toEqual([{ type: 'label', labels: [LABEL] }]);
  });

  it('fails files on their way, each with why', async () => {
    const { client, worker } = setUp();
    worker(0).say(health(0));
    const { files } = client;
    const plan = { form: 'firmware-log', encoding: 'utf-8', channelCount: 1, startMs: 0 } as const;
    const converting = files.convert(new Blob(), 'a', plan, () => undefined);
    const exporting = files.exportSamples({ kind: 'all' });
    const piece = exporting.next();
    const events = files.exportEvents({ ids: null, book: EMPTY_BOOK });
    const look = files.look(new Blob(), { choice: {}, startMs: 0, periodMs: 1 });
    worker(0).die('');
    const failed = { kind: 'failed', fault: { code: 'worker-died', detail: '' } };
    expect(await converting.end).toEqual(failed);
    expect([await piece, await exporting.next()]).toEqual([failed, failed]);
    expect(await events).toEqual(failed);
    expect(await look).toMatchObject({ look: { ok: false, refusal: 'unreadable' } });
    exporting.cancel();
    expect(worker().heard).toEqual([]);
  });

  it('is not heard any more', () => {
    const { worker, heard } = setUp();
    worker(0).say(health(0));
    worker(0).die('');
    const count = heard.length;
    worker(0).say(health(0));
    expect(heard).toHaveLength(count);
  });

  it('before its first word waits for the next open instead of dying in a circle', async () => {
    const { client, workers, worker } = setUp();
    worker().die('script not found');
    expect(workers).toHaveLength(1);
    expect(await client.view({ kind: 'all' }, 100)).toMatchObject({ kind: 'failed' });
    expect(await client.push({ gamma: 3 })).toMatchObject({ ok: false });
    expect(await client.study(EXPERIMENTS, () => undefined).result).toEqual({ kind: 'cancelled' });
    client.open({ kind: 'virtual' });
    expect(workers).toHaveLength(2);
    expect(heardOf(worker(), 'open')).toHaveLength(1);
  });
});
