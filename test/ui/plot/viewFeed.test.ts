import { describe, expect, it } from 'vitest';
import type { ViewReply } from '../../../src/analysis/client/viewCalls.ts';
import type { View } from '../../../src/analysis/messages/viewMessages.ts';
import { createViewFeed } from '../../../src/ui/plot/viewFeed.ts';

const NONE = new Float64Array();
let nowMs = 0;

const view = (toMs: number): View => ({ fromMs: 0, toMs, extent: null, channels: [], gaps: [] });

const valued = (toMs: number, value: number): View => ({
  ...view(toMs),
  channels: [
    {
      time: NONE,
      value: NONE,
      lower: NONE,
      upper: NONE,
      bands: { from: NONE, to: NONE, min: NONE, max: NONE },
      marks: [],
      collective: [],
      drift: [],
      rhythm: [],
      latest: { value, deviation: 1 },
      learning: null,
    },
  ],
});

/** A feed whose replies and frames come when the test says so. */
function setUp() {
  const asked: ((reply: ViewReply) => void)[] = [];
  const frames: (() => void)[] = [];
  const feed = createViewFeed({
    ask: () => new Promise((resolve) => asked.push(resolve)),
    range: () => ({ kind: 'all' }),
    onNextFrame: (callback) => frames.push(callback),
    nowMs: () => nowMs,
  });
  const reply = async (answer: ViewReply): Promise<void> => {
    asked.at(-1)?.(answer);
    await Promise.resolve();
    await Promise.resolve();
  };
  const frame = (): void => {
    for (const callback of frames.splice(0)) callback();
  };
  return { feed, asked, reply, frame };
}

describe('the view feed', () => {
  it('asks again only after the reply was drawn, one frame later', async () => {
    const { feed, asked, reply, frame } = setUp();
    const drawn: number[] = [];
    feed.subscribe(({ toMs }) => drawn.push(toMs));
    feed.start();
    frame();
    expect(asked).toHaveLength(1);
    await reply({ kind: 'view', view: view(1) });
    expect(drawn).toEqual([1]);
    expect(asked).toHaveLength(1);
    frame();
    expect(asked).toHaveLength(2);
    await reply({ kind: 'view', view: view(2) });
    expect(drawn).toEqual([1, 2]);
  });

  it('draws the latest view for whoever comes late', async () => {
    const { feed, reply } = setUp();
    feed.start();
    await reply({ kind: 'view', view: view(1) });
    const drawn: number[] = [];
    feed.subscribe(({ toMs }) => drawn.push(toMs));
    expect(drawn).toEqual([1]);
  });

  it('draws nothing old for whoever comes while it stands still, as after the presenter view', async () => {
    const { feed, reply } = setUp();
    const stop = feed.start();
    await reply({ kind: 'view', view: view(1) });
    stop();
    const drawn: number[] = [];
    feed.subscribe(({ toMs }) => drawn.push(toMs));
    feed.start();
    expect(drawn).toEqual([]);
    await reply({ kind: 'view', view: view(2) });
    expect(drawn).toEqual([2]);
  });

  it('keeps trying, without haste, while there is no answer', async () => {
    const { feed, asked, reply, frame } = setUp();
    feed.start();
    await reply({ kind: 'failed', fault: { code: 'worker-died', detail: '' } });
    frame();
    expect(asked).toHaveLength(1);
    for (let i = 0; i < 60; i += 1) frame();
    expect(asked).toHaveLength(2);
  });

  it('draws nothing that arrives after it was stopped', async () => {
    const { feed, asked, reply, frame } = setUp();
    const drawn: number[] = [];
    feed.subscribe(({ toMs }) => drawn.push(toMs));
    const stop = feed.start();
    stop();
    await reply({ kind: 'view', view: view(1) });
    frame();
    expect([drawn, asked.length]).toEqual([[], 1]);
  });

  it('tells the newest value to all alike, a few times a second, while the line goes on', async () => {
    const { feed, reply, frame } = setUp();
    const [chip, edge]: [number[], number[]] = [[], []];
    const ends: number[] = [];
    feed.subscribe(({ toMs, channels }) => {
      ends.push(toMs);
      chip.push(channels[0]?.latest?.value ?? Number.NaN);
    });
    feed.start();
    for (const [at, value] of [
      [0, 1],
      [16, 2],
      [190, 3],
      [200, 4],
      [216, 5],
    ] as const) {
      nowMs = at;
      await reply({ kind: 'view', view: valued(at, value) });
      edge.push(feed.latest()?.channels[0]?.latest?.value ?? Number.NaN);
      frame();
    }
    expect(chip).toEqual([1, 1, 1, 4, 4]);
    expect(edge).toEqual(chip);
    expect(ends).toEqual([0, 16, 190, 200, 216]);
  });
});
