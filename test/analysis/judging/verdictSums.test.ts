/** What is said once a second of all retained verdicts is what a look at each of them would say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVerdicts } from '../../../src/analysis/judging/agreement.ts';
import { createJudging } from '../../../src/analysis/judging/createJudging.ts';
import { alike } from '../../../src/analysis/judging/judgedBy.ts';
import type { Judging } from '../../../src/analysis/judging/judging.ts';
import { matchLabels } from '../../../src/analysis/judging/labelScores.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { createMatcher } from '../../../src/detector/scores.ts';
import { CHUNK_MASK } from '../../../src/history/chunk.ts';
import { channelChunkAt, type History, timeAt } from '../../../src/history/history.ts';
import { BOARD_SHIFT, BROWSER_BITS } from '../../../src/history/verdicts.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';
import { thorough } from '../../thoroughness.ts';

const CHANNELS = 2;
const PERIOD_MS = 10;
const OUTLIER_OR_ALARM = 3;
/** So little memory that samples are given up after two chunks. */
const LITTLE = 0;

const flagsAt = (history: History, channel: number, index: number): number =>
  channelChunkAt(history, channel, index)?.flags[index & CHUNK_MASK] ?? 0;

interface Sums {
  flagged: number;
  agreed: number;
  /** Of the newest twenty. */
  disagreedAt: number[];
  browser: { outliers: number; alarms: number; collective: number };
  board: { outliers: number; alarms: number; collective: number };
}

/** Looks at every sample of the range; runs of collective outliers are counted once each. */
function lookAtAll(history: History, from: number, to: number): Sums {
  const none = () => ({ outliers: 0, alarms: 0, collective: 0 });
  const sums: Sums = { flagged: 0, agreed: 0, disagreedAt: [], browser: none(), board: none() };
  const differing: { timeMs: number }[] = [];
  for (let channel = 0; channel < CHANNELS; channel++) {
    const running = { browser: false, board: false };
    for (let i = Math.max(from, history.start); i < Math.min(to, history.end); i++) {
      const flags = flagsAt(history, channel, i);
      const said = { browser: flags & BROWSER_BITS, board: flags >> BOARD_SHIFT };
      for (const judge of ['browser', 'board'] as const) {
        const bits = said[judge];
        if (bits & 2) sums[judge].alarms += 1;
        if ((bits & 1) === 0) continue;
        sums[judge].outliers += 1;
        const closes = (bits & 4) !== 0;
        if (closes && !running[judge]) sums[judge].collective += 1;
        running[judge] = closes;
      }
      if (((said.browser | said.board) & OUTLIER_OR_ALARM) === 0) continue;
      sums.flagged += 1;
      if (said.browser === said.board) sums.agreed += 1;
      else differing.push({ timeMs: timeAt(history, i) });
    }
  }
  differing.sort((a, b) => a.timeMs - b.timeMs);
  sums.disagreedAt = differing.slice(-20).map(({ timeMs }) => timeMs);
  return sums;
}

function expectSums(judging: Judging, from: number, to: number): void {
  const { history, ledger } = judging;
  const expected = lookAtAll(history, from, to);
  expect(ledger.tally({ from, to })).toEqual({ browser: expected.browser, board: expected.board });
  const { flagged, agreed, disagreedAt } = lookAtAll(history, from, history.end - 1);
  const comparison = compareVerdicts(judging, from);
  expect([comparison.flagged, comparison.agreed]).toEqual([flagged, agreed]);
  expect(comparison.disagreements.map(({ timeMs }) => timeMs)).toEqual(disagreedAt);
}

/** Of the browser's detector. */
const OUTLIER_OR_ALARM_HERE = 3;

function expectMatches(
  { history, ledger }: Judging,
  labels: readonly { readonly fromMs: number; readonly toMs: number }[],
): void {
  for (let channel = 0; channel < CHANNELS; channel++) {
    const matcher = createMatcher(labels);
    for (let i = history.start; i < history.end; i++) {
      if (flagsAt(history, channel, i) & OUTLIER_OR_ALARM_HERE) matcher.flag(timeAt(history, i));
    }
    expect(matchLabels(history, ledger, channel, labels)).toEqual(matcher.matches());
  }
}

const STEPS = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ samples: fc.integer({ min: 1, max: 20_000 }) }) },
    // The board's word may come late.
    {
      weight: 4,
      arbitrary: fc.record({ verdicts: fc.integer({ min: 1, max: 500 }), back: fc.nat(30_000) }),
    },
    { weight: 1, arbitrary: fc.record({ gamma: fc.double({ min: 2, max: 5, noNaN: true }) }) },
    { weight: 1, arbitrary: fc.record({ megabytes: fc.constantFrom(0, 10) }) },
    { weight: 1, arbitrary: fc.record({ judged: fc.nat(20_000) }) },
  ),
  { minLength: 3, maxLength: 14 },
);

describe('sums over all retained verdicts', () => {
  it('are what a look at every sample says, whatever was judged, judged anew or given up', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const labels = fc.array(fc.tuple(share, fc.integer({ min: -300, max: 40_000 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(STEPS, fc.integer(), share, share, labels, (steps, seed, a, b, spans) => {
        const random = mulberry32(seed);
        const judging = createJudging(CHANNELS, alike(DEFAULT_PARAMETERS), LITTLE);
        const { history } = judging;
        for (const step of steps) {
          if ('samples' in step) {
            for (let i = 0; i < step.samples; i++) {
              const spike = random() < 0.01 ? 30 * random() : 0;
              const values = [gaussian(random) + spike, gaussian(random)];
              judging.sample(history.end * PERIOD_MS, values);
            }
          } else if ('verdicts' in step) {
            for (let i = 0; i < step.verdicts; i++) {
              const index = history.end - 1 - Math.floor(random() * (step.back + 1));
              judging.boardVerdict(
                Math.floor(random() * CHANNELS),
                index,
                1 + 6 * random(),
                0.9,
                'level',
              );
            }
          } else if ('gamma' in step) {
            judging.judgeWith(alike({ ...DEFAULT_PARAMETERS, gamma: step.gamma }));
          } else if ('judged' in step) {
            judging.advance(step.judged);
          } else {
            judging.keepWithin(step.megabytes * 1e6);
          }
          const span = history.end - history.start;
          const at = (share: number) => history.start + Math.floor(share * span);
          expectSums(judging, Math.min(at(a), at(b)), Math.max(at(a), at(b)));
          expectSums(judging, 0, history.end);
        }
        expectMatches(
          judging,
          spans.map(([share, lengthMs]) => {
            const fromMs = Math.floor(share * history.end) * PERIOD_MS;
            return { fromMs, toMs: fromMs + lengthMs };
          }),
        );
      }),
      { numRuns: thorough(2, 20) },
    );
  });
});
