/**
 * A table of 10⁷ samples in and out again, in Chromium: how long it takes, what memory it needs, and
 * that every value and time comes back the same. With two channels most of them are no longer in
 * memory when they are exported.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { sampleCount } from '../../browser/journey.ts';
import { countEqualRows, writeTable } from '../../browser/numberTable.ts';
import { type MemoryPeak, memoryPeakOf } from './processMemory.ts';

const ROWS = 10_000_000;
const UP_TO_MS = 5 * 60_000;

const importBar = (page: Page) => page.getByRole('region', { name: 'Import' });
const exportBar = (page: Page) => page.getByRole('region', { name: 'Export' });

for (const channels of [1, 2]) {
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  test(`${ROWS} rows of ${channels} in and out`, async ({}, { project }) => {
    const folder = await mkdtemp(join(tmpdir(), 'tidemark-files-'));
    // A browser with a profile: one without keeps its files in memory.
    const { launchOptions, baseURL, viewport } = project.use;
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      ...launchOptions,
      ...(baseURL ? { baseURL } : {}),
      viewport: viewport ?? null,
    });
    const page = await context.newPage();
    const [source, exported] = [join(folder, 'source.csv'), join(folder, 'exported.csv')];
    try {
      await writeTable(source, ROWS, channels);
      await page.addInitScript(writeToOwnFile);
      await page.goto('/');
      await cancelOnce(page, source);

      const importing = await timed(async () => {
        await choose(page, source);
        return growingCounts(page);
      });
      const opening = await timed(() =>
        expect.poll(() => sampleCount(page), { timeout: UP_TO_MS }).toBe(ROWS),
      );
      const exporting = await timed(async () => {
        await page.getByRole('button', { name: 'Export', exact: true }).first().click();
        await page.getByRole('button', { name: 'All samples' }).click();
        await expect(exportBar(page)).toContainText('Wrote tidemark-', { timeout: UP_TO_MS });
      });
      expect(importing.value).toBeGreaterThan(ROWS / 1e6);
      const words = await exportBar(page).textContent();
      expect(words?.replace(/\D/g, '')).toContain(`${ROWS}`);
      await saveOwnFile(page, exported);
      expect(await countEqualRows(source, exported, channels)).toBe(ROWS);
      process.stdout.write(
        `| step | s | renderer, MB | browser, MB |\n| --- | --- | --- | --- |\n${[
          row('converted', importing),
          row('replayed', opening),
          row('exported', exporting),
        ].join('')}`,
      );
    } finally {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
}

interface Timed<T> {
  readonly value: T;
  readonly seconds: number;
  readonly peak: MemoryPeak;
}

async function timed<T>(step: () => Promise<T>): Promise<Timed<T>> {
  const fromMs = performance.now();
  const { value, peak } = await memoryPeakOf(step);
  return { value, peak, seconds: (performance.now() - fromMs) / 1000 };
}

const row = (name: string, { seconds, peak }: Timed<unknown>) =>
  `| ${name} | ${seconds.toFixed(1)} | ${peak.rendererMb.toFixed(0)} | ${peak.browserMb.toFixed(0)} |\n`;

async function choose(page: Page, path: string): Promise<void> {
  const door = page.getByRole('button', { name: 'Open recording' });
  await door.click();
  const sessions = page.getByRole('dialog', { name: 'Recorded sessions' });
  await sessions.getByLabel('File of samples').setInputFiles(path);
  await page
    .getByRole('dialog', { name: /^Open / })
    .getByRole('button', { name: 'Open' })
    .click();
}

/** What was there before stays. */
async function cancelOnce(page: Page, path: string): Promise<void> {
  await choose(page, path);
  await expect(importBar(page)).toContainText(/Reading source.csv: [\d\s]+ rows so far/);
  await importBar(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(importBar(page)).toContainText('nothing of it was opened');
  await importBar(page).getByRole('button', { name: 'Dismiss: Import' }).click();
  await expect(page.getByRole('button', { name: 'Open recording' })).toBeVisible();
}

/** How many counts of rows the bar showed until all were read, each larger than the one before. */
async function growingCounts(page: Page): Promise<number> {
  let [last, times] = [0, 0];
  for (;;) {
    const words = (await importBar(page).textContent()) ?? '';
    if (words.startsWith('Read ')) return times;
    const rows = Number(/: ([\d\s]+) rows so far/.exec(words)?.[1]?.replace(/\s/g, '') ?? last);
    expect(rows).toBeGreaterThanOrEqual(last);
    if (rows > last) times += 1;
    last = rows;
    await page.waitForTimeout(100);
  }
}

/** Runs in the page: a real file of the browser's own instead of one that its dialogue would ask for. */
function writeToOwnFile(): void {
  Reflect.set(window, 'showSaveFilePicker', async () => {
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle('exported.csv', { create: true });
  });
}

async function saveOwnFile(page: Page, path: string): Promise<void> {
  const arriving = page.waitForEvent('download');
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('exported.csv')).getFile();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'exported.csv';
    link.click();
  });
  await (await arriving).saveAs(path);
}
