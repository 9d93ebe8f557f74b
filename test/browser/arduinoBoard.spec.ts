import { expect, serialTest } from './fixtures.ts';
import { status, walkJourney } from './journey.ts';
import { answerPicker, connectSerial } from './serialPage.ts';
import { noSimavr, simavrBoard } from './simavrBoard.ts';

serialTest(
  'a person tunes an Arduino Uno on USB, and its EEPROM keeps what was saved',
  async ({ page, socket }) => {
    serialTest.skip(noSimavr !== null, noSimavr ?? '');
    const board = simavrBoard(socket);
    try {
      await board.start();
      await answerPicker(page);
      await walkJourney(page, {
        async connect() {
          await connectSerial(page);
          await expect(
            page.getByRole('banner').getByText('Arduino', { exact: true }),
          ).toBeVisible();
        },
        injectSpike: async () => board.type('spike'),
        async cutPower() {
          await board.kill();
          await expect(status(page)).toHaveText(/^reconnecting… · lost at/);
        },
        restorePower: () => board.start(),
      });
    } finally {
      await board.dispose();
    }
  },
);
