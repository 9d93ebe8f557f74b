/** What numbers of a size that only times of a calendar have count, and since when. */
import { isDateName, isDayName, isTimeName } from './headings.ts';
import { EPOCH_FROM_MS, type TimeUnit } from './importPlan.ts';

/** Days by the counts of spreadsheets, of MATLAB, of astronomers. */
const DAYS = [
  { unit: 'excel', least: 20_000, most: 80_000 },
  { unit: 'matlab', least: 720_000, most: 770_000 },
  { unit: 'julian', least: 2_440_000, most: 2_480_000 },
] as const;
/** A month apart: rows that are further are not of one day each. */
const MOST_DAYS_APART = 31;
/** Seconds since 1904 of the years 2000 to 2040. */
const LABVIEW_S = [3_000_000_000, 4_300_000_000] as const;
/** Seconds since 1980 of the years 2014 to 2027; those since 1970 were of this size until 2017. */
const GPS_S = [1_080_000_000, 1_500_000_000] as const;
/** Spreadsheets keep days to about 1e-10; in tenths of a second. */
const DAYS_SPREAD_TENTHS = 1e-3;

/** The unit; null when the numbers are none of these. `name` is that of their column. */
export function epochUnit(
  values: readonly number[],
  name: string,
  hasHeader: boolean,
): TimeUnit | null {
  const [first = 0] = values;
  const size = Math.min(first, values.at(-1) ?? 0);
  const isGps = /gps|tow/i.test(name);
  if (size >= EPOCH_FROM_MS * 1e6) return 'ns';
  if (size >= EPOCH_FROM_MS * 1e3) return 'us';
  if (size >= EPOCH_FROM_MS) return isGps && isWithin(size / 1000, GPS_S) ? 'gps' : 'ms';
  if (size >= EPOCH_FROM_MS / 100 && size < EPOCH_FROM_MS / 10) {
    if (isGps && isWithin(size, GPS_S)) return 'gps';
    return isTimeName(name) && isWithin(size, LABVIEW_S) ? 'labview' : 's';
  }
  return daysUnit(values, size, name, hasHeader);
}

function daysUnit(
  values: readonly number[],
  size: number,
  name: string,
  hasHeader: boolean,
): TimeUnit | null {
  const unit = DAYS.find(({ least, most }) => size > least && size < most)?.unit;
  if (unit === undefined) return null;
  if (values.every(Number.isInteger)) return isDayName(name) && areDays(values) ? unit : null;
  const isNamed = hasHeader ? isTimeName(name) : unit !== 'excel';
  if (!isNamed) return null;
  const decimals = Math.max(...values.map((value) => String(value).split('.')[1]?.length ?? 0));
  const spreadTenths = 0.5 * 864_000 * 10 ** -decimals + DAYS_SPREAD_TENTHS;
  // With few decimals any number would be whole seconds: then the name must say that it is a date.
  if (isDayName(name) || (spreadTenths > 0.2 && isDateName(name))) return unit;
  const areTenths = values.every((days) => isWhole(days * 864_000, spreadTenths));
  return spreadTenths <= 0.2 && areTenths ? unit : null;
}

const isWithin = (value: number, [least, most]: readonly [number, number]) =>
  value >= least && value < most;

const areDays = (values: readonly number[]) =>
  values.every((day, i) => {
    const apart = day - (values[i - 1] ?? day);
    return apart >= 0 && apart <= MOST_DAYS_APART;
  });

const isWhole = (tenths: number, spread: number) => Math.abs(tenths - Math.round(tenths)) < spread;
