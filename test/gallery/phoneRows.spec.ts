/** Rows of the list on a phone, where an event takes several lines. */
import { expect, test } from '@playwright/test';

test('a time that needs two lines stands beside its flag, at the top of its row', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?state=anomalies-full&language=en');
  const times = page.locator('tr[data-row] > td:first-child');
  await expect(times.first()).toBeVisible();
  const below = await times.evaluateAll((cells) =>
    cells.map((cell) => {
      const [flag, time] = [...cell.children].map((part) => part.getBoundingClientRect());
      return (time?.top ?? Number.NaN) - (flag?.bottom ?? Number.NaN);
    }),
  );
  expect(below.length).toBeGreaterThan(0);
  expect(Math.max(...below)).toBeLessThan(0);
});
