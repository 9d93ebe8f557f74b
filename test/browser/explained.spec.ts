/** What a watcher flags on the virtual board is explained where the event is chosen. */
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit } from './journey.ts';

/** Until the watchers have learned. */
const LEARNING_MS = 30_000;

const DISTURBANCES = [
  { word: 'Drift', kind: 'drift', sentence: /limits away from the 256 before/ },
  {
    word: 'Flat line',
    kind: 'rhythm',
    sentence: /Has not crossed its mean for .* s, usually .* s/,
  },
] as const;

for (const { word, kind, sentence } of DISTURBANCES) {
  test(`${word} on the virtual board is flagged as ${kind}, and explained`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine' }).click();
    await expectFirstFit(page);
    await page.waitForTimeout(LEARNING_MS);
    const mine = anomalyRows(page).filter({ hasText: kind });
    const before = await mine.count();
    await page.getByRole('button', { name: word }).click();
    await expect.poll(() => mine.count(), { timeout: 20_000 }).toBeGreaterThan(before);
    await mine.first().getByRole('button').click();
    const why = page.getByRole('region', { name: 'Weibull fit' });
    await expect(why).toContainText(sentence);
    await expect(why.getByRole('img', { name: /^Why .* alarmed at/ })).toBeVisible();
    await expectAccessible(page, { state: `why of ${kind}` });
  });
}
