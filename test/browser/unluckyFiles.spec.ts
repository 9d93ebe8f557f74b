/** Files and a storage that no one wishes for: nothing blanks, freezes, or is late. */

import { readFileSync } from 'node:fs';
import { type Page, test as plain } from '@playwright/test';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { chooseFile, download } from './fileActions.ts';
import { expect, test } from './fixtures.ts';
import { expectSamplesFlow, notices, sampleCount } from './journey.ts';
import { longestTaskMs, watchTasks } from './longestTask.ts';

const STARTED_MS = Date.UTC(2026, 0, 5, 9);
const SESSIONS = 1000;
/** Without any other session it is there in a tenth of that. */
const SIGN_WITHIN_MS = 2500;

/** A recording of a board of ours with these lines in it. */
function recording(lines: readonly string[]): string {
  const head = [
    checkedLine(`H,tidemark=1,started=${STARTED_MS},kind=tidemark,board=Bench,by=0.1.0`),
    checkedLine(`T,${STARTED_MS}`),
    checkedLine('h,protocol=1,firmware=tidemark,board=Bench,id=b1,channels=x:g'),
  ];
  const samples = Array.from({ length: 1200 }, (_, i) =>
    checkedLine(`s,${i},${i * 100},${(Math.sin(i * 12.9898) * 0.7).toFixed(4)}`),
  );
  return [...head, ...lines, ...samples].join('');
}

const open = (page: Page, text: string) =>
  chooseFile(page, { name: 'b.tidemark', mimeType: 'text/plain', buffer: Buffer.from(text) });

test('a recording whose lines were made to end with \\r\\n is read like any other', async ({
  page,
}) => {
  await page.goto('/');
  await open(page, recording([]).replaceAll('\n', '\r\n'));
  await expect.poll(() => sampleCount(page)).toBe(1200);
  await expect(page.getByText('invalid lines')).toHaveCount(0);
});

test('30 000 labels in a file never hold the page up', async ({ page }) => {
  await page.goto('/');
  const labels = Array.from({ length: 30_000 }, (_, i) => {
    const fromMs = STARTED_MS + i * 4;
    return checkedLine(`N,${fromMs},label,0,${fromMs},${fromMs},n${i % 7}`);
  });
  await watchTasks(page);
  await open(page, recording(labels));
  await expect.poll(() => sampleCount(page)).toBe(1200);
  // What hangs takes seconds (8 before); what is slow is the machine.
  expect(await longestTaskMs(page, '30 000 labels')).toBeLessThan(3000);
});

test('a name with letters that XML cannot have is in an SVG that can be read', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto('/');
  const text = `t,le\ufffevel\n${Array.from({ length: 300 }, (_, i) => `${i},${i % 9}\n`).join('')}`;
  await chooseFile(page, { name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
  await expect.poll(() => sampleCount(page)).toBe(300);
  await expect(page.getByRole('img', { name: /^Signal of / })).toBeVisible();
  const svg = readFileSync(await download(page, 'Signal as SVG'), 'utf8');
  const fault = await page.evaluate(
    (source) =>
      new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror')
        ?.textContent ?? '',
    svg,
  );
  expect(fault).toBe('');
});

test(`beside ${SESSIONS} stored sessions a new one is recorded as soon as ever`, async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(
    async ([count, text]) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('sessions', { create: true });
      for (let i = 0; i < Number(count); i++) {
        const name = `2026-01-01T12-00-00-${String(i).padStart(4, '0')}Z-b.tidemark`;
        const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await file.write(String(text));
        await file.close();
      }
    },
    [SESSIONS, recording([])] as const,
  );
  await page.reload();
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  const from = Date.now();
  await expect(page.getByRole('button', { name: /^Recording/ })).toBeVisible({
    timeout: SIGN_WITHIN_MS,
  });
  process.stdout.write(`the recording sign came ${Date.now() - from} ms after the first samples\n`);
});

// React says on the console what it has caught.
plain(
  'a part that fails takes nothing with it: what was recorded can be saved, and the part be shown again',
  async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Recording/ })).toBeVisible();
    await expectSamplesFlow(page);
    await page.evaluate(() => {
      window.contextOf = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = () => {
        throw new Error('no canvas today');
      };
    });
    await page.keyboard.press('v');
    const failed = page.getByRole('alert', { name: 'Signal' });
    await expect(failed).toContainText('Signal cannot be shown.');
    await expect(failed).toContainText('no canvas today');
    const arriving = page.waitForEvent('download');
    await failed.getByRole('button', { name: 'Save what was recorded' }).click();
    const saved = readFileSync(await (await arriving).path(), 'utf8');
    expect(saved.split('\n').filter((line) => line.startsWith('s,')).length).toBeGreaterThan(20);
    await page.evaluate(() => {
      if (window.contextOf) HTMLCanvasElement.prototype.getContext = window.contextOf;
    });
    await failed.getByRole('button', { name: 'Show it again' }).click();
    await expect(failed).toHaveCount(0);
    await expect(page.getByRole('img', { name: /^Signal of / }).first()).toBeVisible();
  },
);

declare global {
  interface Window {
    contextOf?: typeof HTMLCanvasElement.prototype.getContext;
  }
}

test('data of this site that is deleted under a recording is said', async ({ page, context }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  await expect(page.getByRole('button', { name: /^Recording/ })).toBeVisible();
  const devtools = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await expect(notices(page)).toContainText('the recording was taken away');
  await expectSamplesFlow(page);
});
