/** Numbers and times as the eye can use them. The exact value belongs in a title or an export. */

import { spoken } from '../language/spoken.ts';

const WORDS = spoken({
  en: {
    point: '.',
    days: 'days',
    years: 'years',
    months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  },
  pt: {
    point: ',',
    days: 'dias',
    years: 'anos',
    months: 'jan fev mar abr mai jun jul ago set out nov dez',
  },
});

export const NARROW_SPACE = '\u202f';
const NOT_KNOWN = '–';

/** A count with thin spaces between thousands: `12 034`. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
}

/** A count with its word, and what that is for many: `1 label`, `5 labels`, `2 maxima`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A number as JavaScript writes it, with the decimal sign of the language. */
export function withDecimalSign(text: string): string {
  return text.replace('.', WORDS.point);
}

/** All digits that a number has: for a title, beside a rounded one. */
export function formatExact(value: number): string {
  return withDecimalSign(String(value));
}

/** Digits with the sign of hundredths, on one line wherever they stand. */
export const inPercent = (digits: string | number): string => `${digits}\u00a0%`;

/** A share as a percentage, finer where it is small: `0.75 %`, `12 %`. */
export function formatPercent(share: number): string {
  const percent = 100 * share;
  if (Number.isNaN(percent)) return NOT_KNOWN;
  if (percent === 0 || percent >= 10) return inPercent(Math.round(percent));
  return inPercent(withDecimalSign(percent.toPrecision(2)));
}

/** A measured value with a fixed number of significant digits; large ones lose no whole digit. */
export function formatMeasured(value: number, digits = 4): string {
  if (Number.isNaN(value)) return NOT_KNOWN;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    return withDecimalSign(value.toExponential(digits - 1));
  }
  const whole = size < 1 ? 1 : Math.floor(Math.log10(size)) + 1;
  return withDecimalSign(value.toFixed(Math.max(0, digits - whole))).replace('-', '−');
}

/** A value with its standard error, no finer than that: `0.00 ± 0.09`, where it is a hundredth of it or less. */
export function formatWithError(value: number, error: number): string {
  const told = Math.abs(value) <= error / 100 ? 0 : value;
  return `${formatMeasured(told, 3)} ± ${formatMeasured(error, 3)}`;
}

/** A parameter as the person would type it: short, no trailing zeros. */
export function formatParameter(value: number | string): string {
  return typeof value === 'string' ? value : shortest(value, 6);
}

function shortest(value: number, digits: number): string {
  return withDecimalSign(String(Number(value.toPrecision(digits))));
}

/** Value and unit; no blank is left when there is no unit. */
export function withUnit(text: string, unit: string): string {
  return unit === '' ? text : `${text} ${unitSign(unit)}`;
}

/** A board's plain-text unit as people write it: `degC` is °C. */
export function unitSign(unit: string): string {
  return unit
    .replace(/^deg(?=[CF]?$)/, '°')
    .replace(/^u(?=[A-Z])/, 'µ')
    .replace('^2', '²');
}

/** Local wall clock with tenths: `14:02:31.2`; of another day than `nowMs` with its date. */
export function formatClock(timeMs: number, nowMs = Date.now()): string {
  return dated(timeMs, nowMs, formatTenths(timeMs));
}

function formatTenths(timeMs: number): string {
  const tenths = new Date(Math.floor(timeMs / 100) * 100);
  return `${formatTime(tenths)}${WORDS.point}${Math.floor(tenths.getMilliseconds() / 100)}`;
}

/** The same to the millisecond, as fine as samples come: `14:02:31.204`. */
export function formatMillisecond(timeMs: number, nowMs = Date.now()): string {
  const date = new Date(Math.round(timeMs));
  const clock = `${formatTime(date)}${WORDS.point}${String(date.getMilliseconds()).padStart(3, '0')}`;
  return dated(timeMs, nowMs, clock);
}

/** Local wall clock for an axis whose ticks are this far apart, in seconds; at midnight the day. */
export function formatAxisTime(seconds: number, stepSeconds: number): string {
  const date = new Date(Math.round(seconds * 1000));
  if (stepSeconds < 1) return formatTenths(date.getTime());
  if (date.getHours() + date.getMinutes() + date.getSeconds() === 0) {
    return formatDay(date.getTime(), date.getTime());
  }
  return stepSeconds < 60 ? formatTime(date) : formatTime(date).slice(0, 5);
}

/** A length of time: `0.4 s`, `2 min 3 s`, `1 h 4 min`. */
export function formatDuration(ms: number): string {
  if (ms > 0 && ms < 50) return `${shortest(ms / 1000, 1)} s`;
  if (ms < 60_000) return `${fixed(ms / 1000, ms < 9950 ? 1 : 0)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A length of time no finer than an estimate deserves: `12 s`, `40 min`, `24.0 h`, `12 days`. */
export function formatAbout(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 119.5) return `${seconds < 9.95 ? shortest(seconds, 2) : Math.round(seconds)} s`;
  const minutes = seconds / 60;
  if (minutes < 119.5) return `${Math.round(minutes)} min`;
  const hours = minutes / 60;
  if (hours < 48) return `${fixed(hours, 1)} h`;
  const days = hours / 24;
  return days < 730
    ? `${formatCount(days)} ${WORDS.days}`
    : `${formatCount(days / 365.25)} ${WORDS.years}`;
}

/** How long something will take yet, in whole seconds at least: estimates made a moment apart agree. */
export const formatLeft = (ms: number): string => formatAbout(1000 * Math.ceil(ms / 1000));

/** Time of day to the second; of another day than `nowMs` with its date. */
export function formatSecond(timeMs: number, nowMs = Date.now()): string {
  return dated(timeMs, nowMs, formatTime(new Date(timeMs)));
}

/** A rate as people say it: `0.25 Hz`, `50.0 Hz`, `499.6 kHz`. */
export function formatRate(hz: number): string {
  if (hz < 0.95) return `${shortest(hz, 2)} Hz`;
  // What would be rounded up to a thousand is said in the larger unit.
  if (hz < 999.95) return `${fixed(hz, 1)} Hz`;
  return hz < 999_950 ? `${fixed(hz / 1e3, 1)} kHz` : `${fixed(hz / 1e6, 1)} MHz`;
}

/** Bytes as people say them: `812 kB`, `1.2 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [unit, size] =
    bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : (['GB', 1e9] as const);
  const count = bytes / size;
  return `${count < 10 ? fixed(count, 1) : Math.round(count)} ${unit}`;
}

/** `22 Nov`, or with its year where that is another one than of `nowMs`. */
export function formatDay(timeMs: number, nowMs: number): string {
  const [date, now] = [new Date(timeMs), new Date(nowMs)];
  const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`;
  return `${date.getDate()} ${WORDS.months.split(' ')[date.getMonth()]}${year}`;
}

/** Whether both moments are of one day, by this computer's clock. */
export function isSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}

/** What this computer's clock is ahead of UTC at a moment: `UTC+1`, `UTC−3:30`, `UTC`. */
export function formatZone(timeMs: number): string {
  const ahead = -new Date(timeMs).getTimezoneOffset();
  if (ahead === 0) return 'UTC';
  const minutes = Math.abs(ahead);
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `UTC${ahead > 0 ? '+' : '−'}${Math.floor(minutes / 60)}${rest}`;
}

/** A clock with its day before it, where that is not the day of `nowMs`. */
function dated(timeMs: number, nowMs: number, clock: string): string {
  return isSameDay(timeMs, nowMs) ? clock : `${formatDay(timeMs, nowMs)} ${clock}`;
}

function fixed(value: number, decimals: number): string {
  return withDecimalSign(value.toFixed(decimals));
}

function formatTime(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
