/**
 * The form of a line that was read, kept so that the next line of the same form is read by its numbers
 * alone. It changes how fast a line is read and never what is read: a form is kept only when nothing
 * in the way it was read depends on how its numbers are written.
 */
import { COMMA, MINUS, PLUS, POINT } from '../bytes.ts';
import { mayNameTime } from './labelledTime.ts';
import type { ForeignLine, ForeignReading } from './reading.ts';

export interface LineTemplate {
  /** What the line says; null when it is of another form. */
  read(text: string): ForeignLine | null;
}

/** A plain number and whatever may touch it. */
interface Written {
  readonly runs: RegExp;
  readonly plain: RegExp;
  /** Code of the decimal sign. */
  readonly sign: number;
}
const WITH_POINT: Written = { runs: /[\d.+-]+/g, plain: /^[+-]?\d+(?:\.\d+)?$/, sign: POINT };
const WITH_COMMA: Written = { runs: /[\d,.+-]+/g, plain: /^[+-]?\d+(?:,\d+)?$/, sign: COMMA };
/** Cells in which a comma is a decimal one, whatever the digits: another sign parts them, and no blank. */
const COMMA_CELLS = /^[^.]*\d,\d[^.]*$/;
const HAS_OTHER_SEPARATOR = /[;\t|]/;
/** Ways to write numbers and times whose reading depends on their digits. */
const DEPENDS_ON_DIGITS = /\d[:_]\d|\d\s?\/\s?\d|\dx|x\d|\db[01]|\de[-+\d]/i;
/** A number's unit, which takes a minus right behind it for that of its power: `3"-998`, and not `3"998`. */
const UNIT_BEFORE = /\d\s?[\p{L}°º˚*%‰℃℉$€²³·µΩ"″′']{1,12}$/u;
const COMMA_BETWEEN_DIGITS = /\d,\d/;
const BLANK_BETWEEN_DIGITS = /\d\s+[\d+-]/;
/** Without labels a word may be digits of hex. */
const LETTER = /\p{L}/u;
/** ESP-IDF's prefix: the number in it is the row's time as it stands, however many digits it has. */
const TIMED_PREFIX = /^[EWIDV] \((\d{1,12})\) [^:\d]{1,40}: (?=\S)/;
const MOST_NUMBERS = 64;

/** The form of `text`, which `read` has read as `reading`; null when it is not to be kept. */
export function lineTemplate(
  text: string,
  reading: ForeignReading,
  read: (text: string) => ForeignReading,
): LineTemplate | null {
  const written = writtenIn(text, reading);
  if (!written || !canBeKept(text, reading)) return null;
  const runs = [...text.matchAll(written.runs)].filter(([run]) => written.plain.test(run));
  if (runs.length === 0 || runs.length > MOST_NUMBERS) return null;
  // Which number became which value is seen when each of them is one of its own.
  const all = read(replaced(text, runs));
  if (all.form === null) return null;
  const isTime = (i: number) => all.time !== null && all.time.ms === standIn(i);
  const taken = runs.filter(
    (_, i) => isTime(i) || all.values.some(({ value }) => value === standIn(i)),
  );
  if (taken.some(({ index }) => UNIT_BEFORE.test(text.slice(0, index)))) return null;
  const probe = read(replaced(text, taken));
  if (!isSameForm(probe, reading)) return null;
  const timed = probe.time === null ? 0 : 1;
  // The time is in front.
  if (timed === 1 && probe.time?.ms !== standIn(0)) return null;
  const places = probe.values.map(({ value }) => taken.findIndex((_, i) => value === standIn(i)));
  // A value that is no number here would be read anew.
  if (places.includes(-1) || places.length + timed !== taken.length) return null;
  return templateOf(text, taken, places, reading, written.sign);
}

function canBeKept(text: string, reading: ForeignReading): reading is ForeignLine {
  if (reading.form === null || reading.form === 'header') return false;
  const prefix = TIMED_PREFIX.exec(text);
  const row = prefix ? text.slice(prefix[0].length) : text;
  if (reading.form === 'numbers' && LETTER.test(row)) return false;
  const { time, counted, further, values } = reading;
  const isOfPrefix = time?.clock === 'uptime' && time.ms === Number(prefix?.[1]);
  return (
    (time === null || isOfPrefix) &&
    counted === null &&
    further.length === 0 &&
    !DEPENDS_ON_DIGITS.test(text) &&
    !values.some(({ name }) => mayNameTime(name))
  );
}

/** How the numbers are written; null where that depends on their digits. */
function writtenIn(text: string, { form }: ForeignReading): Written | null {
  if (!COMMA_BETWEEN_DIGITS.test(text)) return WITH_POINT;
  const isCertain =
    form === 'numbers' &&
    COMMA_CELLS.test(text) &&
    HAS_OTHER_SEPARATOR.test(text) &&
    !BLANK_BETWEEN_DIGITS.test(text);
  return isCertain ? WITH_COMMA : null;
}

const standIn = (i: number) => 1000 + i;

function replaced(text: string, runs: readonly RegExpExecArray[]): string {
  let made = '';
  let from = 0;
  runs.forEach((run, i) => {
    made += text.slice(from, run.index) + String(standIn(i));
    from = run.index + run[0].length;
  });
  return made + text.slice(from);
}

function isSameForm(probe: ForeignReading, reading: ForeignLine): probe is ForeignLine {
  return (
    probe.form === reading.form &&
    probe.time?.clock === reading.time?.clock &&
    probe.counted === null &&
    probe.values.length === reading.values.length &&
    probe.values.every(({ name, unit }, i) => {
      const other = reading.values[i];
      return name === other?.name && unit === other.unit;
    })
  );
}

function templateOf(
  text: string,
  runs: readonly RegExpExecArray[],
  places: readonly number[],
  reading: ForeignLine,
  sign: number,
): LineTemplate {
  const literals: string[] = [];
  let from = 0;
  for (const run of runs) {
    literals.push(text.slice(from, run.index));
    from = run.index + run[0].length;
  }
  const last = text.slice(from);
  const numbers = new Float64Array(runs.length);
  const isTimed = reading.time !== null;
  return {
    read(line) {
      let at = 0;
      for (let i = 0; i < literals.length; i++) {
        const literal = literals[i] ?? '';
        if (!line.startsWith(literal, at)) return null;
        at += literal.length;
        const end = isTimed && i === 0 ? endOfDigits(line, at) : endOfNumber(line, at, sign);
        if (end < 0) return null;
        numbers[i] = numberAt(line, at, end, sign);
        at = end;
      }
      if (line.length !== at + last.length || !line.endsWith(last)) return null;
      const values = reading.values.map(({ name, unit }, i) => ({
        name,
        value: numbers[places[i] ?? 0] ?? Number.NaN,
        unit,
      }));
      if (!isTimed) return { ...reading, values };
      return { ...reading, values, time: { ms: numbers[0] ?? Number.NaN, clock: 'uptime' } };
    },
  };
}

/** The number in `line[at..end)`; one of few digits is put together exactly, without a text of its own. */
function numberAt(line: string, at: number, end: number, decimal: number): number {
  const first = line.charCodeAt(at);
  const from = first === MINUS || first === PLUS ? at + 1 : at;
  if (end - from > MOST_EXACT_DIGITS) {
    const said = line.slice(at, end);
    return Number(decimal === COMMA ? said.replace(',', '.') : said);
  }
  let digits = 0;
  let places = 0;
  for (let i = from; i < end; i++) {
    const code = line.charCodeAt(i);
    if (code === decimal) places = end - i - 1;
    else digits = digits * 10 + code - 0x30;
  }
  // Both are exact below 2^53, so their quotient is the nearest number, as the text's is.
  const size = digits / (TENS[places] ?? 1);
  return first === MINUS ? -size : size;
}

/** Index behind the digits of a prefix's time; -1 when something else is there. */
function endOfDigits(line: string, at: number): number {
  let i = at;
  while (isDigit(line.charCodeAt(i))) i++;
  return i > at && i - at <= MOST_TIME_DIGITS && line.charCodeAt(i) === CLOSING ? i : -1;
}

/** Index behind the plain number at `at`; -1 when there is none, or what touches it is of a number. */
function endOfNumber(line: string, at: number, decimal: number): number {
  let i = at;
  const sign = line.charCodeAt(i);
  if (sign === MINUS || sign === PLUS) i++;
  const digits = i;
  while (isDigit(line.charCodeAt(i))) i++;
  if (i === digits) return -1;
  if (line.charCodeAt(i) === decimal) {
    const fraction = ++i;
    while (isDigit(line.charCodeAt(i))) i++;
    if (i === fraction) return -1;
  }
  const next = line.charCodeAt(i);
  return next === decimal || next === POINT || next === MINUS || next === PLUS ? -1 : i;
}

/** As many as `TIMED_PREFIX` takes. */
const MOST_TIME_DIGITS = 12;
/** So many stay whole numbers below 2^53. */
const MOST_EXACT_DIGITS = 15;
const TENS = Array.from({ length: MOST_EXACT_DIGITS + 1 }, (_, i) => 10 ** i);
const CLOSING = 0x29;

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
