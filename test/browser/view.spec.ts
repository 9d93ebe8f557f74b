/** Going through the session: by mouse, by fingers, by keys, on the plots and on the overview. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { expectSamplesFlow, sampleCount } from './journey.ts';

/** Enough samples for a session that is longer than the windows here: 6 s. */
const ENOUGH_SAMPLES = 300;

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  await expect.poll(() => sampleCount(page)).toBeGreaterThan(ENOUGH_SAMPLES);
});

const plots = (page: Page) => page.getByRole('group', { name: 'Plots' });
const strip = (page: Page, place: number) => plots(page).getByRole('img').nth(place);
const visibleWindow = (page: Page) =>
  page.getByRole('slider', { name: 'Visible window', exact: true });
const end = (page: Page, name: 'Start' | 'End') =>
  page.getByRole('slider', { name: `${name} of the visible window` });

/** Seconds since midnight of a clock such as 14:02:31.2. */
function seconds(clock: string | undefined): number {
  const [hours = 0, minutes = 0, rest = 0] = (clock ?? '').split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
}

/** The visible window, in seconds, as a screen reader is told of it. */
async function shown(page: Page): Promise<{ from: number; to: number; length: number }> {
  const text = (await visibleWindow(page).getAttribute('aria-valuetext')) ?? '';
  const [from, to] = text.split(/ to |, /).map(seconds);
  return { from: from ?? 0, to: to ?? 0, length: (to ?? 0) - (from ?? 0) };
}

/** The same once it stands still: keys take their time. */
async function settled(page: Page): ReturnType<typeof shown> {
  let before = await shown(page);
  for (;;) {
    await page.waitForTimeout(500);
    const now = await shown(page);
    if (now.from === before.from && now.to === before.to) return now;
    before = now;
  }
}

async function boxOf(
  target: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
}

/** Drags sideways over an element, from one share of its width to another. */
async function drag(page: Page, target: Locator, from: number, to: number): Promise<void> {
  const box = await boxOf(target);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 5 });
  await page.mouse.up();
}

const backToLive = (page: Page) => page.getByRole('button', { name: 'Back to live' });

test('pause stands still while samples keep coming, and goes on where they are', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Pause view' }).click();
  await expect(backToLive(page)).toBeVisible();
  const before = await shown(page);
  await expectSamplesFlow(page);
  expect(await shown(page)).toEqual(before);
  await backToLive(page).click();
  await expect.poll(async () => (await shown(page)).to).toBeGreaterThan(before.to);
});

test('a drag zooms, the wheel and Shift-drag pan, Ctrl and wheel zoom, a double click is live', async ({
  page,
}) => {
  const box = await boxOf(strip(page, 0));
  const at = { x: box.x + box.width * 0.9, y: box.y + box.height / 2 };
  await drag(page, strip(page, 0), 0.9, 0.96);
  await expect(backToLive(page)).toBeVisible();
  await expect.poll(async () => (await shown(page)).length).toBeLessThan(3);
  const zoomed = await shown(page);

  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -200);
  await expect.poll(async () => (await shown(page)).from).toBeLessThan(zoomed.from);
  const panned = await shown(page);
  expect(panned.length).toBeCloseTo(zoomed.length, 0);

  await page.keyboard.down('Shift');
  await drag(page, strip(page, 0), 0.6, 0.4);
  await page.keyboard.up('Shift');
  await expect.poll(async () => (await shown(page)).from).toBeGreaterThan(panned.from);

  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 300);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(1.2 * zoomed.length);

  await page.mouse.dblclick(at.x, at.y);
  await expect(page.getByRole('button', { name: 'Pause view' })).toBeVisible();
});

test('keys do all of it while the plots have the focus', async ({ page }) => {
  await plots(page).focus();
  await page.keyboard.press('Space');
  await expect(backToLive(page)).toBeVisible();
  const paused = await shown(page);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('+');
  await expect.poll(async () => (await shown(page)).length).toBeLessThan(paused.length / 12);
  const zoomed = await settled(page);
  // To the right first: a short session may be seen from its very start.
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await shown(page)).from).toBeGreaterThan(zoomed.from);
  const moved = await settled(page);
  // A step is a tenth of the window, which may be less than the clock shows.
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await shown(page)).from).toBeLessThan(moved.from);
  await page.keyboard.press('-');
  await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(zoomed.length * 1.5);
  await page.keyboard.press('Home');
  await expect.poll(() => visibleWindow(page).getAttribute('aria-valuenow')).toBe('0');
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Pause view' })).toBeVisible();
  await page.keyboard.press('-');
  await expect(page.getByRole('radio', { name: '2 min' })).toBeChecked();
  await page.keyboard.press('Space');
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: 'Pause view' })).toBeVisible();
});

test('two cursors measure the span between them', async ({ page }) => {
  await page.getByRole('button', { name: 'Pause view' }).click();
  const box = await boxOf(strip(page, 0));
  const y = box.y + box.height / 2;
  await page.keyboard.down('Alt');
  await page.mouse.click(box.x + box.width * 0.1, y);
  await page.mouse.click(box.x + box.width * 0.5, y);
  await page.keyboard.up('Alt');
  const bar = page.getByRole('region', { name: 'Cursors' });
  await expect(bar).toContainText(/Δt \d\.\d{3} s/);
  const row = bar.getByRole('row').nth(1);
  const cells = async () =>
    (await row.getByRole('cell').allTextContents()).map((text) => Number(text.replace('−', '-')));
  await expect.poll(async () => (await cells())[1]).toBeGreaterThan(50);
  const [, count = 0, min = 0, max = 0, mean = 0] = await cells();
  expect(min).toBeLessThan(mean);
  expect(mean).toBeLessThan(max);
  await expectAccessible(page);

  await page.getByRole('slider', { name: 'Cursor B' }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await cells())[1]).toBeLessThan(count);
  const shorter = (await cells())[1] ?? 0;
  const handle = await boxOf(page.getByRole('slider', { name: 'Cursor A' }));
  await page.mouse.move(handle.x + handle.width / 2, handle.y + 40);
  await page.mouse.down();
  await page.mouse.move(handle.x - 20, handle.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await cells())[1]).toBeGreaterThan(shorter);

  await plots(page).focus();
  await page.keyboard.press('Delete');
  await expect(bar).toBeHidden();
  await page.keyboard.press('a');
  await expect(bar).toContainText('sets the other one');
});

test('the y axis stays between typed limits until it is let go', async ({ page }) => {
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('textbox', { name: 'vibration, smallest y' }).fill('-30');
  await page.getByRole('textbox', { name: 'vibration, largest y' }).fill('-40');
  await expect(page.getByText('The smallest must be below the largest.')).toBeVisible();
  await page.getByRole('textbox', { name: 'vibration, largest y' }).fill('42,5');
  await expect(strip(page, 0)).toHaveAccessibleName(/y from −30\.00 to 42\.50/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Auto y of vibration' }).click();
  await expect(strip(page, 0)).not.toHaveAccessibleName(/y from/);
  await page.getByRole('button', { name: 'Lock y of temp' }).click();
  await expect(strip(page, 1)).toHaveAccessibleName(/y from 4\d/);
});

test('channels are overlaid in one plot, and stacked again', async ({ page }) => {
  await expect(plots(page).getByRole('img')).toHaveCount(2);
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByText('overlaid', { exact: true }).click();
  await expect(plots(page).getByRole('img')).toHaveCount(1);
  await expect(strip(page, 0)).toHaveAccessibleName(/vibration.*temp/);
  await page.reload();
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expect(plots(page).getByRole('img')).toHaveCount(1);
});

test('the window on the overview is dragged, by itself and by its ends', async ({ page }) => {
  await drag(page, strip(page, 0), 0.9, 0.96);
  await expect.poll(async () => (await shown(page)).length).toBeLessThan(3);
  const overview = page.getByRole('group', { name: 'Overview' });
  const before = await shown(page);
  const box = await boxOf(overview);
  await page.mouse.click(box.x + box.width * 0.3, box.y + box.height / 2);
  await expect.poll(async () => (await shown(page)).from).toBeLessThan(before.from);
  const clicked = await shown(page);

  await drag(page, visibleWindow(page), 0.5, 1.5);
  await expect.poll(async () => (await shown(page)).from).toBeGreaterThan(clicked.from);
  const moved = await settled(page);
  expect(moved.length).toBeCloseTo(clicked.length, 0);

  await drag(page, end(page, 'Start'), 0.5, -5);
  await expect.poll(async () => (await shown(page)).from).toBeLessThan(moved.from);
  expect((await shown(page)).to).toBeCloseTo(moved.to, 1);
});

test('the window on the overview is moved by keys', async ({ page }) => {
  await page.getByRole('button', { name: 'Pause view' }).click();
  await end(page, 'Start').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => end(page, 'Start').getAttribute('aria-valuenow')).toBe('0');
  const whole = await shown(page);
  await end(page, 'End').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await shown(page)).length).toBeLessThan(whole.length / 2);
  const short = await shown(page);
  await visibleWindow(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await shown(page)).from).toBeGreaterThan(short.from);
  await page.keyboard.press('Home');
  await expect.poll(() => visibleWindow(page).getAttribute('aria-valuenow')).toBe('0');
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: 'Pause view' })).toBeVisible();
  await expectAccessible(page);
});

test('fingers pinch and pan', async ({ page }) => {
  const touch = await page.context().newCDPSession(page);
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  const box = await boxOf(strip(page, 0));
  const y = box.y + box.height / 2;
  const move = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...shares: number[]) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: shares.map((share, id) => ({ x: box.x + box.width * share, y, id })),
    });
  const before = await shown(page);
  await move('touchStart', 0.8, 0.9);
  for (let step = 1; step <= 5; step += 1) await move('touchMove', 0.8 - step * 0.06, 0.9);
  await move('touchEnd');
  await expect(backToLive(page)).toBeVisible();
  await expect.poll(async () => (await shown(page)).length).toBeLessThan(before.length / 2);
  const pinched = await shown(page);
  await move('touchStart', 0.4);
  for (let step = 1; step <= 5; step += 1) await move('touchMove', 0.4 + step * 0.04);
  await move('touchEnd');
  await expect.poll(async () => (await shown(page)).from).toBeLessThan(pinched.from);
  expect((await shown(page)).length).toBeCloseTo(pinched.length, 0);
});

test('less memory for samples is chosen in plain words, and kept', async ({ page }) => {
  await page.getByRole('button', { name: 'Options' }).click();
  const memory = page.getByLabel('Keep raw samples for as long as fits in');
  await expect(memory).toContainText(/100 MB – about \d+ h.* at this rate/);
  await memory.selectOption('100');
  await page.reload();
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await page.getByRole('button', { name: 'Options' }).click();
  await expect(memory).toHaveValue('100');
});
