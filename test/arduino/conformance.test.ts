import { describe, expect, it } from 'vitest';
import { loadTables, TABLES } from '../conformance/tables.ts';
import { differences } from '../detector/detectorRows.ts';
import { rowsOfText, textOfRuns } from './boardRuns.ts';
import { compiledForHost, hasTool, runTool } from './compile.ts';
import {
  columnsFurther,
  FITTED_OTHERWISE,
  JUDGED_OTHERWISE,
  judgingsOf,
} from './singlePrecision.ts';

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

describe('the Arduino library in single precision', () => {
  const tables = loadTables(TABLES);
  const found = missing
    ? []
    : rowsOfText(
        runTool(compiledForHost('hostRuns.cpp', ['-DREAL=float']), [], textOfRuns(tables, 4)),
        tables,
        4,
      );

  for (const [i, { name, rows }] of tables.entries()) {
    const why = JUDGED_OTHERWISE[name];
    it.skipIf(missing)(`${name}: ${why ?? 'judges as the table does'}${skipped}`, () => {
      const ours = judgingsOf(found[i] ?? []);
      expect(ours).toHaveLength(rows.length);
      if (why) expect(ours).not.toEqual(judgingsOf(rows));
      else expect(ours).toEqual(judgingsOf(rows));
    });
  }

  for (const [i, { name, rows }] of tables.entries()) {
    if (JUDGED_OTHERWISE[name]) continue;
    const { columns, why } = FITTED_OTHERWISE[name] ?? {
      columns: [],
      why: 'fits as the table does',
    };
    it.skipIf(missing)(`${name}: ${why}${skipped}`, () => {
      expect(columnsFurther(found[i] ?? [], rows)).toEqual(columns);
    });
  }
});
