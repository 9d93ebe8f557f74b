/** The guided tour from its first step to its last, by keyboard alone. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

/** So long the machine is watched before its sensor sticks: until the watchers have learned. */
const LEARNING_MS = 20_000;

/** The sensor sticks for 8 s; so long after it the limits are as before. */
const AS_BEFORE_MS = 30_000;

/** The way to what the step is about: the tour's own button puts the focus there. */
async function showMe(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show me where' }).focus();
  await page.keyboard.press('Enter');
}

/** Waits until so long after a moment, of which the steps before have taken a part. */
async function waitUntil(page: Page, atMs: number): Promise<void> {
  await page.waitForTimeout(Math.max(0, atMs - Date.now()));
}

async function expectStep(page: Page, title: string): Promise<void> {
  const tour = page.getByRole('region', { name: 'Guided tour' });
  await expect(tour.getByRole('heading')).toContainText(title);
}

test('the guided tour can be done to its end by keyboard', async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto('/');
  await page.getByRole('button', { name: 'Show me, in three minutes' }).focus();
  await page.keyboard.press('Enter');
  await expectStep(page, 'Step 1 of 12 Open the virtual machine');
  await showMe(page);
  await page.keyboard.press('Enter');
  await expectStep(page, 'Watch it learn');
  await expectStep(page, 'Disturb it');
  const fittedMs = Date.now();
  await showMe(page);
  await page.keyboard.press('Enter');
  await expectStep(page, 'Ask why');
  await expect(page.getByText('✓ Flagged at that very sample')).toBeVisible();
  await expectAccessible(page, { state: 'the tour' });
  await showMe(page);
  await page.keyboard.press('n');
  await expectStep(page, 'Move a limit');
  await showMe(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expectStep(page, 'See the Weibull');
  await showMe(page);
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 'Say how rare is too rare');
  await showMe(page);
  await page.keyboard.press('ArrowUp');
  await expectStep(page, 'Take it back');
  await showMe(page);
  await page.keyboard.press('Enter');
  await expectStep(page, 'A sensor that sticks');
  await waitUntil(page, fittedMs + LEARNING_MS);
  await showMe(page);
  await page.keyboard.press('Enter');
  const stuckMs = Date.now();
  await expectStep(page, 'Give it to the board');
  await page.getByRole('textbox', { name: 'Bound γ' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3.5');
  await page.keyboard.press('Enter');
  await showMe(page);
  await page.keyboard.press('Enter');
  await expectStep(page, 'Keep it');
  await showMe(page);
  await page.keyboard.press('Enter');
  await expectStep(page, 'A fault without a spike');
  await waitUntil(page, stuckMs + AS_BEFORE_MS);
  await showMe(page);
  await page.keyboard.press('Enter');
  await expectStep(page, 'That is the whole loop');
  await page.getByRole('button', { name: 'Done', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Guided tour' })).toHaveCount(0);
});
