import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixtures.ts';

/** No rule of axe is broken in what `within` selects; `state` says in a failure what was shown. */
export async function expectAccessible(
  page: Page,
  { within = ':root', state = '' }: { readonly within?: string; readonly state?: string } = {},
): Promise<void> {
  // What fades in or out has the colours of neither. Some animations never end.
  await page.evaluate(() => {
    const passing = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(passing.map((animation) => animation.finished));
  });
  // What the debugger evaluates is not held back by the page's Content-Security-Policy.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (selector) => {
    const { violations } = await window.axe.run(selector, { resultTypes: ['violations'] });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
    );
  }, within);
  expect(found, state).toEqual([]);
}

/** The page in this scheme of colours: from when it has taken it on, its colours fade in, which a look waits for. */
export async function showIn(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
