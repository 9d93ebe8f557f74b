/** The counters beside the board's name, where there is no room for all of them. */
import { expect, test } from '@playwright/test';
import { expectShown } from './shown.ts';

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [1024, 768],
] as const) {
  test(`${width}×${height}: what went wrong on the line is what there is room for first`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/?state=line-trouble&language=pt');
    await expectShown(page, 'line-trouble', []);
    const below = await page.getByText('1 234 perdidas').evaluate((figure) => {
      const box = figure.parentElement?.getBoundingClientRect();
      return figure.getBoundingClientRect().bottom - (box?.bottom ?? 0);
    });
    expect(below).toBeLessThanOrEqual(0);
  });
}
