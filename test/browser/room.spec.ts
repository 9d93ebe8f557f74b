/** How the panels share the screen: handles, maximising, notices, keys, forced colours. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectFirstFit, notices } from './journey.ts';

const handle = (page: Page, name: string) => page.getByRole('separator', { name });
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
}

async function streaming(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
}

test('what a handle shares is kept over a reload, and a double click on it gives it back', async ({
  page,
}) => {
  await streaming(page);
  const signal = region(page, 'Signal');
  const built = await boxOf(signal);
  const between = handle(page, 'Between Signal and Anomalies');
  const { x, y, width, height } = await boxOf(between);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y - 120, { steps: 4 });
  await page.mouse.up();
  const shared = await boxOf(signal);
  expect(shared.height).toBeLessThan(built.height - 100);

  await page.reload();
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expect.poll(async () => (await boxOf(signal)).height).toBeCloseTo(shared.height, -1);

  await between.dblclick();
  await expect.poll(async () => (await boxOf(signal)).height).toBeCloseTo(built.height, -1);

  await handle(page, 'Between Signal and Detector').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await boxOf(signal)).width).toBeLessThan(built.width - 20);
});

test('a panel fills the room of all by its title or by F, and Escape gives it back', async ({
  page,
}) => {
  await streaming(page);
  const main = await boxOf(page.getByRole('main'));
  const detector = region(page, 'Detector');
  const before = await boxOf(detector);
  await detector.getByRole('heading', { name: 'Detector' }).dblclick();
  const filled = await boxOf(detector);
  expect(filled.width * filled.height).toBeGreaterThan(0.95 * main.width * main.height);
  await expect(region(page, 'Signal')).toBeHidden();
  await page.keyboard.press('Escape');
  expect(await boxOf(detector)).toEqual(before);

  await page.getByRole('group', { name: 'Plots' }).focus();
  await page.keyboard.press('f');
  expect((await boxOf(region(page, 'Signal'))).width).toBeGreaterThan(0.95 * main.width);
  await page.keyboard.press('f');
  await expect(detector).toBeVisible();
});

test('notices lie in one stack: none on another, and nothing moves for them', async ({ page }) => {
  await streaming(page);
  const signal = region(page, 'Signal');
  await page.getByRole('button', { name: 'Save on board' }).click();
  await expect(notices(page)).toContainText(/saved/i);
  const before = await boxOf(signal);
  await page.getByRole('button', { name: 'Pull the plug' }).click();
  await expect(page.getByRole('button', { name: 'Reconnect' })).toBeVisible();
  const cards = notices(page).locator('> *');
  expect(await cards.count()).toBeGreaterThan(1);
  const boxes = await Promise.all((await cards.all()).map(boxOf));
  const byTop = boxes.toSorted((one, other) => one.y - other.y);
  byTop.slice(1).forEach((box, at) => {
    const above = byTop[at];
    expect(box.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  });
  expect(await boxOf(signal)).toEqual(before);
});

test('links that are seen with the focus only lead past the header', async ({ page }) => {
  await streaming(page);
  const link = page.getByRole('link', { name: 'Skip to the detector' });
  expect((await boxOf(link)).height).toBeLessThan(2);
  await link.focus();
  expect((await boxOf(link)).height).toBeGreaterThan(20);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(region(page, 'Detector').locator(':focus')).toHaveCount(1);
  // They come before all else.
  const first = await page.evaluate(
    () => document.querySelector('a[href], button, input, [tabindex="0"]')?.textContent,
  );
  expect(first).toBe('Skip to the signal');
});

test('commands are found by name, keys on a sheet, and a parameter is taken back in its field', async ({
  page,
}) => {
  await streaming(page);
  await page.keyboard.press('Control+k');
  const search = page.getByRole('textbox', { name: 'Search commands' });
  await search.fill('console');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const bound = page.getByRole('textbox', { name: 'Bound γ' });
  await bound.fill('2.5');
  await bound.press('Enter');
  await bound.press('Control+z');
  await expect(bound).not.toHaveValue('2.5');
  await bound.press('Control+y');
  await expect(bound).toHaveValue('2.5');
});

test('in forced colours what is selected, slid and not to be used is told apart', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await streaming(page);
  const colourOf = (target: Locator, property: 'color' | 'backgroundColor' | 'borderTopWidth') =>
    target.evaluate((element, name) => getComputedStyle(element)[name], property);
  const tab = (name: RegExp) => page.getByRole('tab', { name });
  expect(await colourOf(tab(/^Anomalies/), 'backgroundColor')).not.toBe(
    await colourOf(tab(/^Console/), 'backgroundColor'),
  );
  const theory = region(page, 'Weibull fit').locator('.mantine-SegmentedControl-label');
  expect(
    await colourOf(theory.and(page.locator('[data-active]')).first(), 'backgroundColor'),
  ).not.toBe(
    await colourOf(theory.and(page.locator(':not([data-active])')).first(), 'backgroundColor'),
  );
  const enabled = page.getByRole('button', { name: 'Restart learning' });
  const disabled = page.getByRole('button', { name: 'Push to board' });
  await expect(disabled).toHaveAttribute('aria-disabled', 'true');
  expect(await colourOf(enabled, 'color')).not.toBe(await colourOf(disabled, 'color'));
  const track = page.locator('.mantine-Slider-track').first();
  const border = await track.evaluate(
    (element) => getComputedStyle(element, '::before').borderTopWidth,
  );
  expect(border).toBe('1px');
  await page.getByRole('button', { name: 'Alarms', exact: true }).click();
  const switches = page.locator('.mantine-Switch-track');
  expect(await colourOf(switches.first(), 'borderTopWidth')).toBe('2px');
});
