/** Whether `3/4/2024` is in April or in March: decided by the whole column. */
import { createCalendarReading, readCalendarText } from './calendarText.ts';
import { DAY_MS } from './dateTime.ts';
import type { TimeColumn } from './importPlan.ts';
import { type LookedAt, timesOf } from './timeGuess.ts';

/** Rows of one log follow closely on each other; months are further apart. */
const CLOSE_MS = 3 * DAY_MS;
const FAR_MS = 20 * DAY_MS;

/** True where days come first, or no order matters; null where nothing tells. */
export function guessDayFirst(table: LookedAt, time: TimeColumn): boolean | null {
  if (time.unit !== 'date') return true;
  const reading = createCalendarReading();
  let turnable = false;
  let asDay = 0;
  let asMonth = 0;
  for (const row of table.body) {
    const cell = row[time.column] ?? '';
    if (readCalendarText(reading, cell, true)) asDay++;
    turnable ||= reading.turnable;
    if (readCalendarText(reading, cell, false)) asMonth++;
  }
  if (asDay !== asMonth) return asDay > asMonth;
  if (!turnable) return true;
  const stepDay = longestStep(timesOf(table, time, true));
  const stepMonth = longestStep(timesOf(table, time, false));
  if (stepDay <= CLOSE_MS && stepMonth > FAR_MS) return true;
  return stepMonth <= CLOSE_MS && stepDay > FAR_MS ? false : null;
}

function longestStep(times: readonly number[]): number {
  let longest = 0;
  for (let i = 1; i < times.length; i++) {
    longest = Math.max(longest, Math.abs((times[i] ?? 0) - (times[i - 1] ?? 0)) || 0);
  }
  return longest;
}
