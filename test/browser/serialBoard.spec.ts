import { expect, serialTest } from './fixtures.ts';
import { status, walkJourney } from './journey.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

serialTest(
  'a person tunes a board on USB, and it keeps what was saved',
  async ({ page, board }) => {
    await answerPicker(page);
    await walkJourney(page, {
      async connect() {
        await connectSerial(page);
        await expect(page.getByText('Node board')).toBeVisible();
      },
      injectSpike: async () => board.inject('spike'),
      async cutPower() {
        await board.kill();
        await expect(status(page)).toHaveText(/^reconnecting… · lost at/);
      },
      // It is found again by itself.
      restorePower: () => board.start(),
    });
  },
);
