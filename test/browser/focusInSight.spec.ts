/** Whatever the keys reach is in sight: neither what sticks to an edge nor what floats lies over it (WCAG 2.4.11). */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit, notices } from './journey.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  /** 1440×900 at a zoom of 200 %. */
  { width: 720, height: 450 },
  { width: 390, height: 844 },
];
/** More than there are stops on the way round. */
const MOST_STOPS = 200;
/** Of its points: what has half of them is found at a look. */
const LEAST_SEEN = 0.5;
interface Stop {
  /** The same for the same control. */
  readonly id: number;
  readonly name: string;
  /** Share of its points at which nothing lies over it, 0..1. */
  readonly seen: number;
  readonly over: readonly string[];
}

/** What has the focus; null for the page itself. */
function stopAt(page: Page): Promise<Stop | null> {
  return page.evaluate(async () => {
    // What scrolls or gives way because of the focus has done so after a frame.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    // A radio button without a size has a label that is seen.
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined;
    const one = label && focused.clientWidth <= 1 ? label : focused;
    const { left, top, width, height } = one.getBoundingClientRect();
    const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
    const hits = shares.flatMap((x) =>
      shares.map((y) => document.elementFromPoint(left + x * width, top + y * height)),
    );
    const isSeen = (hit: Element | null) => hit && (one.contains(hit) || hit.contains(one));
    const over = hits.filter((hit) => !isSeen(hit));
    focused.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
    return {
      id: Number(focused.dataset.stop),
      name: focused.getAttribute('aria-label') ?? focused.textContent ?? '',
      seen: 1 - over.length / hits.length,
      over: [...new Set(over.map((hit) => hit?.className.toString() ?? 'outside the window'))],
    };
  });
}

/**
 * Once round the page by one key; what was hidden, in words.
 *
 * @param atLeast so many stops there are
 */
async function hiddenOnTheWay(
  page: Page,
  key: 'Tab' | 'Shift+Tab',
  atLeast = 40,
): Promise<string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-stop]')) {
      delete dataset.stop;
    }
    scrollTo(0, 0);
  });
  const stops = new Map<number, Stop>();
  for (let pressed = 0; pressed < MOST_STOPS; pressed += 1) {
    await page.keyboard.press(key);
    const stop = await stopAt(page);
    if (stop && stops.has(stop.id)) break;
    if (stop) stops.set(stop.id, stop);
  }
  expect(stops.size).toBeGreaterThan(atLeast);
  return [...stops.values()]
    .filter(({ seen }) => seen < LEAST_SEEN)
    .map(({ name, seen, over }) => `${key} “${name}”: ${seen.toFixed(2)}, under ${over.join()}`);
}

for (const size of SIZES) {
  const { width, height } = size;
  test(`what has the focus is in sight at ${width}x${height}, with a notice on the page`, async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
    await expectFirstFit(page);
    await page.getByRole('button', { name: 'Spike', exact: true }).click();
    await expect(anomalyRows(page).filter({ hasText: 'browser + board' }).first()).toBeVisible();
    await page.keyboard.press('n');
    // From here on nothing comes and goes, and the notice stands.
    await page.getByRole('button', { name: 'Pull the plug' }).click();
    await expect(notices(page).getByRole('button', { name: 'Reconnect' })).toBeVisible();
    await page.setViewportSize(size);
    expect(await hiddenOnTheWay(page, 'Tab')).toEqual([]);
    expect(await hiddenOnTheWay(page, 'Shift+Tab')).toEqual([]);
  });
}

test.describe('at 720x450', () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test('the last choice of a menu that is higher than the window is reached, and Escape leads back', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
    await expect(page.getByRole('group', { name: 'Plots' })).toBeVisible();
    const button = page.getByRole('banner').getByRole('button', { name: 'Export' });
    await button.press('Enter');
    await expect(page.getByRole('button', { name: 'Visible range' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    const last = page.getByRole('button', { name: 'Arduino sketch…' });
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Visible range' })).toBeFocused();
    // Wherever the page was scrolled to meanwhile.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(button).toBeInViewport({ ratio: 1 });
  });

  test('a panel that fills the window has nothing beneath it to be tabbed to, and leaves the focus in sight', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
    await expectFirstFit(page);
    await page.getByRole('button', { name: 'Pull the plug' }).click();
    await page.getByRole('button', { name: 'Dismiss notice' }).click();
    const maximise = page.getByRole('button', { name: 'Maximise Detector' });
    await maximise.press('Enter');
    expect(await hiddenOnTheWay(page, 'Tab', 20)).toEqual([]);
    expect(await hiddenOnTheWay(page, 'Shift+Tab', 20)).toEqual([]);
    await maximise.focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Export' }).first()).toBeVisible();
    await expect(maximise).toBeInViewport({ ratio: 1 });
  });
});
