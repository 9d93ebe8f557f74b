import { describe, expect, it } from 'vitest';
import type { Study } from '../../src/analysis/messages/studyMessages.ts';
import { heardOf } from '../analysis/fixtures/scriptedWorker.ts';
import { createWorld } from './world.ts';

const STUDY: Study = { kind: 'experiments', channel: 0, widthPx: 200 };
const RESULT = { kind: 'experiments', rows: [] } as const;

describe('a study', () => {
  it('goes from idle over its progress to its result', async () => {
    const { tidemark, worker, endStudy } = createWorld();
    const run = () => tidemark.studies.getState().runs.experiments;
    expect(run()).toEqual({ phase: 'idle' });
    tidemark.studies.getState().run(STUDY);
    const request = heardOf(worker, 'study')[0]?.request ?? 0;
    const progress = { done: 0.25, best: null };
    worker.say({ type: 'progress', call: 'study', request, progress });
    expect(run()).toEqual({ phase: 'running', study: STUDY, progress });
    await endStudy(RESULT);
    expect(run()).toEqual({ phase: 'done', study: STUDY, result: RESULT, outdated: false });
  });

  it('takes the place of one of its kind, whose end is not heard any more', async () => {
    const { tidemark, worker, endStudy } = createWorld();
    const { run } = tidemark.studies.getState();
    run(STUDY);
    run({ ...STUDY, channel: 1 });
    const [first] = heardOf(worker, 'study');
    expect(heardOf(worker, 'cancel').map(({ request }) => request)).toEqual([first?.request]);
    worker.say({
      type: 'done',
      call: 'study',
      request: first?.request ?? 0,
      result: { kind: 'cancelled' },
    });
    await endStudy(RESULT);
    expect(tidemark.studies.getState().runs.experiments).toMatchObject({
      study: { channel: 1 },
      result: RESULT,
    });
  });

  it('is outdated once the labels have changed', async () => {
    const { tidemark, endStudy } = createWorld();
    tidemark.studies.getState().run(STUDY);
    await endStudy(RESULT);
    tidemark.labels.getState().add({ channel: 0, fromMs: 0, toMs: 0, name: 'true anomaly' });
    expect(tidemark.studies.getState().runs.experiments).toMatchObject({ outdated: true });
  });

  it('goes with its recording', () => {
    const { tidemark, worker } = createWorld();
    tidemark.studies.getState().run(STUDY);
    tidemark.connectVirtual();
    expect(tidemark.studies.getState().runs.experiments).toEqual({ phase: 'idle' });
    expect(heardOf(worker, 'cancel')).toHaveLength(1);
  });
});
