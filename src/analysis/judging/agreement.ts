/** How far browser and board say the same of the same samples. */
import { ALARM, COLLECTIVE, OUTLIER } from '../../detector/detector.ts';
import { CHUNK_MASK } from '../../history/chunk.ts';
import { NAMED_DISAGREEMENTS } from '../../history/flagLedger.ts';
import { channelChunkAt, type History, timeAt, valueAt } from '../../history/history.ts';
import { BOARD_SHIFT, BROWSER_BITS } from '../../history/verdicts.ts';
import type { Disagreement } from '../messages/findings.ts';
import type { Judging } from './judging.ts';

export interface Comparison {
  readonly flagged: number;
  readonly agreed: number;
  /** The newest, oldest first. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Compares the verdicts on every flagged sample from index `from` on. The newest sample is left out:
 * the board's word on it may still be on the way.
 */
export function compareVerdicts(
  { history, ledger, drawLimits }: Pick<Judging, 'history' | 'ledger' | 'drawLimits'>,
  from: number,
): Comparison {
  let flagged = 0;
  let agreed = 0;
  const disagreements: Disagreement[] = [];
  const range = { from, to: history.end - 1 };
  for (let channel = 0; channel < history.channelCount; channel++) {
    const summary = ledger.summary(channel, range);
    flagged += summary.marked;
    agreed += summary.agreed;
    for (const index of summary.disagreements) {
      drawLimits(channel, index, index + 1);
      disagreements.push(disagreementAt(history, channel, index));
    }
  }
  disagreements.sort((a, b) => a.timeMs - b.timeMs);
  return { flagged, agreed, disagreements: disagreements.slice(-NAMED_DISAGREEMENTS) };
}

function disagreementAt(history: History, channel: number, index: number): Disagreement {
  const flags = channelChunkAt(history, channel, index)?.flags[index & CHUNK_MASK] ?? 0;
  const value = valueAt(history, channel, index);
  return {
    channel,
    timeMs: timeAt(history, index),
    value,
    browser: letters(flags & BROWSER_BITS),
    board: letters(flags >> BOARD_SHIFT),
    distance: distanceToLimit(history, channel, index, value),
  };
}

/** As a share of the distance from the mean to the limit, or of the limit where one side is watched. */
function distanceToLimit(history: History, channel: number, index: number, value: number): number {
  const chunk = channelChunkAt(history, channel, index);
  const lower = chunk?.lower[index & CHUNK_MASK] ?? Number.NaN;
  const upper = chunk?.upper[index & CHUNK_MASK] ?? Number.NaN;
  const gaps = [value - lower, value - upper].filter(Number.isFinite).map(Math.abs);
  const reach = Number.isFinite(upper - lower)
    ? (upper - lower) / 2
    : Math.abs(Number.isFinite(upper) ? upper : lower);
  return gaps.length === 0 ? Number.NaN : Math.min(...gaps) / reach;
}

/** The letters of the serial line for verdict bits. */
function letters(bits: number): string {
  return `${bits & OUTLIER ? 'o' : ''}${bits & ALARM ? 'a' : ''}${bits & COLLECTIVE ? 'c' : ''}`;
}
