/** What was odd gets a name by a key; the name is in the recording and comes back with it. */
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
