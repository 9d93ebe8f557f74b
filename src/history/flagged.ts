/** The samples of a range on which a detector had something to say, found without reading the rest. */
import { CHUNK_MASK } from './chunk.ts';
import type { IndexRange } from './columns.ts';
import {
  BOARD_ALARM,
  BOARD_OUTLIER,
  BROWSER_ALARM,
  BROWSER_OUTLIER,
  channelChunkAt,
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

/** Calls `visit` at each retained sample of `[from, to)` that has any of the bits of `mask`. */
export function visitFlagged(
  history: History,
  channelIndex: number,
  { from, to }: IndexRange,
  mask: number,
  visit: (index: number, flags: number) => void,
): void {
  for (let i = Math.max(from, history.start); i < to; ) {
    const channel = channelChunkAt(history, channelIndex, i);
    if (!channel) return;
    const { levels, flags } = channel;
    const at = i & CHUNK_MASK;
    let calm = 0;
    for (let k = levels.length - 1; k >= 0 && calm === 0; k--) {
      const level = levels[k];
      if (!level || (at & ((1 << level.bits) - 1)) !== 0) continue;
      if (((level.flags[at >> level.bits] ?? 0) & mask) === 0) calm = 1 << level.bits;
    }
    if (calm > 0) {
      i += calm;
      continue;
    }
    const bits = flags[at] ?? 0;
    if ((bits & mask) !== 0) visit(i, bits);
    i++;
  }
}

/**
 * Outliers and alarms of a range, oldest first. Where they are denser than one per `spacingMs` only
 * the first of each interval is kept, alarms before others.
 */
export function flaggedIn(
  history: History,
  channelIndex: number,
  range: IndexRange,
  spacingMs: number,
): FlaggedSample[] {
  const found: FlaggedSample[] = [];
  visitFlagged(history, channelIndex, range, MARKED, (index, flags) => {
    const timeMs = timeAt(history, index);
    keepSpaced(found, spacingMs, {
      index,
      timeMs,
      value: valueAt(history, channelIndex, index),
      flags,
    });
  });
  return found;
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
