import { expect, test } from './fixtures.ts';
import { expectFirstFit, expectSamplesFlow, notices } from './journey.ts';

test('once loaded, the virtual board works and restarts with the network down', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  await context.setOffline(true);
  await expectFirstFit(page);

  await page.getByRole('button', { name: 'Pull the plug' }).click();
  await expect(notices(page)).toContainText('The board went away.');
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await expectSamplesFlow(page);
});

test('once visited, the page starts with the network down, the virtual board too', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
});
