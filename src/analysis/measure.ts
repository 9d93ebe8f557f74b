/** Statistics of a stretch of time, and how long samples last. */
import {
  capacityWithin,
  firstAtOrAfter,
  type History,
  timeAt,
  valueAt,
} from '../history/history.ts';
import { indexesWithin, statisticsOf } from '../history/statistics.ts';
import type { Measurement, Retention } from './historyMessages.ts';
import { MEMORY_CHOICES_MB } from './memoryChoices.ts';

/**
 * Of the memory that the person allows, for all else: 13 MB for as many anomalies as are kept, 4.5 MB
 * for the board's verdicts, and what page and worker hold without any sample, about 14 MB.
 */
const OTHER_BYTES = 32e6;

/** Bytes for the history, of the megabytes that the person allows for all. */
export const historyBytes = (megabytes: number): number => megabytes * 1e6 - OTHER_BYTES;

export function measure(history: History, fromMs: number, toMs: number): Measurement {
  const range = indexesWithin(history, fromMs, toMs);
  const rawFromMs = rawFrom(history);
  return {
    fromMs,
    toMs,
    rawFromMs: rawFromMs !== null && rawFromMs > fromMs ? rawFromMs : null,
    channels: Array.from({ length: history.channelCount }, (_, channel) => ({
      statistics: statisticsOf(history, channel, range),
      atFrom: valueNear(history, channel, fromMs),
      atTo: valueNear(history, channel, toMs),
    })),
  };
}

/** `history` is null before the first sample of a board. */
export function retentionOf(history: History | null): Retention {
  return {
    rawFromMs: history ? rawFrom(history) : null,
    fits: history
      ? MEMORY_CHOICES_MB.map((megabytes) => ({
          megabytes,
          samples: capacityWithin(history.channelCount, historyBytes(megabytes)),
        }))
      : [],
  };
}

/** Time of the oldest sample that is kept as it came; null while all are. */
export function rawFrom(history: History): number | null {
  return history.start > 0 ? timeAt(history, history.start) : null;
}

/** Null before the first sample that is kept, and after the last. */
function valueNear(history: History, channel: number, timeMs: number): number | null {
  const after = firstAtOrAfter(history, timeMs);
  if (after === history.end) return null;
  if (after === history.start && timeAt(history, after) > timeMs) return null;
  const before = Math.max(history.start, after - 1);
  const isAfterNearer = timeAt(history, after) - timeMs < timeMs - timeAt(history, before);
  const value = valueAt(history, channel, isAfterNearer ? after : before);
  return Number.isFinite(value) ? value : null;
}
