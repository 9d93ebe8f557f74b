/** Files in and out, as a person takes and gives them. */
import { expect, type Page, test } from '@playwright/test';

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const sessionsDialog = (page: Page) =>
  page.getByRole('dialog', { name: 'Recorded sessions' });

/** From the recorded sessions, whichever way leads there now. */
export async function chooseFile(page: Page, file: string | GivenFile): Promise<void> {
  const door = page.getByRole('button', { name: 'Open recording' });
  const menu = page.getByRole('button', { name: 'Boards and recordings' });
  await expect(door.or(menu)).toBeVisible();
  if (await door.isVisible()) {
    await door.click();
  } else {
    await menu.click();
    await page.getByRole('menuitem', { name: 'Recorded sessions' }).click();
  }
  await sessionsDialog(page).getByLabel('File of samples').setInputFiles(file);
}

/** Chooses an item of the export menu and gives the path of the file that comes. */
export async function download(page: Page, item: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: item }).click();
  // A browser that was started apart keeps the file where it is: it is asked for.
  const path = test.info().outputPath(`${item}.download`);
  await (await arriving).saveAs(path);
  return path;
}
