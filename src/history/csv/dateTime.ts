/**
 * Calendar times from and to bytes: `2026-11-22T15:06:40.5Z`, `2014-02-14 14:30:00`, `2026/11/22`.
 * Read without making a string: long files have one on each line.
 */
import { COLON, COMMA, MINUS, PLUS, POINT, SLASH, SPACE } from '../../protocol/bytes.ts';
import { LATEST_MS } from '../../protocol/hostLine.ts';

export const DAY_MS = 86_400_000;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MOST_DECIMALS = 12;

/**
 * The time in `bytes[from..to)`, ms since 1970; NaN when it is none. Times without a zone are
 * `zoneMinutes` ahead of UTC.
 */
export function parseDateTime(
  bytes: Uint8Array,
  from: number,
  to: number,
  zoneMinutes: number,
): number {
  const separator = bytes[from + 4];
  if (to - from < 10 || (separator !== MINUS && separator !== SLASH)) return Number.NaN;
  const year = digits(bytes, from, 4);
  const month = digits(bytes, from + 5, 2);
  const day = digits(bytes, from + 8, 2);
  const isDate = bytes[from + 7] === separator && year >= 0 && day >= 1;
  if (!isDate || day > monthDays(year, month)) return Number.NaN;
  const midnight = daysSince1970(year, month, day) * DAY_MS;
  if (to - from === 10) return midnight - zoneMinutes * 60_000;
  return midnight + parseClock(bytes, from + 10, to, zoneMinutes);
}

/** The time of day with its mark and zone, in ms; NaN when it is none. */
function parseClock(bytes: Uint8Array, from: number, to: number, zoneMinutes: number): number {
  const mark = bytes[from] ?? 0;
  const hour = digits(bytes, from + 1, 2);
  const minute = digits(bytes, from + 4, 2);
  if (mark !== SPACE && (mark & ~0x20) !== LETTER_T) return Number.NaN;
  if (to < from + 6 || bytes[from + 3] !== COLON) return Number.NaN;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return Number.NaN;
  let at = from + 6;
  let second = 0;
  let fraction = 0;
  if (at < to && bytes[at] === COLON) {
    second = to >= at + 3 ? digits(bytes, at + 1, 2) : -1;
    if (second < 0 || second > 60) return Number.NaN;
    at += 3;
    if (at < to && (bytes[at] === POINT || bytes[at] === COMMA)) {
      const first = at + 1;
      let scale = 1;
      let tens = 0;
      for (at = first; at < to && at - first < MOST_DECIMALS; at++) {
        const digit = (bytes[at] ?? 0) - 0x30;
        if (digit < 0 || digit > 9) break;
        tens = tens * 10 + digit;
        scale *= 10;
      }
      if (at === first) return Number.NaN;
      fraction = (tens * 1000) / scale;
    }
  }
  const zone = parseZone(bytes, at, to, zoneMinutes);
  return ((hour * 60 + minute - zone) * 60 + second) * 1000 + fraction;
}

/** Minutes ahead of UTC; NaN when what stands there is no zone. */
function parseZone(bytes: Uint8Array, from: number, to: number, otherwise: number): number {
  if (from === to) return otherwise;
  const mark = bytes[from] ?? 0;
  if ((mark & ~0x20) === LETTER_Z && to === from + 1) return 0;
  if (mark !== PLUS && mark !== MINUS) return Number.NaN;
  const hours = digits(bytes, from + 1, 2);
  const colon = bytes[from + 3] === COLON ? 1 : 0;
  const rest = to - from - 3 - colon;
  const minutes = rest === 0 ? 0 : digits(bytes, from + 3 + colon, 2);
  if (hours < 0 || minutes < 0 || (rest !== 0 && rest !== 2)) return Number.NaN;
  return (mark === MINUS ? -1 : 1) * (hours * 60 + minutes);
}

function digits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month, counted from 1; 0 where there is no such month. */
export const monthDays = (year: number, month: number): number =>
  month === 2 && !isLeap(year) ? 28 : (MONTH_DAYS[month - 1] ?? 0);

/** Days of the proleptic Gregorian calendar: years begin in March, so that leap days come last. */
export function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface DateTimeWriter {
  /** ISO 8601 in UTC with as many decimals, at least three, as bring back the very same number. */
  text(timeMs: number): string;
}

/** Writes times that mostly follow closely on each other: all but the decimals is kept. */
export function createDateTimeWriter(): DateTimeWriter {
  let second = Number.NaN;
  let prefix = '';
  return {
    text(timeMs) {
      // A board may say any time; a calendar has no name for this one.
      if (!(timeMs >= 0 && timeMs <= LATEST_MS)) return String(timeMs);
      const its = Math.floor(timeMs / 1000);
      if (its !== second) {
        second = its;
        prefix = new Date(its * 1000).toISOString().slice(0, -4);
      }
      return `${prefix}${decimals(timeMs, its * 1000)}Z`;
    },
  };
}

function decimals(timeMs: number, secondMs: number): string {
  const rest = timeMs - secondMs;
  for (let count = 3; count < MOST_DECIMALS; count++) {
    const scale = 10 ** count;
    const tens = Math.round((rest * scale) / 1000);
    if (tens < scale && secondMs + (tens * 1000) / scale === timeMs) {
      return String(tens).padStart(count, '0');
    }
  }
  return String(Math.floor((rest * 10 ** MOST_DECIMALS) / 1000)).padStart(MOST_DECIMALS, '0');
}
