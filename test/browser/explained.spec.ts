/** What a watcher flags on the virtual board is explained where the event is chosen. */
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit } from './journey.ts';

/** Until the watchers have learned. */
const LEARNING_MS = 30_000;

const OF_DRIFT = /limits away from the 256 before/;
const OF_RHYTHM = /Has not crossed its mean for .* s, usually .* s/;

const DISTURBANCES = [
  { word: 'Drift', cause: /drift/, sentence: OF_DRIFT },
  // The line has a slope where it began, or stays where it was: either may be first.
  {
    word: 'Flat line',
    cause: /rhythm|drift/,
    sentence: new RegExp(`${OF_RHYTHM.source}|${OF_DRIFT.source}`),
  },
] as const;

/** Half a minute of learning each; the tour's drift is in tour.spec.ts. Both with `TIDEMARK_DISTURBANCES=all`. */
const TRIED = DISTURBANCES.filter(
  ({ word }) => process.env.TIDEMARK_DISTURBANCES === 'all' || word === 'Flat line',
);

for (const { word, cause, sentence } of TRIED) {
  test(`${word} on the virtual board is flagged, and explained`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
    await expectFirstFit(page);
    await page.waitForTimeout(LEARNING_MS);
    const mine = anomalyRows(page).filter({ hasText: cause });
    const before = await mine.count();
    const bar = page.getByRole('region', { name: 'Virtual machine', exact: true });
    await bar.getByRole('button', { name: word }).click();
    await expect.poll(() => mine.count(), { timeout: 20_000 }).toBeGreaterThan(before);
    await mine
      .first()
      .getByRole('button', { name: /^Show / })
      .click();
    const why = page.getByRole('region', { name: 'Weibull fit' });
    await expect(why).toContainText(sentence);
    await expect(why.getByRole('img', { name: /^Why .* alarmed at/ })).toBeVisible();
    await expectAccessible(page, { state: `why of ${word}` });
  });
}
