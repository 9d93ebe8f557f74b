import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTables, TABLES } from '../conformance/tables.ts';
import { atDesk, thorough } from '../thoroughness.ts';
import {
  compiledForAvr,
  compiledSimavr,
  hasArduinoCore,
  hasAvr,
  hasSimavr,
  MEGA,
  sketchOn,
  UNO,
} from './avr.ts';
import { rowsOfText, textOfRuns } from './boardRuns.ts';
import { LIBRARY, runTool } from './compile.ts';
import { JUDGED_OTHERWISE, judgingsOf } from './singlePrecision.ts';
import { compiledUnoHex, UNO_HEX } from './virtualUno.ts';

/** What an Uno has beside its boot loader, what a Mega has. */
const MEMORY = {
  uno: { board: UNO, flashBytes: 32_256, ramBytes: 2048 },
  mega: { board: MEGA, flashBytes: 253_952, ramBytes: 8192 },
} as const;
/** Longer ones are left to this machine's own processor. */
const LONGEST = thorough(48, 400);

const missing = !hasAvr || !hasSimavr;

describe(`an ATmega328P in simavr${missing ? ' (skipped: gcc-avr or libsimavr-dev is not installed)' : ''}`, () => {
  const tables = loadTables(TABLES).filter(({ rows }) => rows.length <= LONGEST);
  const found = missing
    ? []
    : rowsOfText(
        runTool(compiledSimavr(), [compiledForAvr('avrRuns.cpp')], textOfRuns(tables, 4)),
        tables,
        4,
      );

  for (const [i, { name, rows }] of tables.entries()) {
    const why = JUDGED_OTHERWISE[name];
    it.skipIf(missing)(`${name}: ${why ?? 'judges over its UART as the table does'}`, () => {
      const ours = judgingsOf(found[i] ?? []);
      expect(ours).toHaveLength(rows.length);
      if (why) expect(ours).not.toEqual(judgingsOf(rows));
      else expect(ours).toEqual(judgingsOf(rows));
    });
  }
});

describe.skipIf(!hasArduinoCore)('the examples', () => {
  type Fitting = readonly [name: string, on: keyof typeof MEMORY, spareBytes: number];
  const onUno: readonly Fitting[] = [['Simulated', 'uno', 900]];
  // Several channels are too much for an Uno's flash. A second core takes as long to compile as the first.
  const inCi: readonly Fitting[] = [
    ['Basic', 'uno', 900],
    ['TwoChannels', 'mega', 4000],
    ['Imu', 'mega', 4000],
    ['Simulated', 'mega', 4000],
  ];
  it.each(thorough(onUno, [...onUno, ...inCi]))(
    '%s compiles, fits on the %s and leaves %i bytes of its RAM',
    (name, on, spareBytes) => {
      const { board, flashBytes, ramBytes } = MEMORY[on];
      const size = sketchOn(board, `${LIBRARY}/examples/${name}/${name}.ino`);
      process.stdout.write(
        `${name} (${on}): flash ${size.flashBytes}, RAM ${size.ramBytes} bytes\n`,
      );
      expect(size.flashBytes).toBeLessThanOrEqual(flashBytes);
      expect(ramBytes - size.ramBytes).toBeGreaterThanOrEqual(spareBytes);
    },
  );

  it('give the virtual Uno its program: `npm run uno` writes it anew after a change', () => {
    expect(readFileSync(UNO_HEX, 'utf8') === compiledUnoHex()).toBe(true);
  });

  it.skipIf(atDesk)('leave out the words of refusals where a sketch asks for it', () => {
    const sketch = `${LIBRARY}/examples/Basic/Basic.ino`;
    const without = sketchOn(UNO, sketch, ['-DTIDEMARK_NO_WORDS']).flashBytes;
    expect(without).toBeLessThan(sketchOn(UNO, sketch).flashBytes - 500);
  });
});
