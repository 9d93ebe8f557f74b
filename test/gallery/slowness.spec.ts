/** A machine that is busy with other things: what is late is waited for. */
import { expect, test } from '@playwright/test';
import { expectShown } from './shown.ts';

test('a dialog whose part comes a minute late is shown all the same', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.clock.install();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/ImportDialog-*.js', async (route) => {
    await released;
    await route.continue();
  });
  const asked = page.waitForRequest('**/ImportDialog-*.js');
  await page.goto('/?state=import-log&language=en', { waitUntil: 'commit' });
  await asked;
  await expect(page.locator('html')).toHaveAttribute('data-awaited', /dialog/);
  await page.clock.fastForward(60_000);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  release();
  await expectShown(page, 'import-log', problems);
});
