/** Waits until the gallery's page is in its state. */
import { expect, type Page } from '@playwright/test';
import { PATIENCE_MS } from '../thoroughness.ts';

/** @param problems what the page complained of; where it never comes into its state, they say why */
export async function expectShown(
  page: Page,
  state: string,
  problems: readonly string[],
): Promise<void> {
  try {
    await expect(page.locator('html')).toHaveAttribute('data-shown', state, {
      timeout: PATIENCE_MS,
    });
  } finally {
    expect.soft(problems, state).toEqual([]);
  }
}
