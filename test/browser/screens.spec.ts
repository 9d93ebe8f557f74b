/** How the screen looks, and what a screen reader and a keyboard make of it, at every size. */
import { expectAccessible, showIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit } from './journey.ts';

/** Where the whole screen must fit, and where panels may stack. */
const SIZES = [
  { width: 1440, height: 900, fits: true, schemes: ['light', 'dark'] },
  { width: 1024, height: 768, fits: true, schemes: ['light'] },
  { width: 390, height: 844, fits: false, schemes: ['dark'] },
] as const;

/** One page for all sizes: to start and to learn takes longer than to look. */
test('the screen at every size, light and dark', async ({ page }) => {
  test.setTimeout(180_000);
  const lookAt = async (state: string, size: (typeof SIZES)[number], scheme: 'light' | 'dark') => {
    const { width, height, fits } = size;
    const where = `${state} at ${width}x${height}, ${scheme}`;
    await page.setViewportSize({ width, height });
    await showIn(page, scheme);
    await page.screenshot({
      path: `test-results/screens/${state}-${width}x${height}-${scheme}.png`,
    });
    const overflow = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { x: scrollWidth - innerWidth, y: scrollHeight - innerHeight };
    });
    expect(overflow.x, `${where}: the page scrolls sideways`).toBeLessThanOrEqual(0);
    if (fits) expect(overflow.y, `${where}: the page scrolls`).toBeLessThanOrEqual(0);
    await expectAccessible(page, { state: where });
  };
  const look = async (state: string) => {
    await page.mouse.move(0, 0);
    // A tooltip on its way out is pale for a moment: that is no lack of contrast.
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    for (const size of SIZES) for (const scheme of size.schemes) await lookAt(state, size, scheme);
    await page.setViewportSize(SIZES[0]);
  };

  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Virtual machine', exact: true })).toBeVisible();
  await look('empty');

  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  await page.getByRole('button', { name: 'Spike' }).click();
  await expect(anomalyRows(page).filter({ hasText: 'browser + board' }).first()).toBeVisible();
  await look('running');

  const menu = page.getByRole('menuitem', { name: 'Recorded sessions' });
  await page.getByRole('button', { name: 'Boards and recordings' }).click();
  await expect(menu).toBeVisible();
  // What fades in has the colours of neither.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  await look('menu');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Pull the plug' }).click();
  await expect(page.getByRole('button', { name: 'Reconnect' })).toBeVisible();
  await look('lost');
});
