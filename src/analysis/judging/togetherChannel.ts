/**
 * The channels of a signal judged together, as one more channel behind them: its values and verdicts
 * in a history of their own, made from the retained samples of the others. With other parameters it
 * is made anew, since its values depend on W and its verdicts say which channel is odd.
 */
import {
  createTogether,
  oddness,
  takeTogether,
  togetherParameters,
} from '../../derived/together.ts';
import { timeAt, valueAt } from '../../history/history.ts';
import { createJudging } from './createJudging.ts';
import { alike, type JudgedBy } from './judgedBy.ts';
import type { Judging } from './judging.ts';

export interface TogetherChannel {
  readonly judging: Judging;
  /** Takes at most `budget` more of the samples of the others; whether it has all of them. */
  advance(budget: number): boolean;
  /** How odd each channel is in sample `index` of the others, given the rest, in σ. */
  oddnessAt(index: number): readonly number[] | null;
  /** Sample 0 of its history is this one of the others. */
  readonly firstIndex: number;
}

/** @param of the judging of the channels, of which the first 2 to 8 are taken, all of them */
export function createTogetherChannel(
  of: Judging,
  channels: number,
  by: JudgedBy,
  maxBytes: number,
): TogetherChannel {
  const { history } = of;
  const firstIndex = history.start;
  const row = new Float64Array(channels);
  const value = new Float64Array(1);
  let together = fresh();
  let cursor = firstIndex;
  /** The newest moment at which learning began anew that is behind. */
  let passed = of.restarts().findLast((index) => index < firstIndex) ?? -1;
  let pending = nextRestart();
  const judging = createJudging(
    1,
    { ...alike(togetherParameters(by.general)), epsilon: by.epsilon },
    maxBytes,
    { nan: 'invalid', areOwnRates: false },
    {
      events: of.events,
      descriptions: of.descriptions,
      firstChannel: channels,
      firstIndex,
      odd: () => oddest(oddness(together)),
    },
  );

  function fresh() {
    return createTogether(channels, by.general, by.epsilon);
  }

  /** The list forgets its oldest: places move, moments stay. */
  function nextRestart(): number {
    return of.restarts().find((index) => index > passed) ?? Number.POSITIVE_INFINITY;
  }

  function read(index: number): void {
    for (let c = 0; c < channels; c++) row[c] = valueAt(history, c, index);
  }

  return {
    judging,
    firstIndex,
    advance(budget) {
      // Given up before their turn came: they have no value here, and places stay as they are.
      for (; cursor < history.start; cursor++) {
        value[0] = Number.NaN;
        judging.sample(timeAt(history, history.start), value);
      }
      pending = nextRestart();
      const goal = Math.min(history.end, cursor + budget);
      for (; cursor < goal; cursor++) {
        if (pending <= cursor) {
          together = fresh();
          judging.restart();
          passed = pending;
          pending = nextRestart();
        }
        read(cursor);
        value[0] = takeTogether(together, row);
        judging.sample(timeAt(history, cursor), value);
      }
      return cursor === history.end;
    },
    oddnessAt(index) {
      if (index < history.start || index >= history.end) return null;
      const again = fresh();
      const memory = by.general.memory === 0 ? index : 8 * by.general.memory;
      let judged = Number.NaN;
      for (let i = Math.max(history.start, index - memory); i <= index; i++) {
        read(i);
        judged = takeTogether(again, row);
      }
      return Number.isNaN(judged) ? null : oddness(again);
    },
  };
}

/** Null while learning, when they are all NaN or 0. */
function oddest(odd: readonly number[]): number | null {
  let best: number | null = null;
  for (const [channel, z] of odd.entries()) {
    if (z > (best === null ? 0 : (odd[best] ?? 0))) best = channel;
  }
  return best;
}
