import { describe, expect, it } from 'vitest';
import type { Label, Study, StudyResult } from '../../../src/analysis/messages/studyMessages.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { PRESETS } from '../../../src/detector/presets.ts';
import { NOT_AN_ANOMALY, TRUE_ANOMALY } from '../../../src/detector/scores.ts';
import { type Bed, connected } from '../fixtures/firmwareBed.ts';

/** A machine that was disturbed three times, and the labels of these times. */
async function disturbed(): Promise<{ bed: Bed; labels: readonly Label[] }> {
  const bed = await connected();
  await bed.run(500);
  for (let i = 0; i < 3; i++) {
    bed.send({ type: 'inject', injection: 'spike' });
    await bed.run(250);
  }
  const events = new Map(
    bed.all('events').flatMap(({ events: some }) => some.map((event) => [event.id, event])),
  );
  const labels = [...events.values()]
    .filter(({ channel }) => channel === 0)
    .map(({ channel, fromMs, toMs }) => ({ channel, fromMs, toMs, name: TRUE_ANOMALY }));
  expect(labels).toHaveLength(3);
  return { bed, labels };
}

async function study(bed: Bed, request: number, asked: Study): Promise<StudyResult> {
  bed.send({ type: 'study', request, study: asked });
  for (;;) {
    const done = bed
      .answers('study')
      .find((answer) => answer.type === 'done' && answer.request === request);
    if (done?.type === 'done') return done.result;
    await bed.settle();
    bed.advance(20);
  }
}

describe('labels', () => {
  it('score what the browser finds, at once', async () => {
    const { bed, labels } = await disturbed();
    await bed.pass(1000);
    expect(bed.last('health').health.scores).toBeNull();
    bed.send({ type: 'label', labels });
    expect(bed.last('health').health.scores).toEqual({ precision: 1, recall: 1, f1: 1 });
    const missed = { channel: 0, fromMs: labels[0]?.fromMs ?? 0, toMs: 0, name: 'missed stroke' };
    bed.send({
      type: 'label',
      labels: [...labels, { ...missed, fromMs: missed.fromMs - 3000, toMs: missed.fromMs - 2900 }],
    });
    expect(bed.last('health').health.scores).toMatchObject({ precision: 1, recall: 0.75 });
    const none = labels.map((label) => ({ ...label, name: NOT_AN_ANOMALY }));
    bed.send({ type: 'label', labels: [...none.slice(0, 1), ...labels.slice(1)] });
    expect(bed.last('health').health.scores).toMatchObject({ recall: 1 });
    expect(bed.last('health').health.scores?.precision).toBeLessThan(1);
    bed.send({ type: 'label', labels: none });
    expect(bed.last('health').health.scores).toBeNull();
  });
});

describe('the six experiments', () => {
  it('are run side by side over every sample of the recording, whatever R they name', async () => {
    const { bed, labels } = await disturbed();
    bed.send({ type: 'label', labels });
    const result = await study(bed, 1, { kind: 'experiments', channel: 0, widthPx: 200 });
    if (result.kind !== 'experiments') return expect.fail(result.kind);
    expect(result.rows.map(({ name }) => name)).toEqual(PRESETS.map(({ name }) => name));
    const { samples } = bed.last('health').health;
    expect(result.rows.map((row) => row.samples)).toEqual(PRESETS.map(() => samples));
    // Six blocks of 32 up to the first fit of five maxima, eleven up to that of ten.
    expect(result.rows.map(({ learning }) => learning)).toEqual([192, 192, 352, 192, 192, 192]);
    const [, second] = result.rows;
    expect(second?.time.length).toBeGreaterThan(100);
    expect(second?.causes.level).toBe(3);
    expect(second?.marks.length).toBeGreaterThanOrEqual(second?.tally.outliers ?? 0);
    expect(second?.scores).not.toBeNull();
  });

  it('give what is live when they ask for what is live', async () => {
    const { bed } = await disturbed();
    await bed.pass(1000);
    const live = bed.last('health').health.found.browser;
    const map = await study(bed, 2, {
      kind: 'heat-map',
      channel: 0,
      parameters: DEFAULT_PARAMETERS,
      gammas: [4],
      deltas: [0.94],
    });
    if (map.kind !== 'heat-map') return expect.fail(map.kind);
    const { samples } = bed.last('health').health;
    const ofBothChannels = (map.values[0]?.[0] ?? 0) * samples;
    expect(ofBothChannels).toBeCloseTo(live.outliers, 6);
  });
});

describe('the tuning map', () => {
  it('has a value for every γ and δ: F1 with labels, the share flagged without', async () => {
    const { bed, labels } = await disturbed();
    const asked: Study = {
      kind: 'heat-map',
      channel: 0,
      parameters: DEFAULT_PARAMETERS,
      gammas: [1, 4, 8],
      deltas: [0.5, 0.94],
    };
    const unlabelled = await study(bed, 1, asked);
    if (unlabelled.kind !== 'heat-map') return expect.fail(unlabelled.kind);
    expect(unlabelled.measure).toBe('share-flagged');
    expect(unlabelled.values.map((line) => line.length)).toEqual([2, 2, 2]);
    expect(unlabelled.values[0]?.[0]).toBeGreaterThan(unlabelled.values[2]?.[1] ?? 1);
    bed.send({ type: 'label', labels });
    const labelled = await study(bed, 2, asked);
    if (labelled.kind !== 'heat-map') return expect.fail(labelled.kind);
    expect(labelled.measure).toBe('f1');
    expect(labelled.values[1]?.[1]).toBe(1);
    expect(labelled.values[0]?.[0]).toBeLessThan(1);
  });
});

describe('the suggestion', () => {
  const asked = {
    kind: 'suggest',
    channel: 0,
    parameters: { ...DEFAULT_PARAMETERS, gamma: 0.6, delta: 0.3 },
    budgetMs: 400,
    seed: 1,
  } as const;

  it('is at least as good as what it started from, and says so while it searches', async () => {
    const { bed, labels } = await disturbed();
    bed.send({ type: 'label', labels });
    const start = await study(bed, 1, {
      ...asked,
      kind: 'heat-map',
      gammas: [0.6],
      deltas: [0.3],
    });
    const result = await study(bed, 2, asked);
    if (result.kind !== 'suggest' || start.kind !== 'heat-map') return expect.fail(result.kind);
    expect(result.tried).toBeGreaterThan(3);
    expect(result.best?.scores.f1).toBeGreaterThan(start.values[0]?.[0] ?? 1);
    expect(
      bed
        .answers('study')
        .some((answer) => answer.type === 'progress' && answer.progress.best !== null),
    ).toBe(true);
  });

  it('needs labels, and says so', async () => {
    const { bed } = await disturbed();
    expect(await study(bed, 1, asked)).toEqual({ kind: 'failed', why: 'no-labels' });
  });

  it('can be cancelled, and says no more after that', async () => {
    const { bed, labels } = await disturbed();
    bed.send({ type: 'label', labels });
    bed.send({ type: 'study', request: 1, study: { ...asked, budgetMs: 1e9 } });
    await bed.settle();
    bed.send({ type: 'cancel', request: 1 });
    await bed.settle();
    const said = bed.messages.length;
    await bed.settle();
    expect(bed.last('done')).toMatchObject({
      call: 'study',
      request: 1,
      result: { kind: 'cancelled' },
    });
    expect(bed.messages.length).toBe(said);
  });
});

it('a study without samples says so', async () => {
  const bed = await connected();
  expect(await study(bed, 1, { kind: 'experiments', channel: 0, widthPx: 100 })).toEqual({
    kind: 'failed',
    why: 'no-samples',
  });
});

describe('agreement with the board', () => {
  it('is full from the first sample on, and goes on from where the board took other parameters', async () => {
    const { bed } = await disturbed();
    await bed.pass(1000);
    const { agreement } = bed.last('health').health;
    // The parameters of the browser and of the board differ in R only, which judges nothing.
    expect(agreement).toMatchObject({ comparable: true, flagged: 3, agreed: 3, lost: 0 });
    bed.send({ type: 'push', request: 1, changes: { gamma: 3 } });
    await bed.pass(1000);
    expect(bed.last('health').health.agreement).toEqual({
      comparable: false,
      why: 'parameters-differ',
    });
    bed.send({ type: 'judge-with', parameters: { ...DEFAULT_PARAMETERS, gamma: 3 } });
    await bed.pass(1000);
    const changedMs = bed.nowMs();
    for (let spikes = 0; spikes < 3; spikes++) {
      await bed.run(400);
      bed.send({ type: 'inject', injection: 'spike' });
    }
    await bed.run(20);
    await bed.pass(1000);
    const changed = bed.last('health').health.agreement;
    if (!changed?.comparable) return expect.fail('not comparable');
    // Where it was changed, to the sample; what was said before then is not counted.
    expect(changed.changedAtMs).toBeLessThan(changedMs + 1000);
    expect(changed.changedAtMs).toBeGreaterThan(changedMs - 3000);
    expect(changed.flagged).toBeGreaterThanOrEqual(3);
    expect(changed.agreed).toBeGreaterThanOrEqual(3);
    bed.send({ type: 'restart', request: 2 });
    await bed.run(400);
    bed.send({ type: 'inject', injection: 'spike' });
    await bed.run(20);
    await bed.pass(1000);
    const after = bed.last('health').health.agreement;
    if (!after?.comparable) return expect.fail('not comparable');
    expect(after.changedAtMs).toBeNull();
    expect(after.flagged).toBeGreaterThan(0);
    expect(after.agreed).toBe(after.flagged);
    expect(after.disagreements).toEqual([]);
  });
});
