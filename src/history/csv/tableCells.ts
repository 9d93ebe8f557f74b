/** The cells of the row being read: as they stand where they are plain numbers, else as numbers. */
import { COMMA, POINT } from '../../protocol/bytes.ts';
import { parseNumber } from '../../protocol/number.ts';
import { cellNumber, isMissing } from './cellNumber.ts';
import type { CsvPlan, DecimalSign } from './importPlan.ts';
import type { LineBuffer } from './lineBuffer.ts';
import { LONGEST_QUOTE } from './lineConverter.ts';
import type { RowFields } from './rowFields.ts';

/** A longer number is written anew, shorter: the line must have room for all. */
const LONGEST_CELL = 25;
const decoder = new TextDecoder();

export interface TableCells {
  /** The beginning of a cell. */
  text(column: number): string;
  /** The number in a cell; null when it is none, NaN where it is missing. */
  number(column: number): number | null;
  /** Appends a cell to the line; false when it is no number. */
  append(column: number): boolean;
}

export function createTableCells(
  plan: Pick<CsvPlan, 'dialect' | 'decimalSure'>,
  fields: RowFields,
  buffer: LineBuffer,
): TableCells {
  let { decimal } = plan.dialect;
  let sure = plan.decimalSure;

  function text(column: number): string {
    const from = fields.from[column] ?? 0;
    return decoder.decode(
      fields.bytes.subarray(from, Math.min(fields.to[column] ?? 0, from + LONGEST_QUOTE)),
    );
  }

  function number(column: number): number | null {
    const from = fields.from[column] ?? 0;
    const to = fields.to[column] ?? 0;
    const plain = decimal === '.' ? parseNumber(fields.bytes, from, to) : null;
    if (plain !== null) return plain;
    const words = text(column);
    if (isMissing(words)) return Number.NaN;
    const value = cellNumber(words, decimal);
    if (value !== null || sure) return value;
    const other: DecimalSign = decimal === '.' ? ',' : '.';
    const turned = cellNumber(words, other);
    // The first decimal sign of the file says which it is.
    if (turned !== null) [decimal, sure] = [other, true];
    return turned;
  }

  /** Copies a cell whose digits need no other sign than a decimal comma; false when it is another. */
  function copyPlain(column: number): boolean {
    const from = fields.from[column] ?? 0;
    const to = fields.to[column] ?? 0;
    if (to === from || to - from > LONGEST_CELL) return false;
    const start = buffer.length();
    buffer.copy(fields.bytes, from, to);
    const written = buffer.written();
    const end = buffer.length();
    if (decimal === ',') {
      for (let i = start; i < end; i++) {
        if (written[i] === POINT) return false;
        if (written[i] === COMMA) written[i] = POINT;
      }
    }
    return parseNumber(written, start, end) !== null;
  }

  return {
    text,
    number,
    append(column) {
      const start = buffer.length();
      if (copyPlain(column)) return true;
      buffer.cutTo(start);
      const value = number(column);
      if (value !== null) buffer.number(value);
      return value !== null;
    },
  };
}
