/** Trusting and understanding the detector: each way once through the page, on the virtual board. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, eventNames, expectFirstFit } from './journey.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  await inject(page, 'Spike', 1);
});

/** Injects something and waits until it is in the list. */
async function inject(page: Page, what: string, events: number): Promise<void> {
  await page.getByRole('button', { name: what, exact: true }).click();
  await expect.poll(() => anomalyRows(page).count()).toBeGreaterThan(events);
}

const detector = (page: Page) => page.getByRole('region', { name: 'Detector' });

/** The outliers that the effect line counts for the browser. */
async function outliers(page: Page): Promise<number> {
  const words = await detector(page)
    .getByText(/^With these: [\d\s]+ outlier/)
    .textContent();
  return Number(/these: ([\d\s]+) outlier/.exec(words ?? '')?.[1]?.replace(/\s/g, ''));
}

const parameter = (page: Page, name: string) => page.getByRole('textbox', { name });

const values = (fields: (HTMLElement | SVGElement)[]): string[] =>
  fields.map((field) => (field instanceof HTMLInputElement ? field.value : ''));

test('what if: the counts follow the slider', async ({ page }) => {
  await expect.poll(() => outliers(page)).toBeGreaterThan(0);
  const before = await outliers(page);
  await page.getByRole('slider', { name: 'Bound γ, slider' }).focus();
  await page.keyboard.press('Home');
  await page.getByRole('slider', { name: 'Confidence δ, slider' }).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => outliers(page)).toBeGreaterThan(before);
  await page.getByRole('slider', { name: 'Bound γ, slider' }).focus();
  await page.keyboard.press('End');
  await expect.poll(() => outliers(page)).toBeLessThanOrEqual(before);
});

test('agreement with the board is counted from a restart on', async ({ page }) => {
  await page.getByRole('button', { name: 'Restart learning' }).click();
  await page.getByRole('button', { name: 'Forget and restart' }).click();
  await expect(detector(page)).toContainText('neither has flagged a sample');
  // The fit of before is gone first: a spike while it learns would be no outlier.
  await expect(page.getByRole('region', { name: 'Weibull fit' })).toContainText('learning');
  await expectFirstFit(page);
  await page.getByRole('button', { name: 'Spike' }).click();
  await expect(detector(page)).toContainText(/Agrees with the board on (\d+) of \1 flagged/);
  await parameter(page, 'Bound γ').fill('2.5');
  await parameter(page, 'Bound γ').press('Enter');
  await expect(detector(page)).toContainText('the parameters differ');
  await expectAccessible(page);
});

test('the experiments are run side by side, and one is taken over', async ({ page }) => {
  await page.getByRole('tab', { name: 'Anomalies' }).focus();
  await page.keyboard.press('ArrowRight');
  const table = page.getByRole('region', { name: 'Experiments compared' });
  await expect(table.getByRole('row')).toHaveCount(7);
  await expect(table).toContainText(/Each judges all [\d\s]+ samples in memory/);
  await expect(table.getByRole('img', { name: /^Experiment 1: \d+ outlier/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use these: Experiment 3' }).press('Enter');
  await expect(parameter(page, 'Maxima N')).toHaveValue('10');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(parameter(page, 'Maxima N')).toHaveValue('5');
});

test('labels are given in the list and in the plot, and scored', async ({ page }) => {
  await eventNames(page).first().press('1');
  await expect(detector(page)).toContainText(/precision .* against your 1 label/);

  await page.getByRole('button', { name: 'Label anomalies' }).click();
  const strip = page.getByRole('group', { name: 'Plots' }).getByRole('img').first();
  const box = await strip.boundingBox();
  if (!box) throw new Error('the strip is not on the screen');
  const at = (share: number) => ({ x: box.x + box.width * share, y: box.y + box.height / 2 });
  await page.mouse.click(at(0.88).x, at(0.88).y);
  await expect(page.getByText('2 labels', { exact: true })).toBeVisible();
  await page.mouse.move(at(0.7).x, at(0.7).y);
  await page.mouse.down();
  await page.mouse.move(at(0.8).x, at(0.8).y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText('3 labels', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('2 labels', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo label' }).click();
  await expect(detector(page)).toContainText('against your 1 label.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Label anomalies' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('the tuning map is computed, and a cell is taken by keyboard', async ({ page }) => {
  await page.getByRole('tab', { name: 'Tuning map' }).click();
  await page.getByRole('button', { name: 'Compute the map' }).click();
  await expect(page.getByText(/Share of samples flagged/)).toBeVisible();
  await page.getByRole('button', { name: /^γ 4, δ 0\.94: .* flagged, in use now$/ }).focus();
  await expectAccessible(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^γ 3\.5, δ 0\.96: / })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(parameter(page, 'Bound γ')).toHaveValue('3.5');
  await expect(parameter(page, 'Confidence δ')).toHaveValue('0.96');
});

test('parameters are suggested for what was labelled', async ({ page }) => {
  await page.getByRole('tab', { name: 'Tuning map' }).click();
  const suggest = page.getByRole('button', { name: 'Suggest parameters' });
  await expect(suggest).toHaveAccessibleDescription('Label some true anomalies first.');
  await page.getByRole('tab', { name: 'Anomalies' }).click();
  await eventNames(page).first().press('1');
  // It would still be learning, and have missed the spike: whatever is better differs.
  await parameter(page, 'Maxima N').fill('64');
  await parameter(page, 'Maxima N').press('Enter');
  const fields = () => detector(page).getByRole('textbox').evaluateAll(values);
  const slow = await fields();
  await page.getByRole('tab', { name: 'Tuning map' }).click();
  await page.getByRole('spinbutton', { name: 'Time for the search, in seconds' }).fill('1');
  await suggest.click();
  await expect(page.getByText(/^Best of [\d\s]+ sets?: F1 /)).toBeVisible();
  await page.getByRole('button', { name: 'Use these: the suggestion' }).click();
  await expect.poll(fields).not.toEqual(slow);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(fields).toEqual(slow);
  await page.getByRole('button', { name: 'Compute the map' }).click();
  await expect(page.getByText(/F1 of your labels/)).toBeVisible();
});

test('the theory is shown three ways', async ({ page }) => {
  const panel = page.getByRole('region', { name: 'Weibull fit' });
  await panel.getByText('Paper').click();
  await expect(panel.getByRole('img', { name: /probability paper with 5 points/ })).toBeVisible();
  await expectAccessible(page);
  await panel.getByText('GEV', { exact: true }).click();
  await expect(panel).toContainText(/The data support: (Gumbel|Fréchet|reversed Weibull)/);
  await expect(panel).toContainText(/Newest anomaly: a deviation of .* or more is expected/);
  await expectAccessible(page);
});

test('a symbol is explained with its equation', async ({ page }) => {
  await page.getByRole('button', { name: 'What is γ?' }).press('Enter');
  const explanation = page.getByRole('dialog', { name: 'What is γ?' });
  await expect(explanation).toContainText('standard deviations');
  const equation = await explanation.locator('math').boundingBox();
  expect(equation?.height ?? 0).toBeGreaterThan(20);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(explanation).toBeHidden();
  await expect(page.getByRole('button', { name: 'What is γ?' })).toBeFocused();
});
