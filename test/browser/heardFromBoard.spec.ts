/** What a board says beside its samples, or does not say at all, reaches the person. */
import { checkedLine } from '../../src/protocol/checksum.ts';
import { expect, serialTest } from './fixtures.ts';
import { notices, sampleCount } from './journey.ts';
import { bytes, withScriptedBoard } from './scriptedBoard.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

const GREETING =
  checkedLine(
    'h,protocol=1,firmware=tidemark,version=9,rules=3,board=Bench,id=b1,sensor=test,channels=x:g,float=64,saved=0',
  ) +
  checkedLine(
    'p,gamma=4,delta=0.94,maxima=5,outliers=5,meanGap=500,period=20,block=32,memory=256,fatigue=0.25,tail=both',
  );
const SAMPLES = Array.from({ length: 40 }, (_, i) =>
  checkedLine(`s,${i},${i * 20},${Math.sin(i).toFixed(4)}`),
).join('');

serialTest(
  'samples left out, a sensor without its driver, and a command that is never answered are said',
  async ({ page, socket }) => {
    await answerPicker(page);
    await withScriptedBoard(socket, async (board) => {
      await connectSerial(page);
      await board.send(bytes(GREETING + SAMPLES));
      await expect.poll(() => sampleCount(page)).toBe(40);

      await board.send(bytes(checkedLine('l,skipped=17')));
      await expect(page.getByText('17 left out')).toBeVisible();

      const lacking = 'MPU-6050 is here but has no driver here: mpremote mip install it';
      await board.send(bytes(checkedLine(`l,${lacking}`)));
      await page.getByRole('tab', { name: 'Console' }).click();
      await expect(page.getByText(lacking)).toBeVisible();

      const bound = page.getByRole('textbox', { name: 'Bound γ' });
      await bound.fill('3.3');
      await bound.press('Enter');
      await page.getByRole('button', { name: 'Push to board' }).click();
      await expect(notices(page)).toContainText('It was asked three times.');
      const heard = new TextDecoder().decode(await board.received(1));
      expect(heard.match(/^set,.*gamma=3\.3/gm)).toHaveLength(3);
    });
  },
);
