/** Statistics of a stretch of time. */
import { firstAtOrAfter, type History, timeAt, valueAt } from '../../history/history.ts';
import { valueBefore, valueFrom } from '../../history/sparse.ts';
import { indexesWithin, statisticsOf } from '../../history/statistics.ts';
import { rawFrom } from '../judging/retention.ts';
import type { SeenSignal } from '../judging/signal.ts';
import type { Measurement } from '../messages/historyMessages.ts';

/** Statistics of every channel between two moments, and its values nearest to them. */
export function measure(signal: SeenSignal | null, fromMs: number, toMs: number): Measurement {
  if (!signal) return { fromMs, toMs, rawFromMs: null, channels: [] };
  const rawFromMs = rawFrom(signal.judging.history);
  return {
    fromMs,
    toMs,
    rawFromMs: rawFromMs !== null && rawFromMs > fromMs ? rawFromMs : null,
    channels: signal.allChannels().flatMap((_, place) => {
      const its = signal.placeOf(place);
      if (!its) return [];
      const { channel } = its;
      const { history } = its.judging;
      return {
        statistics: statisticsOf(history, channel, indexesWithin(history, fromMs, toMs)),
        atFrom: valueNear(history, channel, fromMs),
        atTo: valueNear(history, channel, toMs),
      };
    }),
  };
}

/** Null before the first sample that is kept, and after the last. */
function valueNear(history: History, channel: number, timeMs: number): number | null {
  const after = firstAtOrAfter(history, timeMs);
  if (after === history.end) return null;
  if (after === history.start && timeAt(history, after) > timeMs) return null;
  if (history.nan === 'absent') return nearestValue(history, channel, timeMs, after);
  const before = Math.max(history.start, after - 1);
  const isAfterNearer = timeAt(history, after) - timeMs < timeMs - timeAt(history, before);
  const value = valueAt(history, channel, isAfterNearer ? after : before);
  return Number.isFinite(value) ? value : null;
}

/** Of a channel that has a value in some samples alone, the nearest in time. */
function nearestValue(
  history: History,
  channel: number,
  timeMs: number,
  index: number,
): number | null {
  const before = valueBefore(history, channel, index);
  const after = valueFrom(history, channel, index);
  if (before === null || after === null) {
    const only = before ?? after;
    return only === null ? null : valueAt(history, channel, only);
  }
  const isAfterNearer = timeAt(history, after) - timeMs < timeMs - timeAt(history, before);
  return valueAt(history, channel, isAfterNearer ? after : before);
}
