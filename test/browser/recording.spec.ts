/** Sessions recorded in the browser's own file system: killed, offered back, renamed, replayed. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, showIn } from './accessibility.ts';
import { APP_ORIGIN } from './chromium.ts';
import { expect, test } from './fixtures.ts';
import { expectSamplesFlow, notices, sampleCount } from './journey.ts';
import { startKillableChromium } from './killableChromium.ts';

const KILLS = Number(process.env.TIDEMARK_KILLS ?? 1);
const MOST_LOST_MS = 1000;

/** The times of arrival in the newest recording that the page has stored, and all its text. */
async function newestRecording(page: Page): Promise<{ lastMs: number; text: string }> {
  const text = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('sessions');
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
      names.push(name);
    }
    const newest = names.sort().at(-1) ?? '';
    return (await (await folder.getFileHandle(newest)).getFile()).text();
  });
  const arrivals = [...text.matchAll(/^T,([\d.]+)\*..$/gm)].map((match) => Number(match[1]));
  return { lastMs: arrivals.at(-1) ?? Number.NaN, text };
}

const recordingSign = (page: Page) => page.getByRole('button', { name: /^Recording/ });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Recorded sessions' });
const sessions = (page: Page) => dialog(page).getByRole('listitem');

async function recordVirtualBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  await expect(recordingSign(page)).toBeVisible();
}

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Boards and recordings' }).click();
  await page.getByRole('menuitem', { name: 'Recorded sessions' }).click();
  await expect(dialog(page)).toBeVisible();
}

test('a browser that is killed loses at most a second, and offers the session back', async () => {
  test.setTimeout(30_000 + KILLS * 20_000);
  const profile = await mkdtemp(join(tmpdir(), 'tidemark-profile-'));
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      const first = await startKillableChromium(profile);
      await first.page.goto(APP_ORIGIN);
      await recordVirtualBoard(first.page);
      await first.page.waitForTimeout(500 + 137 * kill);
      const killedMs = await first.kill();

      const second = await startKillableChromium(profile);
      await second.page.goto(APP_ORIGIN);
      await expect(notices(second.page)).toContainText('until the page closed');
      const { lastMs, text } = await newestRecording(second.page);
      const lostMs = killedMs - lastMs;
      // biome-ignore lint/suspicious/noConsole: what was measured
      console.log(`killed: ${Math.round(lostMs)} ms lost of ${text.length} bytes`);
      expect(lostMs).toBeLessThan(MOST_LOST_MS);
      await notices(second.page).getByRole('button', { name: 'Open' }).click();
      const recorded = text.match(/^s,/gm)?.length ?? 0;
      await expect.poll(() => sampleCount(second.page)).toBe(recorded);
      await expect(notices(second.page)).not.toContainText('until the page closed');
      await second.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

test('a session that the page was closed over can be kept or deleted, after a question', async ({
  page,
}) => {
  await page.goto('/');
  await recordVirtualBoard(page);
  await page.reload();
  await notices(page).getByRole('button', { name: 'Delete' }).click();
  await notices(page).getByRole('button', { name: 'Do not delete' }).click();
  await notices(page).getByRole('button', { name: 'Keep' }).click();
  await expect(notices(page)).not.toContainText('until the page closed');
  await page.reload();
  await page.getByRole('button', { name: 'Open recording' }).click();
  await expect(sessions(page)).toHaveCount(1);
  await expect(notices(page)).not.toContainText('until the page closed');
  await expect(sessions(page)).not.toContainText('until the page closed');
});

test('a session can be downloaded as far as it has come, while it goes on', async ({
  page,
}, testInfo) => {
  await page.goto('/');
  await recordVirtualBoard(page);
  await openDialog(page);
  const downloading = page.waitForEvent('download');
  await sessions(page).getByRole('button', { name: 'Download' }).click();
  const path = join(testInfo.outputDir, 'so far.tidemark');
  await (await downloading).saveAs(path);
  const samples = (await readFile(path, 'utf8')).match(/^s,/gm)?.length;
  expect(samples).toBeGreaterThan(20);
  await expectSamplesFlow(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await openDialog(page);
  await dialog(page).getByLabel('File of samples').setInputFiles(path);
  await expect.poll(() => sampleCount(page)).toBe(samples);
});

test('a session is listed, renamed, downloaded, opened from its file, and deleted', async ({
  page,
}, testInfo) => {
  await page.goto('/');
  await recordVirtualBoard(page);
  await openDialog(page);
  await expect(sessions(page)).toContainText('being recorded');
  await expect(sessions(page).getByRole('button', { name: 'Delete' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(recordingSign(page)).toHaveCount(0);

  await openDialog(page);
  await sessions(page).getByRole('button', { name: 'Rename' }).click();
  await page.keyboard.type('Bearing 3, loose');
  await page.keyboard.press('Enter');
  await expect(sessions(page).getByRole('heading')).toContainText('Bearing 3, loose');

  const downloading = page.waitForEvent('download');
  await sessions(page).getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Bearing 3 loose.tidemark');
  const path = join(testInfo.outputDir, download.suggestedFilename());
  await download.saveAs(path);
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(/^H,tidemark=1,/);
  const samples = text.match(/^s,/gm)?.length ?? 0;

  await sessions(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(sessions(page)).toHaveCount(0);
  await expect(dialog(page)).toContainText('None yet.');

  const choosing = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Open a file' }).click();
  await (await choosing).setFiles(path);
  await expect.poll(() => sampleCount(page)).toBe(samples);
  await expect(page.getByRole('region', { name: 'Replay' })).toContainText('Bearing 3 loose');
});

test('a replay is worked by the keyboard: pace, pause, step, position', async ({ page }) => {
  await page.goto('/');
  await recordVirtualBoard(page);
  await page.waitForTimeout(6000);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await openDialog(page);
  await sessions(page).getByRole('button', { name: 'Open' }).press('Enter');
  const bar = page.getByRole('region', { name: 'Replay' });
  const status = page.getByRole('banner').getByRole('status', { name: 'Connection' });
  await expect(status).toHaveText('replay at its end');
  const all = await settledSamples(page);
  expect(all).toBeGreaterThan(250);

  // At 1× it goes on by itself, and no faster than it was recorded.
  await bar.getByRole('radio', { name: '1×', exact: true }).press('Space');
  await expect(bar.getByRole('radio', { name: '1×', exact: true })).toBeChecked();
  await bar.getByRole('button', { name: 'Play again' }).press('Enter');
  await expect(status).toHaveText('replaying at 1×');
  await expectSamplesFlow(page);
  await bar.getByRole('button', { name: 'Pause replay' }).press('Space');
  await expect(status).toHaveText('replay paused');
  const paused = await settledSamples(page);
  expect(paused).toBeLessThan(all);
  await bar.getByRole('button', { name: 'Step' }).press('Enter');
  await bar.getByRole('button', { name: 'Step' }).press('Enter');
  await expect.poll(() => sampleCount(page)).toBe(paused + 2);

  const position = bar.getByRole('slider', { name: 'Position in the recording' });
  await position.press('End');
  await expect.poll(() => sampleCount(page)).toBeGreaterThan(all - 3);
  // Back is from the beginning: nothing that was judged can be unjudged.
  await position.press('Home');
  await expect.poll(() => sampleCount(page)).toBeLessThan(5);
  await expect(status).toHaveText('replay paused');
  await push(page).focus();
  await expect(page.getByRole('tooltip').filter({ hasText: 'This is a recording' })).toBeVisible();
});

const push = (page: Page): Locator => page.getByRole('button', { name: 'Push to board' });

/** The count in the header follows once a second. */
async function settledSamples(page: Page): Promise<number> {
  await page.waitForTimeout(1500);
  return sampleCount(page);
}

test('a full storage is said, and the session goes on unrecorded until there is room', async ({
  page,
}) => {
  await page.goto('/');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: APP_ORIGIN, quotaSize: 9000 });
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expect(notices(page)).toContainText(
    'This session is not recorded: the browser’s storage is full.',
  );
  await expectSamplesFlow(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: APP_ORIGIN });
  await notices(page).getByRole('button', { name: 'Record again' }).click();
  await expect(recordingSign(page)).toBeVisible();
  await expect(notices(page)).not.toContainText('not recorded');
});

test('a session that another tab records is neither offered nor to be deleted', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await recordVirtualBoard(page);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Open recording' }).click();
  await expect(sessions(other)).toContainText('being recorded');
  await expect(notices(other)).not.toContainText('until the page closed');
  const download = sessions(other).getByRole('button', { name: 'Download' });
  await expect(download).toHaveAttribute('aria-disabled', 'true');
  await download.hover();
  await expect(other.getByRole('tooltip')).toContainText('Another tab is recording it');
  await other.keyboard.press('Escape');
  await other.keyboard.press('Escape');
  // The other tab's own session goes into a file of its own.
  await recordVirtualBoard(other);
  await openDialog(other);
  await expect(sessions(other).filter({ hasText: 'being recorded' })).toHaveCount(2);
  await expectSamplesFlow(page);
});

test('recording can be switched off, and stays off', async ({ page }) => {
  await page.goto('/');
  await recordVirtualBoard(page);
  await recordingSign(page).click();
  await page.getByRole('menuitem', { name: 'Stop recording sessions' }).click();
  await expect(page.getByRole('button', { name: 'Not recording' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  await page.getByRole('button', { name: 'Not recording' }).click();
  await page.getByRole('menuitem', { name: 'Record from here on' }).click();
  await expect(recordingSign(page)).toBeVisible();
});

const SIZES = [
  { width: 1440, height: 900, scheme: 'light' },
  { width: 1024, height: 768, scheme: 'dark' },
  { width: 390, height: 844, scheme: 'light' },
] as const;

test('the screens of recordings at every size, light and dark', async ({ page }) => {
  test.setTimeout(180_000);
  const look = async (state: string) => {
    await page.mouse.move(0, 0);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    for (const { width, height, scheme } of SIZES) {
      const where = `${state} at ${width}x${height}, ${scheme}`;
      await page.setViewportSize({ width, height });
      await showIn(page, scheme);
      await expectAccessible(page, { state: where });
      await page.screenshot({
        path: `test-results/screens/${state}-${width}x${height}-${scheme}.png`,
      });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${where}: the page scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(SIZES[0]);
  };

  await page.goto('/');
  await recordVirtualBoard(page);
  await page.reload();
  await expect(notices(page)).toContainText('until the page closed');
  await look('unfinished');
  await page.getByRole('button', { name: 'Open recording' }).click();
  await expect(sessions(page)).toHaveCount(1);
  await look('sessions');
  await sessions(page).getByRole('button', { name: 'Rename' }).click();
  await look('rename');
  await page.keyboard.press('Escape');
  await sessions(page).getByRole('button', { name: 'Delete' }).click();
  await look('delete');
  await sessions(page).getByRole('button', { name: 'Do not delete' }).click();
  await sessions(page).getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('region', { name: 'Replay' })).toBeVisible();
  await look('replay');
});
