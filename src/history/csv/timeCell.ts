/** The time that a row tells, from its cells. */
import { createCalendarReading, readCalendar } from './calendarText.ts';
import { DAY_MS, parseDateTime } from './dateTime.ts';
import type { TimeUnit } from './importPlan.ts';

/** The day that spreadsheets call 25569 is the first of 1970. */
const EXCEL_1970 = 25_569;

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
      if (joined && !readCalendar(clock, bytes, clockFrom, clockTo, dayFirst)) return;
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
    case 'excel':
      return Math.round((value - EXCEL_1970) * DAY_MS) - zoneMinutes * 60_000;
    default:
      return unit satisfies never;
  }
}

/** A product of a decimal and a power of ten, without the last bit that multiplying has spoilt. */
function tidied(ms: number): number {
  const rounded = Math.round(ms * 1000) / 1000;
  return Math.abs(ms - rounded) <= Math.abs(ms) * 2 ** -51 ? rounded : ms;
}
