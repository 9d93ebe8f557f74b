import { fileURLToPath } from 'node:url';
import {
  COLUMNS,
  type JsonCell,
  type Row,
  type Run,
  rowFromCells,
  toJsonCell,
} from './detectorRows.ts';

/** The program that feeds a Python core; under every interpreter the same. */
export const PYTHON_ROWS = fileURLToPath(new URL('pythonRows.py', import.meta.url));

/** The runs as the program reads them. */
export function runsAsJson(runs: readonly Run[]): string {
  return JSON.stringify(
    runs.map(({ parameters, epsilon, steps }) => ({
      parameters,
      epsilon,
      steps: steps.map((step) => ({ ...step, x: toJsonCell(step.x) })),
    })),
  );
}

/** The rows that the program wrote. */
export function rowsFromJson(json: string): Row[][] {
  const runs = JSON.parse(json) as JsonCell[][][];
  return runs.map((rows) => rows.map((cells) => rowFromCells(COLUMNS, cells)));
}
