/** A program that ends under the eyes of a person, who starts it again. */
import type { Page } from '@playwright/test';
import { installedFirmware, looseSketch } from '../repl/programs.ts';
import { expectAccessible, showIn } from './accessibility.ts';
import { expect, serialTest } from './fixtures.ts';
import { expectSamplesFlow, notices, status } from './journey.ts';
import { plugInReplBoard } from './replBoard.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

serialTest('a board of ours whose sensor comes loose is restarted', async ({ page, socket }) => {
  const board = await plugInReplBoard(socket, installedFirmware(), 'offered');
  try {
    await answerPicker(page);
    await connectSerial(page);
    await expectSamplesFlow(page);
    await board.unplugSensor();
    await expect(notices(page)).toContainText(
      'The program on the board has stopped. It says: “OSError: [Errno 5] EIO”. Most often a sensor does not answer',
    );
    await expect(status(page)).toHaveText('the program has stopped');
    await look(page);
    await page.getByRole('button', { name: 'Show the console' }).click();
    await expect(page.getByRole('log')).toContainText('Traceback (most recent call last):');
    await page.getByRole('button', { name: 'Restart the program' }).press('Enter');
    await expectSamplesFlow(page);
    await expect(notices(page)).not.toContainText('has stopped');
    await expect(page.getByRole('log')).toContainText('MPY: soft reboot');
  } finally {
    await board.dispose();
  }
});

serialTest('so is any other sketch in MicroPython', async ({ page, socket }) => {
  const board = await plugInReplBoard(socket, looseSketch(200), 'offered');
  try {
    await answerPicker(page);
    await connectSerial(page);
    await expectSamplesFlow(page);
    const restart = page.getByRole('button', { name: 'Restart the program' });
    await expect(notices(page)).toContainText('“OSError: [Errno 5] EIO”');
    await restart.click();
    await expectSamplesFlow(page);
    await expect(restart).toHaveCount(0);
  } finally {
    await board.dispose();
  }
});

/** Nothing is cut off and no rule of axe is broken, at either size and in either scheme. */
async function look(page: Page): Promise<void> {
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await showIn(page, colorScheme);
      await expect(page.getByRole('button', { name: 'Restart the program' })).toBeInViewport();
      await page.screenshot({
        path: `test-results/screens/stopped-${size.width}x${size.height}-${colorScheme}.png`,
      });
      await expectAccessible(page, { state: `${size.width} ${colorScheme}` });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${size.width} ${colorScheme}`,
      ).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize(SIZES[0]);
}
