/** What could take the page, a session or a label away, and does not. */
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { type Page, test as plain } from '@playwright/test';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { analysisWorkerOf } from './analysisWorker.ts';
import { chooseFile } from './fileActions.ts';
import { expect, test } from './fixtures.ts';
import { eventNames, expectSamplesFlow, notices } from './journey.ts';

const connectVirtual = (page: Page) =>
  page.getByRole('button', { name: 'Virtual machine', exact: true }).click();

const storedFiles = (page: Page) =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('sessions');
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
      if (name.endsWith('.tidemark')) names.push(name);
    }
    return names;
  });

/** A recording of a board of ours with one plain anomaly, and these lines in it. */
function recordingWith(lines: readonly string[]): Buffer {
  const startedMs = Date.UTC(2026, 0, 5, 9);
  const text = [
    checkedLine(`H,tidemark=1,started=${startedMs},kind=tidemark,board=Bench,by=0.1.0`),
    checkedLine(`T,${startedMs}`),
    checkedLine('h,protocol=1,firmware=tidemark,board=Bench,id=b1,channels=x:g'),
    ...lines,
  ];
  for (let i = 0; i < 1200; i++) {
    const value = i === 900 ? 40 : Math.sin(i * 12.9898) * 0.7 + Math.sin(i * 4.1);
    text.push(checkedLine(`s,${i},${i * 100},${value.toFixed(4)}`));
  }
  return Buffer.from(text.join(''));
}

async function openFile(page: Page, buffer: Buffer): Promise<void> {
  await chooseFile(page, { name: 'bench.tidemark', mimeType: 'text/plain', buffer });
  await expect(page.getByRole('region', { name: 'Anomalies' }).getByRole('row')).not.toHaveCount(0);
}

test('a time that no calendar knows blanks nothing', async ({ page }) => {
  await page.goto('/');
  await openFile(page, recordingWith([checkedLine('T,1e16'), checkedLine('T,8e18')]));
  await expect(eventNames(page).first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a label given to a file is there when the file is opened again after a reload', async ({
  page,
}) => {
  await page.goto('/');
  await openFile(page, recordingWith([]));
  await eventNames(page).first().press('1');
  await page.waitForTimeout(500);
  await page.reload();
  await openFile(page, recordingWith([]));
  await expect(eventNames(page).first()).toHaveText('true anomaly');
});

test('closing the tab asks while nothing is recorded, and not else', async ({ page }) => {
  await page.goto('/');
  await connectVirtual(page);
  await expectSamplesFlow(page);
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += dialog.type() === 'beforeunload' ? 1 : 0;
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toBe(0);
  await connectVirtual(page);
  await expectSamplesFlow(page);
  await page.getByRole('button', { name: /^Recording/ }).click();
  await page.getByRole('menuitem', { name: /stop recording/i }).click();
  await page.waitForTimeout(2500);
  await page.reload();
  expect(asked).toBe(1);
});

test('a browser that starts no worker says so, and shows the page', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no room');
      }
    } as unknown as typeof Worker;
  });
  await page.goto('/');
  await expect(notices(page)).toContainText('The analysis could not be started.');
  await expect(page.getByRole('button', { name: 'Connect board' }).first()).toBeVisible();
});

plain('an analysis that dies goes on by itself, in the same file', async ({ page }) => {
  await page.goto('/');
  await connectVirtual(page);
  await expectSamplesFlow(page);
  const before = await storedFiles(page);
  expect(before).toHaveLength(1);
  await analysisWorkerOf(page).evaluate(() => {
    setTimeout(() => {
      throw new Error('a fault of the test');
    });
  });
  await expect(notices(page)).toContainText('it goes on');
  await expectSamplesFlow(page);
  await page.waitForTimeout(1500);
  expect(await storedFiles(page)).toEqual(before);
});

plain('a panel that fails says so, and the rest goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Date.prototype.toISOString = () => {
      throw new RangeError('Invalid time value');
    };
  });
  await page.goto('/');
  const buffer = recordingWith([]);
  await chooseFile(page, { name: 'b.tidemark', mimeType: 'text/plain', buffer });
  await expect(page.getByRole('alert').first()).toContainText('cannot be shown');
  await expect(page.getByRole('region', { name: 'Signal' })).toBeVisible();
});

test('a newer version waits for a recording in any tab, and reloads no other than its own', async ({
  page,
  context,
}) => {
  const worker = 'dist/sw.js';
  const published = await readFile(worker);
  try {
    await page.goto('/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await connectVirtual(page);
    await expectSamplesFlow(page);
    const other = await context.newPage();
    await other.goto('/');
    await appendFile(worker, '\n// A newer version.\n');
    await other.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(notices(page)).toContainText('A newer version');
    await page.evaluate(() => Object.assign(window, { isTheSame: true }));
    await other.evaluate(() => Object.assign(window, { isTheSame: true }));
    await other.getByRole('button', { name: 'Load it' }).click();
    await expect(notices(other)).toContainText('is being recorded');
    await expectSamplesFlow(page);
    expect(await other.evaluate(() => 'isTheSame' in window)).toBe(true);
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await expect(page.getByRole('button', { name: 'Disconnect' })).toHaveCount(0);
    // The file is closed by then.
    await page.waitForTimeout(1500);
    const loaded = other.waitForEvent('load');
    await other.getByRole('button', { name: 'Load it' }).click();
    await loaded;
    expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
  } finally {
    await writeFile(worker, published);
  }
});
