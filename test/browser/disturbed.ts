import type { Page } from '@playwright/test';
import type { Injection, Machine } from '../../src/board/virtualMachines.ts';
import {
  DISTURBANCE_WORDS,
  DISTURBANCES,
  hintWords,
  MACHINE_WORDS,
} from '../../src/ui/virtualMachineWords.ts';
import { expectAccessible } from './accessibility.ts';
import { expect } from './fixtures.ts';
import { anomalyRows, expectFirstFit } from './journey.ts';

/** What the page asks for before the first disturbance. */
const LEARNING_MS = 30_000;
/** The list follows the signal, and the machine that runs the tests may be slow. */
const SLOWLY_MS = 5000;

/** Started and disturbed by keyboard, the virtual machine has it announced, and listed in time. */
export async function expectListedInTime(
  page: Page,
  machine: Machine,
  injection: Injection,
): Promise<void> {
  const { name } = MACHINE_WORDS[machine];
  const { word } = DISTURBANCE_WORDS[injection];
  const { withinMs } = DISTURBANCES[injection];
  await page.getByRole('button', { name }).press('Enter');
  await expectFirstFit(page);
  const bar = page.getByRole('region', { name });
  await expectAccessible(page, { state: name });
  await page.waitForTimeout(LEARNING_MS);
  const before = await anomalyRows(page).count();

  const button = bar.getByRole('button', { name: word });
  await expect(button).toHaveAccessibleDescription(hintWords(injection));
  await button.press('Enter');
  await expect(bar.getByRole('status')).toContainText(`${word}: `);
  await expect
    .poll(() => anomalyRows(page).count(), { timeout: withinMs + SLOWLY_MS })
    .toBeGreaterThan(before);
  await expect(bar.getByRole('status')).toContainText(`${word}: flagged, cause `);
  await expect(anomalyRows(page).filter({ hasText: 'browser' })).not.toHaveCount(0);
}
