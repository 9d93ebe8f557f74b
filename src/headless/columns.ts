import {
  type Dialect,
  dialectOf,
  fieldTexts,
  findField,
  type Place,
  WHOLE_LINE,
} from './fields.ts';
import { createLineSplitter, type Line } from './lines.ts';
import { parseNumber } from './number.ts';

/** A column by its name in the header, or by its number, from 1. */
export type Column = string | number;

export interface SampleHandlers {
  /** `timeMs` is null without a time column. */
  sample(value: number, timeMs: number | null): void;
  /** A line that gives no sample; `sentence` says which line and why. */
  badLine(sentence: string): void;
}

export interface SampleReader {
  /** A sentence when the input lacks a column asked for, and so can never give a sample. */
  push(chunk: Buffer): string | null;
  end(): string | null;
}

/** Where in a line the samples stand; -1 for no time. */
interface Layout {
  readonly dialect: Dialect;
  readonly valueIndex: number;
  readonly timeIndex: number;
}

const SPACE = 0x20;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const EXCERPT_BYTES = 60;

/**
 * Reads samples from bytes: one number a line, or with `column` a table with or without a header,
 * its fields divided by commas, tabs or semicolons (then with decimal commas). Empty lines are
 * skipped.
 */
export function createSampleReader(
  column: Column | null,
  timeColumn: Column | null,
  handlers: SampleHandlers,
): SampleReader {
  let layout: Layout | null =
    column === null ? { dialect: WHOLE_LINE, valueIndex: 0, timeIndex: -1 } : null;
  let missing: string | null = null;
  const place: Place = { from: 0, to: 0 };

  function readLine(line: Line): void {
    if (line.number === 1) skipByteOrderMark(line);
    if (missing !== null || isBlank(line)) return;
    if (layout) readSample(layout, line);
    else if (column !== null) readFirstLine(column, line);
  }

  function readFirstLine(wanted: Column, line: Line): void {
    const dialect = dialectOf(line);
    const names = fieldTexts(line, dialect.separator);
    const valueIndex = indexOfColumn(wanted, names);
    const timeIndex = timeColumn === null ? -1 : indexOfColumn(timeColumn, names);
    if (typeof valueIndex === 'string') missing = valueIndex;
    else if (typeof timeIndex === 'string') missing = timeIndex;
    else {
      layout = { dialect, valueIndex, timeIndex };
      const named = typeof wanted === 'string' || typeof timeColumn === 'string';
      if (!named && !isHeader(names, dialect)) readSample(layout, line);
    }
  }

  function readSample({ dialect, valueIndex, timeIndex }: Layout, line: Line): void {
    const value = readField(dialect, line, valueIndex);
    if (value === null) return;
    const timeMs = timeIndex < 0 ? null : readField(dialect, line, timeIndex);
    if (timeIndex < 0 || Number.isFinite(timeMs)) handlers.sample(value, timeMs);
    else if (timeMs !== null) handlers.badLine(`line ${line.number}: the time is not finite.`);
  }

  function readField({ separator, decimalPoint }: Dialect, line: Line, index: number) {
    if (!findField(line, separator, index, place)) {
      handlers.badLine(`line ${line.number}: there is no column ${index + 1}.`);
      return null;
    }
    const parsed = parseNumber(line.bytes, place.from, place.to, decimalPoint);
    if (parsed === null) {
      const end = Math.min(place.to, place.from + EXCERPT_BYTES);
      const excerpt = JSON.stringify(line.bytes.toString('utf8', place.from, end));
      handlers.badLine(`line ${line.number}: ${excerpt} is not a number.`);
    }
    return parsed;
  }

  const lines = createLineSplitter({
    line: readLine,
    tooLong: (number) => handlers.badLine(`line ${number}: it is longer than 1 MiB.`),
  });
  return {
    push(chunk) {
      lines.push(chunk);
      return missing;
    },
    end() {
      lines.end();
      return missing;
    },
  };
}

/** The index, from 0, of a column; a sentence when the names in the header do not have it. */
function indexOfColumn(column: Column, names: readonly string[]): number | string {
  if (typeof column === 'number') return column - 1;
  const index = names.indexOf(column);
  if (index >= 0) return index;
  const known = names.map((name) => JSON.stringify(name)).join(', ');
  return `There is no column ${JSON.stringify(column)}; the first line has ${known}.`;
}

/** A first line without a single number, but with words, is a header. */
function isHeader(fields: readonly string[], dialect: Dialect): boolean {
  const isNumber = (field: string) => {
    const bytes = Buffer.from(field);
    return parseNumber(bytes, 0, bytes.length, dialect.decimalPoint) !== null;
  };
  return fields.some((field) => field !== '') && !fields.some(isNumber);
}

function isBlank({ bytes, from, to }: Line): boolean {
  for (let at = from; at < to; at++) {
    if ((bytes[at] ?? 0) > SPACE) return false;
  }
  return true;
}

function skipByteOrderMark(line: Line): void {
  if (BYTE_ORDER_MARK.every((byte, i) => line.bytes[line.from + i] === byte)) {
    line.from += BYTE_ORDER_MARK.length;
  }
}
