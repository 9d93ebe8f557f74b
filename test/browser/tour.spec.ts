/** The guided tour from its first step to its last, by keyboard alone, without a server, in each language. */
import type { Page } from '@playwright/test';
import { LANGUAGE_TAGS, LANGUAGES, speak } from '../../src/language/spoken.ts';
import type { StepId } from '../../src/tour/steps.ts';
import { TOUR_BUTTON_WORDS } from '../../src/ui/tour/buttonWords.ts';
import { wordsOf } from '../../src/ui/tour/stepWords.ts';
import { TOUR_WORDS } from '../../src/ui/tour/words.ts';
import { expectAccessible } from './accessibility.ts';
import { expectExplained } from './explained.ts';
import { expect, test } from './fixtures.ts';
import { serveFolder } from './staticServer.ts';

/** So long the machine is watched before its sensor sticks: until the watchers have learned. */
const LEARNING_MS = 20_000;

/** The sensor sticks for 8 s; so long after it the limits are as before. */
const AS_BEFORE_MS = 30_000;

/** The way to what the step is about: the tour's own button puts the focus there. */
async function showMe(page: Page): Promise<void> {
  await page.getByRole('button', { name: TOUR_WORDS.showMe }).focus();
  await page.keyboard.press('Enter');
}

/** Waits until so long after a moment, of which the steps before have taken a part. */
async function waitUntil(page: Page, atMs: number): Promise<void> {
  await page.waitForTimeout(Math.max(0, atMs - Date.now()));
}

async function expectStep(page: Page, step: StepId): Promise<void> {
  const tour = page.getByRole('region', { name: TOUR_WORDS.region });
  await expect(tour.getByRole('heading')).toContainText(wordsOf(step).title);
}

// Other specs run in the same process, and read English.
test.afterEach(() => speak('en'));

for (const language of LANGUAGES) {
  test(`the guided tour can be done to its end by keyboard, with the server dead: ${language}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    speak(language);
    const server = await serveFolder('dist', '/tidemark/');
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: LANGUAGE_TAGS[language],
    });
    const page = await context.newPage();
    await page.goto(server.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await server.kill();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', LANGUAGE_TAGS[language]);
    await page.getByRole('button', { name: TOUR_BUTTON_WORDS.start }).focus();
    await page.keyboard.press('Enter');
    await expectStep(page, 'open');
    await showMe(page);
    await page.keyboard.press('Enter');
    await expectStep(page, 'learn');
    await expectStep(page, 'spike');
    const fittedMs = Date.now();
    await showMe(page);
    await page.keyboard.press('Enter');
    await expectStep(page, 'why');
    await expect(page.getByText(wordsOf('spike').seen)).toBeVisible();
    await expectAccessible(page, { state: 'the tour' });
    await showMe(page);
    await page.keyboard.press('n');
    await expectStep(page, 'gamma');
    await showMe(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expectStep(page, 'cdf');
    await showMe(page);
    await page.keyboard.press('ArrowRight');
    await expectStep(page, 'delta');
    await showMe(page);
    await page.keyboard.press('ArrowUp');
    await expectStep(page, 'revert');
    await showMe(page);
    await page.keyboard.press('Enter');
    await expectStep(page, 'flat');
    await waitUntil(page, fittedMs + LEARNING_MS);
    await showMe(page);
    await page.keyboard.press('Enter');
    const stuckMs = Date.now();
    await expectStep(page, 'push');
    await page.locator('[data-tour="parameter-gamma"]').getByRole('textbox').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3.5');
    await page.keyboard.press('Enter');
    await showMe(page);
    await page.keyboard.press('Enter');
    await expectStep(page, 'save');
    await showMe(page);
    await page.keyboard.press('Enter');
    await expectStep(page, 'drift');
    if (language === 'en') {
      await expectExplained(page, 'Flat line');
      await waitUntil(page, stuckMs + AS_BEFORE_MS);
      await showMe(page);
      await page.keyboard.press('Enter');
    } else {
      // Half a minute's wait once is enough: a step can be left out, too.
      await page.getByRole('button', { name: TOUR_WORDS.skip, exact: true }).focus();
      await page.keyboard.press('Enter');
    }
    await expectStep(page, 'end');
    await page.getByRole('button', { name: TOUR_WORDS.finish, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: TOUR_WORDS.region })).toHaveCount(0);
    await context.close();
  });
}
