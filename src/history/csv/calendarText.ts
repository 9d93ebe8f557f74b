/**
 * Calendar times in the forms of many programs, from bytes: `1.5.2024 12:00:05,5`, `05/01/24 1:02 PM`,
 * `01-May-2024 12:00`, `Wed May 01 12:00:00 2024`, `2024/10/11 12:00:05::250`, `12:00:05` alone, with
 * zones as words or offsets. What ISO 8601 and its like are is read faster in dateTime.ts.
 */
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

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTHS_ELSEWHERE: Readonly<Record<string, number>> = {
  mär: 3,
  mrz: 3,
  mai: 5,
  okt: 10,
  dez: 12,
};
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const DAY_WORD = /^(\d{1,2})[-/. ]{1,2}(\p{L}{3})\p{L}*[-/., ]{1,2}(\d{4}|\d{2})(?!\d)/u;
const WORD_DAY = /^(\p{L}{3})\p{L}*[. ]\s*(\d{1,2}),?\s+(\d{4})(?!\d)/u;
/** As C's `ctime` writes it: the year comes last. */
const YEAR_LAST = /^(\p{L}{3})\s+(\d{1,2})\s+([\d:.]+)\s+(?:[A-Z]{3,4}\s+)?(\d{4})$/u;
const COMPACT = /^(\d{4})(\d\d)(\d\d)[T_ -](\d\d)(\d\d)(\d\d)?(?=\D|$)/;
const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:([.,]|::?)(\d{1,9}))?)?/;
const HALF_DAY = /^\s*([ap])\.?m\.?(?![a-z])/i;
const ZONE_OFFSET = /^(?:utc|gmt|z)?\s*([+-])(\d{1,2}):?(\d\d)?(?::00)?$/i;
/** Minutes ahead of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, utc: 0, gmt: 0, wet: 0, ut: 0, bst: 60, west: 60, cet: 60, met: 60, mez: 60 },
  ...{
    cest: 120,
    mest: 120,
    mesz: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    ist: 330,
    sgt: 480,
    hkt: 480,
  },
  ...{ jst: 540, kst: 540, awst: 480, acst: 570, acdt: 630, aest: 600, aedt: 660, nzst: 720 },
  ...{ nzdt: 780, nst: -210, ast: -240, adt: -180, est: -300, edt: -240, cst: -360, cdt: -300 },
  ...{ mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600 },
};
const LONGEST = 48;
const SHORTEST = 4;
const decoder = new TextDecoder();

export const createCalendarReading = (): CalendarReading => ({
  dayMs: Number.NaN,
  clockMs: Number.NaN,
  zoneMinutes: Number.NaN,
  turnable: false,
});

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
  if (words.length > LONGEST || !/\d[:/.\- ]|\d{8}[T_ -]\d/.test(words)) return false;
  const text = words.trim().replace(WEEKDAY, '');
  const last = YEAR_LAST.exec(text);
  const normal = last ? `${last[1]} ${last[2]} ${last[4]} ${last[3]}` : text;
  const rest = takeDay(reading, normal, dayFirst);
  if (rest === null) return false;
  if (rest === '') return true;
  return takeClock(reading, rest);
}

/** What follows the day; the whole where there is none, null where the day cannot be. */
function takeDay(reading: CalendarReading, text: string, dayFirst: boolean): string | null {
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
  const word = DAY_WORD.exec(text) ?? WORD_DAY.exec(text);
  if (!word) return text;
  const [all, first = '', second = '', year = ''] = word;
  const [day, name] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = monthOf(name.toLowerCase());
  return setDay(reading, fullYear(year), month, Number(day)) ? after(text, all) : null;
}

function takeClock(reading: CalendarReading, text: string): boolean {
  const clock = CLOCK.exec(text);
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
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return false;
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
    .replace(/^\((.*)\)$/, '$1');
  if (zone === '') return true;
  const minutes = zoneMinutesOf(zone);
  if (minutes === null) return false;
  reading.zoneMinutes = minutes;
  return true;
}

/** Minutes ahead of UTC of `UTC`, `CEST`, `+02:00`, `GMT-4`; null when it is no zone. */
export function zoneMinutesOf(words: string): number | null {
  const named = ZONES[words.toLowerCase()];
  if (named !== undefined) return named;
  const offset = ZONE_OFFSET.exec(words);
  if (!offset) return null;
  const [, sign, hours, minutes = '0'] = offset;
  const size = Number(hours) * 60 + Number(minutes);
  return size > 14 * 60 ? null : (sign === '-' ? -1 : 1) * size;
}

function setDay(reading: CalendarReading, year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > monthDays(year, month)) return false;
  reading.dayMs = daysSince1970(year, month, day) * DAY_MS;
  return true;
}

const after = (text: string, part: string) =>
  text
    .slice(part.length)
    .replace(/^(T|_|[ ,;]+|-(?=\d))/, '')
    .trim();

const fullYear = (digits: string) =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

const monthOf = (name: string) => MONTHS_ELSEWHERE[name] ?? MONTHS.indexOf(name) + 1;
