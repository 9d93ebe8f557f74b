import { describe, expect, it } from 'vitest';
import { differences, type Row, type Run } from '../detector/detectorRows.ts';
import { micropythonRows } from '../detector/micropythonDetector.ts';
import { typescriptRows } from '../detector/typescriptDetector.ts';
import { cpythonRows, DEBIAN_PYTHON, hasModule } from './cpython.ts';
import { loadTables, TABLES } from './tables.ts';

const tables = loadTables(TABLES);
const hasNumpy = hasModule(DEBIAN_PYTHON, 'numpy');

const implementations: readonly {
  readonly name: string;
  readonly missing?: string;
  readonly rows: (runs: readonly Run[]) => Row[][];
}[] = [
  { name: 'the core in TypeScript', rows: typescriptRows },
  { name: 'the core in MicroPython under WebAssembly', rows: micropythonRows },
  {
    name: 'the core in CPython with numpy as ulab',
    ...(hasNumpy ? {} : { missing: `${DEBIAN_PYTHON} with numpy is not installed` }),
    rows: cpythonRows,
  },
];

describe.each(implementations)('$name', ({ missing, rows }) => {
  const found = missing ? [] : rows(tables);
  const skipped = missing ? ` (skipped: ${missing})` : '';

  for (const [i, { name, shows, rows: expected }] of tables.entries()) {
    it.skipIf(missing)(`${name}: ${shows}${skipped}`, () => {
      expect(expected.length).toBeGreaterThan(0);
      expect(differences(found[i] ?? [], expected)).toEqual([]);
    });
  }
});
