import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { atDesk } from '../thoroughness.ts';
import { connected } from './fixtures/firmwareBed.ts';

describe('the analysis of a board that runs our firmware', () => {
  it('recognises it, reads its parameters and counts its samples', async () => {
    const bed = await connected();
    await bed.run(300);
    await bed.pass(1000);
    expect(bed.last('connection')).toMatchObject({
      session: 1,
      phase: 'streaming',
      kind: 'tidemark',
      identity: { board: 'bench', id: '0a', floatBits: 64, saved: false },
    });
    expect(bed.last('channels').channels).toEqual([
      { name: 'vibration', unit: 'g' },
      { name: 'temp', unit: 'degC' },
    ]);
    expect(bed.last('board-parameters').parameters).toEqual({ ...DEFAULT_PARAMETERS, period: 20 });
    expect(bed.last('health').health).toMatchObject({ lost: 0, invalidLines: 0 });
    expect(bed.last('health').health.samples).toBeGreaterThanOrEqual(299);
    expect(bed.last('health').health.rateHz).toBeCloseTo(50, 1);
  });

  it('learns block by block, then reports a fit for each channel', async () => {
    const bed = await connected();
    await bed.run(100);
    expect(bed.last('fit').fit).toMatchObject({ needed: 5, weibull: null });
    expect(bed.last('fit').fit.maxima).toHaveLength(2);
    await bed.run(100);
    expect(bed.last('fit').fit.maxima).toHaveLength(5);
    expect(bed.last('fit').fit.weibull?.q).toBeGreaterThan(0);
  });

  it('flags an injected spike, and agrees with the board about it', async () => {
    const bed = await connected();
    await bed.run(600);
    bed.send({ type: 'inject', injection: 'spike' });
    await bed.run(5);
    const events = bed.all('events').flatMap(({ events: some }) => some);
    expect(events.at(-1)).toMatchObject({ channel: 0, outliers: 1, by: 'both', collective: false });
    expect(events.at(-1)?.peakDeviation).toBeGreaterThan(8);
    bed.send({
      type: 'view',
      request: 1,
      range: { kind: 'live', windowMs: 1000 },
      widthPx: 600,
    });
    expect(bed.done('view').channels[0]?.marks).toMatchObject([{ by: 'both', alarms: 1 }]);
  });

  it('says of every sample exactly what the board says, from a restart on', async () => {
    const bed = await connected();
    await bed.run(400);
    bed.send({ type: 'restart', request: 9 });
    await bed.settle();
    expect(bed.last('done')).toEqual({
      type: 'done',
      call: 'restart',
      request: 9,
      result: { ok: true },
    });
    for (const injection of ['spike', 'burst', 'step', 'drift'] as const) {
      await bed.run(500);
      bed.send({ type: 'inject', injection });
    }
    await bed.run(1500);
    await bed.pass(1000);
    const { browser, board } = bed.last('health').health.found;
    expect(browser).toEqual(board);
    expect(browser.alarms).toBeGreaterThan(2);
    expect(browser.collective).toBeGreaterThan(0);
  });

  it('pushes parameters and believes what the board reads back', async () => {
    const bed = await connected();
    await bed.run(10);
    bed.send({ type: 'push', request: 4, changes: { gamma: 2.75, maxima: 7 } });
    await bed.settle();
    expect(bed.done('push')).toEqual({ ok: true });
    expect(bed.last('board-parameters').parameters).toMatchObject({ gamma: 2.75, maxima: 7 });
  });

  it("passes a refusal on with the board's words, and changes nothing", async () => {
    const bed = await connected();
    await bed.run(10);
    bed.send({ type: 'push', request: 4, changes: { delta: 0.5, gamma: 99 } });
    await bed.settle();
    expect(bed.done('push')).toMatchObject({
      ok: false,
      fault: { code: 'refused', detail: 'range' },
      parameter: 'gamma',
      words: expect.stringContaining('gamma must be'),
    });
    expect(bed.last('board-parameters').parameters).toMatchObject({ gamma: 4, delta: 0.94 });
  });

  it('finds the saved parameters again after the board lost its power, and goes on after a gap', async () => {
    const bed = await connected();
    await bed.run(300);
    bed.send({ type: 'push', request: 1, changes: { gamma: 3.5 } });
    bed.send({ type: 'save', request: 2 });
    await bed.settle();
    expect(bed.last('connection').identity?.saved).toBe(true);
    bed.send({ type: 'push', request: 3, changes: { gamma: 5 } });
    await bed.settle();
    bed.link().lose();
    await bed.settle();
    expect(bed.last('connection')).toMatchObject({ phase: 'lost', fault: { code: 'lost' } });
    await bed.pass(3000);
    bed.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await bed.settle();
    await bed.run(50);
    expect(bed.last('board-parameters')).toMatchObject({ session: 2, parameters: { gamma: 3.5 } });
    bed.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 1000 });
    const view = bed.done('view');
    expect(view.gaps).toMatchObject([{ lost: null }]);
    expect(view.channels[0]?.learning).toMatchObject({ learned: 0, needed: 5 });
  });

  it('judges the retained history anew when parameters change, as if they had always been so', async () => {
    const bed = await connected();
    await bed.run(400);
    bed.send({ type: 'inject', injection: 'spike' });
    await bed.run(400);
    await bed.pass(1000);
    const strict = bed.last('health').health.found;
    const used = bed.messages.length;
    bed.send({
      type: 'judge-with',
      parameters: { ...DEFAULT_PARAMETERS, gamma: 0.5, delta: 0.01 },
    });
    await bed.settle();
    await bed.pass(100);
    expect(bed.last('judging-with').parameters.gamma).toBe(0.5);
    const loose = bed.last('health').health.found;
    expect(loose.browser.outliers).toBeGreaterThan(strict.browser.outliers + 5);
    expect(loose.board).toEqual(strict.board);
    // The list follows when the slider rests.
    await bed.pass(300);
    const replaced = bed.messages.slice(used).find((message) => message.type === 'events');
    expect(replaced).toMatchObject({ replaceAll: true });
    bed.send({ type: 'judge-with', parameters: DEFAULT_PARAMETERS });
    await bed.settle();
    await bed.pass(1000);
    expect(bed.last('health').health.found.browser).toEqual(strict.browser);
  });

  it.skipIf(atDesk)(
    'agrees with the board about drift and rhythm, too, cause by cause',
    async () => {
      const bed = await connected();
      await bed.run(100);
      bed.send({ type: 'judge-with', parameters: { ...DEFAULT_PARAMETERS, period: 20 } });
      bed.send({ type: 'restart', request: 9 });
      await bed.settle();
      await bed.run(3000);
      const injections = ['drift', 'flat', 'drift', 'step'] as const;
      for (const injection of injections) {
        bed.send({ type: 'inject', injection });
        await bed.run(1500);
      }
      await bed.pass(1000);
      const { agreement } = bed.last('health').health;
      expect(agreement).toMatchObject({ comparable: true, disagreements: [] });
      if (!agreement?.comparable) return;
      expect(agreement.agreed).toBe(agreement.flagged);
      const events = new Map(
        bed.all('events').flatMap(({ events: some }) => some.map((event) => [event.id, event])),
      );
      const watched = [...events.values()].filter(({ cause }) => cause !== 'level');
      expect(new Set(watched.map(({ cause }) => cause))).toEqual(new Set(['drift', 'rhythm']));
      expect(watched.every(({ by, judged }) => by === 'both' && judged !== null)).toBe(true);
      for (const event of watched) {
        bed.send({ type: 'why', request: event.id + 100, event: event.id });
        const why = bed.done('why');
        expect(why).toMatchObject({ cause: event.cause, judged: event.judged });
        expect(why?.ratio).toBeGreaterThan(why?.bar ?? 9);
        expect(why?.series?.value.at(-1)).toBe(event.judged?.value);
        expect(why?.timeMs).toBe(event.toMs);
      }
    },
    60_000,
  );

  it('judges a channel by its own parameters, on the board as here, or not at all', async () => {
    const bed = await connected();
    await bed.run(100);
    const own = { vibration: { gamma: 3, drift: 0 }, temp: { judge: 0 } } as const;
    bed.send({ type: 'push', request: 1, channel: 0, changes: own.vibration });
    bed.send({ type: 'push', request: 2, channel: 1, changes: own.temp });
    await bed.settle();
    expect(bed.last('board-parameters').own).toEqual(own);
    await bed.run(10);
    await bed.pass(1000);
    expect(bed.last('health').health.agreement).toEqual({
      comparable: false,
      why: 'parameters-differ',
    });
    const parameters = { ...DEFAULT_PARAMETERS, period: 20 };
    bed.send({ type: 'judge-with', parameters, own });
    bed.send({ type: 'restart', request: 3 });
    await bed.run(800);
    bed.send({ type: 'inject', injection: 'spike' });
    await bed.run(100);
    await bed.pass(1000);
    const { agreement, falseAlarms } = bed.last('health').health;
    expect(agreement).toMatchObject({ comparable: true, disagreements: [] });
    expect(agreement?.comparable && agreement.flagged).toBeGreaterThan(0);
    expect(falseAlarms?.channels).toBe(1);
    bed.send({ type: 'push', request: 4, channel: 1, changes: { judge: null } });
    await bed.settle();
    expect(bed.last('board-parameters').own).toEqual({ vibration: own.vibration });
  });
});
