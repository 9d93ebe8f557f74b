import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Parameters } from '../../src/detector/parameters.ts';
import {
  fromJsonCell,
  type JsonCell,
  type Row,
  type Run,
  rowFromCells,
} from '../detector/detectorRows.ts';

/** Where the committed tables are; `worksheet.py` wrote them. */
export const TABLES = fileURLToPath(new URL('../vectors/conformance', import.meta.url));

/** A case of the worksheet: what goes in, what must come out. */
export interface Table extends Run {
  readonly name: string;
  readonly shows: string;
  readonly rows: readonly Row[];
}

interface TableFile {
  readonly shows: string;
  readonly parameters: Parameters;
  readonly epsilon: number;
  readonly restarts: readonly number[];
  readonly changes: readonly { before: number; parameters: Partial<Parameters> }[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly JsonCell[])[];
}

export function loadTables(directory: string): Table[] {
  return readdirSync(directory)
    .sort()
    .map((file) => {
      const json = JSON.parse(readFileSync(join(directory, file), 'utf8')) as TableFile;
      return tableOf(basename(file, '.json'), json);
    });
}

function tableOf(
  name: string,
  { shows, parameters, epsilon, changes, restarts, columns, rows }: TableFile,
): Table {
  const cell = (row: readonly JsonCell[], column: string) => {
    const value = fromJsonCell(row[columns.indexOf(column)] ?? null);
    if (value === null) throw new Error(`${name}: a sample without ${column}`);
    return value;
  };
  return {
    name,
    shows,
    parameters,
    epsilon,
    steps: rows.map((row, i) => {
      const change = changes.find(({ before }) => before === i)?.parameters;
      return {
        timeMs: cell(row, 'time'),
        x: cell(row, 'x'),
        ...(change ? { change } : {}),
        ...(restarts.includes(i) ? { restart: true } : {}),
      };
    }),
    rows: rows.map((row) => rowFromCells(columns, row)),
  };
}
