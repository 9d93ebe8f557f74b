/** Parameters and experiments under a finger, on a page that scrolls below the signal. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function boxOf(
  part: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
}

/** A finger goes down and up again so far away. */
async function swipe(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  const { send, detach } = await touchesOf(page);
  await send('touchStart', from.x, from.y);
  for (let k = 1; k <= 8; k += 1) {
    await send('touchMove', from.x + (by.x * k) / 8, from.y + (by.y * k) / 8);
  }
  await send('touchEnd');
  await detach();
}

async function touchesOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  return {
    send: async (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) => {
      const touchPoints = x === undefined || y === undefined ? [] : [{ x, y }];
      await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    },
    detach: () => session.detach(),
  };
}

/** So far below the upper edge that the signal, which stays, does not lie over it. */
async function scrollTo(part: Locator, topPx: number): Promise<void> {
  await part.evaluate((element, wanted) => {
    window.scrollBy(0, element.getBoundingClientRect().top - wanted);
  }, topPx);
}

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Example: machine/ }).tap();
  await expect(panel(page, 'Detector')).toContainText('With these');
});

test('a finger that scrolls over the sliders changes none, and the thumb is dragged', async ({
  page,
}) => {
  const detector = panel(page, 'Detector');
  const thumb = detector.getByRole('slider', { name: /^Bound/ });
  await scrollTo(thumb, 640);
  const [before, stood] = [
    await thumb.getAttribute('aria-valuenow'),
    await page.evaluate(() => window.scrollY),
  ];
  const { x, y, width, height } = await boxOf(thumb);
  await swipe(page, { x: x + width + 90, y: y + height / 2 }, { x: 0, y: -120 });
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(stood + 40);
  expect(await thumb.getAttribute('aria-valuenow')).toBe(before);

  const now = await boxOf(thumb);
  await swipe(page, { x: now.x + now.width / 2, y: now.y + now.height / 2 }, { x: -60, y: 0 });
  await expect(detector.getByRole('textbox', { name: 'Bound γ' })).not.toHaveValue('4');
});

test('the words over the columns stay below the signal, not on it', async ({ page }) => {
  await scrollTo(panel(page, 'Detector').getByText('With these'), 700);
  const heading = panel(page, 'Detector').getByText('Editing', { exact: true });
  const signal = await boxOf(panel(page, 'Signal'));
  const { y } = await boxOf(heading);
  expect(y).toBeGreaterThanOrEqual(signal.y + signal.height - 1);
  await expect(heading).toBeInViewport({ ratio: 1 });
});

test('of the experiments is seen how many outliers and alarms they have, and which is used', async ({
  page,
}) => {
  await page.getByRole('tab', { name: 'Experiments' }).tap();
  const table = page.getByRole('region', { name: 'Experiments compared' });
  const row = table.getByRole('row').nth(3);
  const use = row.getByRole('button', { name: 'Use these: Experiment 3' });
  const ends = (await boxOf(use)).x;
  for (const name of ['Outliers', 'Alarms']) {
    const { x, width } = await boxOf(table.getByRole('columnheader', { name, exact: true }));
    expect(x + width, name).toBeLessThanOrEqual(ends);
  }
  await use.tap();
  await expect(row.getByRole('button', { name: 'In use: Experiment 3' })).toBeVisible();
});
