/** The library on processors of 32 bits: compiled for them by Debian's compiler, run by QEMU. */
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/naming/writeModel.ts';
import { loadTables, TABLES } from '../conformance/tables.ts';
import { NEW_FILE, NEW_MODEL, namesByPage, pieceLines } from '../firmware/boardModel.ts';
import { thorough } from '../thoroughness.ts';
import { rowsOfText, textOfRuns } from './boardRuns.ts';
import { hasCortexM, M0, M4, namingOn, runOn } from './cortexM.ts';
import { scriptOf } from './openHostBoard.ts';
import { JUDGED_OTHERWISE, judgingsOf } from './singlePrecision.ts';

const skipped = hasCortexM
  ? ''
  : ' (skipped: gcc-arm-none-eabi or qemu-system-arm is not installed)';

const CORTEX_M0 = ['Cortex-M0, whose numbers are a library', M0] as const;
const CORTEX_M4 = ['Cortex-M4 with its floating-point unit', M4] as const;

describe.each(thorough([CORTEX_M0], [CORTEX_M0, CORTEX_M4]))(
  `a %s in QEMU${skipped}`,
  (_, processor) => {
    const tables = loadTables(TABLES);
    const found = hasCortexM ? rowsOfText(runOn(processor, textOfRuns(tables, 4)), tables, 4) : [];

    for (const [i, { name, rows }] of tables.entries()) {
      const why = JUDGED_OTHERWISE[name];
      it.skipIf(!hasCortexM)(`${name}: ${why ?? 'judges as the table does'}`, () => {
        const ours = judgingsOf(found[i] ?? []);
        expect(ours).toHaveLength(rows.length);
        if (why) expect(ours).not.toEqual(judgingsOf(rows));
        else expect(ours).toEqual(judgingsOf(rows));
      });
    }

    it.skipIf(!hasCortexM)(
      'names events as the page does, by a forest that came over the line',
      () => {
        const disturbed = ['spike', 'burst', 'step'].map((kind) => `i${kind}\nr700\n`).join('');
        const lines = namingOn(processor, `${scriptOf(pieceLines(NEW_FILE))}r700\n${disturbed}`);
        expect(lines.find((line) => line.startsWith('m,'))).toBe(`m,${hashOf(NEW_MODEL)}`);
        const said = lines.filter((line) => line.startsWith('n,'));
        expect(said.length).toBeGreaterThan(2);
        expect(said.toSorted()).toEqual(namesByPage(lines, NEW_MODEL).toSorted());
      },
    );
  },
);
