/** Dates whose month is a word, with a time: `Wed May  1 12:00:05 2024`, `01-May-2024 12:00:05`, a syslog's. */
import { CLOCK, clockMs, DAYS_CLOCK, midnightMs } from './clockText.ts';
import { monthOf } from './months.ts';

interface WordedDate {
  /** ms since 1970 by a clock without a zone, or since midnight where the text says no year. */
  readonly ms: number;
  readonly hasYear: boolean;
  /** A zone that stands before the year; empty when there is none. */
  readonly zone: string;
  /** Letters that it takes. */
  readonly length: number;
}

/** Only what may be one is tried: a few words and numbers, and a time of day behind them. */
const MAY_BE = /^[^\d:=]{0,24}\d{1,4}[^\d:=].{0,20}\d:\d\d/u;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|seg|ter|qua|qui|sex|dom)\p{L}*[.,]{0,2}\s+)?`;
const MONTH = String.raw`(\p{L}{3,10})\.?`;
/** As C's `ctime`, `date` and Tera Term write it. */
const YEAR_LAST = pattern(
  String.raw`${MONTH}\s+(\d{1,2})\s+${CLOCK}\s+(?:([A-Z]{3,4})\s+)?(\d{4})`,
);
const DAY_FIRST = pattern(
  String.raw`(\d{1,2})\.?[-/ ]\s?${MONTH}[-/, ]\s?(\d{4}|\d{2})[,:]?[ T]?\s?${DAYS_CLOCK}`,
);
const MONTH_FIRST = pattern(
  String.raw`${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}),?\s+${DAYS_CLOCK}`,
);
const YEAR_FIRST = pattern(String.raw`(\d{4})[-/ ]${MONTH}[-/ ](\d{1,2}),?[ T]${CLOCK}`);
/** Without the year; only English, so that no label is taken for a month. */
const SYSLOG = new RegExp(
  String.raw`^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d ${CLOCK}(?![\d:])`,
);

function pattern(source: string): RegExp {
  return new RegExp(`^${WEEKDAY}${source}(?!\\d|:\\d)`, 'iu');
}

/** A date that `text` begins with; null when there is none. */
export function wordedDate(text: string): WordedDate | null {
  if (!MAY_BE.test(text)) return null;
  let m = YEAR_LAST.exec(text);
  if (m) return dated(m, m[10], m[1], m[2], clockMs(m, 3), m[9]);
  m = DAY_FIRST.exec(text);
  if (m) return dated(m, m[3], m[2], m[1], clockMs(m, 4));
  m = MONTH_FIRST.exec(text);
  if (m) return dated(m, m[3], m[1], m[2], clockMs(m, 4));
  m = YEAR_FIRST.exec(text);
  if (m) return dated(m, m[1], m[2], m[3], clockMs(m, 4));
  m = SYSLOG.exec(text);
  return m && { ms: clockMs(m, 2), hasYear: false, zone: '', length: m[0].length };
}

function dated(
  m: RegExpExecArray,
  year = '',
  month = '',
  day = '',
  ofDayMs = Number.NaN,
  zone = '',
): WordedDate {
  // Of this century where two digits say the year: no board is older.
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const ms = midnightMs(full, monthOf(month), Number(day)) + ofDayMs;
  return { ms, hasYear: true, zone, length: m[0].length };
}
