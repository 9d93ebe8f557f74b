/** Every kind of line that other sketches print, through the page; and what is said when none is understood. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, serialTest } from './fixtures.ts';
import { longestTaskMs, watchTasks } from './longestTask.ts';
import type { PtyFarEnd } from './ptyFarEnd.ts';
import { bytes, withScriptedBoard } from './scriptedBoard.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

const ROWS = 12;
const LAST = ROWS - 1;
const two = (i: number) => String(i).padStart(2, '0');

/** What is printed, and the channels with the value that each shows last. */
interface Kind {
  readonly name: string;
  readonly line: (i: number) => string;
  readonly shows: readonly (readonly [name: string, now: string])[];
}

const KINDS: readonly Kind[] = [
  {
    name: 'units',
    line: (i) => `Temp (°C): ${20 + i} Hum (%): 4${i % 10}\n`,
    shows: [
      ['Temp', '31'],
      ['Hum', '41'],
    ],
  },
  {
    name: 'decimal commas',
    line: (i) => `${i},5;40,25\n`,
    shows: [
      ['value 1', '11.5'],
      ['value 2', '40.25'],
    ],
  },
  {
    name: 'name=value',
    line: (i) => `x=${i} y=2\n`,
    shows: [
      ['x', '11'],
      ['y', '2'],
    ],
  },
  {
    name: 'a tuple of Python',
    line: (i) => `(${i}.5, 7.25)\n`,
    shows: [
      ['value 1', '11.5'],
      ['value 2', '7.25'],
    ],
  },
  {
    name: 'nested JSON',
    line: (i) => `{"imu":{"ax":${i},"ay":2}}\n`,
    shows: [
      ['imu.ax', '11'],
      ['imu.ay', '2'],
    ],
  },
  { name: 'Teleplot', line: (i) => `>speed:${i}|rpm\n`, shows: [['speed', '11']] },
  { name: 'a log', line: (i) => `I (${1000 + i}) sensor: light: ${i}\n`, shows: [['light', '11']] },
  {
    name: 'a return alone',
    line: (i) => `left:${i},right:3\r`,
    shows: [
      ['left', '11'],
      ['right', '3'],
    ],
  },
  {
    name: 'a time in front',
    line: (i) => `12:00:${two(i)},${i},8\n`,
    shows: [
      ['value 1', '11'],
      ['value 2', '8'],
    ],
  },
  { name: 'ms:value', line: (i) => `${5737 + 100 * i}:${i}\n`, shows: [['value', '11']] },
  {
    name: 'a header',
    line: (i) => (i === 0 ? 'aX,aY\n' : `${i},4\n`),
    shows: [
      ['aX', '11'],
      ['aY', '4'],
    ],
  },
  {
    name: 'missing cells',
    line: (i) => `${i}.75, ${i % 2 === 0 ? '-' : '6'}\n`,
    shows: [
      ['value 1', '11.75'],
      ['value 2', '6'],
    ],
  },
  {
    name: 'two kinds in turn',
    line: (i) => (i % 2 === 0 ? 'fast:1\n' : `slow:${i}\n`),
    shows: [
      ['fast', '1'],
      ['slow', '11'],
    ],
  },
  { name: 'a counter', line: (i) => `Sample ${17 + i}: ${i}\n`, shows: [['Sample', '11']] },
];

serialTest(
  'each kind of line makes the channels that a person would name',
  async ({ page, socket }) => {
    await answerPicker(page);
    await withScriptedBoard(socket, async (board) => {
      await connectSerial(page);
      await becomesSketch(page, board);
      for (const { name, line, shows } of KINDS) {
        await serialTest.step(name, async () => {
          await page.getByRole('button', { name: 'Options', exact: true }).click();
          await page.getByRole('button', { name: 'Forget channels' }).click();
          await page.keyboard.press('Escape');
          for (let i = 0; i < ROWS; i++) await board.send(bytes(line(i)));
          // A row that may still grow is read with the line after it.
          await board.send(bytes(line(LAST)));
          const strips = page.getByRole('img', { name: /^Signal of / });
          await expect(strips).toHaveCount(shows.length);
          for (const [at, [channel, now]] of shows.entries()) {
            const value = new RegExp(
              `^Signal of ${channel}: now ${now.replace('.', '\\.')}[.0]*(?:[^.\\d]|$)`,
            );
            await expect(strips.nth(at)).toHaveAttribute('aria-label', value);
          }
        });
      }
    });
  },
);

serialTest(
  'lines that are not understood are shown, with the reason and one that would be read',
  async ({ page, socket }) => {
    await answerPicker(page);
    await withScriptedBoard(socket, async (board) => {
      await connectSerial(page);
      await page.waitForTimeout(2500);
      for (const text of ['one', 'two', 'three', 'Sensor not found'])
        await board.send(bytes(`${text}\n`));
      const pane = page.getByRole('region', { name: /not understood/ });
      await expect(pane).toBeVisible({ timeout: 1000 });
      await expect(pane.getByRole('listitem')).toHaveText(['two', 'three', 'Sensor not found']);
      await expect(pane).toContainText('There is no number in these lines.');
      await expect(pane).toContainText('Serial.print("temp:"); Serial.println(temp);');
      await expect(page.getByRole('status').first()).toHaveText('not understood: 4 lines');
      await expectAccessible(page, { state: 'not understood' });
      // Long after it would be silence.
      await page.waitForTimeout(2500);
      await expect(page.getByRole('status').first()).toHaveText('not understood: 4 lines');
      for (let i = 0; i < 5; i++) await board.send(bytes(`temp:${i}\n`));
      await expect(pane).toBeHidden();
      await expect(page.getByRole('img', { name: /^Signal of temp/ })).toBeVisible();
    });
  },
);

serialTest(
  '400 new names, as fast as 4000 in a minute, never hold the page up',
  async ({ page, socket }) => {
    await answerPicker(page);
    await withScriptedBoard(socket, async (board) => {
      await connectSerial(page);
      await becomesSketch(page, board);
      await watchTasks(page);
      for (let name = 0; name < 400; name++) {
        const text = `n${[...String(name)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}:1\n`;
        await board.send(bytes(text.repeat(4)));
        await page.waitForTimeout(15);
      }
      await expect(page.getByText('the first 64 are drawn')).toBeVisible();
      const longestMs = await longestTaskMs(page, '400 new names');
      // What hangs takes seconds (30 before); what is slow is the machine.
      expect(longestMs).toBeLessThan(5000);
    });
  },
);

async function becomesSketch(page: Page, board: PtyFarEnd): Promise<void> {
  await expect
    .poll(async () => {
      await board.send(bytes('start:1\n'));
      return page.getByRole('img', { name: /^Signal of start/ }).count();
    })
    .toBe(1);
}
