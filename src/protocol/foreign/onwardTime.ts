/** A time of day that goes on past midnight. */
import type { ForeignTime } from './reading.ts';

const DAY_MS = 86_400_000;

/** Takes the times of one link's rows in their order; a time of day that falls by half a day is of the next. */
export function createOnwardTime(): (time: ForeignTime) => ForeignTime {
  let lastMs = Number.NaN;
  let daysMs = 0;
  return (time) => {
    if (time.clock !== 'day') return time;
    if (time.ms < lastMs - DAY_MS / 2) daysMs += DAY_MS;
    lastMs = time.ms;
    return { ms: time.ms + daysMs, clock: 'day' };
  };
}
