/** What a detector takes where memory is small: what was reached, so that it is not lost again. */
import { expect, it } from 'vitest';
import { atDesk } from '../thoroughness.ts';
import { hasAvr } from './avr.ts';
import { avrSize, cortexMSize, WITH_NUMBERS } from './codeSize.ts';
import { hasCortexM, M0 } from './cortexM.ts';

it.skipIf(!hasAvr)('an AVR: 260 bytes of state, 9 kB of code', () => {
  const { codeBytes, stateBytes } = avrSize();
  expect(stateBytes).toBeGreaterThan(200);
  expect(stateBytes).toBeLessThanOrEqual(260);
  expect(codeBytes).toBeGreaterThan(4000);
  expect(codeBytes).toBeLessThanOrEqual(8600);
  expect(avrSize(WITH_NUMBERS).codeBytes).toBeLessThanOrEqual(9000);
});

it.skipIf(!hasCortexM || atDesk)('a Cortex-M0: 260 bytes of state, 4 kB of code', () => {
  const { codeBytes, stateBytes } = cortexMSize(M0);
  expect(stateBytes).toBeGreaterThan(200);
  expect(stateBytes).toBeLessThanOrEqual(260);
  expect(codeBytes).toBeGreaterThan(2000);
  expect(codeBytes).toBeLessThanOrEqual(3920);
  expect(cortexMSize(M0, WITH_NUMBERS).codeBytes).toBeLessThanOrEqual(4096);
});
