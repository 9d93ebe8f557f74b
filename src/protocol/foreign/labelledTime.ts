/** A time that stands in a row under a name, as a number. */
import type { ForeignTime, ForeignValue } from './reading.ts';

/** `millis`, `time_ms`, `uptime (ms)`, `t_ms`. */
const UPTIME = /^(?:millis(?:\(\))?|(?:time|t|uptime|timestamp|ts|elapsed)[ _]?ms)$/i;
/** Milliseconds when that is their unit. */
const WITH_UNIT = /^(?:time|t|uptime|timestamp|ts|elapsed|millis)$/i;
/** A time since 1970 when it is as large as one. */
const EPOCH = /^(?:time|timestamp|ts|epoch|unix(?:[ _]?time)?|datetime|date)(?:[ _]?ms)?$/i;
/** Largest and smallest second of what is taken for a time since 1970: 2001 to 2100. */
const FIRST_SECOND = 1e9;
const LAST_SECOND = 4.1e9;

/** Whether a name must be looked at here at all. */
export function mayNameTime(name: string): boolean {
  // d, e, m, t and u begin them.
  switch (name.charCodeAt(0) | 0x20) {
    case 0x64:
    case 0x65:
    case 0x6d:
    case 0x74:
    case 0x75:
      return UPTIME.test(name) || WITH_UNIT.test(name) || EPOCH.test(name);
    default:
      return false;
  }
}

/** The time that a value of this name is; null when it is no time. */
function labelledTime({ name, value, unit }: ForeignValue): ForeignTime | null {
  if (!mayNameTime(name)) return null;
  if (EPOCH.test(name)) {
    // Seconds, milliseconds, microseconds, nanoseconds.
    for (const perSecond of [1, 1e3, 1e6, 1e9]) {
      const seconds = value / perSecond;
      if (seconds >= FIRST_SECOND && seconds < LAST_SECOND) {
        return { ms: seconds * 1000, clock: 'utc' };
      }
    }
  }
  const isUptime = UPTIME.test(name) || (unit === 'ms' && WITH_UNIT.test(name));
  return isUptime && value >= 0 ? { ms: value, clock: 'uptime' } : null;
}

/** The row's time out of its values, when it has other values too. */
export function withoutTime(values: readonly ForeignValue[]): {
  readonly time: ForeignTime | null;
  readonly values: readonly ForeignValue[];
} {
  if (values.length > 1) {
    for (const each of values) {
      const time = labelledTime(each);
      if (time) return { time, values: values.filter((other) => other !== each) };
    }
  }
  return { time: null, values };
}
