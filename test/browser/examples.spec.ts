import { expect, test } from './fixtures.ts';
import { anomalyRows } from './journey.ts';

test('an example is opened, and solved as its answer says', async ({ page }) => {
  await page.goto('/');
  await page.screenshot({ path: 'test-results/exports/start.png' });
  await page.getByRole('button', { name: /^Example: environment/ }).click();
  const example = page.getByRole('region', { name: 'Example' });
  await expect(example).toContainText('Which parameter shows that night?');
  await expect(page.getByRole('region', { name: 'Weibull fit' })).toContainText('the limit is');
  await expect(page.getByText('No anomaly so far.')).toBeVisible();

  await example.getByRole('button', { name: 'Show the answer' }).click();
  await expect(example).toContainText('86 400 000 ms');
  await page
    .getByRole('button', { name: /More|Drift/ })
    .first()
    .click();
  const season = page.getByRole('textbox', { name: 'Season' });
  await season.fill('86400000');
  await season.press('Enter');
  // The names of the columns are a row, too.
  await expect(anomalyRows(page)).toHaveCount(2);
  await expect(anomalyRows(page).last()).toContainText('1 Feb 02:00:00.0');
  await page.screenshot({ path: 'test-results/exports/example.png' });
});
