/** Times of day, dates and ISO times, in front of a row or within it. */
import type { ForeignTime } from './reading.ts';

export interface TimedText {
  readonly time: ForeignTime;
  /** What follows the time, without what parts the two. */
  readonly rest: string;
}

/** A comma before a fraction is one only where more follows; else it parts a value from the time. */
const FRACTION = String.raw`(?:(?:(?:\.|::)(\d{1,9})|,(\d{3}|\d{6})(?=\s+\S|\])))?`;
const CLOCK = String.raw`(\d{1,2}):(\d{2}):(\d{2})${FRACTION}(?:\s?([AaPp])\.?[Mm]\b\.?)?`;
const YEAR_FIRST = String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`;
const DAY_FIRST = String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4})`;
/** Which of them is the month is not told by one line. */
const SLASHES = String.raw`\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})`;
const ZONE = String.raw`(?:\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})\b)?`;
const AFTER = String.raw`(?!\d|:[\dA-Fa-f]{2}:)`;

const LABEL =
  /^["']?(?:time|uptime|timestamp|date|datetime|clock|rtc|uhrzeit|zeit|heure|hora|ora)["']?\s*[:=]\s*["']?(?=\d)/i;
const ISO = new RegExp(`^${YEAR_FIRST}(?:[Tt]|,?\\s+|_)${CLOCK}${ZONE}${AFTER}`);
const DOTTED = new RegExp(`^${DAY_FIRST},?\\s+${CLOCK}${AFTER}`);
const SLASHED = new RegExp(`^${SLASHES},?\\s+${CLOCK}${AFTER}`);
const OF_DAY = new RegExp(`^${CLOCK}${AFTER}`);
/** Hours and minutes only where more follows that is no label's value. */
const HOURS_MINUTES = /^([01]\d|2[0-3]):([0-5]\d)(?=\s*[,;\t|]|\s+->|\s+[-+\d.])/;
const DELIMITER = /^["']?\s*(?:->|=>|→|-(?=\s)|[>,;|:](?!:))?\s*/;

/** Takes the time off the front; null when there is none. Never throws. */
export function timeInFront(text: string): TimedText | null {
  const labelled = LABEL.exec(text);
  const from = labelled ? labelled[0].length : 0;
  const first = text.charCodeAt(from);
  if (!(first >= 0x30 && first <= 0x39)) return null;
  const found = readTime(from === 0 ? text : text.slice(from));
  if (!found) return null;
  return { time: found.time, rest: found.rest.replace(DELIMITER, '') };
}

/** A time that `text` begins with, and exactly what follows it. */
export function readTime(text: string): TimedText | null {
  let m = ISO.exec(text);
  if (m) {
    const days = daysSince1970(Number(m[1]), Number(m[3]), Number(m[4]));
    const zone = zoneMinutes(m[11]);
    const ms = days * 86_400_000 + clockMs(m, 5) - (zone ?? 0) * 60_000;
    return timed(text, m[0], { ms, clock: zone === null ? 'local' : 'utc' });
  }
  m = DOTTED.exec(text);
  if (m) {
    const days = daysSince1970(Number(m[3]), Number(m[2]), Number(m[1]));
    return timed(text, m[0], { ms: days * 86_400_000 + clockMs(m, 4), clock: 'local' });
  }
  m = SLASHED.exec(text) ?? OF_DAY.exec(text);
  if (m) return timed(text, m[0], { ms: clockMs(m, 1), clock: 'day' });
  m = HOURS_MINUTES.exec(text);
  if (m) {
    const ms = (Number(m[1]) * 60 + Number(m[2])) * 60_000;
    return timed(text, m[0], { ms, clock: 'day' });
  }
  return null;
}

function timed(text: string, taken: string, time: ForeignTime): TimedText | null {
  return Number.isFinite(time.ms) ? { time, rest: text.slice(taken.length) } : null;
}

/** ms since midnight of the six groups of CLOCK from `at` on; NaN when there is no such time. */
function clockMs(m: RegExpExecArray, at: number): number {
  const written = Number(m[at]);
  const half = m[at + 5]?.toLowerCase();
  const hours = half ? (written % 12) + (half === 'p' ? 12 : 0) : written;
  const minutes = Number(m[at + 1]);
  const seconds = Number(m[at + 2]);
  if (minutes > 59 || seconds > 60 || (half && (written < 1 || written > 12))) return Number.NaN;
  const digits = m[at + 3] ?? m[at + 4];
  const fraction = digits ? Number(`0.${digits}`) * 1000 : 0;
  // More than 23 hours are a time that counts from the start of something: it only goes on.
  return (hours * 60 + minutes) * 60_000 + seconds * 1000 + fraction;
}

/** NaN when there is no such day. */
function daysSince1970(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / 86_400_000 : Number.NaN;
}

function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const m = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!m) return 0;
  return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3]));
}
