/** At every size that people sit before nothing is cut, lies on another, or is out of reach. */
import { type Fit, fitOf } from './fit.ts';
import { expect, test } from './fixtures.ts';
import { expectFirstFit, speakPortuguese } from './journey.ts';

const WIDTHS = [320, 390, 768, 1024, 1201, 1280, 1366, 1440, 1920, 2560];
const HEIGHTS = [400, 585, 650, 720, 900];
/** 1440×900 at a zoom of 200 %. */
const ZOOMED = { width: 720, height: 450 };
/** Words are longer there or shorter, and wrap by the width. */
const IN_PORTUGUESE = [...WIDTHS.map((width) => ({ width, height: 720 })), ZOOMED];
const SIZES = [...WIDTHS.flatMap((width) => HEIGHTS.map((height) => ({ width, height }))), ZOOMED];

/** From here on the whole screen is in sight, without scrolling. */
const WHOLE = { width: 861, height: 700 };
/** Least share of the screen that the plots take. */
const PLOTS: Readonly<Record<string, number>> = {
  '1440x900': 0.4,
  '1280x720': 0.35,
  '1366x650': 0.35,
};
const LEAST_SLIDER_PX = 180;
const SLIDERS_FROM_PX = 320;
const ROWS_AT_FIRST = 4;

/** What of the rules a screen breaks. */
function broken(fit: Fit, { width, height }: { width: number; height: number }): string[] {
  const { faults, plotShare, rows, sliderPx, detectorPx, beyondX, beyondY } = fit;
  const isWhole = width >= WHOLE.width && height >= WHOLE.height;
  const least = PLOTS[`${width}x${height}`] ?? 0;
  return [
    ...faults,
    ...(beyondX > 0 ? [`scrolls sideways by ${beyondX} px`] : []),
    ...(isWhole && beyondY > 0 ? [`scrolls by ${beyondY} px`] : []),
    ...(!isWhole && beyondY <= 0 ? ['is squeezed instead of scrolled'] : []),
    ...(plotShare < least ? [`plots take ${(100 * plotShare).toFixed(1)} %`] : []),
    ...(rows !== null && rows < ROWS_AT_FIRST - 0.05 ? [`room for ${rows.toFixed(2)} rows`] : []),
    ...(detectorPx >= SLIDERS_FROM_PX && sliderPx < LEAST_SLIDER_PX
      ? [`a slider of ${Math.round(sliderPx)} px`]
      : []),
  ].map((fault) => `${width}x${height}: ${fault}`);
}

test('every size has room for everything while a board streams', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  await page.getByRole('button', { name: 'Spike' }).click();
  await expect(page.getByRole('region', { name: 'List of anomalies' })).toBeVisible();
  const faults: string[] = [];
  const lookAtAll = async (sizes: typeof SIZES): Promise<void> => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      faults.push(...broken(await fitOf(page), size));
    }
  };
  await lookAtAll(SIZES);
  await speakPortuguese(page);
  await expect(page.getByRole('region', { name: 'Lista de anomalias' })).toBeVisible();
  await lookAtAll(IN_PORTUGUESE);
  expect(faults).toEqual([]);
});

test('every tab and every group of parameters has room, too', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  const detector = page.getByRole('region', { name: 'Detector' });
  await detector.getByRole('button', { name: /^Memory/ }).click();
  await detector.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('tab', { name: 'Experiments' }).click();
  await expect(page.getByRole('region', { name: 'Experiments compared' })).toBeVisible();
  const faults: string[] = [];
  for (const tab of ['Console', 'Tuning map', 'Experiments']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('tab', { name: tab }).click();
    for (const width of WIDTHS) {
      const size = { width, height: 720 };
      await page.setViewportSize(size);
      faults.push(...broken(await fitOf(page), size).map((fault) => `${tab}, ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});

test('every door is in reach before there is a board', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Virtual machine', exact: true })).toBeVisible();
  const faults: string[] = [];
  const lookAtAll = async (sizes: typeof SIZES): Promise<void> => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      const { faults: found, beyondX } = await fitOf(page);
      faults.push(...found.map((fault) => `${size.width}x${size.height}: ${fault}`));
      if (beyondX > 0) faults.push(`${size.width}x${size.height}: scrolls sideways`);
    }
  };
  await lookAtAll(SIZES);
  await speakPortuguese(page);
  await lookAtAll(IN_PORTUGUESE);
  expect(faults).toEqual([]);
});
