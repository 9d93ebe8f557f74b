/** Whether everything that is pressed can be hit, with a pointer and with a finger; and is seen at the keys. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit } from './journey.ts';

/** WCAG 2.5.8, level AA. */
const LEAST_PX = 24;
const CONTROLS =
  'button, a[href], input, select, textarea, [role="tab"], [role="slider"], [role="menuitem"]';

/** What is smaller than a target may be. What is seen of a thumb does not count, but what takes hold of it. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ([controls, least]) =>
      [...document.querySelectorAll(controls)]
        .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .flatMap((one) => {
          const { width, height } = one.getBoundingClientRect();
          const around = getComputedStyle(one, '::after');
          const isGrip = around.position === 'absolute' && around.content !== 'none';
          const wide = Math.max(width, isGrip ? Number.parseFloat(around.width) : 0);
          const high = Math.max(height, isGrip ? Number.parseFloat(around.height) : 0);
          // Those without a size have a label that is pressed; those of 1 px come with the focus.
          const isSmall = width > 1 && (wide < least - 0.5 || high < least - 0.5);
          const name = one.getAttribute('aria-label') ?? one.textContent;
          return isSmall ? [`${name}: ${wide}×${high}`] : [];
        }),
    [CONTROLS, LEAST_PX] as const,
  );
}

/** From the first page to a chosen event, with a notice on the screen. */
async function walk(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Virtual machine', exact: true })).toBeVisible();
  expect(await tooSmall(page), 'start').toEqual([]);
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  await page.getByRole('button', { name: 'Spike', exact: true }).click();
  await expect(anomalyRows(page).filter({ hasText: 'browser + board' }).first()).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Next ▸' })).toBeVisible();
  await page.getByRole('button', { name: 'Save on board' }).click();
  await expect(page.getByRole('button', { name: 'Dismiss notice' })).toBeVisible();
  expect(await tooSmall(page), 'an event is chosen').toEqual([]);
}

test('everything can be hit with a pointer', async ({ page }) => walk(page));

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('everything can be hit with a finger, and the list is put in order', async ({ page }) => {
    await walk(page);
    const list = page.getByRole('region', { name: 'List of anomalies' });
    const byDeviation = list.getByRole('button', { name: 'Deviation' });
    await byDeviation.tap();
    await expect(list.getByRole('columnheader', { name: 'Deviation' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });

  test('all tabs below the signal stand beside each other', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).tap();
    const tabs = page
      .getByRole('region', { name: 'Anomalies, tuning and console' })
      .getByRole('tab');
    await expect(tabs).toHaveCount(5);
    for (const width of [375, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const tops = await tabs.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
      expect(new Set(tops).size, `${width} px: ${tops}`).toBe(1);
    }
  });

  test('the reason of a row is a tap away, and so is the list from there', async ({ page }) => {
    const row = await tappedSpike(page);
    const reason = page.getByRole('region', { name: 'Why' }).getByText(/σ; the limit was/);
    await expect(reason).not.toBeInViewport();
    await row.getByRole('link', { name: 'Why' }).tap();
    const signal = page.getByRole('region', { name: 'Signal', exact: true });
    await expect(signal).toBeInViewport({ ratio: 1 });
    await expect(reason).toBeInViewport({ ratio: 1 });
    // The signal stays, and lies over nothing of it.
    const isBelow = async (part: Locator): Promise<boolean> => {
      const [above, below] = [await signal.boundingBox(), await part.boundingBox()];
      return (below?.y ?? 0) >= (above?.y ?? 0) + (above?.height ?? 0);
    };
    expect(await isBelow(reason)).toBe(true);
    await page.getByRole('link', { name: 'To the list' }).tap();
    await expect(row).toBeInViewport({ ratio: 1 });
    expect(await isBelow(row)).toBe(true);
  });

  test('held sideways, an event that is tapped brings the signal into sight', async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    const row = await tappedSpike(page);
    await expect(row.getByRole('button', { name: /^Show/ })).toBeFocused();
    await expect(
      page.getByRole('group', { name: 'Plots' }).getByRole('img').first(),
    ).toBeInViewport();
  });
});

/** The row of a spike of the virtual machine, which was tapped. */
async function tappedSpike(page: Page): Promise<Locator> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).tap();
  await expectFirstFit(page);
  await page.getByRole('button', { name: 'Spike', exact: true }).tap();
  const row = anomalyRows(page).filter({ hasText: 'browser + board' }).first();
  await row.tap();
  return row;
}

test.describe('in the colours of the system', () => {
  test.use({ forcedColors: 'active' });

  test('the handles between panels are seen', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
    const handles = page.getByRole('separator');
    await expect(handles).toHaveCount(3);
    const colours = await handles.evaluateAll((all) =>
      all.map((one) => getComputedStyle(one, '::after').backgroundColor),
    );
    const text = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(colours).toEqual([text, text, text]);
  });
});
