/**
 * Every state of the page, on every screen and in both themes: whole, accessible, photographed. In
 * Portuguese with `TIDEMARK_GALLERY_LANGUAGE=pt`. `TIDEMARK_GALLERY_GLANCE=1` looks at each on one
 * screen in one theme, by turns.
 */
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { expectShown } from './shown.ts';
import { SIZES, THEMES } from './sizes.ts';
import { STATES } from './states.ts';

/** Where axe looks: the widest and the narrowest, since what differs does so there. */
const LOOKED_AT_BY_AXE: readonly number[] = [1440, 390];

const LANGUAGE = process.env.TIDEMARK_GALLERY_LANGUAGE ?? 'en';
const IS_GLANCE = process.env.TIDEMARK_GALLERY_GLANCE === '1';

const SCREENS = SIZES.flatMap((size) =>
  THEMES.map((colorScheme) => ({
    ...size,
    colorScheme,
    hasAxe: IS_GLANCE || LOOKED_AT_BY_AXE.includes(size.width),
  })),
);
/** Of widths and themes each in turn, so that neighbours are seen on different ones. */
const screensOf = (index: number): typeof SCREENS =>
  IS_GLANCE ? SCREENS.slice((3 * index) % SCREENS.length).slice(0, 1) : SCREENS;

for (const [index, { name }] of STATES.entries()) {
  test(name, async ({ page }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/?state=${name}&language=${LANGUAGE}`);
    await expectShown(page, name, problems);
    for (const { width, height, colorScheme, hasAxe } of screensOf(index)) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const state = `${name}-${width}x${height}-${colorScheme}-${LANGUAGE}`;
      // Another theme fades in: what is seen is its end.
      await page.screenshot({
        path: `test-results/gallery/${state}.png`,
        animations: 'disabled',
      });
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(sideways, `${state}: the page scrolls sideways`).toBeLessThanOrEqual(0);
      if (hasAxe) await expectAccessible(page, { state });
    }
    expect(problems).toEqual([]);
  });
}
