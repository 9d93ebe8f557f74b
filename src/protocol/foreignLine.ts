/**
 * Lines of any other sketch that prints numbers: whatever a person would read as numbers with names,
 * units and a time. firmware/README.md lists the forms.
 */
import { readCells } from './foreign/cells.ts';
import { readChange } from './foreign/changeLine.ts';
import { cleanLine } from './foreign/cleanLine.ts';
import { readLabels } from './foreign/labelled.ts';
import { readLineProtocol } from './foreign/lineProtocol.ts';
import { type LineTemplate, lineTemplate } from './foreign/lineTemplate.ts';
import { takeLogPrefix } from './foreign/logPrefix.ts';
import { readMetric } from './foreign/metricLine.ts';
import { otherLine } from './foreign/otherLines.ts';
import { readPlainLabels, readPlainNumbers } from './foreign/plainRow.ts';
import {
  type ForeignLine,
  type ForeignReading,
  type ForeignTime,
  rowOf,
  unread,
} from './foreign/reading.ts';
import { readList, readObject } from './foreign/structured.ts';
import { readTeleplot } from './foreign/teleplot.ts';
import { readTime, timeInFront } from './foreign/timeInFront.ts';
import { TAKEN_OUT } from './foreign/token.ts';

/** Of lines with words in them: patterns are tried on each of their letters. */
const LONGEST_WORDED = 2048;
/** `/*…*​/` and `$…;` around a row, with a sum as NMEA has it behind it. */
const FRAME = /^\/\*(.*)\*\/$|^\$\$?(?![\s$])(.*?)(?:\*[\dA-Fa-f]{2})?;?$|^<([^<>]*)>$|^[#@](.*)#$/;
/** The name before the fields of a frame of one's own: `$IMU,1,2`. */
const FRAME_NAME = /^([A-Za-z][A-Za-z_]*),(?=\s*[-+.\d])/;
/** Addresses and links hold colons and numbers that are no values; a 1-Wire sensor's is of eight bytes. */
const TAKEN_APART =
  /(?<=\b(?:uid|rom|addr(?:ess)?|mac|serial)\s*[:=]\s*)(?:[\dA-F]{2}[ :-]){3,}[\dA-F]{2}\b|(?<![.\w])(?!\d+e\d+\b)(?=\d{0,15}[A-F])[\dA-F]{16}(?![-+.\w])|(?<![\w.])(?=(?:[\dA-F]{1,2} ){0,40}(?:\d[A-F]|[A-F]\d|FF) )(?:[\dA-F]{1,2} ){6,}[\dA-F]{1,2}\b(?:\s+CRC\s*=\s*[\dA-F]{1,2}\b)?|\b(?:[\da-f]{2}[:-]){5}[\da-f]{2}\b|\b(?=(?:\d\d[ :-])*[\da-f]?[a-f])(?:[\da-f]{2}[ :-]){7}[\da-f]{2}\b|(?<=\bdate\s*[:=]\s*)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)|\b[a-z]{2,8}:\/\/\S+|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/gi;
const TIMES =
  /(?<![\d:.])(?:(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))[T ,]\s?)?\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9}(?!\d))?(?:Z|[+-]\d{2}:?\d{2}\b)?(?![\d:])/g;
const TIME_VALUE = /\b(?:time|timestamp|ts|zeit|uhrzeit|clock|rtc|date|uptime)\s*[:=]\s*\ue000/i;
/** The state that ESPHome says it sends on. */
const ESPHOME =
  /^'([^']+)'(?::? (?:Sending state|Received new state|New state|Got value)|\s*>>)\s+(\S+)(?:\s+([^\s\d]\S*))?/;
/** `Vector(x=1, y=2)`, `array([1, 2])` */
const CALL = /^[A-Za-z_][\w.]*\((.*)\)$/;
/** `Pos (1, 2, 3)` */
const NAMED_LIST = /^(\p{L}[\p{L}\d _]*?)\s*[([]([-+−\d.,\se]+)[)\]]$/u;
/** What Python prints of bytes, with the line's end in them. */
const BYTES = /^b(["'])(.*?)(?:\\r|\\n)*\1$/;
/** Rust's option. */
const SOME = /\bSome\(([^()]*)\)/g;
/** The first or the last line of an array that has an object on each. */
const ARRAY_ITEM = /^\[\s*(\{.*\})\s*,$|^(\{.*\})\s*\];?$/;
/** `[17] 0.5`, `#17 0.5`, `17) 0.5`: which row it is, before numbers without names. */
const ROW_LABEL = /^(?:(\[\d{1,9}\])|(#\s?\d{1,9})|(\d{1,9}\)))[:,]?\s+(?=[-+.\d])/;
const OBJECT_BEHIND = /^([^{}[\]()]{0,60}?)\s*[:=]?\s*(\{.*\})\s*[,;]?$/;

/** `Temp - 21.5 C` */
const DASHED = /^(\p{L}[\p{L}\d_ ]{0,30}?) [-–] ([+-]?\d+(?:[.,]\d+)?(?:\s?[°%\p{L}]\S{0,5})?)$/u;

/** Bytes in hex, each in brackets: some of them have a zero in front or a letter. */
const HEX_IN_BRACKETS =
  /^(?=.*[<[](?:0\d|\d?[A-Fa-f]|[A-Fa-f]\d))(?:(?:<[\dA-Fa-f]{2}>\s?){3,}|(?:\[[\dA-Fa-f]{2}\]\s?){3,})$/;

/** Forms of lines that are printed in turn. */
const MOST_TEMPLATES = 4;
/** Lines of ever new forms are not looked at more often than this. */
const LINES_BETWEEN_TEMPLATES = 8;
const templates: LineTemplate[] = [];
let nextTemplate = 0;
let linesToTemplate = 0;

/** Reads one line of text; never throws. The forms of the last lines are remembered, for speed alone. */
export function readForeignLine(line: string): ForeignReading {
  const trimmed = line.trim();
  const quick = readPlain(trimmed);
  if (quick) return quick;
  for (const template of templates) {
    const read = template.read(trimmed);
    if (read) return read;
  }
  const reading = readSlowly(line);
  if (--linesToTemplate <= 0) {
    const template = lineTemplate(trimmed, reading, readSlowly);
    if (template) {
      templates[nextTemplate] = template;
      nextTemplate = (nextTemplate + 1) % MOST_TEMPLATES;
    } else {
      linesToTemplate = LINES_BETWEEN_TEMPLATES;
    }
  }
  return reading;
}

/** Without what is remembered. */
export function readSlowly(line: string): ForeignReading {
  const text = cleanLine(line);
  if (text === null) return unread('unreadable');
  if (text === '') return unread('empty');
  if (text.length > LONGEST_WORDED && !text.startsWith('{')) return unread('long');
  const other = otherLine(text);
  if (other) return unread(other);
  const prefixed = takeLogPrefix(text);
  const timed = timeInFront(prefixed.rest);
  const numbers = timed && readPlainNumbers(timed.rest.trim());
  if (numbers) return { ...numbers, time: timed.time };
  // A terminal's time may stand before a log's prefix, which has its own.
  const inner = timed ? takeLogPrefix(timed.rest) : prefixed;
  const rest = inner.rest.trim();
  const time = timed?.time ?? inner.time;
  if (rest === '') return unread('time-only');
  return withTime(readPlain(rest) ?? readAny(rest), time);
}

/** The forms that nearly every line has; null for all others. */
function readPlain(text: string): ForeignLine | null {
  const first = text.charCodeAt(0);
  // Letters are above all marks of numbers.
  return first > 0x40 ? readPlainLabels(text) : readPlainNumbers(text);
}

function withTime(reading: ForeignReading, time: ForeignTime | null): ForeignReading {
  if (reading.form === null || time === null) return reading;
  return { ...reading, time: reading.time ?? time };
}

function readAny(whole: string): ForeignReading {
  const other = otherLine(whole);
  if (other) return unread(other);
  if (HEX_IN_BRACKETS.test(whole)) return unread('hex');
  const change = readChange(whole);
  if (change) return readLabels(`${change.name}: ${stateOf(change.value)}`);
  const point = readLineProtocol(whole) ?? readMetric(whole);
  if (point) return point;
  const text = unframed(withoutWrapping(whole));
  const esphome = ESPHOME.exec(text);
  if (esphome) return readLabels(`${esphome[1]}: ${stateOf(esphome[2] ?? '')} ${esphome[3] ?? ''}`);
  if (text.startsWith('>') && !text.startsWith('>>')) return readTeleplot(text.slice(1));
  const item = ARRAY_ITEM.exec(text);
  if (item) return readObject(item[1] ?? item[2] ?? '');
  if (text.startsWith('{')) return readObject(text.replace(/[,;]$/, ''));
  const behind = text.endsWith('}') || text.endsWith('};') ? OBJECT_BEHIND.exec(text) : null;
  if (behind) {
    const read = readObject(behind[2] ?? '', (behind[1] ?? '').trim());
    if (read.form !== null) return read;
  }
  if (/^[([]|^[A-Za-z_][\w.]*\(/.test(text)) {
    const list = readList(text.replace(/[,;]$/, ''));
    if (list) return list;
  }
  const label = ROW_LABEL.exec(text);
  const row = label && labelledRow(label[0].trim(), readWords(text.slice(label[0].length)));
  if (row) return row;
  const named = NAMED_LIST.exec(text);
  if (named && !/\d\s+\d/.test(named[1] ?? ''))
    return readLabels(`${named[1]}: ${spaced(named[2] ?? '')}`);
  return readWords(CALL.exec(text)?.[1] ?? bracketless(text));
}

function readWords(text: string): ForeignReading {
  if (!/[:=]|->|→/.test(text)) {
    const dashed = DASHED.exec(text);
    return dashed ? readLabels(`${dashed[1]}: ${dashed[2]}`) : readCells(text);
  }
  let time: ForeignTime | null = null;
  const masked = text.replace(TAKEN_APART, TAKEN_OUT).replace(TIMES, (said) => {
    time ??= readTime(said)?.time ?? null;
    return TAKEN_OUT;
  });
  // A time in the middle is the row's where its label says so, or where there are cells alone.
  const hasLabels = /[:=]|->|→/.test(masked);
  const isOfRow = !hasLabels || TIME_VALUE.test(masked);
  return withTime(hasLabels ? readLabels(masked) : readCells(masked), isOfRow ? time : null);
}

/** Sensors in turn may be numbered so, too: whether the label counts is seen from those that follow. */
function labelledRow(written: string, reading: ForeignReading): ForeignReading | null {
  if (reading.form !== 'numbers') return null;
  const label = written.replace(/[:,]$/, '');
  const values = reading.values.map((each) => ({
    ...each,
    name: each.name.replace('value', label),
  }));
  const row = rowOf('labels', values, reading.time);
  return { ...row, counted: { label, stem: 'value', number: Number(label.replace(/\D/g, '')) } };
}

function withoutWrapping(text: string): string {
  const inside = BYTES.exec(text)?.[2] ?? text;
  return inside.includes('Some(') ? inside.replace(SOME, '$1') : inside;
}

function stateOf(state: string): string {
  if (state === 'ON') return '1';
  return state === 'OFF' ? '0' : state;
}

/** What a frame holds; a name in it names its values. */
function unframed(text: string): string {
  const m = FRAME.exec(text);
  if (!m) return text;
  const inside = (m[1] ?? m[2] ?? m[3] ?? m[4] ?? '').trim();
  const name = m[2] === undefined ? null : FRAME_NAME.exec(inside);
  return name ? `${name[1]}: ${spaced(inside.slice(name[0].length))}` : inside;
}

/** With blanks behind them commas are no decimal ones. */
const spaced = (list: string) => list.replaceAll(',', ', ');

/** Without brackets around all of it. */
function bracketless(text: string): string {
  return /^\([^()]*\)$|^\[[^[\]]*\]$/.test(text) ? text.slice(1, -1).trim() : text;
}
