/** One screen handed to another: by a link, and by a file. */
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
