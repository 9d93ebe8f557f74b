/** The page on a stage: what the back of a room reads, and what the one in front presses. */
import type { Locator } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { expectSamplesFlow, speakPortuguese } from './journey.ts';

const LEARNED_MS = 30_000;

test('a machine is shown to a room, disturbed by a key, and what was found is told with its reason', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  await page.keyboard.press('v');
  const presenter = page.getByRole('main', { name: 'Presenter view' });
  await expect(presenter.getByRole('region', { name: 'Weibull fit' })).toContainText(
    'the limit is',
    { timeout: LEARNED_MS },
  );
  await expect(page.getByRole('region', { name: 'Detector' })).toHaveCount(0);

  await page.keyboard.press('1');
  const found = presenter.getByRole('region', { name: 'Last anomaly' });
  await expect(found).toContainText(/alarm.*seen by browser \+ board.*σ; the limit was .*\sσ\./s);
  await expect(presenter.getByText('Spike: flagged, cause level.', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, { state: 'dark' });
  await page.screenshot({ path: 'test-results/exports/presenter.png' });

  // What is said of a disturbance moves nothing, however long it is.
  const stood = await found.boundingBox();
  await page.keyboard.press('5');
  await expect(presenter.getByText(/^Flat line: to be flagged within/)).toBeVisible();
  expect(await found.boundingBox()).toEqual(stood);

  // Nothing is cut off, and the smallest letters are a thirtieth of the height.
  const seen = await presenter.evaluate((element) => ({
    height: element.scrollHeight,
    wide: element.scrollWidth,
    letters: [...element.querySelectorAll('p, b, button, h2, span')].map((one) =>
      Number.parseFloat(getComputedStyle(one).fontSize),
    ),
  }));
  expect(seen.height).toBeLessThanOrEqual(720);
  expect(seen.wide).toBeLessThanOrEqual(1280);
  expect(Math.min(...seen.letters)).toBeGreaterThanOrEqual(21);

  // On the projector, while the one in front has all panels.
  const opening = page.waitForEvent('popup');
  await presenter.getByRole('button', { name: 'Second window' }).click();
  const second = await opening;
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Detector' })).toBeVisible();
  const followed = second.getByRole('main', { name: 'Presenter view that follows' });
  await expect(followed.getByRole('region', { name: 'Weibull fit' })).toContainText('the limit is');
  const reason = followed.getByRole('region', { name: 'Last anomaly' });
  await expect(reason).toContainText('seen by browser + board');
  await second.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(() => plotWidth(followed)).toBeGreaterThan(1000);
  await second.setViewportSize({ width: 1280, height: 720 });
  await expect.poll(() => plotWidth(followed)).toBeLessThan(900);
  const before = await picture(followed);
  await expect.poll(() => picture(followed)).not.toEqual(before);
  await second.screenshot({ path: 'test-results/exports/presenter-second.png' });
  await second.keyboard.press('4');
  await expect(page.getByText(/Drift: .*flagged/).first()).toBeVisible();
  await expectAccessible(second, { state: 'second window, dark' });
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(second.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  await speakPortuguese(page);
  await expect(second.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await expectAccessible(second, { state: 'second window, light, Portuguese' });
  await second.screenshot({ path: 'test-results/exports/presenter-second-pt.png' });
  await page.reload();
  await expect(second.getByText('A primeira janela foi fechada ou carregada')).toBeVisible();
  await second.close();
});

const plotWidth = async (followed: Locator): Promise<number> =>
  (await followed.locator('canvas').first().boundingBox())?.width ?? 0;

/** What is drawn of the signal. */
const picture = (followed: Locator): Promise<string> =>
  followed
    .locator('canvas')
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
