/** What a watcher flags on the virtual board is explained where the event is chosen. */
import { eventsOf, expectExplained, WATCHED, type Watched } from './explained.ts';
import { expect, test } from './fixtures.ts';
import { expectFirstFit } from './journey.ts';

/** Until the watchers have learned. */
const LEARNING_MS = 30_000;

/** Half a minute of learning each, so with `TIDEMARK_DISTURBANCES=all`; else the tour's line is, in tour.spec.ts. */
const TRIED =
  process.env.TIDEMARK_DISTURBANCES === 'all' ? (Object.keys(WATCHED) as Watched[]) : [];

for (const word of TRIED) {
  test(`${word} on the virtual board is flagged, and explained`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
    await expectFirstFit(page);
    await page.waitForTimeout(LEARNING_MS);
    const before = await eventsOf(page, word).count();
    const bar = page.getByRole('region', { name: 'Virtual machine', exact: true });
    await bar.getByRole('button', { name: word }).click();
    await expect
      .poll(() => eventsOf(page, word).count(), { timeout: 20_000 })
      .toBeGreaterThan(before);
    await expectExplained(page, word);
  });
}
