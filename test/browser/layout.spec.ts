/** What must keep its place and its size, whatever is shown: measured, not compared with pictures. */
import type { Locator, Page } from '@playwright/test';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { expect, serialTest, test } from './fixtures.ts';
import { anomalyRows, eventNames, expectFirstFit, status } from './journey.ts';
import { bytes, withScriptedBoard } from './scriptedBoard.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

const SMALL = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };
/** Least height of a strip, in which a signal can still be seen. */
const LEAST_STRIP_PX = 50;
/** More channels than strips have room on any of our screens. */
const MANY_CHANNELS = 18;

async function boxOf(
  target: Locator,
): Promise<{ x: number; y: number; right: number; bottom: number; height: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('not on the screen');
  const { x, y, width, height } = box;
  return { x, y, right: x + width, bottom: y + height, height };
}

/** Neither cut off by the panel nor below its lower edge. */
async function expectInside(part: Locator, panel: Locator): Promise<void> {
  const [inner, outer] = [await boxOf(part), await boxOf(panel)];
  expect(inner.x).toBeGreaterThanOrEqual(outer.x - 1);
  expect(inner.right).toBeLessThanOrEqual(outer.right + 1);
  expect(inner.y).toBeGreaterThanOrEqual(outer.y - 1);
  expect(inner.bottom).toBeLessThanOrEqual(outer.bottom + 1);
}

/** The words of buttons that have no room for them. */
async function cutButtons(region: Locator): Promise<string[]> {
  return region
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.flatMap((button) =>
        [button, ...button.querySelectorAll('*')].some(
          (part) =>
            part.scrollWidth > part.clientWidth + 1 &&
            getComputedStyle(part).overflowX !== 'visible',
        )
          ? [button.textContent]
          : [],
      ),
    );
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.describe('before the program is there', () => {
  test.use({ colorScheme: 'dark' });

  test('the first word stands where the header puts it, in the colours of the system', async ({
    page,
  }) => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await released;
      await route.continue();
    });
    async function looks(word: Locator): Promise<{ top: number; ground: string }[]> {
      const all: { top: number; ground: string }[] = [];
      for (const size of [{ width: 1440, height: 900 }, SMALL, PHONE]) {
        await page.setViewportSize(size);
        all.push(
          await word.evaluate((element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            const { top } = range.getBoundingClientRect();
            return { top, ground: getComputedStyle(document.body).backgroundColor };
          }),
        );
      }
      return all;
    }
    await page.goto('/', { waitUntil: 'commit' });
    const before = await looks(page.getByText('Tidemark', { exact: true }));
    release();
    await page.getByRole('main').waitFor();
    const after = await looks(page.getByRole('heading', { level: 1, name: 'Tidemark' }));
    for (const [k, look] of after.entries()) {
      expect(look.ground).toBe(before[k]?.ground);
      expect(Math.abs(look.top - (before[k]?.top ?? Number.NaN))).toBeLessThan(1);
    }
  });
});

test('all three doors are in sight on a small screen', async ({ page }) => {
  await page.setViewportSize(SMALL);
  await page.goto('/');
  for (const name of ['Connect board', 'Virtual machine', 'Virtual pump', 'Open recording']) {
    await expectInside(page.getByRole('button', { name, exact: true }), panel(page, 'Start'));
  }
});

test('the panels keep what they are for on a small screen, with labels and with the console', async ({
  page,
}) => {
  await page.setViewportSize(SMALL);
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  await page.getByRole('button', { name: 'Spike' }).click();
  const name = eventNames(page).first();
  await name.press('1');
  await expectInside(name, panel(page, 'Anomalies, tuning and console'));
  const detector = panel(page, 'Detector');
  await expect(detector).toContainText('against your 1 label');
  const memory = detector.getByRole('button', { name: /^Memory/ });
  await memory.scrollIntoViewIfNeeded();
  await expectInside(memory, detector);
  // Opened at the lower edge of the panel, it shows what is in it.
  await memory.click();
  await expectInside(detector.getByRole('textbox', { name: 'Memory W' }), detector);

  await page.getByRole('tab', { name: 'Console' }).click();
  const weibull = panel(page, 'Weibull fit');
  await expect(page.getByRole('log')).toBeVisible();
  await expectInside(weibull.getByRole('img', { name: /^Weibull fit/ }), weibull);
  expect((await boxOf(weibull.getByRole('img', { name: /^Weibull fit/ }))).height).toBeGreaterThan(
    40,
  );
});

test('on a phone an event is seen whole, and the status stays while the page scrolls', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  await page.getByRole('button', { name: 'Spike' }).click();
  const name = eventNames(page).first();
  await name.scrollIntoViewIfNeeded();
  await expectInside(name, panel(page, 'Anomalies, tuning and console'));
  for (const cell of await anomalyRows(page).last().getByRole('cell').all()) {
    await expectInside(cell, panel(page, 'Anomalies, tuning and console'));
  }
  const words = await boxOf(status(page));
  expect(words.y).toBeGreaterThanOrEqual(0);
  expect(words.bottom).toBeLessThan(60);
});

serialTest(
  'the header keeps its height, however much there is to say',
  async ({ page, socket }) => {
    await withScriptedBoard(socket, async (board) => {
      await answerPicker(page);
      await connectSerial(page);
      await board.received(1);
      const heights = async () => {
        const found: number[] = [];
        for (const size of [{ width: 1440, height: 900 }, SMALL]) {
          await page.setViewportSize(size);
          found.push((await boxOf(page.getByRole('banner'))).height);
        }
        return found;
      };
      const before = await heights();
      await board.send(
        bytes(
          checkedLine(
            'h,protocol=1,firmware=tidemark,version=1,board=Test bench at the window,id=01,sensor=test,channels=x:g,float=64,saved=0',
          ) +
            // Half a million samples a second, and some of everything that can be wrong.
            Array.from({ length: 4000 }, (_, seq) =>
              checkedLine(`s,${seq},${(seq * 0.002).toFixed(3)},1`),
            ).join('') +
            `garbage\n${checkedLine('s,4000,8,NaN')}${checkedLine('s,1000000,2000,1')}`,
        ),
      );
      await expect(status(page)).toHaveText(/^silent for \d+ s$/);
      await expect(page.getByText('1 invalid line', { exact: true })).toBeVisible();
      await expect(page.getByText(/^[\d.]+ kHz$/)).toBeVisible();
      expect(await heights()).toEqual(before);
    });
  },
);

serialTest(
  'a sketch with many channels: strips that can be read and buttons that are whole',
  async ({ page, socket }) => {
    await withScriptedBoard(socket, async (board) => {
      await answerPicker(page);
      await connectSerial(page);
      await board.received(1);
      const line = (at: number) =>
        Array.from(
          { length: MANY_CHANNELS },
          (_, i) => `acceleration${i + 1}:${Math.sin(at + i).toFixed(3)}`,
        );
      const lines = (count: number) =>
        bytes(Array.from({ length: count }, (_, at) => `${line(at).join(',')}\n`).join(''));
      await board.send(lines(2));
      await expect(page.getByText('other sketch')).toBeVisible();
      await board.send(lines(100));
      const strips = page.getByRole('group', { name: 'Plots' }).getByRole('img');
      await expect(strips).toHaveCount(MANY_CHANNELS);
      for (const size of [{ width: 1440, height: 900 }, SMALL]) {
        await page.setViewportSize(size);
        const heights = await strips.evaluateAll((all) =>
          all.map((strip) => strip.parentElement?.clientHeight ?? 0),
        );
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(LEAST_STRIP_PX);
        expect(await cutButtons(panel(page, 'Signal'))).toEqual([]);
        await page.getByRole('button', { name: 'Options' }).click();
        const options = page.getByRole('dialog', { name: 'Options' });
        await expect(options).toBeVisible();
        expect((await boxOf(options)).bottom).toBeLessThanOrEqual(size.height);
        await page.keyboard.press('Escape');
      }
      // A wheel over strips that scroll moves them, not the view.
      await strips.first().hover();
      await page.mouse.wheel(0, 2000);
      await expect(page.getByRole('button', { name: 'Pause view' })).toBeVisible();
      // The last one stays in view anyhow, with the time axis.
      await expect(strips.nth(MANY_CHANNELS - 3)).toBeInViewport();
    });
  },
);
