/** How the screen looks, and what a screen reader and a keyboard make of it, at every size. */
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit } from './journey.ts';

/** Where the whole screen must fit, and where panels may stack. */
const SIZES = [
  { width: 1440, height: 900, fits: true, schemes: ['light', 'dark'] },
  { width: 1024, height: 768, fits: true, schemes: ['light'] },
  { width: 390, height: 844, fits: false, schemes: ['dark'] },
] as const;

for (const { width, height, fits, schemes } of SIZES) {
  for (const scheme of schemes) {
    test(`the screen at ${width}×${height}, ${scheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });

      const look = async (state: string) => {
        await page.mouse.move(0, 0);
        // A tooltip on its way out is pale for a moment: that is no lack of contrast.
        await expect(page.getByRole('tooltip')).toHaveCount(0);
        await page.screenshot({
          path: `test-results/screens/${state}-${width}x${height}-${scheme}.png`,
        });
        const overflow = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return { x: scrollWidth - innerWidth, y: scrollHeight - innerHeight };
        });
        expect(overflow.x, `${state}: the page scrolls sideways`).toBeLessThanOrEqual(0);
        if (fits) expect(overflow.y, `${state}: the page scrolls`).toBeLessThanOrEqual(0);
        await expectAccessible(page, { state });
      };

      await page.goto('/');
      await expect(
        page.getByRole('button', { name: 'Virtual machine', exact: true }),
      ).toBeVisible();
      await look('empty');

      await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
      await expectFirstFit(page);
      await page.getByRole('button', { name: 'Spike' }).click();
      await expect(anomalyRows(page).filter({ hasText: 'browser + board' }).first()).toBeVisible();
      await look('running');

      await page.getByRole('button', { name: 'Boards and recordings' }).click();
      await expect(page.getByRole('menuitem', { name: 'Recorded sessions' })).toBeVisible();
      // What fades in has the colours of neither.
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      );
      await look('menu');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Pull the plug' }).click();
      await expect(page.getByRole('button', { name: 'Reconnect' })).toBeVisible();
      await look('lost');
    });
  }
}
