/** What a detector takes where memory is small: what was reached, so that it is not lost again. */
import { expect, it } from 'vitest';
import { hasAvr } from './avr.ts';
import { avrSize, cortexMSize } from './codeSize.ts';
import { hasCortexM, M0 } from './cortexM.ts';

it.skipIf(!hasAvr)('an AVR: 260 bytes of state, 10.5 kB of code', () => {
  const { codeBytes, stateBytes } = avrSize();
  expect(stateBytes).toBeGreaterThan(200);
  expect(stateBytes).toBeLessThanOrEqual(260);
  expect(codeBytes).toBeLessThanOrEqual(10_500);
});

it.skipIf(!hasCortexM)('a Cortex-M0: 280 bytes of state, 5 kB of code', () => {
  const { codeBytes, stateBytes } = cortexMSize(M0);
  expect(stateBytes).toBeGreaterThan(200);
  expect(stateBytes).toBeLessThanOrEqual(280);
  expect(codeBytes).toBeLessThanOrEqual(5000);
});
