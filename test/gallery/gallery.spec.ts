/**
 * Every state of the page, on every screen and in both themes: whole, accessible, photographed. In
 * Portuguese with `TIDEMARK_GALLERY_LANGUAGE=pt`.
 */
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { SIZES, THEMES } from './sizes.ts';
import { STATES } from './states.ts';

/** Where axe looks: the widest and the narrowest, since what differs does so there. */
const LOOKED_AT_BY_AXE: readonly number[] = [1440, 390];

const LANGUAGE = process.env.TIDEMARK_GALLERY_LANGUAGE ?? 'en';

for (const { name } of STATES) {
  test(name, async ({ page }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/?state=${name}&language=${LANGUAGE}`);
    await expect(page.locator('html')).toHaveAttribute('data-shown', name);
    for (const { width, height } of SIZES) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute(
          'data-mantine-color-scheme',
          colorScheme,
        );
        const state = `${name}-${width}x${height}-${colorScheme}-${LANGUAGE}`;
        await page.screenshot({ path: `test-results/gallery/${state}.png` });
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(sideways, `${state}: the page scrolls sideways`).toBeLessThanOrEqual(0);
        if (LOOKED_AT_BY_AXE.includes(width)) await expectAccessible(page, { state });
      }
    }
    expect(problems).toEqual([]);
  });
}
