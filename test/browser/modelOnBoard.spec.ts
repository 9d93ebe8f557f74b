/** A forest on a board of a real serial line: pushed there, and naming what the board finds. */
import { NEW_FILE } from '../firmware/boardModel.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, serialTest } from './fixtures.ts';
import { eventNames, expectFirstFit } from './journey.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

serialTest(
  'a model is pushed to a board on USB, which names a spike by it',
  async ({ page, board }) => {
    await answerPicker(page);
    await connectSerial(page);
    await expectFirstFit(page);
    await page.getByRole('tab', { name: 'Names' }).click();
    const names = page.getByRole('region', { name: 'Names' });
    const choosing = page.waitForEvent('filechooser');
    await names.getByRole('button', { name: 'Open a model…' }).click();
    const buffer = Buffer.from(NEW_FILE);
    await (await choosing).setFiles({ name: 'model.csv', mimeType: 'text/csv', buffer });
    await names.getByRole('button', { name: /Push model to board/ }).click();
    await expect(names).toContainText(/The board says that model [0-9a-f]{8} is on it/);
    await expectAccessible(page);

    board.inject('spike');
    await expect(names).toContainText(/Board and page call \d of 1 event the same/);
    await page.getByRole('tab', { name: /^Anomalies/ }).click();
    await expect(eventNames(page).first()).toHaveAccessibleName(/named by (the )?forest.*board/);
  },
);
