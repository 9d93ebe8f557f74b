/** A board that comes and goes: the page finds it again by itself, and keeps its books. */
import type { Page } from '@playwright/test';
import { expect, serialTest } from './fixtures.ts';
import { expectSamplesFlow, notices, sampleCount, status } from './journey.ts';
import { type PtyBoard, ptyBoard } from './ptyBoard.ts';
import { answerPicker, connectFirst, connectSerial } from './serialPage.ts';
import { openWatched } from './workerResources.ts';

/** `TIDEMARK_CYCLES=50` for a long run. */
const CYCLES = Number(process.env.TIDEMARK_CYCLES ?? 3);
const RESETS = 5;
const BACK_WITHIN_MS = 5000;

/** Takes the board away and brings it back, so often; it must stream again each time. */
async function comeAndGo(
  page: Page,
  leave: () => Promise<void>,
  comeBack: () => Promise<void>,
): Promise<readonly number[]> {
  const backAfterMs: number[] = [];
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    await leave();
    await expect(status(page)).toHaveText(/^reconnecting… · lost at \d\d:\d\d:\d\d/);
    expect(await notices(page).innerText()).toBe('');
    await comeBack();
    const fromMs = performance.now();
    await expect(status(page), `cycle ${cycle}`).toHaveText(/^(streaming|learning)/, {
      timeout: BACK_WITHIN_MS,
    });
    backAfterMs.push(Math.round(performance.now() - fromMs));
  }
  return backAfterMs;
}

function report(what: string, backAfterMs: readonly number[]): void {
  const sorted = backAfterMs.toSorted((a, b) => a - b);
  serialTest.info().annotations.push({
    type: what,
    description: `${sorted.length} of ${CYCLES}; median ${sorted[sorted.length >> 1]} ms, worst ${sorted.at(-1)} ms`,
  });
}

/** The header's sum: samples seen and samples known to be lost. */
async function accounted(page: Page): Promise<number> {
  const [lost] = await page.getByText(/^[\d\s]+ lost$/).allTextContents();
  return (await sampleCount(page)) + Number(lost?.replace(/\D/g, '') ?? Number.NaN);
}

async function send(page: Page, line: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Send a line' }).fill(line);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Samples sent so far, by a board that was told to stop for the count; and the page's sum. */
async function settleBooks(page: Page, board: PtyBoard): Promise<{ sent: number; seen: number }> {
  await send(page, 'stop');
  await expect(status(page)).toHaveText(/^silent for [2-9] s/);
  const books = { sent: await board.sent(), seen: await accounted(page) };
  await send(page, 'start');
  await expectSamplesFlow(page);
  return books;
}

serialTest(
  'a board that is unplugged again and again streams again each time, and no sample is unaccounted for',
  async ({ page, board }) => {
    serialTest.setTimeout(150_000);
    await answerPicker(page);
    const resources = await openWatched(page);
    await connectFirst(page);
    await expectSamplesFlow(page);
    await page.getByRole('tab', { name: 'Console' }).click();
    const before = await settleBooks(page, board);
    const [held, workers] = [await resources(), page.workers().length];

    report('unplugged', await comeAndGo(page, board.unplug, board.plug));

    await expectSamplesFlow(page);
    const after = await settleBooks(page, board);
    expect(after.seen - before.seen).toBe(after.sent - before.sent);
    expect(await resources()).toEqual(held);
    expect(held.ports).toBe(1);
    expect(page.workers()).toHaveLength(workers);
  },
);

serialTest(
  'a board whose power is cut again and again streams again each time, with nothing miscounted as lost',
  async ({ page, board }) => {
    serialTest.setTimeout(240_000);
    await answerPicker(page);
    const resources = await openWatched(page);
    await connectFirst(page);
    await expectSamplesFlow(page);
    const [held, workers] = [await resources(), page.workers().length];

    report('restarted', await comeAndGo(page, board.kill, board.start));

    await expectSamplesFlow(page);
    // How many samples a board without power would have taken nobody can know.
    await expect(page.getByText(/^0 lost$/)).toBeVisible();
    expect(await resources()).toEqual(held);
    expect(held.ports).toBe(1);
    expect(page.workers()).toHaveLength(workers);
  },
);

serialTest(
  'a board that is reset again and again behind a port that stays is not lost for a moment',
  async ({ page, board }) => {
    await answerPicker(page);
    await connectSerial(page);
    await expectSamplesFlow(page);
    await page.evaluate(() => {
      const words = document.querySelector('header [role="status"]');
      if (!words) throw new Error('The header says nothing.');
      const heard: string[] = [];
      Reflect.set(window, 'heardWords', heard);
      new MutationObserver(() => heard.push(words.textContent)).observe(words, {
        characterData: true,
        subtree: true,
        childList: true,
      });
    });
    for (let cycle = 1; cycle <= RESETS; cycle += 1) {
      board.reset();
      await expectSamplesFlow(page);
    }
    const heard = await page.evaluate(() => Reflect.get(window, 'heardWords') as string[]);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.filter((each) => !/^(streaming|learning)/.test(each))).toEqual([]);
    await expect(page.getByText(/^0 lost$/)).toBeVisible();
  },
);

serialTest(
  'a page that is loaded again has its board back without a click',
  async ({ page, board: _pluggedIn }) => {
    await answerPicker(page);
    await connectSerial(page);
    await expectSamplesFlow(page);
    await page.reload();
    await expectSamplesFlow(page);
    await expect(page.getByRole('banner').getByTitle('id 00000001')).toBeVisible();
    await expect(notices(page)).not.toContainText('could not be opened');
  },
);

serialTest(
  'a board that another tab has is said to be there, and can be had once that tab lets it go',
  async ({ page, board: _pluggedIn }) => {
    await answerPicker(page);
    await connectSerial(page);
    await expectSamplesFlow(page);

    const second = await page.context().newPage();
    await answerPicker(second);
    await connectSerial(second);
    await expect(notices(second)).toContainText('Another tab of Tidemark has the board.');
    await expect(status(second)).toHaveText(/^busy: another tab/);
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await expect(status(page)).toHaveText('not connected');
    await second.getByRole('button', { name: 'Try again' }).click();
    await expectSamplesFlow(second);
    await second.close();
  },
);

serialTest(
  'of boards alike the one that went away is known by its id, and asked about when none is',
  async ({ page, socket }) => {
    const [own, second, third] = [0, 1, 2].map((nth) => ptyBoard(socket, nth));
    if (!own || !second || !third) throw new Error('There are three boards.');
    const idOf = (id: string) => page.getByRole('banner').getByTitle(`id ${id}`);
    try {
      await own.start();
      await answerPicker(page);
      await connectSerial(page);
      await expectSamplesFlow(page);
      await own.unplug();
      await expect(status(page)).toHaveText(/^reconnecting…/);

      await second.start();
      await third.start();
      await expect(notices(page)).toContainText('2 boards alike are plugged in');
      await own.plug();
      await expect(status(page)).toHaveText(/^(streaming|learning)/);
      await expect(idOf('00000001')).toBeVisible();
      await expect(notices(page)).toHaveText('');

      await own.unplug();
      await second.unplug();
      await second.plug();
      await third.unplug();
      await third.plug();
      await expect(notices(page)).toContainText('2 boards alike are plugged in');
      await notices(page)
        .getByRole('button', { name: /Pico.*, port 2$/ })
        .click();
      await expect(status(page)).toHaveText(/^(streaming|learning)/);
      await expect(idOf('00000001')).toHaveCount(0);
    } finally {
      for (const board of [own, second, third]) await board.dispose();
    }
  },
);
