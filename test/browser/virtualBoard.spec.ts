import { expect, test } from './fixtures.ts';
import { expectBoardBound, expectSamplesFlow, notices, pushBound, walkJourney } from './journey.ts';

test('a person without a board tries everything on the virtual one', async ({ page }) => {
  await page.goto('/');
  await walkJourney(page, {
    connect: () => page.getByRole('button', { name: 'Virtual machine', exact: true }).click(),
    injectSpike: () => page.getByRole('button', { name: 'Spike' }).click(),
    async cutPower() {
      await page.getByRole('button', { name: 'Pull the plug' }).click();
      await expect(notices(page)).toContainText('The board went away.');
    },
    restorePower: () => page.getByRole('button', { name: 'Reconnect' }).click(),
  });
});

test('the same on an emulated Arduino Uno, with the library', async ({ page }) => {
  await page.goto('/');
  await walkJourney(page, {
    connect: () => page.getByRole('button', { name: 'Virtual Uno' }).click(),
    injectSpike: () => page.getByRole('button', { name: 'Spike' }).click(),
    async cutPower() {
      await page.getByRole('button', { name: 'Pull the plug' }).click();
      await expect(notices(page)).toContainText('The board went away.');
    },
    restorePower: () => page.getByRole('button', { name: 'Reconnect' }).click(),
  });
});

test('a plug pulled right after the confirmation does not lose what was saved, nor does a reload', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  await pushBound(page, '5.5');
  // What is compared, and from when on.
  await expect(page.getByText(/ since it took other parameters at \d\d:\d\d:\d\d/)).toBeVisible();
  await page.getByRole('button', { name: 'Save on board' }).click();
  await expect(notices(page)).toContainText(/saved/i);
  await page.getByRole('button', { name: 'Pull the plug' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectBoardBound(page, '5.5');
});

test('the virtual board is not loaded before it is asked for', async ({ page }) => {
  const loaded: string[] = [];
  page.context().on('request', (request) => {
    // The service worker keeps everything for later, behind the page's back.
    if (request.serviceWorker() === null) loaded.push(request.url());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const ofBoard = () => loaded.filter((url) => /virtualBoard|micropython/.test(url));
  expect(ofBoard()).toEqual([]);
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  expect(ofBoard().some((url) => url.includes('.wasm'))).toBe(true);
});
