/** The tour's chapter on names from its first step to its last, by keyboard alone, without a server, in each language. */
import type { Locator, Page } from '@playwright/test';
import { speak } from '../../src/language/spoken.ts';
import { NAMING_WORDS } from '../../src/ui/classes/namingWords.ts';
import { TERM_WORDS } from '../../src/ui/terms.ts';
import { CHAPTER_WORDS } from '../../src/ui/tour/buttonWords.ts';
import { TOUR_WORDS } from '../../src/ui/tour/words.ts';
import { DISTURBANCE_WORDS } from '../../src/ui/virtualMachineWords.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import {
  command,
  expectStep,
  inEach,
  press,
  pressInTour,
  showMe,
  stepOf,
  tabTo,
  type Visit,
  visitWithoutServer,
  waitUntil,
} from './tourWalk.ts';

/** As the words of the chapter say: a few seconds, six seconds. */
const BETWEEN_MS = { spike: 3000, burst: 6000 };
type Kind = keyof typeof BETWEEN_MS;

/** As its words say, and one more of the kind that an earlier disturbance may make larger. */
const OF_EACH = { spike: 9, burst: 8 };

/** Of a burst so many are outliers that it is collective. */
const TERMS_OF = { spike: 'alarm', burst: 'collective' } as const;

/** A row begins with its flag and its time. */
const CLOCK_LETTERS = 14;

/** The first two classes are the page's own; then in the order in which they were given. */
const KEYS = { burst: '3', spike: '4' };

/** So many rows, or names that are proposed, are gone through. */
const MOST_ROWS = 40;

// Other specs run in the same process, and read English.
test.afterEach(() => speak('en'));

test('the tour of names can be done to its end by keyboard, with the server dead, in each language', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const visits = await visitWithoutServer(browser);
  await inEach(visits, async (page) => {
    await command(page, CHAPTER_WORDS.names);
    await expectStep(page, 'names-open');
    await showMe(page);
    await press(page, 'Enter');
  });
  await inEach(visits, async (page) => {
    await expectStep(page, 'names-raise');
    await showMe(page);
  });
  await raise(visits, 'spike');
  await inEach(visits, (page) => tabTo(page, DISTURBANCE_WORDS.burst.word));
  await raise(visits, 'burst');
  await inEach(visits, async (page) => {
    await expectStep(page, 'names-give');
    await showMe(page);
    await nameAll(page, 'burst');
    await showMe(page);
    await nameAll(page, 'spike');
    await nameRest(page);
    await expectStep(page, 'names-train');
    // It leads to the tab, and once that is open to the button.
    await showMe(page);
    await press(page, 'Enter');
    await expect(page.locator('[data-tour="train"][data-tour-now]')).toBeVisible();
    await showMe(page);
    await press(page, 'Enter');
    await expectStep(page, 'names-push');
    await expectAccessible(page, { state: 'the tour, trained' });
    await showMe(page);
    await press(page, 'Enter');
    await expectStep(page, 'names-again');
    await showMe(page);
    await press(page, 'Enter');
  });
  await inEach(visits, async (page) => {
    await expectStep(page, 'names-end');
    await pressInTour(page, TOUR_WORDS.finish);
    await expect(page.getByRole('region', { name: TOUR_WORDS.region })).toHaveCount(0);
    await page.context().close();
  });
});

/** By the button that has the focus, in all pages at once. */
async function raise(visits: readonly Visit[], kind: Kind): Promise<void> {
  for (let nth = 0; nth < OF_EACH[kind]; nth++) {
    await Promise.all(visits.map((visit) => pressUntilListed(visit, kind)));
    await waitUntil(Date.now() + BETWEEN_MS[kind]);
  }
}

/** What is not flagged is done again. What else a busy machine makes of its own gaps does not count. */
async function pressUntilListed({ page, language }: Visit, kind: Kind): Promise<void> {
  // Pages are at this at the same time, each with words of its own.
  speak(language);
  const listed = page.locator('[data-row]', { hasText: TERM_WORDS[TERMS_OF[kind]] });
  const newest = async () => ((await listed.count()) > 0 ? listed.first().innerText() : '');
  const before = (await newest()).slice(0, CLOCK_LETTERS);
  const timeout = BETWEEN_MS[kind];
  await expect(async () => {
    await press(page, 'Enter');
    await expect
      .poll(async () => (await newest()).slice(0, CLOCK_LETTERS), { timeout })
      .not.toBe(before);
  }).toPass({ timeout: 10 * timeout });
}

/** As the tab of the list says. */
async function countListed(page: Page): Promise<number> {
  const words = await page.locator('[role="tab"][id$="-tab-anomalies"]').textContent();
  return Number(/\d+/.exec(words ?? '')?.[0] ?? 0);
}

/** From the uppermost row down to the newest of its kind: it gets a name that is typed, and all like it the same. */
async function nameAll(page: Page, kind: Kind): Promise<void> {
  await goDownTo(page, kind);
  await press(page, 'Tab', 'Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type(DISTURBANCE_WORDS[kind].word.toLowerCase());
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[data-names]:focus')).toHaveText(/./);
  await press(page, 'Enter');
  await tabTo(page, NAMING_WORDS.alike, MOST_ROWS);
  await press(page, 'Enter');
  await expect(page.getByRole('list', { name: NAMING_WORDS.alikeList })).toBeVisible();
  await tabTo(page, NAMING_WORDS.nameThem(0).slice(0, 4), MOST_ROWS);
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function goDownTo(page: Page, kind: Kind): Promise<void> {
  for (let rows = 0; rows < MOST_ROWS; rows++) {
    if ((await kindOfRow(page)) === kind) return;
    await goDown(page);
  }
  throw new Error(`No row of the list is a ${kind}.`);
}

/** What was unlike the others, and not proposed, is named by the keys of the classes. */
async function nameRest(page: Page): Promise<void> {
  if ((await stepOf(page)) !== 'names-give') return;
  await showMe(page);
  await press(page, 'Home');
  await expect.poll(() => rowNumber(page)).toBe(0);
  while ((await rowNumber(page)) < (await countListed(page)) - 1) {
    await nameByKey(page);
    await goDown(page);
  }
  await nameByKey(page);
}

async function nameByKey(page: Page): Promise<void> {
  const kind = await kindOfRow(page);
  const isNamed = (await focusedRow(page).locator('[data-names] svg').count()) > 0;
  if (kind && !isNamed) await press(page, KEYS[kind]);
}

/** To the row below, which has the focus when this returns. New ones may come above meanwhile. */
async function goDown(page: Page): Promise<void> {
  const time = () => focusedRow(page).getByRole('button').first().innerText();
  const before = await time();
  await press(page, 'ArrowDown');
  await expect.poll(time).not.toBe(before);
}

const rowNumber = async (page: Page): Promise<number> =>
  Number(await focusedRow(page).getAttribute('data-row'));

const focusedRow = (page: Page): Locator => page.locator('[data-row]:has(:focus)');

/** Null: something else. */
async function kindOfRow(page: Page): Promise<Kind | null> {
  const words = (await focusedRow(page).textContent()) ?? '';
  if (words.includes(TERM_WORDS[TERMS_OF.burst])) return 'burst';
  return words.includes(TERM_WORDS[TERMS_OF.spike]) ? 'spike' : null;
}
