/** How much of a signal stays in memory, in bytes and in time. */
import { capacityWithin, type History, timeAt } from '../../history/history.ts';
import type { Retention } from '../messages/historyMessages.ts';
import { MEMORY_CHOICES_MB } from '../messages/historyMessages.ts';

/**
 * Of the memory that the person allows, for all else: 13 MB for as many anomalies as are kept, 4.5 MB
 * for the board's verdicts, and what page and worker hold without any sample, about 14 MB.
 */
const OTHER_BYTES = 32e6;

/** Bytes for the history, of the megabytes that the person allows for all. */
export const historyBytes = (megabytes: number): number => megabytes * 1e6 - OTHER_BYTES;

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
