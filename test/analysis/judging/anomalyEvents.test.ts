import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnomalyEvents } from '../../../src/analysis/judging/anomalyEvents.ts';
import type { Verdict } from '../../../src/analysis/judging/gathering.ts';
import { ALARM, COLLECTIVE, OUTLIER } from '../../../src/detector/detector.ts';
import { CHUNK_SAMPLES } from '../../../src/history/chunk.ts';

const PERIOD_MS = 10;
const BLOCK = 4;
const CHUNK = CHUNK_SAMPLES;

/** An alarm of the browser's. */
const alarmAt = (index: number, channel = 0, bits = OUTLIER | ALARM): Verdict => ({
  channel,
  index,
  timeMs: index * PERIOD_MS,
  value: 1,
  bits,
  deviation: 5,
  probability: 1,
  block: BLOCK,
  fromMs: (bits & COLLECTIVE ? index - 2 : index) * PERIOD_MS,
  cause: 'level',
  judged: null,
  odd: null,
  live: true,
});

describe('collective anomalies in a stretch of time', () => {
  it('are those that touch it, joined where they cannot be told apart', () => {
    const runs = fc.array(
      fc.record({ pause: fc.integer({ min: 6, max: 60 }), collective: fc.boolean() }),
      { maxLength: 60 },
    );
    const moment = fc.integer({ min: 0, max: 30_000 });
    fc.assert(
      fc.property(
        runs,
        moment,
        moment,
        fc.integer({ min: 1, max: 900 }),
        (found, a, b, spacing) => {
          const events = createAnomalyEvents();
          let index = 0;
          for (const { pause, collective } of found) {
            index += pause;
            events.add(
              'browser',
              alarmAt(index, 0, OUTLIER | ALARM | (collective ? COLLECTIVE : 0)),
            );
          }
          const [fromMs, toMs] = [Math.min(a, b), Math.max(a, b)];
          const expected: { fromMs: number; toMs: number }[] = [];
          for (const event of events.all()) {
            const last = expected.at(-1);
            if (!event.collective || event.toMs < fromMs) continue;
            if (last && event.fromMs - last.toMs < spacing) last.toMs = event.toMs;
            else if (event.fromMs <= toMs)
              expected.push({ fromMs: event.fromMs, toMs: event.toMs });
          }
          expect(events.spansIn(0, 'collective', { fromMs, toMs }, spacing)).toEqual(expected);
          expect(events.spansIn(1, 'collective', { fromMs, toMs }, spacing)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('events of channels that are judged in turns', () => {
  const turns = () => {
    const events = createAnomalyEvents();
    // As after a what-if: 4096 samples of one channel, then the same of the next.
    for (let turn = 0; turn < 4; turn++) {
      for (const channel of [0, 1, 2]) {
        for (let i = 0; i < 4; i++) events.add('browser', alarmAt(turn * 4096 + i * 900, channel));
      }
    }
    return events;
  };

  it('are in the order of time', () => {
    const times = turns()
      .all()
      .map(({ fromMs }) => fromMs);
    expect(times).toHaveLength(48);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('are counted where they begin, as long as all are kept', () => {
    const events = turns();
    expect(events.countBegun(1, 4096, 4096 + 901)).toBe(2);
    expect(events.countBegun(3, 0, 1e9)).toBe(0);
    const few = createAnomalyEvents(10);
    for (let i = 0; i < 50; i++) few.add('browser', alarmAt(100 * i));
    expect(few.countBegun(0, 0, 1e9)).toBeNull();
    expect(few.countBegun(0, 4800, 5000)).toBe(2);
  });
});

describe('what each judge has seen', () => {
  it('is as many as there are rows, of which some are collective', () => {
    const events = createAnomalyEvents();
    events.add('browser', alarmAt(100));
    events.add('browser', alarmAt(102, 0, OUTLIER | COLLECTIVE));
    events.add('board', alarmAt(101));
    events.add('browser', alarmAt(900));
    events.add('board', alarmAt(1800, 1, OUTLIER | ALARM | COLLECTIVE));
    expect(events.all()).toHaveLength(3);
    expect(events.seenFrom(0)).toEqual({
      browser: { alarms: 2, collective: 1 },
      board: { alarms: 2, collective: 2 },
    });
    expect(events.seenFrom(500)?.browser).toEqual({ alarms: 1, collective: 0 });
  });
});

describe('more events than are kept', () => {
  const MOST = 100;
  const ids = (events: readonly { readonly id: number }[]) => events.map(({ id }) => id);

  it('give up the oldest, and are all counted', () => {
    const events = createAnomalyEvents(MOST);
    const every = createAnomalyEvents();
    for (let i = 0; i < 1234; i++) {
      for (const one of [events, every]) {
        one.add(
          'browser',
          alarmAt(10 * i, i % 3, OUTLIER | ALARM | (i % 7 === 0 ? COLLECTIVE : 0)),
        );
      }
    }
    const kept = events.all();
    expect(kept.length).toBeGreaterThan(0.8 * MOST);
    expect(kept.length).toBeLessThanOrEqual(MOST);
    expect(kept).toEqual(every.all().slice(-kept.length));
    expect(events.counts()).toEqual({
      total: 1234,
      givenUp: 1234 - kept.length,
      judgedBefore: 0,
      alone: 0,
    });
    const { fromMs = 0 } = kept[0] ?? {};
    for (const channel of [0, 1, 2, 3]) {
      expect(events.spansIn(channel, 'collective', { fromMs, toMs: 1e9 }, 1)).toEqual(
        every.spansIn(channel, 'collective', { fromMs, toMs: 1e9 }, 1),
      );
    }
  });

  it('are told of once each, the newest so many at a time, also when they have grown', () => {
    const events = createAnomalyEvents(MOST);
    for (let i = 0; i < 500; i++) events.add('browser', alarmAt(10 * i));
    const newest = events.all().toReversed();
    for (let told = 0; told < newest.length; told += 5) {
      expect(ids(events.takeChanged(5)).toReversed()).toEqual(ids(newest.slice(told, told + 5)));
    }
    expect(events.takeChanged(5)).toEqual([]);
    events.add('browser', alarmAt(4992, 0, OUTLIER));
    expect(events.takeChanged(5)).toMatchObject([{ outliers: 2 }]);
  });

  it('are told anew to whoever knows of nothing, what is new meanwhile first', () => {
    const events = createAnomalyEvents();
    for (let i = 0; i < 7; i++) events.add('browser', alarmAt(100 * i));
    events.takeChanged(100);
    events.tellAnew();
    const all = ids(events.all());
    expect(ids(events.takeChanged(3))).toEqual(all.slice(4));
    events.add('browser', alarmAt(1000));
    const [, ...rest] = ids(events.takeChanged(3)).toReversed();
    expect(rest).toEqual([all[3], all[2]]);
    expect(ids(events.takeChanged(3))).toEqual(all.slice(0, 2));
    expect(events.takeChanged(3)).toEqual([]);
  });

  it('stay as they were found where the samples are gone, when the rest is judged anew', () => {
    const events = createAnomalyEvents(MOST);
    const every = Array.from({ length: 6 * CHUNK }, (_, i) => i).filter((i) => i % 1000 === 0);
    for (const index of every) events.add('browser', alarmAt(index));
    const start = 2 * CHUNK;
    events.samplesGivenUp(start);
    const before = every.filter((index) => index < start).length;
    expect(events.counts()).toEqual({ total: every.length, givenUp: 0, judgedBefore: 0, alone: 0 });
    for (const again of [1, 2]) {
      events.beginAnew();
      expect(events.all()).toHaveLength(before);
      expect(events.counts().total).toBe(before);
      for (let i = 0; i < again; i++) events.add('browser', alarmAt(start + 500 * i));
      expect(events.counts()).toEqual({
        total: before + again,
        givenUp: 0,
        judgedBefore: before,
        alone: 0,
      });
    }
  });

  it('count what was given up among the retained samples once, however often they are judged', () => {
    const events = createAnomalyEvents(MOST);
    const find = () => {
      for (let i = 0; i < 500; i++) events.add('browser', alarmAt(CHUNK + 10 * i));
    };
    for (let i = 0; i < 300; i++) events.add('browser', alarmAt(10 * i));
    find();
    events.samplesGivenUp(CHUNK);
    const counts = events.counts();
    expect(counts.total).toBe(800);
    events.beginAnew();
    find();
    expect(events.counts()).toMatchObject({ total: 800, judgedBefore: 300 });
    expect(events.counts().givenUp).toBe(800 - events.all().length);
  });
});
