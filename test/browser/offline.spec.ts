/** After one visit nothing is needed any more: no network, no server. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expectListedInTime } from './disturbed.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit, expectSamplesFlow, notices } from './journey.ts';
import { serveFolder } from './staticServer.ts';

const MOST_FIRST_BYTES = 250_000;

/** The machine flags a spike, comes back after its plug was pulled, and leaves for an example. */
async function useMachine(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  const before = await anomalyRows(page).count();
  await page.getByRole('button', { name: 'Spike', exact: true }).click();
  await expect.poll(() => anomalyRows(page).count()).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Pull the plug' }).click();
  await expect(notices(page)).toContainText('The board went away.');
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await expectSamplesFlow(page);
  // An example, too, which is fetched at a click.
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search commands' }).fill('example: network');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Example' })).toContainText('two scans');
}

test('from a folder on any server, once visited and the server dead, both virtual boards flag what happens', async ({
  browser,
}) => {
  const server = await serveFolder('dist', '/stick/tidemark/');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [page, pump] = [await context.newPage(), await context.newPage()];
  const problems: string[] = [];
  for (const each of [page, pump]) {
    each.on('pageerror', (error) => problems.push(error.message));
  }
  await page.goto(server.address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await server.kill();

  // The page of the first visit, not loaded again: what it has not loaded yet is there.
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await page.getByRole('button', { name: 'I have an Arduino' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await pump.goto(server.address);
  // Half a minute until the pump has learned its cycle; meanwhile the other.
  await Promise.all([useMachine(page), expectListedInTime(pump, 'pump', 'missed')]);
  expect(problems).toEqual([]);
  await context.close();
});

test('the page can be installed, and its first load is small', async ({ page }) => {
  await page.goto('/');
  const devtools = await page.context().newCDPSession(page);
  const { errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // What the tests' browser cannot: it keeps no profile.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);

  const html = readFileSync('dist/index.html', 'utf8');
  const first = new Set(
    Array.from(html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g), ([, file]) => file),
  );
  const bytes = Array.from(first, (file) => gzipSync(readFileSync(`dist/${file}`)).length);
  const sum = bytes.reduce((all, each) => all + each, 0);
  expect(first.size).toBeGreaterThan(0);
  expect(sum).toBeLessThanOrEqual(MOST_FIRST_BYTES);
});

test('opened from a disk, the page says why it cannot start', async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL('dist/index.html').href);
  await expect(page.getByText('from a disk, browsers load no programs')).toBeVisible();
  await expect(page.getByText('de um disco, os navegadores não carregam')).toBeVisible();
  await page.close();
});
