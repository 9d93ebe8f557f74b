/** Walks the guided tour by keyboard alone, in pages of several languages step by step at the same time. */
import type { Browser, Page } from '@playwright/test';
import { LANGUAGE_TAGS, LANGUAGES, type Language, speak } from '../../src/language/spoken.ts';
import type { StepId } from '../../src/tour/steps.ts';
import { wordsOf } from '../../src/ui/tour/stepWords.ts';
import { targetsOf } from '../../src/ui/tour/targets.ts';
import { TOUR_WORDS } from '../../src/ui/tour/words.ts';
import { expect } from './fixtures.ts';
import { serveFolder } from './staticServer.ts';

/** One on a desk, one on a phone. */
const VIEWPORTS = { en: { width: 1280, height: 720 }, pt: { width: 390, height: 844 } };

/** From the tour's bar its own buttons are a few presses of Tab away. */
const MOST_TABS = 12;

export interface Visit {
  readonly page: Page;
  readonly language: Language;
}

/** The page in each language, loaded once; then the server is killed, and each is loaded again. */
export async function visitWithoutServer(browser: Browser): Promise<readonly Visit[]> {
  const server = await serveFolder('dist', '/tidemark/');
  const visits: Visit[] = [];
  for (const language of LANGUAGES) {
    const context = await browser.newContext({
      viewport: VIEWPORTS[language],
      locale: LANGUAGE_TAGS[language],
    });
    const page = await context.newPage();
    await page.goto(server.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    visits.push({ page, language });
  }
  await server.kill();
  await inEach(visits, async (page, language) => {
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', LANGUAGE_TAGS[language]);
  });
  return visits;
}

/** Words are those of the page that is used at the moment. */
export async function inEach(
  visits: readonly Visit[],
  act: (page: Page, language: Language) => Promise<void>,
): Promise<void> {
  for (const { page, language } of visits) {
    speak(language);
    await act(page, language);
  }
}

export async function expectStep(page: Page, step: StepId): Promise<void> {
  const tour = page.getByRole('region', { name: TOUR_WORDS.region });
  await expect(tour.getByRole('heading')).toContainText(wordsOf(step).title, { timeout: 30_000 });
  if (targetsOf(step).length > 0) await expectTargetInSight(page);
}

/** The id of the step that its bar tells of. */
export const stepOf = (page: Page): Promise<string | null> =>
  page.locator('[data-tour-bar]').getAttribute('data-tour-bar');

/** What the step is about is on the screen, and nothing lies over it. */
async function expectTargetInSight(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const target = document.querySelector('[data-tour-now]');
        if (!target) return 'no target';
        const { left, top, width, height } = target.getBoundingClientRect();
        // Of a panel its beginning, which is where one reads on.
        const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
        return target.contains(over) ? 'in sight' : `behind ${over?.outerHTML.slice(0, 120)}`;
      }),
    )
    .toBe('in sight');
}

/** By T to the bar of the tour, by Tab to its button, by Enter. */
export async function pressInTour(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('region', { name: TOUR_WORDS.region });
  await page.keyboard.press('t');
  await expect(bar).toBeFocused();
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** @throws when it is not a few presses away */
export async function tabTo(page: Page, name: string, most = MOST_TABS): Promise<void> {
  for (let tabs = 0; tabs < most; tabs++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.textContent())?.startsWith(name)) return;
  }
  throw new Error(`No Tab leads to “${name}”.`);
}

/** The way to what the step is about, which is then in sight. */
export async function showMe(page: Page): Promise<void> {
  await pressInTour(page, TOUR_WORDS.showMe);
  await expectTargetInSight(page);
}

/** A command of the palette, by its name. */
export async function command(page: Page, name: string): Promise<void> {
  await press(page, 'Control+k');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type(name);
  await press(page, 'Enter');
}

/** Until a moment, of which the steps before have taken a part. */
export async function waitUntil(atMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, atMs - Date.now())));
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
