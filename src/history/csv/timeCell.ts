/** The time that a row tells, from its cells. */
import { POINT } from '../../protocol/bytes.ts';
import {
  type CalendarReading,
  createCalendarReading,
  readCalendar,
  readCalendarText,
} from './calendarText.ts';
import { DAY_MS, parseDateTime } from './dateTime.ts';
import type { TimeUnit } from './importPlan.ts';

/** What the first of 1970 is called by those who count days from elsewhere. */
const DAY_OF_1970 = { excel: 25_569, matlab: 719_529, julian: 2_440_587.5 };
/** Seconds from 1904, and from 6 January 1980, to 1970. */
const LABVIEW_1970_S = 2_082_844_800;
const GPS_1970_S = -315_964_800;
/** GPS has no leap seconds; since 2017 it is so far ahead, and this long before by one less each. */
const GPS_AHEAD_S = 18;
const GPS_LEAPS_S = [1167264017, 1119744016, 1025136015, 914803214, 820108813];
const LONGEST_DOTTED = 8;
const decoder = new TextDecoder();
const GPS_IN_MS_FROM = 1e11;

/** The newest time; overwritten by each. */
export interface DateCell {
  /** Since 1970, or since midnight where there is no day. NaN when the cells are no time. */
  ms: number;
  hasDay: boolean;
  /** The text says its own zone. */
  hasZone: boolean;
  /** Reads `bytes[from..to)`, and the time of day in `bytes[clockFrom..clockTo)` if that is not empty. */
  read(bytes: Uint8Array, from: number, to: number, clockFrom: number, clockTo: number): void;
}

/** Times without a zone are `zoneMinutes` ahead of UTC. */
export function createDateCell(dayFirst: boolean, zoneMinutes: number): DateCell {
  const day = createCalendarReading();
  const clock = createCalendarReading();
  return {
    ms: Number.NaN,
    hasDay: false,
    hasZone: false,
    read(bytes, from, to, clockFrom, clockTo) {
      const joined = clockTo > clockFrom;
      if (!joined) {
        this.ms = parseDateTime(bytes, from, to, zoneMinutes);
        if (!Number.isNaN(this.ms)) {
          this.hasDay = true;
          this.hasZone = false;
          return;
        }
      }
      this.ms = Number.NaN;
      if (!readCalendar(day, bytes, from, to, dayFirst)) return;
      if (joined && !readClock(clock, bytes, clockFrom, clockTo, dayFirst)) return;
      const clockMs = joined ? clock.clockMs : day.clockMs;
      const zone = joined && !Number.isNaN(clock.zoneMinutes) ? clock.zoneMinutes : day.zoneMinutes;
      this.hasDay = !Number.isNaN(day.dayMs);
      this.hasZone = !Number.isNaN(zone);
      if (!this.hasDay) this.ms = clockMs;
      else {
        const zoneMs = (this.hasZone ? zone : zoneMinutes) * 60_000;
        this.ms = day.dayMs + (Number.isNaN(clockMs) ? 0 : clockMs) - zoneMs;
      }
    },
  };
}

/** In a cell that is of a time of day, points part it, too. */
function readClock(
  clock: CalendarReading,
  bytes: Uint8Array,
  from: number,
  to: number,
  dayFirst: boolean,
): boolean {
  const isDotted = bytes[from + 1] === POINT || bytes[from + 2] === POINT;
  if (!isDotted || to - from > LONGEST_DOTTED) {
    return readCalendar(clock, bytes, from, to, dayFirst);
  }
  const text = decoder.decode(bytes.subarray(from, to));
  return readCalendarText(clock, text.replaceAll('.', ':'), dayFirst);
}

/** A number of a time column in ms. */
export function msOf(value: number, unit: Exclude<TimeUnit, 'date'>, zoneMinutes: number): number {
  switch (unit) {
    case 's':
      return tidied(value * 1000);
    case 'ms':
      return value;
    case 'us':
      return tidied(value / 1000);
    case 'ns':
      return value / 1e6;
    case 'min':
      return tidied(value * 60_000);
    case 'h':
      return tidied(value * 3_600_000);
    case 'd':
      return tidied(value * DAY_MS);
    case 'excel':
    case 'matlab':
    case 'julian': {
      // Julian days are of UTC.
      const zoneMs = unit === 'julian' ? 0 : zoneMinutes * 60_000;
      return Math.round((value - DAY_OF_1970[unit]) * DAY_MS) - zoneMs;
    }
    case 'labview':
      return tidied((value - LABVIEW_1970_S) * 1000);
    case 'gps':
      return gpsMs(value >= GPS_IN_MS_FROM ? value / 1000 : value);
    default:
      return unit satisfies never;
  }
}

function gpsMs(seconds: number): number {
  const fewer = GPS_LEAPS_S.filter((leap) => seconds < leap).length;
  return tidied((seconds - GPS_1970_S - GPS_AHEAD_S + fewer) * 1000);
}

/** Times of this unit are of a calendar, whatever their size. */
export const isOfCalendar = (unit: TimeUnit): boolean =>
  isCivilDays(unit) || unit === 'julian' || unit === 'labview' || unit === 'gps';

/** Days by the clock on the wall, which say no zone. */
export const isCivilDays = (unit: TimeUnit): boolean => unit === 'excel' || unit === 'matlab';

/** A product of a decimal and a power of ten, without the last bit that multiplying has spoilt. */
function tidied(ms: number): number {
  const rounded = Math.round(ms * 1000) / 1000;
  return Math.abs(ms - rounded) <= Math.abs(ms) * 2 ** -51 ? rounded : ms;
}
