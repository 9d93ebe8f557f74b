/** The sample that the person points at, and what was said of it. */

import { CHUNK_MASK } from '../../history/chunk.ts';
import {
  channelChunkAt,
  firstAtOrAfter,
  type History,
  timeAt,
  valueAt,
} from '../../history/history.ts';
import { valueBefore, valueFrom } from '../../history/sparse.ts';
import {
  BOARD_ALARM,
  BOARD_OUTLIER,
  BROWSER_ALARM,
  BROWSER_OUTLIER,
} from '../../history/verdicts.ts';
import { deviationAt } from '../judging/deviationAt.ts';
import type { JudgedChannel } from '../judging/signal.ts';
import type { Mark, Readout, Span } from '../messages/viewMessages.ts';

/** A mark this near is what is meant: it is what is seen. */
const MARK_PX = 6;
/** What lies farther off is not under the pointer, unless the next sample is as far. */
const REACH_PX = 12;
const REACH_PERIODS = 1.5;

/**
 * Null where the channel has no sample near.
 *
 * @param marks of the channel, as they are drawn
 * @param inSigmas whether its deviation is wanted in σ
 */
export function readoutOf(
  { judging, channel }: JudgedChannel,
  marks: readonly Mark[],
  pointed: { readonly timeMs: number; readonly msPerPx: number },
  inSigmas: boolean,
): Readout | null {
  const { history } = judging;
  const { msPerPx } = pointed;
  const mark = nearestMark(marks, pointed.timeMs, MARK_PX * msPerPx);
  const wantedMs = mark?.timeMs ?? pointed.timeMs;
  const index = nearestSample(history, channel, wantedMs);
  if (index === null) return null;
  const timeMs = timeAt(history, index);
  const reachMs = Math.max(REACH_PX * msPerPx, REACH_PERIODS * (judging.periodMs(channel) ?? 0));
  if (Math.abs(timeMs - pointed.timeMs) > reachMs) return null;
  const chunk = channelChunkAt(history, channel, index);
  const at = index & CHUNK_MASK;
  const flags = chunk?.flags[at] ?? 0;
  const browser = (flags & (BROWSER_OUTLIER | BROWSER_ALARM)) !== 0;
  const board = (flags & (BOARD_OUTLIER | BOARD_ALARM)) !== 0;
  return {
    timeMs,
    value: valueAt(history, channel, index),
    lower: chunk?.lower[at] ?? Number.NaN,
    upper: chunk?.upper[at] ?? Number.NaN,
    judged: inSigmas ? deviationAt(judging, channel, index) : null,
    by: browser && board ? 'both' : browser ? 'browser' : board ? 'board' : null,
    alarm: (flags & (BROWSER_ALARM | BOARD_ALARM)) !== 0,
  };
}

/** The moment at a part of a range, and how long a pixel of it is. */
export function pointedIn(
  { fromMs, toMs }: Span,
  share: number,
  widthPx: number,
): { readonly timeMs: number; readonly msPerPx: number } {
  const length = toMs - fromMs;
  return { timeMs: fromMs + share * length, msPerPx: length / Math.max(1, widthPx) };
}

function nearestMark(marks: readonly Mark[], timeMs: number, withinMs: number): Mark | null {
  let nearest: Mark | null = null;
  for (const mark of marks) {
    const away = Math.abs(mark.timeMs - timeMs);
    if (away > withinMs || Number.isNaN(mark.value)) continue;
    if (!nearest || away < Math.abs(nearest.timeMs - timeMs)) nearest = mark;
  }
  return nearest;
}

/** Index of the retained sample with a value that is nearest in time. */
function nearestSample(history: History, channel: number, timeMs: number): number | null {
  const next = firstAtOrAfter(history, timeMs);
  const isSparse = history.nan === 'absent';
  const after = isSparse ? valueFrom(history, channel, next) : next < history.end ? next : null;
  const before = isSparse
    ? valueBefore(history, channel, next)
    : next > history.start
      ? next - 1
      : null;
  if (after === null || before === null) return after ?? before;
  const isAfterNearer = timeAt(history, after) - timeMs < timeMs - timeAt(history, before);
  return isAfterNearer ? after : before;
}
