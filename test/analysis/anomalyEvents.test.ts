import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnomalyEvents } from '../../src/analysis/judging/anomalyEvents.ts';
import { ALARM, COLLECTIVE, OUTLIER } from '../../src/detector/detector.ts';

const PERIOD_MS = 10;
const BLOCK = 4;

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
            events.add('browser', {
              channel: 0,
              index,
              timeMs: index * PERIOD_MS,
              value: 1,
              bits: OUTLIER | ALARM | (collective ? COLLECTIVE : 0),
              deviation: 5,
              probability: 1,
              block: BLOCK,
              collectiveFromMs: (index - 2) * PERIOD_MS,
            });
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
          expect(events.collectiveIn(0, fromMs, toMs, spacing)).toEqual(expected);
          expect(events.collectiveIn(1, fromMs, toMs, spacing)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
