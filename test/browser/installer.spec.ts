import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { analysisWorkerOf } from './analysisWorker.ts';
import { expect, serialTest } from './fixtures.ts';
import { expectSamplesFlow, notices, status } from './journey.ts';
import { plugInReplBoard } from './replBoard.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

const OLD = { 'main.py': 'print("the old program")\n' };

/** From a fresh page to the plan of an installation. */
async function openPlan(page: Page): Promise<void> {
  await answerPicker(page);
  await connectSerial(page);
  await page.getByRole('button', { name: 'Board ▾' }).click();
  await page.getByRole('menuitem', { name: 'Install Tidemark on this board…' }).click();
  await allowToStop(page);
}

/** A board that did not show its prompt might be running something. */
async function allowToStop(page: Page, key?: 'Enter'): Promise<void> {
  const stop = page.getByRole('button', { name: 'Stop the program and look' });
  const dialog = page.getByRole('dialog');
  await expect(stop.or(dialog.getByText('Free space'))).toBeVisible();
  if (await stop.isVisible()) {
    if (key) await page.keyboard.press(key);
    else await stop.click();
  }
  await expect(dialog.getByText('Free space')).toBeVisible();
}

/** How often the analysis has tried to open a port since. */
async function countOpenings(page: Page): Promise<() => Promise<number>> {
  const worker = analysisWorkerOf(page);
  await worker.evaluate(() => {
    const { open } = SerialPort.prototype;
    Reflect.set(globalThis, 'openings', 0);
    SerialPort.prototype.open = function (options) {
      Reflect.set(globalThis, 'openings', Reflect.get(globalThis, 'openings') + 1);
      return open.call(this, options);
    };
  });
  return () => worker.evaluate(() => Number(Reflect.get(globalThis, 'openings')));
}

serialTest('a person clicks from the MicroPython prompt to a stream', async ({ page, socket }) => {
  const board = await plugInReplBoard(socket, OLD, 'offered');
  try {
    await openPlan(page);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('webassembly');
    await expect(dialog).toContainText('Your main.py is kept as main.py.bak.');
    expect(board.flash()).toEqual(OLD);
    await expect(dialog.getByRole('cell', { name: 'tidemark_a/detector.py' })).toBeVisible();
    await expectAccessible(page, { within: '[role="dialog"]' });
    await dialog.getByRole('button', { name: 'Install', exact: true }).click();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await expect(dialog).toContainText('runs on the board. Your main.py is kept');
    await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Board ▾' })).toBeFocused();
    await expectSamplesFlow(page);
    await expect(page.getByText('WebAssembly board')).toBeVisible();

    await page.getByRole('button', { name: 'Board ▾' }).click();
    await page.getByRole('menuitem', { name: 'Uninstall Tidemark…' }).click();
    await page.getByRole('button', { name: 'Stop the program and look' }).click();
    await expect(dialog).toContainText('main.py.bak becomes main.py again.');
    const opened = await countOpenings(page);
    board.refuse();
    await dialog.getByRole('button', { name: 'Uninstall', exact: true }).click();
    await expect(dialog).toContainText('Tidemark is off the board');
    expect(board.flash()).toEqual(OLD);
    await expect.poll(opened, 'the port is tried again').toBeGreaterThan(1);
    await expect(status(page)).not.toContainText('busy');
    await expect(notices(page)).not.toContainText('could not be opened');
    board.allow();
    await expect(notices(page)).toContainText('This board is at the MicroPython prompt');
  } finally {
    await board.dispose();
  }
});

serialTest('cancelled in the middle, the board is as it was', async ({ page, socket }) => {
  const board = await plugInReplBoard(socket, OLD, 'refused');
  try {
    await openPlan(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Install', exact: true }).click();
    await expect(dialog.getByText(/^([2-9]|[1-9]\d)\s%$/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toContainText('Cancelled. The board is as it was.');
    expect(board.flash()).toEqual(OLD);
  } finally {
    await board.dispose();
  }
});

serialTest(
  'by keyboard alone: the focus is in the dialog at each step, and back on its button afterwards',
  async ({ page, socket }) => {
    const board = await plugInReplBoard(socket, OLD, 'offered');
    try {
      await answerPicker(page);
      await connectSerial(page);
      const menu = page.getByRole('button', { name: 'Board ▾' });
      const dialog = page.getByRole('dialog');
      for (const time of ['first', 'second']) {
        await menu.press('Enter');
        await page
          .getByRole('menuitem', { name: 'Install Tidemark on this board…' })
          .press('Enter');
        await allowToStop(page, 'Enter');
        await expect(
          dialog.getByRole('button', { name: 'Install', exact: true }),
          time,
        ).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
        await expect(menu, time).toBeFocused();
      }
      // The notice that offered it is gone by then.
      await page.getByRole('button', { name: 'Install Tidemark on this board…' }).press('Enter');
      await allowToStop(page, 'Enter');
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(menu).toBeFocused();
    } finally {
      await board.dispose();
    }
  },
);

serialTest(
  'a program that is started from here and ends at once is not said to run',
  async ({ page, socket }) => {
    const board = await plugInReplBoard(socket, OLD, 'offered');
    try {
      await answerPicker(page);
      await connectSerial(page);
      await page.getByRole('tab', { name: 'Console' }).click();
      await notices(page).getByRole('button', { name: 'Start its program' }).click();
      await expect(page.getByRole('log')).toContainText('the old program');
      await expect(notices(page)).toContainText('This board is at the MicroPython prompt');
      await page.getByRole('button', { name: 'Board ▾' }).click();
      await page.getByRole('menuitem', { name: 'Install Tidemark on this board…' }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText('Free space')).toBeVisible();
      await expect(dialog).not.toContainText(/may be running|has to be stopped/);
    } finally {
      await board.dispose();
    }
  },
);
