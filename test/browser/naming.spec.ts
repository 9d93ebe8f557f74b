/** What was odd gets a name by a key; the name is in the recording and comes back with it. */
import { NEW_FILE } from '../firmware/boardModel.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, eventNames, expectFirstFit } from './journey.ts';

const NAME = 'pump, 50 % ★';

test('a spike is named by a key, and has its name when its recording is played', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  await page.getByRole('button', { name: 'Spike' }).click();
  const spike = anomalyRows(page).filter({ hasText: 'alarm' }).first();
  await expect(spike).toBeVisible();

  await spike.getByRole('button', { name: /^No name, at / }).click();
  const dialog = page.getByRole('dialog', { name: 'Name 1 event' });
  await dialog.getByLabel('New class').fill(NAME);
  await expectAccessible(page);
  await dialog.getByLabel('New class').press('Enter');
  const name = spike.getByRole('button', { name: /, named by you, at / });
  await expect(name).toHaveText(NAME);
  await name.press('0');
  await expect(eventNames(page).filter({ hasText: NAME })).toHaveCount(0);
  await spike.getByRole('button', { name: /^Show / }).press('3');
  await expect(name).toHaveText(NAME);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Open recording' }).click();
  const sessions = page.getByRole('dialog', { name: 'Recorded sessions' });
  await sessions.getByRole('listitem').getByRole('button', { name: 'Open' }).click();
  await expect(eventNames(page).filter({ hasText: NAME })).toHaveCount(1);
  // The class has its key here, too.
  await eventNames(page).filter({ hasText: NAME }).first().press('2');
  await expect(eventNames(page).filter({ hasText: NAME })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(eventNames(page).filter({ hasText: NAME })).toHaveCount(1);
});

test('a model is pushed to the board, which names a spike by it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  await page.getByRole('tab', { name: 'Names' }).click();
  const names = page.getByRole('region', { name: 'Names' });
  const choosing = page.waitForEvent('filechooser');
  await names.getByRole('button', { name: 'Open a model…' }).click();
  const buffer = Buffer.from(NEW_FILE);
  await (await choosing).setFiles({ name: 'model.csv', mimeType: 'text/csv', buffer });
  await names.getByRole('button', { name: /Push model to board/ }).click();
  await expect(names).toContainText(/The board says that model [0-9a-f]{8} is on it/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Spike' }).click();
  await expect(names).toContainText(/Board and page call 1 of 1 event the same/);
  await page.getByRole('tab', { name: /^Anomalies/ }).click();
  await expect(
    eventNames(page)
      .and(page.getByRole('button', { name: /, named by forest and board, / }))
      .first(),
  ).toBeVisible();
});
