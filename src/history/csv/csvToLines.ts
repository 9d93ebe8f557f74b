/**
 * A table of numbers to the lines of a recording. Cells are copied as they stand where they are
 * numbers, so that no value is rounded and none is formatted.
 */
import {
  BAR,
  COLON,
  COMMA,
  EQUALS,
  HASH,
  MINUS,
  PLUS,
  SLASH,
  SPACE,
} from '../../protocol/bytes.ts';
import { withoutBox } from './boxedRows.ts';
import { datePartsMs } from './dateParts.ts';
import { createFileClock, type ToldTime } from './fileClock.ts';
import { createFileLines } from './fileLines.ts';
import { withoutShield } from './headings.ts';
import type { CsvPlan, RowReason } from './importPlan.ts';
import { createLineBuffer } from './lineBuffer.ts';
import { createRowCounter, type LineConverter, type ReadingNotes } from './lineConverter.ts';
import { createNamedStretches } from './namedStretches.ts';
import { withoutPairs } from './numberPairs.ts';
import { createQuotedLines } from './quotedLines.ts';
import { createRowFields, splitRow } from './rowFields.ts';
import { createSampleLines, type FileIdentity } from './sampleLines.ts';
import { createSecondTable } from './secondTable.ts';
import { createSeriesRows } from './seriesRows.ts';
import { createTableCells } from './tableCells.ts';
import { createDateCell, msOf } from './timeCell.ts';

const PERCENT = 0x25;
/** Marks of a line that is drawn. */
const LEAST_DRAWN = 3;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** @param emit gets whole lines, in order; each chunk is its own to keep */
export function createCsvConverter(
  plan: CsvPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
  notes: ReadingNotes,
): LineConverter {
  const { dialect, time, columns, own, bodyLine, keyColumns } = plan;
  const separator = dialect.separator.charCodeAt(0);
  const kept = Int32Array.from(columns, ({ column }) => column);
  const buffer = createLineBuffer(emit);
  const lines = createSampleLines(buffer, identity);
  const clock = createFileClock(plan, lines);
  const named = createNamedStretches(lines.label);
  const fields = createRowFields();
  const cells = createTableCells(plan, fields, buffer);
  const date = createDateCell(plan.dayFirst ?? true, plan.zoneMinutes);
  const told = { ms: 0, hasDay: false, hasZone: false };
  const toldParts = { ms: 0, hasDay: true, hasZone: false };
  const rows = createRowCounter(notes);
  const second = createSecondTable(dialect);
  let greeted = false;
  let beyond = false;
  let row = -1;
  let rowLine = 0;

  const series = createSeriesRows(plan, {
    channels: lines.hello,
    sample(itsTime, values, itsLines) {
      const late = clock.follow(itsTime, null);
      if (late) {
        for (const line of new Set(itsLines)) if (line > 0) leaveOut(line, badTime(late));
        return;
      }
      lines.arrival(clock.wallMs);
      lines.begin(clock.boardMs);
      for (const value of values) {
        buffer.byte(COMMA);
        buffer.number(value);
      }
      notes.sample(clock.wallMs, clock.isCalendar, itsLines);
      lines.end();
    },
  });

  /** The row's time as the file tells it; NaN when it does not. */
  function readTime(): ToldTime {
    if (time.kind === 'period') told.ms = row * time.periodMs;
    else if (time.unit === 'date') {
      const { column, clockColumn } = time;
      const { bytes, from, to } = fields;
      const clockFrom = clockColumn === null ? 0 : (from[clockColumn] ?? 0);
      const clockTo = clockColumn === null ? 0 : (to[clockColumn] ?? 0);
      date.read(bytes, from[column] ?? 0, to[column] ?? 0, clockFrom, clockTo);
      if (!time.parts) return date;
      const isDate = time.parts[0]?.part === 'date';
      const zoneMs = isDate ? 0 : plan.zoneMinutes * 60_000;
      toldParts.ms = datePartsMs(time.parts, cells.number, date.ms) - zoneMs;
      return toldParts;
    } else {
      told.ms = msOf(cells.number(time.column) ?? Number.NaN, time.unit, plan.zoneMinutes);
    }
    return told;
  }

  function badTime(kind: 'time' | 'backwards'): RowReason {
    return { kind, text: time.kind === 'column' ? cells.text(time.column) : '' };
  }

  /** Our own files tell board time too: then it comes out as it was. */
  function ownBase(fileMs: number): number | null {
    if (!own) return null;
    const board = cells.number(own.boardTime);
    const known = board !== null && Number.isFinite(board) && board >= 0;
    return known ? Math.round(fileMs - board) : Math.floor(fileMs);
  }

  /** What our own files say of the time before this row. */
  function takeBreak(column: number, fileMs: number): void {
    const words = cells.text(column);
    if (words === '' || !clock.begun || !Number.isFinite(fileMs)) return;
    const lost = /^lost (\d+)$/.exec(words);
    if (lost) lines.lose(Number(lost[1]));
    else clock.begin(ownBase(fileMs) ?? Math.floor(fileMs));
  }

  /** What the person called this row's samples. */
  function takeClasses(classColumns: readonly number[]): void {
    for (const [channel, column] of classColumns.entries()) {
      named.take(channel, withoutShield(cells.text(column)), clock.wallMs);
    }
  }

  function badNumber(at: number): RowReason {
    const { column = 0, name = '' } = columns[at] ?? {};
    return { kind: 'number', column: name, text: cells.text(column) };
  }

  function readRow(): RowReason | null {
    const { count } = fields;
    const found = count > plan.fieldCount ? withoutTrailing() : count;
    if (found !== plan.fieldCount) {
      return { kind: 'fields', found: count, expected: plan.fieldCount };
    }
    const itsTime = readTime();
    if (keyColumns.length > 0) return addToSeries(itsTime);
    if (own) takeBreak(own.breaks, itsTime.ms);
    const late = clock.follow(itsTime, ownBase(itsTime.ms));
    if (late) return badTime(late);
    if (own) clock.prefer(cells.number(own.boardTime) ?? Number.NaN);
    lines.arrival(clock.wallMs);
    const start = buffer.length();
    lines.begin(clock.boardMs);
    for (let i = 0; i < kept.length; i++) {
      buffer.byte(COMMA);
      if (!cells.append(kept[i] ?? 0)) {
        buffer.cutTo(start);
        return badNumber(i);
      }
    }
    notes.sample(clock.wallMs, clock.isCalendar, rowLine);
    lines.end();
    if (own) takeClasses(own.classes);
    return null;
  }

  function addToSeries(itsTime: ToldTime): RowReason | null {
    if (!Number.isFinite(itsTime.ms)) return badTime('time');
    const key = keyColumns
      .map((column) => cells.text(column))
      .join(' ')
      .trim();
    const values: number[] = [];
    for (const [i, { column }] of columns.entries()) {
      const value = cells.number(column);
      if (value === null) return badNumber(i);
      values.push(value);
    }
    return series.add(key, itsTime, rowLine, values) ? null : { kind: 'key', text: key };
  }

  /** Separators at the end of a row, as some programs write them, are no fields. */
  function withoutTrailing(): number {
    let count = Math.min(fields.count, fields.from.length);
    while (count > plan.fieldCount && fields.from[count - 1] === fields.to[count - 1]) count--;
    return count;
  }

  function leaveOut(line: number, reason: RowReason): void {
    rows.leaveOut(line, reason);
    clock.leaveOut();
  }

  function takeLine(number: number, bytes: Uint8Array, from: number, to: number): void {
    if (!greeted && keyColumns.length === 0) {
      lines.hello(columns);
      greeted = true;
    }
    rowLine = number;
    row++;
    splitRow(fields, bytes, from, to, separator);
    const reason = beyond ? SECOND_TABLE : readRow();
    if (reason === null) {
      rows.row();
      second.row();
      return;
    }
    const judged =
      reason.kind === 'key' || reason.kind === 'backwards' ? null : second.judge(bytes, from, to);
    if (judged === 'again') {
      // The same table goes on under its names.
      beyond = false;
      row--;
      return;
    }
    if (judged === 'other') beyond = true;
    rows.row();
    leaveOut(number, beyond ? { kind: 'second-table' } : reason);
    second.row();
  }

  /** Of a row that is written otherwise than its cells are. */
  const rewritten =
    (rewrite: (row: string) => string) =>
    (number: number, bytes: Uint8Array, from: number, to: number): void => {
      const row = encoder.encode(rewrite(decoder.decode(bytes.subarray(from, to))));
      quotedLines.line(number, row, 0, row.length);
    };

  const quotedLines = createQuotedLines({
    isRow(bytes, from, to) {
      splitRow(fields, bytes, from, to, separator);
      return fields.count === plan.fieldCount;
    },
    row(number, bytes, from, to) {
      if (number === plan.headerLine) second.header(bytes, from, to);
      if (number < bodyLine) return;
      if (isBlank(bytes, from, to) || isComment(bytes, from) || isRule(bytes, from, to))
        second.pause();
      else takeLine(number, bytes, from, to);
    },
  });

  const fileLines = createFileLines(plan.encoding, {
    line: plan.isBoxed
      ? rewritten(withoutBox)
      : plan.hasPairs
        ? rewritten(withoutPairs)
        : quotedLines.line,
    tooLong(number) {
      quotedLines.flush();
      rows.row();
      row++;
      leaveOut(number, { kind: 'too-long' });
    },
  });

  return {
    push: fileLines.push,
    flush: buffer.flush,
    end() {
      fileLines.end();
      quotedLines.flush();
      series.flush();
      named.end();
      buffer.flush();
    },
    counts: rows.counts,
    isEndless: fileLines.isEndless,
  };
}

const SECOND_TABLE: RowReason = { kind: 'second-table' };

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] ?? 0) > SPACE) return false;
  return true;
}

/** `+-----+`, `|:---|---:|`, `=====`: a line drawn between rows. */
function isRule(bytes: Uint8Array, from: number, to: number): boolean {
  const [first, second] = [bytes[from], bytes[from + 1]];
  const mayBe = first === PLUS || first === BAR || first === EQUALS || first === COLON;
  if (!mayBe && !(first === MINUS && second === MINUS)) return false;
  let drawn = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte === MINUS || byte === EQUALS) drawn++;
    else if (byte !== PLUS && byte !== BAR && byte !== COLON && byte !== SPACE) return false;
  }
  return drawn >= LEAST_DRAWN;
}

function isComment(bytes: Uint8Array, from: number): boolean {
  const first = bytes[from];
  return first === HASH || first === PERCENT || (first === SLASH && bytes[from + 1] === SLASH);
}
