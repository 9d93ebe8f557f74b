/** Times of day and days, as the patterns of times share them. */

const DAY_MS = 86_400_000;

/** A comma before a fraction is one only where more follows; else it parts a value from the time. */
const FRACTION = String.raw`(?:(?:(?:\.|::|:(?=\d{3}\b))(\d{1,9})|,(\d{3}|\d{6})(?=\s+\S|[\];\t])))?`;
/** Six groups: hours, minutes, seconds, the fraction (two ways), half of the day. */
export const CLOCK = String.raw`(\d{1,2}):(\d{2}):(\d{2})${FRACTION}(?:\s?([AaPp])\.?[Mm]\b\.?)?`;

/** The same behind a day, where the seconds may lack. */
export const DAYS_CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})${FRACTION}|(?!:\d))(?:\s?([AaPp])\.?[Mm]\b\.?)?`;

/** ms since midnight of the six groups of CLOCK from `at` on; NaN when there is no such time. */
export function clockMs(m: RegExpExecArray, at: number): number {
  const written = Number(m[at]);
  const half = m[at + 5]?.toLowerCase();
  const hours = half ? (written % 12) + (half === 'p' ? 12 : 0) : written;
  const minutes = Number(m[at + 1]);
  const seconds = Number(m[at + 2] ?? 0);
  if (minutes > 59 || seconds > 60 || (half && (written < 1 || written > 12))) return Number.NaN;
  const digits = m[at + 3] ?? m[at + 4];
  const fraction = digits ? Number(`0.${digits}`) * 1000 : 0;
  // More than 23 hours are a time that counts from the start of something: it only goes on.
  return (hours * 60 + minutes) * 60_000 + seconds * 1000 + fraction;
}

/** Midnight of a day, ms since 1970; NaN when there is no such day. */
export function midnightMs(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : Number.NaN;
}

/** Midnight of a day of a week, ms since 1970; week 1 is that with the first Thursday, day 1 a Monday. */
export function weekDayMs(year: number, week: number, day: number): number {
  const fourth = midnightMs(year, 1, 4) / DAY_MS;
  const monday = fourth - ((fourth + 3) % 7);
  return week < 1 || week > 53 ? Number.NaN : (monday + (week - 1) * 7 + day - 1) * DAY_MS;
}

/** Midnight of a day of a year, counted from 1, ms since 1970; NaN when the year has no such day. */
export function dayOfYearMs(year: number, day: number): number {
  const first = midnightMs(year, 1, 1);
  const ms = first + (day - 1) * DAY_MS;
  return day >= 1 && ms < midnightMs(year + 1, 1, 1) ? ms : Number.NaN;
}
