/**
 * A table of numbers to the lines of a recording. Cells are copied as they stand where they are
 * numbers, so that no value is rounded and none is formatted; `parseNumber` only says whether.
 */
import { parseNumber } from '../../protocol/number.ts';
import { LATEST_MS, parseDateTime } from './dateTime.ts';
import { isMissing } from './dialect.ts';
import { createFileLines } from './fileLines.ts';
import { type CsvPlan, EPOCH_FROM_MS, type RowReason } from './importPlan.ts';
import { createLineBuffer } from './lineBuffer.ts';
import { createRowCounter, type LineConverter } from './lineConverter.ts';
import { createQuotedLines } from './quotedLines.ts';
import { createRowFields, splitRow } from './rowFields.ts';
import { createSampleLines, type FileIdentity } from './sampleLines.ts';

const COMMA = 0x2c;
const POINT = 0x2e;
const HASH = 0x23;
const SPACE = 0x20;
/** A longer number is written anew, shorter: the line must have room for all. */
const LONGEST_CELL = 25;
const LONGEST_TEXT = 40;
/** A step this much longer than the others has samples missing in it. */
const LEAST_HOLE_STEPS = 1.8;

export function createCsvConverter(
  plan: CsvPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
): LineConverter {
  const { dialect, time, columns, own } = plan;
  const separator = dialect.separator.charCodeAt(0);
  const decimalComma = dialect.decimal === ',';
  const isDate = time.kind === 'column' && time.unit === 'date';
  const kept = Int32Array.from(columns, ({ column }) => column);
  const buffer = createLineBuffer(emit);
  const lines = createSampleLines(buffer, identity);
  const fields = createRowFields();
  const scratch = new Uint8Array(64);
  const rows = createRowCounter();
  const decoder = new TextDecoder();
  let headerPending = dialect.hasHeader;
  let greeted = false;
  let row = -1;
  /** Wall clock of board time 0, whole ms: the board clock finds this very number again. */
  let baseMs = 0;
  let begun = false;
  /** What the file calls board time 0. */
  let zeroMs = 0;
  let lastFileMs = Number.NEGATIVE_INFINITY;
  let boardMs = 0;
  let wallMs = 0;
  let stepMs = 1;
  let leftOutSince = 0;

  const cellText = (column: number) =>
    decoder.decode(
      fields.bytes.subarray(
        fields.from[column],
        Math.min(fields.to[column] ?? 0, (fields.from[column] ?? 0) + LONGEST_TEXT),
      ),
    );

  /** The number in a cell; null when it is none. */
  function cellNumber(column: number): number | null {
    const from = fields.from[column] ?? 0;
    const to = fields.to[column] ?? 0;
    if (!decimalComma) return parseNumber(fields.bytes, from, to);
    const length = Math.min(to - from, scratch.length);
    for (let i = 0; i < length; i++) {
      const byte = fields.bytes[from + i] ?? 0;
      scratch[i] = byte === COMMA ? POINT : byte;
    }
    return parseNumber(scratch, 0, length);
  }

  /** The row's time as the file tells it, ms; NaN when it does not. */
  function fileTime(): number {
    if (time.kind === 'period') return row * time.periodMs;
    if (time.unit === 'date') {
      const { column } = time;
      const from = fields.from[column] ?? 0;
      return parseDateTime(fields.bytes, from, fields.to[column] ?? 0, plan.zoneMinutes);
    }
    const value = cellNumber(time.column) ?? Number.NaN;
    switch (time.unit) {
      case 's':
        return tidied(value * 1000);
      case 'ms':
        return value;
      case 'us':
        return tidied(value / 1000);
      default:
        return time.unit satisfies never;
    }
  }

  /** Follows the file's clock; a reason when the row cannot be in time. */
  function follow(fileMs: number): RowReason | null {
    if (!Number.isFinite(fileMs) || Math.abs(fileMs) > LATEST_MS) return badTime('time');
    const isCalendar = fileMs >= EPOCH_FROM_MS || isDate;
    if (begun && fileMs >= lastFileMs) {
      if (fileMs > lastFileMs) stepMs = fileMs - lastFileMs;
      if (plan.evenMs !== null) loseUntold(stepMs / plan.evenMs);
    } else if (begun && isCalendar) {
      return badTime('backwards');
    } else {
      zeroMs = Math.min(0, Math.floor(fileMs));
      if (isCalendar) zeroMs = baseMs = own ? ownBase(fileMs) : Math.floor(fileMs);
      else if (!begun) baseMs = Math.floor(plan.startMs);
      else {
        // A logger that was switched off and on: its clock begins anew, the wall clock goes on.
        baseMs = Math.ceil(wallMs + stepMs - (fileMs - zeroMs));
        lines.restart();
      }
    }
    begun = true;
    lastFileMs = fileMs;
    boardMs = fileMs - zeroMs;
    wallMs = isCalendar ? fileMs : baseMs + boardMs;
    if (own) boardMs = ownBoardMs();
    return null;
  }

  /** A hole in evenly timed rows: what was left out in it is counted already. */
  function loseUntold(steps: number): void {
    const untold = Math.round(steps) - 1 - leftOutSince;
    if (steps > LEAST_HOLE_STEPS && untold > 0) lines.lose(untold);
  }

  function badTime(kind: 'time' | 'backwards'): RowReason {
    return { kind, text: time.kind === 'column' ? cellText(time.column) : '' };
  }

  /** Our own files tell board time too: then it comes out as it was. */
  function ownBase(fileMs: number): number {
    const told = own ? cellNumber(own.boardTime) : null;
    const known = told !== null && Number.isFinite(told) && told >= 0;
    return known ? Math.round(fileMs - told) : Math.floor(fileMs);
  }

  /** Board time as it was written where it says the same: it is shorter than the difference. */
  function ownBoardMs(): number {
    const told = own ? cellNumber(own.boardTime) : null;
    return told !== null && told + baseMs === wallMs ? told : boardMs;
  }

  /** What our own files say of the time before this row. */
  function takeBreak(column: number, fileMs: number): void {
    const words = cellText(column);
    if (words === '' || !begun || !Number.isFinite(fileMs)) return;
    const lost = /^lost (\d+)$/.exec(words);
    if (lost) {
      lines.lose(Number(lost[1]));
    } else {
      lines.restart();
      zeroMs = baseMs = ownBase(fileMs);
    }
  }

  /** Appends a cell to the line; a reason when it is no number. */
  function appendValue(column: number): RowReason | null {
    const from = fields.from[column] ?? 0;
    const to = fields.to[column] ?? 0;
    const start = buffer.length();
    if (to - from <= LONGEST_TEXT) buffer.copy(fields.bytes, from, to);
    const written = buffer.written();
    const end = buffer.length();
    if (decimalComma) {
      for (let i = start; i < end; i++) if (written[i] === COMMA) written[i] = POINT;
    }
    let value = end === start ? null : parseNumber(written, start, end);
    if (value !== null && end - start <= LONGEST_CELL) return null;
    if (value === null && isMissing(cellText(column))) value = Number.NaN;
    value ??= cellNumber(column);
    buffer.cutTo(start);
    if (value === null) {
      const name = columns.find((each) => each.column === column)?.name ?? '';
      return { kind: 'number', column: name, text: cellText(column) };
    }
    buffer.number(value);
    return null;
  }

  function readRow(): RowReason | null {
    const { count } = fields;
    const found = count > plan.fieldCount ? withoutTrailing() : count;
    if (found !== plan.fieldCount) {
      return { kind: 'fields', found: count, expected: plan.fieldCount };
    }
    const fileMs = fileTime();
    if (own) takeBreak(own.breaks, fileMs);
    const late = follow(fileMs);
    if (late) return late;
    lines.arrival(wallMs);
    const start = buffer.length();
    lines.begin(boardMs);
    for (let i = 0; i < kept.length; i++) {
      buffer.byte(COMMA);
      const reason = appendValue(kept[i] ?? 0);
      if (reason) {
        buffer.cutTo(start);
        return reason;
      }
    }
    lines.end();
    leftOutSince = 0;
    return null;
  }

  /** Separators at the end of a row, as some programs write them, are no fields. */
  function withoutTrailing(): number {
    let count = Math.min(fields.count, fields.from.length);
    while (count > plan.fieldCount && fields.from[count - 1] === fields.to[count - 1]) count--;
    return count;
  }

  function leaveOut(line: number, reason: RowReason): void {
    rows.leaveOut(line, reason);
    leftOutSince++;
    if (begun) lines.lose(1);
  }

  const quotedLines = createQuotedLines({
    isRow(bytes, from, to) {
      splitRow(fields, bytes, from, to, separator);
      return fields.count === plan.fieldCount;
    },
    row(number, bytes, from, to) {
      if (isBlank(bytes, from, to) || bytes[from] === HASH) return;
      if (headerPending) {
        headerPending = false;
        return;
      }
      if (!greeted) {
        lines.hello(columns);
        greeted = true;
      }
      rows.row();
      row++;
      splitRow(fields, bytes, from, to, separator);
      const reason = readRow();
      if (reason) leaveOut(number, reason);
    },
  });

  const fileLines = createFileLines({
    line: quotedLines.line,
    tooLong(number) {
      quotedLines.flush();
      rows.row();
      row++;
      leaveOut(number, { kind: 'too-long' });
    },
  });

  return {
    push: fileLines.push,
    end() {
      fileLines.end();
      quotedLines.flush();
      buffer.flush();
    },
    counts: rows.counts,
    isEndless: fileLines.isEndless,
  };
}

/** A product of a decimal and a power of ten, without the last bit that multiplying has spoilt. */
function tidied(ms: number): number {
  const rounded = Math.round(ms * 1000) / 1000;
  return Math.abs(ms - rounded) <= Math.abs(ms) * 2 ** -51 ? rounded : ms;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] ?? 0) > SPACE) return false;
  return true;
}
