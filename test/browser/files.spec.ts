/** Files in and out: chosen by keyboard or dropped, looked at, opened, exported, refused. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, showIn } from './accessibility.ts';
import { chooseFile, download, sessionsDialog } from './fileActions.ts';
import { expect, test } from './fixtures.ts';
import { expectSamplesFlow, notices, sampleCount } from './journey.ts';

const vector = (name: string) => new URL(`../vectors/import/${name}`, import.meta.url).pathname;

/** A sine with a spike, as any logger might have written it. */
const SINE = `time [s];level [m]\n${Array.from({ length: 3000 }, (_, i) => {
  const value = i === 2000 ? 9 : Math.sin(i / 20) + 0.2 * Math.sin(i * 1.7);
  return `${(i / 50).toFixed(2)};${value.toFixed(4).replace('.', ',')}\n`;
})
  .join('')
  .replace(/^0\.00/, '0')}`.replaceAll('.', ',');

const sineFile = { name: 'sine.csv', mimeType: 'text/csv', buffer: Buffer.from(SINE) };

const dialog = (page: Page) =>
  page.getByRole('dialog', { name: /^(Open .*\..*|Export parameters)$/ });
const importBar = (page: Page) => page.getByRole('region', { name: 'Import' });

/** 1 GB: `text`, and zeros that take no room on the disk. */
async function hugeFile(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  await truncate(path, 2 ** 30);
  return path;
}

async function openSine(page: Page): Promise<void> {
  await page.goto('/');
  await chooseFile(page, sineFile);
  await dialog(page).getByRole('button', { name: 'Open' }).click();
  await expect(importBar(page)).toContainText(
    'Read sine.csv: 3 000 rows.'.replace(' 000', '\u202f000'),
  );
  // Only what is on the screen can be exported.
  await expect(page.getByRole('img', { name: /^Signal of level: now / })).toBeVisible();
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName = '', content = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'text/csv' }));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the file to open it')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('Drop the file to open it')).toHaveCount(0);
}

test('a CSV file is opened by keyboard alone, with the guesses as they are', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open recording' }).focus();
  await page.keyboard.press('Enter');
  const choosing = page.waitForEvent('filechooser');
  await sessionsDialog(page).getByRole('button', { name: 'Open a file' }).focus();
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(sineFile);
  await expect(dialog(page)).toContainText('Open sine.csv');
  await expect(dialog(page).getByLabel('Separator')).toHaveValue(';');
  await expect(dialog(page).getByLabel('Decimal sign')).toHaveValue(',');
  await expect(dialog(page).getByLabel('Unit of the time')).toHaveValue('s');
  await expect(dialog(page).getByRole('checkbox', { name: 'level (m)' })).toBeChecked();
  await expect(dialog(page).getByRole('row')).toHaveCount(11);
  await expect(dialog(page).getByRole('button', { name: 'Open' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => sampleCount(page)).toBe(3000);
  await expect(page.getByRole('img', { name: /^Signal of level: now .* alarm/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Weibull fit' })).toContainText('the limit is');
});

test('a file that is dropped on the page is looked at, and read as the person says', async ({
  page,
}) => {
  await page.goto('/');
  await drop(page, 'odd.csv', 'a,b,c\n1,10,5\n2,20,5\n3,x,5\n4,40,5\n5,50,5\n');
  await dialog(page).getByLabel('Time', { exact: true }).selectOption('a');
  await dialog(page).getByLabel('Unit of the time').selectOption('seconds');
  await dialog(page).getByRole('checkbox', { name: 'c', exact: true }).uncheck();
  await dialog(page).getByRole('button', { name: 'Open' }).click();
  await expect(importBar(page)).toContainText(
    '5 rows, 4 of them samples, 1 left out (first line 4: “x” in b is not a number).',
  );
  await expect.poll(() => sampleCount(page)).toBe(4);
  await expect(page.getByText('1 lost')).toBeVisible();
  await importBar(page).getByRole('button', { name: 'Dismiss: Import' }).click();
  await expect(importBar(page)).toHaveCount(0);
});

test('what is exported comes back the same', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await openSine(page);
  const first = readFileSync(await download(page, 'All samples'), 'utf8');
  await expect(page.getByRole('region', { name: 'Export' })).toContainText('Wrote tidemark-');
  const rows = first.trimEnd().split('\r\n');
  expect(rows[0]).toBe(
    'board_time_ms,host_time,level [m],level probability,level outlier,level collective,break',
  );
  expect(rows).toHaveLength(3001);
  expect(rows[2001]).toMatch(/^40000,[^,]*,9,(1|0\.\d+),1,0,$/);

  await chooseFile(page, {
    name: 'again.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(first),
  });
  await expect(dialog(page)).toContainText('Tidemark wrote this file');
  await dialog(page).getByRole('button', { name: 'Open' }).click();
  await expect(importBar(page)).toContainText('Read again.csv');
  const second = readFileSync(await download(page, 'All samples'), 'utf8');
  expect(second).toBe(first);
});

test('an export goes straight to disk where the browser can write there', async ({ page }) => {
  await page.addInitScript(() => {
    // A real file of the browser's own instead of the one that its dialogue would ask for.
    Reflect.set(window, 'showSaveFilePicker', async () => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle('exported.csv', { create: true });
    });
  });
  await openSine(page);
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await page.getByRole('button', { name: 'Visible range' }).click();
  await expect(page.getByRole('region', { name: 'Export' })).toContainText('Wrote tidemark-');
  const text = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('exported.csv')).getFile()).text();
  });
  expect(text.trimEnd().split('\r\n')).toHaveLength(3001);
});

test('plots and parameters are exported as files that say what they show', async ({ page }) => {
  await openSine(page);
  const signal = readFileSync(await download(page, 'Signal as SVG'), 'utf8');
  expect(signal).toContain('<title id="title">sine.csv: level (m)</title>');
  expect(signal).toMatch(/<desc id="desc">Signal of level: now .* 1 alarm/);
  expect(signal).toMatch(/<g class="signal"><path d="M/);
  expect(signal).not.toContain('<image');
  const weibull = readFileSync(await download(page, 'Weibull as SVG'), 'utf8');
  expect(weibull).toMatch(/shape [\d.]+ · scale/);
  for (const item of ['Signal as PNG', 'Weibull as PNG']) {
    const png = readFileSync(await download(page, item));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(5000);
  }
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await page.getByRole('button', { name: 'Parameters…' }).click();
  await dialog(page).getByText('Python', { exact: true }).click();
  await expect(dialog(page)).toContainText('"gamma": 4.0,  # γ Bound (σ)');
  const arriving = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Download tidemark_parameters.py' }).click();
  expect(readFileSync(await (await arriving).path(), 'utf8')).toContain('"maxima": 5,');
});

test('wrong files are each refused with their sentence, and nothing else stops', async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-wrong-'));
  try {
    await page.goto('/');
    await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
    await expectSamplesFlow(page);
    for (const [path, sentence] of [
      [vector('empty.csv'), 'This file is empty'],
      [vector('binary.png'), 'This is not a text file'],
      [vector('ragged.csv'), 'Most rows of this file have different numbers of fields'],
      [vector('no-numbers.csv'), 'There is no column of numbers'],
      [await hugeFile(folder, 'zeros.csv', ''), 'This is not a text file'],
      [await hugeFile(folder, 'one-line.csv', '1'.repeat(70_000)), 'are a single line'],
    ] as const) {
      await chooseFile(page, path);
      await expect(dialog(page).getByRole('alert')).toContainText(sentence);
      await dialog(page).getByRole('button', { name: 'Cancel' }).click();
      await expect(dialog(page)).toHaveCount(0);
      await page.keyboard.press('Escape');
    }
    await expectSamplesFlow(page);
    await expect(notices(page)).toBeEmpty();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a file of 1 GB whose lines end no more is read as far as they do', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-endless-'));
  try {
    await page.goto('/');
    await chooseFile(page, await hugeFile(folder, 'endless.csv', '1.25\n2.5\n'.repeat(50_000)));
    await dialog(page).getByRole('button', { name: 'Open' }).click();
    await expect(importBar(page)).toContainText('Stopped reading endless.csv: no line ends');
    await expect.poll(() => sampleCount(page)).toBe(100_000);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a file that is neither UTF-8 nor UTF-16 is read, and that is said', async ({ page }) => {
  await page.goto('/');
  const text = `Zeit;Fühler [°C]\n${'0;21,5\n1;22\n2;21\n'.repeat(3)}`;
  const buffer = Buffer.from(text, 'latin1');
  await chooseFile(page, { name: 'alt.csv', mimeType: 'text/csv', buffer });
  await expect(dialog(page)).toContainText('This file is not UTF-8');
  await expect(dialog(page).getByRole('checkbox', { name: 'Fühler (°C)' })).toBeChecked();
});

test('reading a large file can be cancelled; what was there before goes on', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
  const buffer = Buffer.from(`a\n${'1.5\n2.5\n1.25\n2.75\n'.repeat(600_000)}`);
  await chooseFile(page, { name: 'large.csv', mimeType: 'text/csv', buffer });
  await dialog(page).getByRole('button', { name: 'Open' }).click();
  await expect(importBar(page)).toContainText(/Reading large.csv: [\d\s]+ rows so far/);
  await importBar(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(importBar(page)).toContainText('Stopped reading large.csv');
  await expectSamplesFlow(page);
});

const SIZES = [
  [1440, 900, 'light'],
  [1024, 768, 'dark'],
  [390, 844, 'light'],
] as const;

test('the dialogs at every size, light and dark', async ({ page }) => {
  test.setTimeout(180_000);
  const look = async (state: string) => {
    for (const [width, height, scheme] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await showIn(page, scheme);
      await page.screenshot({
        path: `test-results/screens/files-${state}-${width}x${height}-${scheme}.png`,
      });
      await expectAccessible(page, { state: `${state} at ${width}x${height}, ${scheme}` });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Open recording' })).toBeVisible();
  await look('start');
  await chooseFile(page, vector('semicolon-decimal-comma.csv'));
  await expect(dialog(page).getByRole('row')).toHaveCount(5);
  await look('table');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await chooseFile(page, vector('sketch-labels.log'));
  await expect(dialog(page)).toContainText('A log of serial lines');
  await look('log');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await chooseFile(page, vector('no-numbers.csv'));
  await expect(dialog(page).getByRole('alert')).toBeVisible();
  await look('refused');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await openSine(page);
  await look('opened');
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'All samples' })).toBeVisible();
  await look('menu');
  await page.getByRole('button', { name: 'Parameters…' }).click();
  await expect(dialog(page)).toContainText('"gamma": 4');
  await look('parameters');
});
