/** The tour's chapter on a board of one's own: its sketch is copied, printed by a board, and disturbed; by keyboard. */
import { LANGUAGE_TAGS, LANGUAGES, speak } from '../../src/language/spoken.ts';
import { HEADER_WORDS } from '../../src/ui/header/headerWords.ts';
import { OWN_BOARD_WORDS } from '../../src/ui/tour/boardChapterWords.ts';
import { CHAPTER_WORDS } from '../../src/ui/tour/buttonWords.ts';
import { TOUR_WORDS } from '../../src/ui/tour/words.ts';
import { expectAccessible } from './accessibility.ts';
import { assertOnlyTestBoards, expect, serialTest } from './fixtures.ts';
import type { PtyFarEnd } from './ptyFarEnd.ts';
import { bytes, withScriptedBoard } from './scriptedBoard.ts';
import { answerPicker } from './serialPage.ts';
import { command, expectStep, press, pressInTour, showMe } from './tourWalk.ts';

/** As the sketch of the tour waits between its lines. */
const PERIOD_MS = 20;

// Other specs run in the same process, and read English.
serialTest.afterEach(() => speak('en'));

for (const language of LANGUAGES) {
  serialTest(
    `the tour of one’s own board can be done to its end by keyboard, with the network gone: ${language}`,
    async ({ page, socket }) => {
      speak(language);
      await answerPicker(page);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.addInitScript(
        (tag) => Object.defineProperty(navigator, 'languages', { value: [tag] }),
        LANGUAGE_TAGS[language],
      );
      await page.goto('/');
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().setOffline(true);
      await page.reload();
      await withScriptedBoard(socket, async (board) => {
        await assertOnlyTestBoards(page);
        await command(page, CHAPTER_WORDS.board);
        await expectStep(page, 'board-plug');
        await showMe(page);
        await press(page, 'Enter');
        await expectStep(page, 'board-samples');
        await pressInTour(page, OWN_BOARD_WORDS.copy);
        const sketch = await page.evaluate(() => navigator.clipboard.readText());
        const name = /Serial\.print\("(\w+):"\)/.exec(sketch)?.[1];
        expect(sketch).toContain(`delay(${PERIOD_MS});`);
        await expectAccessible(page, { state: 'the tour of one’s own board' });

        const run = runSketch(board, `${name}`);
        await expectStep(page, 'board-learn');
        await expectStep(page, 'board-disturb');
        run.disturb();
        await expectStep(page, 'board-end');
        await run.stop();
        await pressInTour(page, TOUR_WORDS.finish);
        await expect(page.getByRole('region', { name: TOUR_WORDS.region })).toHaveCount(0);
        await expect(page.getByRole('button', { name: HEADER_WORDS.disconnect })).toBeVisible();
      });
    },
  );
}

/** What a board with the sketch prints: noise of a light sensor, and a hand over it when it is disturbed. */
function runSketch(board: PtyFarEnd, name: string): { disturb(): void; stop(): Promise<void> } {
  let [runs, covered] = [true, 0];
  const ended = (async () => {
    for (let n = 0; runs; n++) {
      const value = covered-- > 0 ? 60 : 512 + ((n * 7919) % 13);
      await board.send(bytes(`${name}:${value}\r\n`));
      await new Promise((resolve) => setTimeout(resolve, PERIOD_MS));
    }
  })();
  return {
    disturb: () => {
      covered = 5;
    },
    stop: () => {
      runs = false;
      return ended;
    },
  };
}
