/** The samples of a range on which a detector had something to say, found without reading the rest. */
import { CHUNK_MASK } from './chunk.ts';
import type { IndexRange } from './columns.ts';
import {
  BOARD_ALARM,
  BOARD_OUTLIER,
  BROWSER_ALARM,
  BROWSER_OUTLIER,
  channelChunkAt,
  firstAtOrAfter,
  type History,
  timeAt,
  valueAt,
} from './history.ts';

export interface FlaggedSample {
  readonly index: number;
  readonly timeMs: number;
  readonly value: number;
  readonly flags: number;
}

/** Marked in a drawing: outliers and alarms, whoever said so. */
export const MARKED = BROWSER_OUTLIER | BROWSER_ALARM | BOARD_OUTLIER | BOARD_ALARM;
const ALARMS = BROWSER_ALARM | BOARD_ALARM;

/** The first retained sample of `[from, to)` that has any of the bits of `mask`; `to` if none has. */
function nextFlagged(
  history: History,
  channelIndex: number,
  from: number,
  to: number,
  mask: number,
): number {
  for (let i = Math.max(from, history.start); i < to; ) {
    const channel = channelChunkAt(history, channelIndex, i);
    if (!channel) return to;
    const { levels, flags } = channel;
    const at = i & CHUNK_MASK;
    let calm = 0;
    for (let k = levels.length - 1; k >= 0 && calm === 0; k--) {
      const level = levels[k];
      if (!level || (at & ((1 << level.bits) - 1)) !== 0) continue;
      if (((level.flags[at >> level.bits] ?? 0) & mask) === 0) calm = 1 << level.bits;
    }
    if (calm === 0 && ((flags[at] ?? 0) & mask) !== 0) return i;
    i += Math.max(1, calm);
  }
  return to;
}

/** Calls `visit` at each retained sample of `[from, to)` that has any of the bits of `mask`. */
export function visitFlagged(
  history: History,
  channelIndex: number,
  { from, to }: IndexRange,
  mask: number,
  visit: (index: number, flags: number) => void,
): void {
  let i = nextFlagged(history, channelIndex, from, to, mask);
  while (i < to) {
    visit(i, flagsAt(history, channelIndex, i));
    i = nextFlagged(history, channelIndex, i + 1, to, mask);
  }
}

/**
 * Outliers and alarms of a range, oldest first. Where they are denser than one per `spacingMs` only
 * the first of each interval is kept, alarms before others; what lies between is not looked at.
 */
export function flaggedIn(
  history: History,
  channelIndex: number,
  { from, to }: IndexRange,
  spacingMs: number,
): FlaggedSample[] {
  const found: FlaggedSample[] = [];
  for (let i = nextFlagged(history, channelIndex, from, to, MARKED); i < to; ) {
    let kept = i;
    if (spacingMs > 0) {
      const until = Math.min(to, firstAtOrAfter(history, timeAt(history, i) + spacingMs));
      const alarm = nextFlagged(history, channelIndex, i, until, ALARMS);
      if (alarm < until) kept = alarm;
    }
    const timeMs = timeAt(history, kept);
    found.push({
      index: kept,
      timeMs,
      value: valueAt(history, channelIndex, kept),
      flags: flagsAt(history, channelIndex, kept),
    });
    const next = spacingMs > 0 ? firstAtOrAfter(history, timeMs + spacingMs) : 0;
    i = nextFlagged(history, channelIndex, Math.max(next, kept + 1), to, MARKED);
  }
  return found;
}

function flagsAt(history: History, channelIndex: number, index: number): number {
  return channelChunkAt(history, channelIndex, index)?.flags[index & CHUNK_MASK] ?? 0;
}

/** Adds to what was found, unless it is too near to the last; an alarm takes the place of another. */
export function keepSpaced<Found extends { readonly timeMs: number; readonly flags: number }>(
  found: Found[],
  spacingMs: number,
  next: Found,
): void {
  const last = found.at(-1);
  if (last && next.timeMs - last.timeMs < spacingMs) {
    const outranks = (next.flags & ALARMS) !== 0 && (last.flags & ALARMS) === 0;
    if (outranks) found[found.length - 1] = next;
    return;
  }
  found.push(next);
}
