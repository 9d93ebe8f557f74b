/** A file that is longer than the memory given to it: all of it comes back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { sampleCount } from './journey.ts';
import { countEqualRows, writeTable } from './numberTable.ts';

const ROWS = 180_000;
/** As many as there can be: then some 168 000 samples fit in 100 MB. */
const CHANNELS = 18;

test('a file longer than the memory is exported with every value and time', async ({ page }) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-long-'));
  const [source, exported] = [join(folder, 'source.csv'), join(folder, 'exported.csv')];
  try {
    await writeTable(source, ROWS, CHANNELS);
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await page.goto('/');
    await page.getByRole('button', { name: 'Open recording' }).click();
    const sessions = page.getByRole('dialog', { name: 'Recorded sessions' });
    await sessions.getByLabel('File of samples').setInputFiles(source);
    const dialog = page.getByRole('dialog', { name: 'Open source.csv' });
    await dialog.getByRole('button', { name: 'Open' }).click();
    await expect.poll(() => sampleCount(page), { timeout: 120_000 }).toBe(ROWS);

    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByLabel('Keep raw samples for as long as fits in').selectOption('100');
    await expect(page.getByText('The oldest raw samples were given up')).toBeVisible();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Export', exact: true }).first().click();
    const arriving = page.waitForEvent('download', { timeout: 120_000 });
    await page.getByRole('button', { name: 'All samples' }).click();
    await (await arriving).saveAs(exported);
    const bar = page.getByRole('region', { name: 'Export' });
    await expect(bar).toContainText(/: 180\s000 samples\.$/);
    expect(await countEqualRows(source, exported, CHANNELS)).toBe(ROWS);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
