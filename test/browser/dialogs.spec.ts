/** Dialogs are loaded when they are first opened: the keyboard must not notice. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { APP_ORIGIN } from './chromium.ts';
import { expect, test } from './fixtures.ts';
import { expectSamplesFlow } from './journey.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('every dialog gives the focus back to the button that opened it, again and again', async ({
  page,
}) => {
  await page.goto('/');
  const doors = [
    ['Open recording', 'Recorded sessions'],
    ['I can’t see my board', 'I can’t see my board'],
    ['I have an Arduino', 'Tidemark on an Arduino board'],
  ] as const;
  for (const [opener, name] of doors) {
    for (const time of ['first', 'second']) {
      await button(page, opener).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name }), `${name}, ${time}`).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name })).toHaveCount(0);
      await expect(button(page, opener), `after ${name}, ${time}`).toBeFocused();
    }
  }

  const buffer = Buffer.from('ms,a\n0,1\n10,3\n20,3\n');
  for (const time of ['first', 'second']) {
    await button(page, 'Open recording').focus();
    await page.keyboard.press('Enter');
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Open a file').focus();
    await page.keyboard.press('Enter');
    await (await choosing).setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByRole('dialog', { name: 'Open a.csv' }), time).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(button(page, 'Open recording'), `after a file, ${time}`).toBeFocused();
  }

  const exportButton = page.getByRole('banner').getByRole('button', { name: 'Export' });
  await button(page, 'Virtual machine').click();
  await expectSamplesFlow(page);
  for (const time of ['first', 'second']) {
    await button(page, 'Boards and recordings').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Recorded sessions' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Recorded sessions' }), time).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(button(page, 'Boards and recordings'), `from the menu, ${time}`).toBeFocused();
  }
  for (const time of ['first', 'second']) {
    await exportButton.focus();
    await page.keyboard.press('Enter');
    await button(page, 'Parameters…').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Export parameters' }), time).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(exportButton, `after the parameters, ${time}`).toBeFocused();
  }
});

test('what is typed right after Ctrl+K is in the palette once it has come, and no key of the page', async ({
  browser,
}) => {
  // A service worker would have loaded it ahead.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/CommandPalette-*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(APP_ORIGIN);
  await button(page, 'Virtual machine').click();
  await expectSamplesFlow(page);
  const bound = page.getByRole('textbox', { name: 'Bound γ' });
  await bound.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('vx');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('irtual');
  release();
  const field = page.getByRole('dialog').getByRole('textbox');
  await expect(field).toBeFocused();
  await page.keyboard.type(' p');
  await expect(field).toHaveValue('virtual p');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await expectAccessible(page, { state: 'the palette' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(bound).toHaveValue('4');

  // It is there by now, but its field takes the focus a moment later.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await context.close();
});
