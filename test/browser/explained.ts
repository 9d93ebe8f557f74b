import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { anomalyRows } from './journey.ts';

const OF_DRIFT = /limits away from the 256 before/;
const OF_RHYTHM = /Has not crossed its mean for .* s, usually .* s/;

/** What watchers find on the virtual machine, by the button that makes it. */
export const WATCHED = {
  Drift: { cause: /drift/, sentence: OF_DRIFT },
  // The line has a slope where it began, or stays where it was: either may be first.
  'Flat line': {
    cause: /rhythm|drift/,
    sentence: new RegExp(`${OF_RHYTHM.source}|${OF_DRIFT.source}`),
  },
} as const;
export type Watched = keyof typeof WATCHED;

/** The events that a watcher found of this. */
export const eventsOf = (page: Page, word: Watched): Locator =>
  anomalyRows(page).filter({ hasText: WATCHED[word].cause });

/** The newest of them, chosen by keyboard, says why. */
export async function expectExplained(page: Page, word: Watched): Promise<void> {
  await eventsOf(page, word)
    .first()
    .getByRole('button', { name: /^Show / })
    .press('Enter');
  const why = page.getByRole('region', { name: 'Weibull fit' });
  await expect(why).toContainText(WATCHED[word].sentence);
  await expect(why.getByRole('img', { name: /^Why .* alarmed at/ })).toBeVisible();
  await expectAccessible(page, { state: `why of ${word}` });
}
