import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { differences } from '../detector/detectorRows.ts';
import { atDesk } from '../thoroughness.ts';
import { DEBIAN_PYTHON, inTemporaryDirectory, runPython } from './cpython.ts';
import { loadTables, TABLES } from './tables.ts';

const WORKSHEET = fileURLToPath(new URL('worksheet.py', import.meta.url));
const python = existsSync(DEBIAN_PYTHON) ? DEBIAN_PYTHON : 'python3';

it.skipIf(atDesk)(
  'the worksheet gives the committed tables, and each case shows what it says',
  () => {
    const again = inTemporaryDirectory((directory) => {
      runPython(python, [WORKSHEET, directory]);
      return loadTables(directory);
    });
    const committed = loadTables(TABLES);
    const inputs = ({ rows: _, ...rest }: (typeof again)[number]) => rest;
    expect(committed.map(inputs)).toEqual(again.map(inputs));
    for (const [i, { name, rows }] of committed.entries()) {
      expect(differences(rows, again[i]?.rows ?? []), name).toEqual([]);
    }
  },
);
