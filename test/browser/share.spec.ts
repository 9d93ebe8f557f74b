/** One screen handed to another: by a link, and by a file. */
import type { Locator } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { expectSamplesFlow } from './journey.ts';

test('a link opens the machine, the parameters and the view, once they are accepted', async ({
  page,
}) => {
  await page.goto('/#setup?v=1&machine=pump&seed=3&gamma=3.5&window=2+min');
  const proposal = page.getByRole('region', { name: 'Proposal' });
  await expect(proposal).toContainText('open the Virtual pump with seed 3; set γ 3.5 σ');
  expect(new URL(page.url()).hash).toBe('');
  await proposal.getByRole('button', { name: 'Use these' }).click();
  await expectSamplesFlow(page);
  await expect(page.getByRole('textbox', { name: 'Bound γ' })).toHaveValue('3.5');
  // The board has its own still: nothing was pushed.
  await expect(page.getByRole('button', { name: 'Push to board' })).toBeEnabled();

  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await page.getByRole('button', { name: 'Link and QR code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(new URL(link).hash).toContain('machine=pump&seed=3&window=2+min');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/exports/share.png' });
  await page.keyboard.press('Escape');

  // A file dropped on the page, while the board streams.
  const drop = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{"gamma": 99}'], 'tidemark-parameters.json'));
    return transfer;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: drop });
  await expect(proposal).toContainText('Bound γ must be above 0 and at most 20.');
  await page.screenshot({ path: 'test-results/exports/refused.png' });
});

test('a camera at the back of the room reads the code, and what was copied is said over the dialog', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  async function openDialog(): Promise<Locator> {
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Search commands' }).fill('QR');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await expect(dialog).toBeVisible();
    return dialog;
  }
  const dialog = await openDialog();
  const code = dialog.getByRole('img', { name: 'QR code of the link' });
  await expect(code).toBeInViewport({ ratio: 1 });
  expect((await code.boundingBox())?.height).toBeGreaterThan(0.75 * 720);

  // Whether the clipboard is allowed or not, what became of it is read without closing the dialog.
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  const said = page
    .getByRole('status', { name: 'Notices' })
    .getByText(/clipboard/)
    .first();
  await expect(said).toBeVisible();
  const isOnTop = await said.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(isOnTop).toBe(true);

  // Held sideways, a phone shows all of it to another.
  await page.setViewportSize({ width: 844, height: 390 });
  await expect(code).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // Over the presenter view it opens as over the panels.
  await page.keyboard.press('v');
  await expect(page.getByRole('main', { name: 'Presenter view' })).toBeVisible();
  await openDialog();
  await expect(code).toBeInViewport({ ratio: 1 });
});
