import { describe, expect, it } from 'vitest';
import { loadTables, TABLES } from '../conformance/tables.ts';
import { differences } from '../detector/detectorRows.ts';
import { rowsOfText, textOfRuns } from './boardRuns.ts';
import { compiledForHost, hasTool, runTool } from './compile.ts';

const missing = !hasTool('g++');
const skipped = missing ? ' (skipped: g++ is not installed)' : '';

describe.each([
  ['in doubles', 2 ** -52, []],
  [
    'in doubles, beside a board that computes in single precision',
    2 ** -23,
    ['-DTIDEMARK_PAGE_BESIDE_SINGLE'],
  ],
] as const)('the Arduino library %s', (_, epsilon, flags) => {
  const tables = loadTables(TABLES).filter((table) => (table.epsilon ?? 2 ** -52) === epsilon);
  const found = missing
    ? []
    : rowsOfText(
        runTool(
          compiledForHost('hostRuns.cpp', ['-DREAL=double', ...flags]),
          [],
          textOfRuns(tables, 8),
        ),
        tables,
        8,
      );

  for (const [i, { name, shows, rows }] of tables.entries()) {
    it.skipIf(missing)(`${name}: ${shows}${skipped}`, () => {
      expect(rows.length).toBeGreaterThan(0);
      expect(differences(found[i] ?? [], rows)).toEqual([]);
    });
  }
});
