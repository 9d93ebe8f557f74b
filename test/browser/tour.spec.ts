/**
 * The guided tour from its first step to its last, by keyboard alone, without a server, in each language:
 * here its first chapter, in tourNames.spec.ts that on names, in tourOwnBoard.spec.ts that on a board of
 * one's own.
 */
import { speak } from '../../src/language/spoken.ts';
import { TOUR_BUTTON_WORDS } from '../../src/ui/tour/buttonWords.ts';
import { wordsOf } from '../../src/ui/tour/stepWords.ts';
import { TOUR_WORDS } from '../../src/ui/tour/words.ts';
import { expectAccessible } from './accessibility.ts';
import { expectExplained } from './explained.ts';
import { expect, test } from './fixtures.ts';
import {
  expectStep,
  inEach,
  press,
  pressInTour,
  showMe,
  tabTo,
  type Visit,
  visitWithoutServer,
  waitUntil,
} from './tourWalk.ts';

/** So long the machine is watched before its sensor sticks: until the watchers have learned. */
const LEARNING_MS = 20_000;

/** The sensor sticks for 8 s; so long after it the limits are as before. */
const AS_BEFORE_MS = 30_000;

// Other specs run in the same process, and read English.
test.afterEach(() => speak('en'));

test('the guided tour can be done to its end by keyboard, with the server dead, in each language', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const visits = await visitWithoutServer(browser);
  await walkLoop(visits);
  for (const { page } of visits) await page.context().close();
});

async function walkLoop(visits: readonly Visit[]): Promise<void> {
  await inEach(visits, async (page) => {
    await tabTo(page, TOUR_BUTTON_WORDS.start);
    await press(page, 'Enter');
    await expectStep(page, 'open');
    await showMe(page);
    await press(page, 'Enter');
  });
  await inEach(visits, (page) => expectStep(page, 'spike'));
  const fittedMs = Date.now();
  await inEach(visits, async (page) => {
    await showMe(page);
    await press(page, 'Enter');
    await expectStep(page, 'why');
    await expect(page.getByText(wordsOf('spike').seen)).toBeVisible();
    await expectAccessible(page, { state: 'the tour' });
    await showMe(page);
    await press(page, 'Enter');
    await expectStep(page, 'gamma');
    await showMe(page);
    await press(page, 'Control+a', '2', 'Enter');
    await expectStep(page, 'cdf');
    // Out of the field, in which T is typed.
    await press(page, 'Tab');
    await showMe(page);
    await press(page, 'ArrowRight');
    await expectStep(page, 'delta');
    await showMe(page);
    await press(page, 'ArrowUp');
    await expectStep(page, 'revert');
    await press(page, 'Tab');
    await showMe(page);
    await press(page, 'Enter');
    await expectStep(page, 'flat');
  });
  await waitUntil(fittedMs + LEARNING_MS);
  await inEach(visits, async (page) => {
    await showMe(page);
    await press(page, 'Enter');
  });
  const stuckMs = Date.now();
  await inEach(visits, async (page, language) => {
    await expectStep(page, 'push');
    await page.locator('[data-tour="parameter-gamma"]').getByRole('textbox').focus();
    await press(page, 'Control+a');
    await page.keyboard.type(language === 'pt' ? '3,5' : '3.5');
    await press(page, 'Enter', 'Tab');
    await showMe(page);
    await press(page, 'Enter');
    await expectStep(page, 'save');
    await showMe(page);
    await press(page, 'Enter');
    await expectStep(page, 'drift');
    if (language === 'en') await expectExplained(page, 'Flat line');
  });
  await waitUntil(stuckMs + AS_BEFORE_MS);
  await inEach(visits, async (page) => {
    await showMe(page);
    await press(page, 'Enter');
  });
  await inEach(visits, async (page) => {
    await expectStep(page, 'end');
    await pressInTour(page, TOUR_WORDS.finish);
    await expect(page.getByRole('region', { name: TOUR_WORDS.region })).toHaveCount(0);
  });
}
