/** Times of day, dates and ISO times, in front of a row or within it. */
import { CLOCK, clockMs, DAYS_CLOCK, dayOfYearMs, midnightMs, weekDayMs } from './clockText.ts';
import type { ForeignTime } from './reading.ts';
import { wordedDate } from './wordedDate.ts';
import { zoneBehind, zoneMinutesOf } from './zones.ts';

export interface TimedText {
  readonly time: ForeignTime;
  /** What follows the time, without what parts the two. */
  readonly rest: string;
}

const YEAR_FIRST = String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`;
const DAY_FIRST = String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})`;
/** Which of them is the month is not told by one line. */
const SLASHES = String.raw`\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})`;
const AFTER = String.raw`(?!\d|:[\dA-Fa-f]{2}:)`;

const LABEL =
  /^["']?(?:time|uptime|timestamp|date|datetime|clock|rtc|uhrzeit|zeit|heure|hora|ora)["']?\s*[:=]\s*["']?(?=\d)/i;
/** Day and time may be cells of their own. */
const BETWEEN = String.raw`(?:[,;]?\s+|[,;])`;
const ISO = new RegExp(`^${YEAR_FIRST}(?:[Tt_]|${BETWEEN})${DAYS_CLOCK}${AFTER}`);
/** `2026-W48-5T12:00:05`, `2026-331T12:00:05`. */
const WEEK = new RegExp(String.raw`^(\d{4})-?W(\d\d)-?([1-7])(?:[Tt]|\s+)${CLOCK}${AFTER}`);
const DAY_OF_YEAR = new RegExp(String.raw`^((?:19|20)\d{2})-(\d{3})(?:[Tt]|\s+)${CLOCK}${AFTER}`);
/** `20240501T120005.123` */
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})[T_-](\d{2})(\d{2})(\d{2})(\.\d{1,9})?(?!\d)/;
const DOTTED = new RegExp(`^${DAY_FIRST}${BETWEEN}${DAYS_CLOCK}${AFTER}`);
const SLASHED = new RegExp(`^${SLASHES}${BETWEEN}${DAYS_CLOCK}${AFTER}`);
const OF_DAY = new RegExp(`^${CLOCK}${AFTER}`);
/** Hours and minutes only where more follows that is no label's value. */
const HOURS_MINUTES = /^([01]\d|2[0-3]):([0-5]\d)(?=\s*[,;\t|]|\s+->|\s+[-+\d.])/;
const DELIMITER = /^["']?\s*(?:->|=>|→|-(?=\s)|[>,;|:](?!:))?\s*/;
/** Who logged, behind a time: a host, and a program with its number. */
const LOGGER = /^\s+[\w.-]+ [\w./-]+\[\d+\]:(?=\s)/;
/** In a syslog the number may lack; then it is no label where another follows. */
const SYSLOGGER = /^\s+[\w.-]+ [\w./-]+(?:\[\d+\])?:(?=\s.*[:=])/;
/** Of a row that has only one cell behind its time. */
const ONE_DECIMAL_COMMA = /^([+\-−]?\d+),(\d+)(?=\s*\D{0,6};?$)/;

const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|seg|ter|qua|qui|sex|s[áa]b|dom)[\p{L}-]*[.,]{0,2}\s+(?=\d{1,4}[./-]\d)/iu;

/** Takes the time off the front; null when there is none. Never throws. */
export function timeInFront(text: string): TimedText | null {
  const labelled = LABEL.exec(text);
  const quoted = /^["'](?=\d)/.exec(text);
  const from = (labelled ?? quoted ?? WEEKDAY.exec(text))?.[0].length ?? 0;
  const found = readTime(from === 0 ? text : text.slice(from));
  if (!found) return null;
  const said = found.rest.replace(LOGGER, '');
  const delimiter = DELIMITER.exec(said)?.[0] ?? '';
  const rest = said.slice(delimiter.length);
  const isCellAlone = delimiter.includes(';') && !rest.slice(0, -1).includes(';');
  return {
    time: found.time,
    // The semicolon parts the cells: so the comma is a decimal one.
    rest: isCellAlone ? rest.replace(ONE_DECIMAL_COMMA, '$1.$2') : rest,
  };
}

/** A time that `text` begins with, and exactly what follows it. */
export function readTime(text: string): TimedText | null {
  const first = text.charCodeAt(0);
  const isDigit = first >= 0x30 && first <= 0x39;
  return (isDigit ? readDigits(text) : null) ?? readWorded(text);
}

function readDigits(text: string): TimedText | null {
  let m = ISO.exec(text);
  if (m) {
    const ms = midnightMs(Number(m[1]), Number(m[3]), Number(m[4])) + clockMs(m, 5);
    return dated(ms, text.slice(m[0].length));
  }
  m = DOTTED.exec(text);
  if (m) {
    const year = Number(m[3]?.padStart(4, '20'));
    const ms = midnightMs(year, Number(m[2]), Number(m[1])) + clockMs(m, 4);
    return dated(ms, text.slice(m[0].length));
  }
  m = WEEK.exec(text);
  if (m) {
    const ms = weekDayMs(Number(m[1]), Number(m[2]), Number(m[3])) + clockMs(m, 4);
    return dated(ms, text.slice(m[0].length));
  }
  m = DAY_OF_YEAR.exec(text);
  if (m) {
    const ms = dayOfYearMs(Number(m[1]), Number(m[2])) + clockMs(m, 3);
    return dated(ms, text.slice(m[0].length));
  }
  m = COMPACT.exec(text);
  if (m) {
    const [hours, minutes, seconds] = [Number(m[4]), Number(m[5]), Number(`${m[6]}${m[7] ?? ''}`)];
    const exists = hours < 24 && minutes < 60 && seconds < 61;
    const ofDayMs = exists
      ? Math.round(((hours * 60 + minutes) * 60 + seconds) * 1e6) / 1000
      : Number.NaN;
    const ms = midnightMs(Number(m[1]), Number(m[2]), Number(m[3])) + ofDayMs;
    return dated(ms, text.slice(m[0].length));
  }
  m = SLASHED.exec(text) ?? OF_DAY.exec(text);
  if (m) return ofDay(clockMs(m, 1), text.slice(m[0].length));
  m = HOURS_MINUTES.exec(text);
  if (m) return ofDay((Number(m[1]) * 60 + Number(m[2])) * 60_000, text.slice(m[0].length));
  return null;
}

function readWorded(text: string): TimedText | null {
  const date = wordedDate(text);
  if (!date) return null;
  const rest = text.slice(date.length);
  if (!date.hasYear) return ofDay(date.ms, rest.replace(SYSLOGGER, ''));
  const minutes = date.zone === '' ? null : zoneMinutesOf(date.zone);
  if (minutes === null) return dated(date.ms, rest);
  return timed({ ms: date.ms - minutes * 60_000, clock: 'utc' }, rest);
}

/** With the zone that may follow. */
function dated(localMs: number, rest: string): TimedText | null {
  const zone = zoneBehind(rest);
  if (!zone) return timed({ ms: localMs, clock: 'local' }, rest);
  const behind = rest.slice(zone.length);
  if (zone.minutes === null) return timed({ ms: localMs, clock: 'local' }, behind);
  return timed({ ms: localMs - zone.minutes * 60_000, clock: 'utc' }, behind);
}

/** A zone's name says nothing of a time without a day; it is no label of what follows either. */
function ofDay(ms: number, rest: string): TimedText | null {
  const zone = zoneBehind(rest);
  const isNamed = zone !== null && /[A-Z]/.test(rest.slice(0, zone.length));
  return timed({ ms, clock: 'day' }, isNamed ? rest.slice(zone.length) : rest);
}

function timed(time: ForeignTime, rest: string): TimedText | null {
  return Number.isFinite(time.ms) ? { time, rest } : null;
}
