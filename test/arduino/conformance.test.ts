import { describe, expect, it } from 'vitest';
import { loadTables, TABLES } from '../conformance/tables.ts';
import { differences, type Row } from '../detector/detectorRows.ts';
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

/** Where single precision judges otherwise than the table, and why. Nothing else may. */
const IN_SINGLE_PRECISION: Readonly<Record<string, string>> = {
  'constant-then-jump': 'a jump of 1 at 5e6 is within 16 epsilon of the mean, which are 9.5',
  'huge-value': '1e140 is no number of 32 bits, and invalid',
  'large-offset': 'at 1e9 the next number is 64 further: a variation of 1e-3 is none',
  'watchers-single-precision': 'at 1e6 the next number is 1/16 further: steps of 1/64 are rounded',
};

function judgingsOf(rows: readonly Row[]): string[] {
  return rows.map(({ verdict, cause, score }) =>
    // The cause of what is no alarm hangs on which of two small ratios is larger.
    [verdict, (score ?? 0) > 1 ? cause : 0].join(),
  );
}

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
    const why = IN_SINGLE_PRECISION[name];
    it.skipIf(missing)(`${name}: ${why ?? 'judges as the table does'}${skipped}`, () => {
      const ours = judgingsOf(found[i] ?? []);
      expect(ours).toHaveLength(rows.length);
      if (why) expect(ours).not.toEqual(judgingsOf(rows));
      else expect(ours).toEqual(judgingsOf(rows));
    });
  }
});
