/** The names of columns that a line of words gave, for the rows that follow it. */
import { withoutTime } from './labelledTime.ts';
import { type ForeignLine, type ForeignTime, type ForeignValue, plainName } from './reading.ts';
import { isUnit } from './token.ts';

/** Lines between a header and its first row: sketches talk, too. */
const LINES_TO_FIRST_ROW = 8;
/** Date and time are two cells at most. */
const MOST_TIME_CELLS = 2;

export interface NamedRow {
  readonly values: readonly ForeignValue[];
  /** The row's own time when a column of that name holds it. */
  readonly time: ForeignTime | null;
}

export interface ColumnHeader {
  /** Takes a line of words. */
  take(header: ForeignLine): void;
  /** A line that is neither; it may part a header from its rows. */
  skip(): void;
  /** The row with its columns' names, when a header has them. */
  name(row: ForeignLine): NamedRow;
}

/** `isKnown`: whether values of this name are a channel already; these are not named anew. */
export function createColumnHeader(isKnown: (name: string) => boolean): ColumnHeader {
  let newest: ForeignLine | null = null;
  let linesSince = 0;
  /** The header that names rows so far, and its first column that is no time. */
  let inUse: { readonly header: ForeignLine; readonly from: number } | null = null;

  function fits(header: ForeignLine, row: ForeignLine): number {
    const from = header.width - row.width;
    const most = row.time ? MOST_TIME_CELLS : 0;
    return header.separator === row.separator && from >= 0 && from <= most ? from : -1;
  }

  return {
    take(header) {
      const above = newest;
      newest =
        above && linesSince === 0 && isUnitsRow(header, above) ? withUnits(above, header) : header;
      linesSince = 0;
    },
    skip() {
      if (newest && ++linesSince > LINES_TO_FIRST_ROW) newest = null;
    },
    name(row) {
      if (newest) {
        const from = fits(newest, row);
        if (from >= 0 && !isKnown(plainName(0, row.width))) inUse = { header: newest, from };
        newest = null;
      }
      if (!inUse || fits(inUse.header, row) !== inUse.from) return row;
      const { header, from } = inUse;
      const named = row.values.map((each, i) => {
        const column = header.values[from + (row.cells?.[i] ?? i)];
        return {
          name: column?.name ?? each.name,
          value: each.value,
          unit: each.unit || (column?.unit ?? ''),
        };
      });
      const timed = withoutTime(named);
      return { values: timed.values, time: row.time ?? timed.time };
    },
  };
}

function isUnitsRow(row: ForeignLine, above: ForeignLine): boolean {
  const sameShape = row.width === above.width && row.separator === above.separator;
  return sameShape && row.values.every(({ name }) => isUnitCell(name));
}

const bare = (cell: string) => cell.replace(/^[([]\s*|\s*[)\]]$/g, '');

const isUnitCell = (cell: string) =>
  /^-?$/.test(cell) || (bare(cell).length <= 8 && isUnit(bare(cell)));

function withUnits(header: ForeignLine, units: ForeignLine): ForeignLine {
  const values = header.values.map((column, i) => {
    const unit = bare(units.values[i]?.name ?? '');
    return { ...column, unit: column.unit || (unit === '-' ? '' : unit) };
  });
  return { ...header, values };
}
