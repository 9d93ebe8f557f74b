/** The library on processors of 32 bits: compiled for them by Debian's compiler, run by QEMU. */
import { describe, expect, it } from 'vitest';
import { loadTables, TABLES } from '../conformance/tables.ts';
import { thorough } from '../thoroughness.ts';
import { rowsOfText, textOfRuns } from './boardRuns.ts';
import { hasCortexM, M0, M4, runOn } from './cortexM.ts';
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
  },
);
