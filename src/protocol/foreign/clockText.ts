/** Times of day and days, as the patterns of times share them. */

/** A comma before a fraction is one only where more follows; else it parts a value from the time. */
const FRACTION = String.raw`(?:(?:(?:\.|::)(\d{1,9})|,(\d{3}|\d{6})(?=\s+\S|\])))?`;
/** Six groups: hours, minutes, seconds, the fraction (two ways), half of the day. */
export const CLOCK = String.raw`(\d{1,2}):(\d{2}):(\d{2})${FRACTION}(?:\s?([AaPp])\.?[Mm]\b\.?)?`;

/** ms since midnight of the six groups of CLOCK from `at` on; NaN when there is no such time. */
export function clockMs(m: RegExpExecArray, at: number): number {
  const written = Number(m[at]);
  const half = m[at + 5]?.toLowerCase();
  const hours = half ? (written % 12) + (half === 'p' ? 12 : 0) : written;
  const minutes = Number(m[at + 1]);
  const seconds = Number(m[at + 2]);
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
