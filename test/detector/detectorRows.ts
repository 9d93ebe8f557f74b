import type { Parameters } from '../../src/detector/parameters.ts';

/** A sample, and the parameters that change before it. Several cores can be given the same. */
export interface Step {
  readonly timeMs: number;
  readonly x: number;
  readonly change?: Partial<Parameters>;
  /** Everything learned is forgotten before this sample (and before the change). */
  readonly restart?: boolean;
}

export interface Run {
  readonly parameters: Parameters;
  /** That of the numbers judged with; doubles where it is not said. */
  readonly epsilon?: number;
  readonly steps: readonly Step[];
}

/** What a core says of a sample and has learned after it. (Its q shows in the limits.) */
export const COLUMNS = [
  'verdict',
  /** 0 level, 1 drift, 2 rhythm. */
  'cause',
  'd',
  'limit',
  'score',
  'probability',
  'mean',
  'variance',
  'location',
  'shape',
  'scale',
  'r2',
  'quiet',
  'bar',
] as const;
export type Column = (typeof COLUMNS)[number];

/** null: there is none yet. */
export type Row = Readonly<Record<Column, number | null>>;

/** A value as JSON carries it: what it has no number for is a word. */
export type JsonCell = number | 'nan' | 'inf' | '-inf' | null;

export function fromJsonCell(cell: JsonCell): number | null {
  if (cell === 'nan') return Number.NaN;
  if (cell === 'inf') return Number.POSITIVE_INFINITY;
  if (cell === '-inf') return Number.NEGATIVE_INFINITY;
  return cell;
}

export function toJsonCell(value: number): JsonCell {
  if (Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}

/** A row of JSON cells; `columns` says which is which. */
export function rowFromCells(columns: readonly string[], cells: readonly JsonCell[]): Row {
  const value = (column: Column): number | null => {
    const cell = cells[columns.indexOf(column)];
    if (cell === undefined) throw new Error(`no column ${column}`);
    return fromJsonCell(cell);
  };
  return Object.fromEntries(COLUMNS.map((column) => [column, value(column)])) as Row;
}

/**
 * Where `found` is not `expected`, one sentence each: verdicts must be the same, numbers so to
 * 1e-9 of their size.
 */
export function differences(found: readonly Row[], expected: readonly Row[]): string[] {
  const sentences: string[] = [];
  if (found.length !== expected.length) {
    sentences.push(`${found.length} samples instead of ${expected.length}`);
  }
  for (const [i, row] of found.entries()) {
    const wanted = expected[i];
    if (!wanted) break;
    for (const column of COLUMNS) {
      if (!isSame(column, row[column], wanted[column])) {
        sentences.push(`sample ${i}: ${column} is ${row[column]} instead of ${wanted[column]}`);
      }
    }
  }
  return sentences;
}

function isSame(column: Column, a: number | null, b: number | null): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  if (column === 'verdict' || column === 'cause' || a === null || b === null) return false;
  return Math.abs(a - b) < 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
