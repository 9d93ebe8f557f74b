/** What a file is, and what to make of it, from its first bytes alone. */
import { createSampleLine, readFirmwareLine } from '../../protocol/firmwareLine.ts';
import { otherLine } from '../../protocol/foreign/otherLines.ts';
import { createForeignChannels } from '../../protocol/foreignChannels.ts';
import { RECORDING_BEGINS } from '../../protocol/hostLine.ts';
import { createWholeObjects } from '../../protocol/wholeObjects.ts';
import { isComment, type NumberedRow } from './fileRow.ts';
import {
  type Encoding,
  type FileLook,
  type ImportPlan,
  type LookChoice,
  type LookSurroundings,
  MOST_CHANNELS,
} from './importPlan.ts';
import { lookAtTable, PREVIEW_ROWS } from './lookAtTable.ts';
import { endsInQuotes } from './quotedLines.ts';
import { saysMoreInLines } from './sketchRows.ts';
import { textKind } from './textKind.ts';
import { withoutUnwritten } from './unwritten.ts';

/** So many bytes of a file are looked at. */
export const HEAD_BYTES = 65_536;

const MOST_LINES = 400;
/** Begins the colours of a terminal. */
const ESCAPE = '\u001b[';
/** So many of the lines must be of a sketch's form to take a file for its log. */
const LOG_SHARE = 0.6;
const MOST_NAME_LINES = 2;
/** What stands in lines of sketches and of their terminals, and in no table. */
const MARKED = /^\s*[>{([]|^\s*\/\*|->|[\p{L}_°%)\]]\s*[:=]\s*[-+.\d"([]|^\s*\d+:-?[\d.]+\s*$/u;

/** `Sensor 1: 22.5`, `ch2:3`, `A0=512`: a label that ends in its number, and no time of day. */
const NUMBERED =
  /(?:^|[\s,;|&])\p{L}[\p{L}_.-]*[ #_-]{0,2}\d{1,4}(?:\s*=\s*|\s*:\s+|:(?!\d\d(?:[:\s,;]|$)))[-+.\d]/u;

/** A syslog's or a tool's stamp before a row, and what a value was and is: no columns are in these. */
const STAMPED =
  /^(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d )?\d\d:\d\d:\d\d(?:\.\d{1,6})? > |^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? [^,;\t]*$|^[^,;\t]*\s(?:changed|updated)\s(?:from\s[^,;\t]*\s)?to\s[^,;\t]*$/;
/** `accel 1 2 3`: a word before numbers, of several in turn. */
const KEYED =
  /^\s*(\p{L}[\p{L}\d_/.-]{0,23})([ \t]+|[,;] ?)[-+]?[\d.]\S*(?:(?:[ \t]+|[,;] ?)[-+]?[\d.]\S*)+(?:\s+\S{1,8})?\s*$/u;
const MOST_KEYS = 16;
const LEAST_OF_KEY = 3;
const IN_TURN_SHARE = 0.9;

/** `home/attic/temp 21.5`, after a time or none: of several names under each other no column is one. */
const NAMED_VALUE = /^(?:\S*\d:\d\d\S*\s+)*\p{L}[\p{L}\d_./-]*\s+[-+]?\d[\d.]*\s*$/u;

/** Judges the first bytes of a file, at most `HEAD_BYTES`. Never throws. */
export function lookAtFile(head: Uint8Array, around: LookSurroundings): FileLook {
  const encoding = textKind(head);
  if (encoding === 'binary') return { ok: false, refusal: 'binary' };
  const text = withoutUnwritten(new TextDecoder(encoding).decode(head));
  const lines = text.split(/\r\n|\n|\r/);
  if (around.truncated && lines.length === 1) return { ok: false, refusal: 'no-lines' };
  // The last is a part only, or what follows the last line end.
  if (around.truncated || lines.at(-1) === '') lines.pop();
  const rows = lines
    .map((line, i) => ({ number: i + 1, text: line }))
    .filter(({ text: row }) => row.trim() !== '')
    .slice(0, MOST_LINES);
  if (rows.length === 0) return { ok: false, refusal: 'empty' };
  const legacyEncoding = encoding === 'windows-1252';
  const log = lookAtLog(rows, encoding, around);
  const sentences = rows.filter((row) => otherLine(row.text) === 'nmea').length;
  if (sentences * 2 > rows.length) return { ok: false, refusal: 'no-numbers' };
  const table = log ? null : lookAtTable(joinQuoted(rows), encoding, around);
  const isTable = table?.ok && (saysHowToCut(around.choice) || !saysMoreInLines(rows, table));
  if (isTable) return { ...table, legacyEncoding };
  const refusal = table?.ok === false ? table.refusal : null;
  if (refusal === 'newest-first') return { ok: false, refusal };
  // Rows of numbers of any length would make channels that come and go.
  const named = refusal === 'ragged' ? rows.filter((row) => !isNumbers(row.text)) : rows;
  const plan = log ?? (named.length * 2 > rows.length ? sketchLog(rows, encoding, around) : null);
  if (!plan && table?.ok) return { ...table, legacyEncoding };
  if (!plan) return { ok: false, refusal: refusal ?? 'no-numbers' };
  const preview = rows.slice(0, PREVIEW_ROWS).map((row) => [row.text]);
  return { ok: true, plan, columns: [], mostChannels: MOST_CHANNELS, preview, legacyEncoding };
}

/** Whether the person decided something that only a table has. */
const saysHowToCut = ({ zoneMinutes: _, ...choice }: LookChoice): boolean =>
  Object.values(choice).some((each) => each !== undefined);

/** Lines with a quoted line end between them as one; those of a quote that is not closed as they are. */
function joinQuoted(lines: readonly NumberedRow[]): NumberedRow[] {
  const encoder = new TextEncoder();
  const joined: NumberedRow[] = [];
  let open: NumberedRow[] = [];
  for (const line of lines) {
    const bytes = encoder.encode(line.text);
    const quoted = !isComment(line.text) && endsInQuotes(bytes, 0, bytes.length, open.length > 0);
    open.push(line);
    if (quoted) continue;
    joined.push({
      number: open[0]?.number ?? line.number,
      text: open.map(({ text }) => text).join(' '),
    });
    open = [];
  }
  return [...joined, ...open];
}

/** The plan for a log of serial lines that no table could be; null when it is none. */
function lookAtLog(
  rows: readonly NumberedRow[],
  encoding: Encoding,
  around: LookSurroundings,
): ImportPlan | null {
  const sample = createSampleLine();
  const encoder = new TextEncoder();
  let samples = 0;
  let greeted = false;
  if (rows[0]?.text.startsWith(RECORDING_BEGINS)) {
    if (!/,kind=foreign(,|\*)/.test(rows[0].text)) return { form: 'recording', encoding };
    const others = rows.filter((row) => !/^[A-Z],.*\*[\dA-F]{2}$/.test(row.text));
    return sketchLog(others, encoding, around, true);
  }
  for (const row of rows) {
    const bytes = encoder.encode(row.text);
    const reading = readFirmwareLine(bytes, 0, bytes.length, sample);
    if (reading === 'sample') samples++;
    else if (typeof reading === 'object' && reading.type === 'hello') greeted = true;
  }
  if (samples > 0 || greeted) {
    const channelCount = greeted ? null : sample.count;
    return { form: 'firmware-log', encoding, channelCount, startMs: around.startMs };
  }
  const keyed = keyedRows(rows);
  const marked = rows.filter(
    ({ text }) =>
      isMarked(text) ||
      isBlankSeparated(text) ||
      NAMED_VALUE.test(text) ||
      STAMPED.test(text) ||
      (keyed && KEYED.test(text)),
  );
  if (marked.length < LOG_SHARE * rows.length || isAligned(rows)) return null;
  return sketchLog(rows, encoding, around);
}

/** Whether a few words in turn say whose the numbers behind them are, and no names stand over them. */
function keyedRows(rows: readonly NumberedRow[]): boolean {
  const counts = new Map<string, number>();
  /** Which word came behind each. */
  const next = new Map<string, string>();
  let again = 0;
  let before: string | null = null;
  let turns = 0;
  for (const { text } of rows) {
    const word = KEYED.exec(text)?.[1];
    if (word === undefined) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (before !== null && word !== before) turns++;
    if (before !== null) {
      if (next.get(before) === word) again++;
      next.set(before, word);
    }
    before = word;
  }
  const keyed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isFew = counts.size > 1 && counts.size <= MOST_KEYS;
  const at = rows.findIndex(({ text }) => KEYED.test(text));
  const isUnderNames = at > 0 && cellCount(rows[at - 1]) === cellCount(rows[at]);
  return (
    isFew &&
    !isUnderNames &&
    turns * 2 >= keyed - 1 &&
    // Classes of rows come in any order.
    again >= IN_TURN_SHARE * (keyed - 1) - counts.size &&
    [...counts.values()].every((count) => count >= LEAST_OF_KEY)
  );
}

const cellCount = (row: NumberedRow | undefined): number =>
  row?.text.trim().split(/\s*[,;\s]\s*/).length ?? 0;

/** A log of any sketch, when most of its lines can be read. */
function sketchLog(
  rows: readonly NumberedRow[],
  encoding: Encoding,
  { startMs, periodMs, zoneMinutes }: LookSurroundings,
  isRecording = false,
): ImportPlan | null {
  const union = createForeignChannels();
  let channels: readonly { readonly name: string; readonly unit: string }[] = [];
  let read = 0;
  let timed = 0;
  let seen = 0;
  const whole = createWholeObjects();
  const readings = rows.flatMap(({ text, number }) =>
    whole(text).map((each) => ({ ...each, number })),
  );
  for (const { reading, number, lines } of readings) {
    seen += lines;
    if (reading.form === null) {
      union.skip();
      continue;
    }
    if (reading.form !== 'header') read += lines;
    if (reading.time) timed++;
    const found = union.take(reading, number);
    if (!found.channels) continue;
    channels = found.channels.map((name, i) => ({ name, unit: found.units[i] ?? '' }));
  }
  if (read === 0 || read < LOG_SHARE * seen) return null;
  return {
    form: 'sketch-log',
    encoding,
    channels,
    isTimed: isRecording || timed > 0,
    isRecording,
    periodMs,
    startMs,
    zoneMinutes,
  };
}

const isNumbers = (row: string): boolean => /^[-+\d.,;\s|]*$/.test(row);

const isMarked = (row: string): boolean =>
  MARKED.test(row) || NUMBERED.test(row) || row.includes(ESCAPE);

const isBlankSeparated = (row: string): boolean =>
  /^\s*[-+.\d]\S*( +[-+.\d]\S*)+\s*$/.test(row) && !/[,;\t|:/]|\d-\d/.test(row);

/** Numbers with blanks between under as many names: a table. */
function isAligned(rows: readonly NumberedRow[]): boolean {
  const at = rows.findIndex(({ text }) => isBlankSeparated(text));
  const width = rows[at]?.text.trim().split(/\s+/).length;
  // Units may stand under the names.
  return rows.slice(0, Math.min(MOST_NAME_LINES, Math.max(0, at))).some(({ text }) => {
    const names = text
      .trim()
      .replace(/^[#%]\s*/, '')
      .split(/\s+/);
    const isNamed = names.every((name) => /^[\p{L}_]/u.test(name)) && !isMarked(text);
    return isNamed && names.length === width;
  });
}
