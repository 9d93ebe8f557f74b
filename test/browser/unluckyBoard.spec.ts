/** Boards that send what no board should: each is said, costs its own lines, and nothing of the person's. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { FORGED } from '../signals/forgedLines.ts';
import { download, sessionsDialog } from './fileActions.ts';
import { expect, serialTest } from './fixtures.ts';
import { eventNames, notices, sampleCount, status } from './journey.ts';
import { longestTaskMs, watchTasks } from './longestTask.ts';
import { openPtyFarEnd, type PtyFarEnd } from './ptyFarEnd.ts';
import { bytes, TERMINAL, withScriptedBoard } from './scriptedBoard.ts';
import { answerPicker, connectFirst, connectSerial } from './serialPage.ts';

const hello = (channels = 'x:g') =>
  checkedLine(
    `h,protocol=1,firmware=tidemark,version=9,rules=3,board=Bench,id=b1,sensor=test,channels=${channels},float=64,saved=0`,
  );
const parameters = (gamma: number) =>
  checkedLine(
    `p,gamma=${gamma},delta=0.94,maxima=5,outliers=5,meanGap=500,period=20,block=32,memory=256,fatigue=0.25,tail=both`,
  );
const samples = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) =>
    checkedLine(`s,${from + i},${(from + i) * 20},${Math.sin(from + i).toFixed(4)}`),
  ).join('');

const bound = (page: Page) => page.getByRole('textbox', { name: 'Bound γ' });

/** Answers what the page sends from here on, as this board does. */
function answering(board: PtyFarEnd, reply: (op: string, id: string) => string): void {
  let heard = 0;
  const listen = async (): Promise<void> => {
    const all = new TextDecoder().decode(await board.received(heard + 1));
    const end = all.lastIndexOf('\n') + 1;
    for (const [, op = '', id = ''] of all.slice(heard, end).matchAll(/^(\w+),(\d+)[,*]/gm)) {
      await board.send(bytes(reply(op, id)));
    }
    heard = Math.max(end, heard + 1);
    await listen();
  };
  void listen();
}

serialTest(
  'names that turn what follows round, or calculate, only name a channel',
  async ({ page, socket }) => {
    await answerPicker(page);
    await withScriptedBoard(socket, async (board) => {
      await connectSerial(page);
      await expect
        .poll(async () => {
          await board.send(bytes(`safe\u202egnp:1,${'w'.repeat(300)}:2,=1+1:3,@sum:4\n`));
          return sampleCount(page);
        })
        .toBeGreaterThan(5);
      await expect(page.getByRole('img', { name: /^Signal of safe/ })).toBeVisible();
      const labels = await page
        .getByRole('img', { name: /^Signal of / })
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
      expect(labels.join('')).not.toContain('\u202e');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
      // A spreadsheet would calculate it; the quote in front is what it takes as "these are words".
      const [head = ''] = readFileSync(await download(page, 'All samples'), 'utf8').split('\r\n');
      expect(head).toContain(",'@sum,");
      expect(head).toContain(`,${'w'.repeat(300)},`);
    });
  },
);

for (const [who, first, row] of [
  ['a board of ours', hello() + parameters(4), samples],
  [
    'a sketch',
    '',
    (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => `x:${Math.sin(from + i).toFixed(4)}\n`).join(''),
  ],
] as const) {
  serialTest(
    `${who} that sends lines in the form of the host’s is recorded as it was seen`,
    async ({ page, socket }) => {
      await answerPicker(page);
      await withScriptedBoard(socket, async (board) => {
        await connectSerial(page);
        await board.received(1);
        await board.send(bytes(first + row(0, 40)));
        await expect.poll(() => sampleCount(page)).toBeGreaterThan(30);
        const rest = FORGED.map((line, i) => checkedLine(line) + row(40 + i * 20, 20));
        await board.send(bytes(rest.join('')));
        const seen = 40 + FORGED.length * 20;
        await expect.poll(() => sampleCount(page)).toBe(seen);
        await expect(page.getByRole('button', { name: /^Recording/ })).toBeVisible();
        await expect(page.getByRole('alert')).toHaveCount(0);
        await page.getByRole('button', { name: 'Disconnect' }).click();
        await page.getByRole('button', { name: 'Boards and recordings' }).click();
        await page.getByRole('menuitem', { name: 'Recorded sessions' }).click();
        const session = sessionsDialog(page).getByRole('listitem');
        await expect(session).toHaveCount(1);
        await expect(session).not.toContainText('Forged');
        await expect(session).toContainText(`${seen} samples`);
        await session.getByRole('button', { name: 'Open' }).click();
        await expect.poll(() => sampleCount(page)).toBe(seen);
        await expect(page.getByRole('img', { name: /^Signal of x/ })).toBeVisible();
        await expect(eventNames(page).filter({ hasText: 'true anomaly' })).toHaveCount(0);
        await expect(page.getByRole('region', { name: 'Replay' })).toBeVisible();
        await expect(page.getByText(/^Recorded with/)).toHaveCount(0);
        await expect(page.getByRole('alert')).toHaveCount(0);
      });
    },
  );
}

for (const [what, says, told] of [
  ['applies nothing', () => parameters(4), 'The board answered ok, but still says γ 4.'],
  ['applies another value', () => parameters(3.5), 'The board answered ok, but still says γ 3.5.'],
] as const) {
  serialTest(
    `a board that answers ok and ${what} is said so beside the field`,
    async ({ page, socket }) => {
      await answerPicker(page);
      await withScriptedBoard(socket, async (board) => {
        let isPushed = false;
        answering(board, (op, id) => {
          const ok = checkedLine(`r,${id},ok`);
          if (op === 'hello') return hello() + parameters(4) + ok;
          isPushed ||= op === 'set';
          return (isPushed ? says() : parameters(4)) + ok;
        });
        await connectSerial(page);
        await board.send(bytes(hello() + parameters(4) + samples(0, 40)));
        await expect.poll(() => sampleCount(page)).toBeGreaterThanOrEqual(40);
        await bound(page).fill('3.3');
        await bound(page).press('Enter');
        await page.getByRole('button', { name: 'Push to board' }).click();
        await expect(
          page.getByRole('region', { name: 'Detector' }).getByRole('alert'),
        ).toContainText(told);
      });
    },
  );
}

serialTest(
  'a board that says no parameters is watched, and nothing is pushed to it',
  async ({ page, socket }) => {
    await answerPicker(page);
    await withScriptedBoard(socket, async (board) => {
      answering(board, (op, id) => (op === 'hello' ? hello() : '') + checkedLine(`r,${id},ok`));
      await connectSerial(page);
      await board.received(1);
      await board.send(bytes(hello() + samples(0, 60)));
      await expect.poll(() => sampleCount(page)).toBe(60);
      const push = page.getByRole('button', { name: 'Push to board' });
      await expect(push).toBeDisabled();
      await expect(push).toHaveAccessibleDescription(
        'The board has not said yet which parameters it uses.',
      );
      await board.send(bytes(parameters(3.5)));
      await expect(push).toHaveAccessibleDescription('The board already has these parameters.');
    });
  },
);

const later = checkedLine('h,protocol=99,firmware=tidemark,version=90,channels=x:g');
const many = hello(Array.from({ length: 200 }, (_, i) => `x${i}:g`).join(';'));
for (const [what, sent, notice, words] of [
  [
    'of a later protocol is said to be newer',
    later,
    'This board’s firmware is newer than this page',
    'its firmware is newer than this page',
  ],
  [
    'with 200 channels is said to have too many',
    many,
    'more channels than this page can take',
    'it has too many channels',
  ],
] as const) {
  serialTest(`firmware ${what}`, async ({ page, socket }) => {
    await answerPicker(page);
    await withScriptedBoard(socket, async (board) => {
      answering(board, () => sent);
      await connectSerial(page);
      await expect
        .poll(async () => {
          await board.send(bytes(sent + samples(0, 5)));
          return notices(page).innerText();
        })
        .toContain(notice);
      await expect(status(page)).toContainText(words);
    });
  });
}

serialTest(
  '1000 changes of channels hold nothing up, and after a reload the board is followed, as the person set the page',
  async ({ page, socket }) => {
    await answerPicker(page);
    page.on('dialog', (dialog) => dialog.accept());
    await withScriptedBoard(socket, async (board) => {
      await connectSerial(page);
      await board.received(1);
      await page.getByTitle('Dark theme').click();
      await watchTasks(page);
      const changes = Array.from({ length: 1000 }, (_, i) => hello(`c${i}:g`) + samples(0, 3));
      await board.send(bytes(changes.join('')));
      await expect(notices(page)).toContainText('The board says other channels all the time');
      // What hangs takes seconds (16 before); what is slow is the machine.
      expect(await longestTaskMs(page, '1000 changes of channels')).toBeLessThan(5000);
      await page.reload();
      await connectFirst(page);
      await expect
        .poll(async () => {
          await board.send(bytes(hello('x:g') + parameters(4) + samples(0, 60)));
          return sampleCount(page);
        })
        .toBeGreaterThanOrEqual(60);
      await expect(page.getByRole('img', { name: /^Signal of x/ })).toBeVisible();
      await expect(page.getByRole('radio', { name: 'Dark theme' })).toBeChecked();
    });
  },
);

serialTest('a bare board leads to Install, and to no program', async ({ page, socket }) => {
  await answerPicker(page);
  await withScriptedBoard(socket, async (board) => {
    await connectSerial(page);
    await expect
      .poll(async () => {
        await board.send(
          bytes('\r\nMicroPython v1.28.0 on 2026-01-01; Raspberry Pi Pico with RP2040\r\n>>> '),
        );
        return notices(page).innerText();
      })
      .toContain('This board is at the MicroPython prompt');
    const offers = notices(page).getByRole('button');
    await expect(offers.and(page.locator('[data-variant="filled"]'))).toHaveText([
      'Install Tidemark on this board…',
    ]);
    await expect(offers.filter({ hasText: 'Start its program' })).toHaveCount(0);
  });
});

serialTest('a second board of the same id is told from the first', async ({ page, socket }) => {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-alike-'));
  const [one, other] = [join(directory, 'one'), join(directory, 'other')];
  const boards: PtyFarEnd[] = [];
  try {
    boards.push(await openPtyFarEnd(one));
    await socket.plug(TERMINAL, one);
    await answerPicker(page);
    await connectSerial(page);
    await boards[0]?.received(1);
    await boards[0]?.send(bytes(hello() + parameters(4) + samples(0, 60)));
    await expect.poll(() => sampleCount(page)).toBe(60);
    await socket.unplug(TERMINAL);
    await boards[0]?.stop();
    boards.push(await openPtyFarEnd(other));
    await socket.plug(TERMINAL, other);
    await boards[1]?.received(1);
    await boards[1]?.send(bytes(hello() + parameters(4) + samples(40_000, 60)));
    await expect(notices(page)).toContainText('Another board with the same id has gone on here');
    await expect(page.getByText('0 lost')).toBeVisible();
  } finally {
    await socket.unplug(TERMINAL);
    for (const board of boards) await board.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
