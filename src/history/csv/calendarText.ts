/**
 * Calendar times in the forms of many programs, from bytes: `1.5.2024 12:00:05,5`, `05/01/24 1:02 PM`,
 * `01-May-2024 12:00`, `Wed May 01 12:00:00 2024`, `2024/10/11 12:00:05::250`, `12:00:05` alone, with
 * zones as words or offsets. What ISO 8601 and its like are is read faster in dateTime.ts.
 */
import { dayOfYearMs, weekDayMs } from '../../protocol/foreign/clockText.ts';
import { monthOf } from '../../protocol/foreign/months.ts';
import { zoneMinutesOf } from '../../protocol/foreign/zones.ts';
import { DAY_MS, daysSince1970, monthDays } from './dateTime.ts';

/** What a text says, the newest reading; overwritten by each. */
export interface CalendarReading {
  /** Midnight of the day, ms since 1970 as if there were no zones; NaN when the text has no day. */
  dayMs: number;
  /** Time of day, ms; NaN when the text has none. */
  clockMs: number;
  /** Minutes ahead of UTC; NaN when the text has no zone. */
  zoneMinutes: number;
  /** The day would be another, and a valid one, if day and month changed places. */
  turnable: boolean;
}

const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const DAY_WORD = /^(\d{1,2})[-/. ]{1,2}(\p{L}{3,})[-/., ]{1,2}(\d{4}|\d{2})(?!\d)/u;
const WORD_DAY = /^(\p{L}{3,})[. ]\s*(\d{1,2}),?\s+(\d{4})(?!\d)/u;
/** As C's `ctime` writes it: the year comes last. */
const YEAR_LAST = /^(\p{L}{3})\s+(\d{1,2})\s+([\d:.]+)\s+(?:[A-Z]{3,4}\s+)?(\d{4})$/u;
const COMPACT = /^(\d{4})(\d\d)(\d\d)[T_: -](\d\d)(\d\d)(\d\d)?(?=\D|$)/;
/** As spreadsheets shorten a time: minutes, seconds and tenths. */
const MINUTES = /^(\d{1,3}):([0-5]\d)[.,](\d{1,6})$/;
const CLOCK = /^(\d{1,4}):(\d\d)(?::(\d\d)(?:([.,]|::?)(\d{1,9}))?)?/;
/** Behind a day the clock of a program that pads nothing is one, too: `12:0:5`. */
const LOOSE_CLOCK = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:([.,]|::?)(\d{1,9}))?)?/;
const HALF_DAY = /^\s*([ap])\.?m\.?(?![a-z])/i;
/** `2026-W48-5`, `2026W485`, or the week alone, which is its Monday. */
const WEEK = /^(\d{4})-?W(\d\d)(?:-?([1-7]))?(?![\d-])/;
/** `2026-331`: the day of the year. */
const DAY_OF_YEAR = /^((?:19|20)\d{2})-(\d{3})(?![\d-])/;
/** Digits alone: `20261127`, and with a time `2026112712`, `202611271200` or `20261127120033`. */
const DIGITS = /^((?:19|20)\d{2})(\d\d)(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)?)?)?(?:\.0*)?$/;
/** The same of a time of day, `120033` or `1200`; numbers have lost the nought in front. */
const CLOCK_DIGITS = /^(?:(\d{1,2})(\d\d)(\d\d)|(\d\d)(\d\d))(?:\.0*)?(?:\s?(?:UTC|GMT|Z))?$/;
/** Days since a start: `1.02:03:04`, `1 day, 2:03:04`, `2d 03:04:05`. */
const DAYS = /^(\d{1,4})(?:\.|\s*d(?:ays?)?,?\s+)(?=\d{1,2}:\d\d:\d\d)/;
const LONGEST = 80;
const SHORTEST = 4;
const decoder = new TextDecoder();

export const createCalendarReading = (): CalendarReading => ({
  dayMs: Number.NaN,
  clockMs: Number.NaN,
  zoneMinutes: Number.NaN,
  turnable: false,
});

const MAY_BE =
  /\d[:/.\- h年]|\d{8}[T_: -]\d|W\d\d|^\s*\d{4,14}(?:\.0*)?\s*$|^\d{4} ?(?:UTC|GMT|Z)$/;

/** With the marks between that most programs write: `2026年11月27日`, `12h30`, `12:30 Uhr`. */
function asWritten(text: string): string {
  if (!/[年h时時U]/.test(text)) return text;
  return text
    .replace(/年|月(?=\d)/g, '-')
    .replace(/日\s*/, ' ')
    .replace(/(\d{1,2})[时時](\d{1,2})分(?:(\d{1,2})秒)?/, (_, h, m, s = '0') => `${h}:${m}:${s}`)
    .replace(/(\d{1,2}) ?h ?(\d\d)(?: ?(?:min|mn|m)? ?(\d\d)(?: ?s)?)?$/, (_, h, m, s = '00') =>
      [h, m, s].join(':'),
    )
    .replace(/\s+Uhr$/, '')
    .trim();
}

/** Reads `bytes[from..to)` into `reading`; false when it is neither a day nor a time of day. */
export function readCalendar(
  reading: CalendarReading,
  bytes: Uint8Array,
  from: number,
  to: number,
  dayFirst: boolean,
): boolean {
  if (to - from < SHORTEST || to - from > LONGEST) return false;
  return readCalendarText(reading, decoder.decode(bytes.subarray(from, to)), dayFirst);
}

/** The same of a text. */
export function readCalendarText(
  reading: CalendarReading,
  words: string,
  dayFirst: boolean,
): boolean {
  reading.dayMs = Number.NaN;
  reading.clockMs = Number.NaN;
  reading.zoneMinutes = Number.NaN;
  reading.turnable = false;
  if (words.length > LONGEST || !MAY_BE.test(words)) return false;
  const text = asWritten(words.trim().replace(WEEKDAY, ''));
  const last = YEAR_LAST.exec(text);
  const normal = last ? `${last[1]} ${last[2]} ${last[4]} ${last[3]}` : text;
  const rest = takeDay(reading, normal, dayFirst);
  if (rest === null) return false;
  if (rest === '') return true;
  return takeClock(reading, rest);
}

/** What follows the day; the whole where there is none, null where the day cannot be. */
function takeDay(reading: CalendarReading, text: string, dayFirst: boolean): string | null {
  const digits = DIGITS.exec(text);
  if (digits) {
    const [, year, month, day, hour, minute = '00', second = '00'] = digits;
    if (!setDay(reading, Number(year), Number(month), Number(day))) return null;
    return hour === undefined ? '' : `${hour}:${minute}:${second}`;
  }
  const clock = CLOCK_DIGITS.exec(text);
  if (clock) {
    const [, hour = clock[4], minute = clock[5], second = '00'] = clock;
    if (/[A-Z]$/.test(text)) reading.zoneMinutes = 0;
    return `${hour}:${minute}:${second}`;
  }
  const week = WEEK.exec(text);
  if (week) {
    const [all, year, number, weekday = '1'] = week;
    const ms = weekDayMs(Number(year), Number(number), Number(weekday));
    return setMidnight(reading, ms) ? after(text, all) : null;
  }
  const ofYear = DAY_OF_YEAR.exec(text);
  if (ofYear) {
    const [all, year, number] = ofYear;
    const ms = dayOfYearMs(Number(year), Number(number));
    return setMidnight(reading, ms) ? after(text, all) : null;
  }
  const compact = COMPACT.exec(text);
  if (compact) {
    const [all, year = '', month = '', day = '', hour, minute, second = '00'] = compact;
    const found = setDay(reading, Number(year), Number(month), Number(day));
    return found ? `${hour}:${minute}:${second}${text.slice(all.length)}` : null;
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [all, year, , month, day] = yearFirst;
    return setDay(reading, Number(year), Number(month), Number(day)) ? after(text, all) : null;
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [all, first = '', mark, second = '', year = ''] = numbers;
    // With points the day comes first everywhere.
    const dayIsFirst = dayFirst || mark === '.';
    const [day, month] = dayIsFirst ? [first, second] : [second, first];
    if (!setDay(reading, fullYear(year), Number(month), Number(day))) return null;
    reading.turnable = mark !== '.' && Number(day) <= 12;
    return after(text, all);
  }
  const word = DAYS.test(text) ? null : (DAY_WORD.exec(text) ?? WORD_DAY.exec(text));
  if (!word) return text;
  const [all, first = '', second = '', year = ''] = word;
  const [day, name] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = monthOf(name);
  return setDay(reading, fullYear(year), month, Number(day)) ? after(text, all) : null;
}

function takeClock(reading: CalendarReading, text: string): boolean {
  const short = MINUTES.exec(text);
  if (short && Number.isNaN(reading.dayMs)) {
    const seconds = Number(`${short[2]}.${short[3]}`);
    reading.clockMs = Math.round((Number(short[1]) * 60 + seconds) * 1e6) / 1e3;
    return true;
  }
  const days = Number.isNaN(reading.dayMs) ? DAYS.exec(text) : null;
  if (days) {
    if (!takeClock(reading, text.slice(days[0].length))) return false;
    reading.clockMs += Number(days[1]) * DAY_MS;
    return true;
  }
  const clock = CLOCK.exec(text) ?? (Number.isNaN(reading.dayMs) ? null : LOOSE_CLOCK.exec(text));
  if (!clock) return false;
  const [all, hours = '', minutes = '', seconds = '0', mark = '', fraction = ''] = clock;
  let hour = Number(hours);
  let rest = text.slice(all.length);
  const half = HALF_DAY.exec(rest);
  if (half) {
    if (hour < 1 || hour > 12) return false;
    hour = (hour % 12) + (half[1]?.toLowerCase() === 'p' ? 12 : 0);
    rest = rest.slice(half[0].length);
  }
  // Without a day it may be a time since the start, which goes on over 24 hours.
  if ((hour > 23 && !Number.isNaN(reading.dayMs)) || Number(minutes) > 59 || Number(seconds) > 60)
    return false;
  // `::250` and `:250` count milliseconds, however many digits.
  const scale = mark.startsWith(':') ? 1000 : 10 ** fraction.length;
  const decimals = (Number(fraction) * 1000) / scale;
  reading.clockMs = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + decimals;
  return takeZone(reading, rest);
}

function takeZone(reading: CalendarReading, text: string): boolean {
  const zone = text
    .trim()
    .replace(/\[.*\]$/, '')
    .replace(/^\((.*)\)$/, '$1')
    // A browser says the name of the zone, too.
    .replace(/^(\S+)\s+\(.*\)$/, '$1');
  if (zone === '') return true;
  const minutes = zoneMinutesOf(zone);
  if (minutes === null) return false;
  reading.zoneMinutes = minutes;
  return true;
}

function setDay(reading: CalendarReading, year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > monthDays(year, month)) return false;
  reading.dayMs = daysSince1970(year, month, day) * DAY_MS;
  return true;
}

function setMidnight(reading: CalendarReading, ms: number): boolean {
  reading.dayMs = ms;
  return !Number.isNaN(ms);
}

const after = (text: string, part: string) =>
  text
    .slice(part.length)
    .replace(/^(T|_|[ ,;]+|-(?=\d))/, '')
    .trim();

const fullYear = (digits: string) =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);
