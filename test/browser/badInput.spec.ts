/** Whatever goes wrong: a plain sentence, a counter, and everything else goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { expect, serialTest, test } from './fixtures.ts';
import { expectSamplesFlow, notices, sampleCount } from './journey.ts';
import { openPtyFarEnd, type PtyFarEnd } from './ptyFarEnd.ts';
import { bytes, TERMINAL, withScriptedBoard } from './scriptedBoard.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

async function expectVirtualBoardWorks(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectSamplesFlow(page);
}

const HELLO = checkedLine(
  'h,protocol=1,firmware=tidemark,version=1,board=Scripted board,id=01,sensor=test,channels=x:g,float=64,saved=0',
);
const PARAMETERS = checkedLine(
  'p,gamma=4,delta=0.94,maxima=5,outliers=5,meanGap=500,period=20,block=32,memory=256,fatigue=0.25,tail=both',
);

function samples(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const seq = from + index;
    return checkedLine(`s,${seq},${seq * 20},${Math.sin(seq).toFixed(4)}`);
  }).join('');
}

test('without Web Serial the page says so, and the virtual board works', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serial');
  });
  await page.goto('/');
  await expect(page.getByText('This browser has no Web Serial')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect board' })).toBeDisabled();
  await expectVirtualBoardWorks(page);
});

test('a cancelled picker is no failure: nothing is said, and everything works', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Serial.prototype.requestPort = async () => {
      document.title = 'asked';
      throw new DOMException('No port selected by the user.', 'NotFoundError');
    };
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect board' }).click();
  await expect(page).toHaveTitle('asked');
  await expect(notices(page)).toBeEmpty();
  await expect(page.getByRole('status').first()).toHaveText('not connected');
  await expectVirtualBoardWorks(page);
});

test('a picker that is forbidden says who can allow it', async ({ page }) => {
  await page.addInitScript(() => {
    Serial.prototype.requestPort = async () => {
      throw new DOMException('Access denied by policy.', 'SecurityError');
    };
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect board' }).click();
  await expect(notices(page)).toContainText('Serial ports are forbidden here.');
  await expectVirtualBoardWorks(page);
});

serialTest(
  'a port that the system will not open: the page says so, and connects once it will',
  async ({ page, socket }) => {
    // Root may open what another program holds, so the port is made to fail by having no terminal.
    const directory = mkdtempSync(join(tmpdir(), 'tidemark-scripted-'));
    const path = join(directory, 'terminal');
    await socket.plug(TERMINAL, path);
    let board: PtyFarEnd | null = null;
    try {
      await answerPicker(page);
      await connectSerial(page);
      await expect(notices(page)).toContainText('The port could not be opened.');
      board = await openPtyFarEnd(path);
      await page.getByRole('button', { name: 'Try again' }).click();
      await board.received(1);
      await board.send(bytes(HELLO + PARAMETERS + samples(0, 50)));
      await expect.poll(() => sampleCount(page)).toBe(50);
    } finally {
      await socket.unplug(TERMINAL);
      await board?.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
);

serialTest(
  'a board that stops in the middle of a line is silent, and goes on when it does',
  async ({ page, socket }) => {
    await withScriptedBoard(socket, async (board) => {
      await answerPicker(page);
      await connectSerial(page);
      await board.received(1);
      const [first, rest] = [samples(0, 40), samples(40, 40)];
      await board.send(bytes(HELLO + PARAMETERS + first + rest.slice(0, 12)));
      await expect(page.getByText(/^silent for \d+ s$/)).toBeVisible();
      await expect.poll(() => sampleCount(page)).toBe(40);
      await board.send(bytes(rest.slice(12)));
      await expect.poll(() => sampleCount(page)).toBe(80);
      await expect(page.getByText('invalid lines')).toHaveCount(0);
    });
  },
);

serialTest(
  'garbage is counted and dropped, and what follows it is judged',
  async ({ page, socket }) => {
    await withScriptedBoard(socket, async (board) => {
      await answerPicker(page);
      await connectSerial(page);
      await board.received(1);
      await board.send(bytes(HELLO + PARAMETERS + samples(0, 40)));
      await expect.poll(() => sampleCount(page)).toBe(40);

      await board.send(Uint8Array.from({ length: 4096 }, (_, index) => (index * 167) % 256));
      await board.send(bytes(`${'x'.repeat(100_000)}\n`));
      await board.send(bytes('s,40,800,0.5*00\ns,40,800\ns,40,800,1,2,3\n'));
      await board.send(bytes(checkedLine('s,40,800,NaN') + checkedLine('s,41,820,1e400')));
      await board.send(bytes(samples(42, 40)));
      await expect.poll(() => sampleCount(page)).toBeGreaterThanOrEqual(80);
      await expect(page.getByText(/^[1-9][\d\s]* invalid lines$/)).toBeVisible();
      await expect(page.getByText('2 invalid values')).toBeVisible();
      await page.getByRole('button', { name: 'Disconnect' }).click();
      await expectVirtualBoardWorks(page);
    });
  },
);

serialTest(
  'any sketch that prints numbers is judged here, and the panel says that it stays here',
  async ({ page, socket }) => {
    await withScriptedBoard(socket, async (board) => {
      await answerPicker(page);
      await connectSerial(page);
      await board.received(1);
      await board.send(bytes('Sketch started\ntemp:21.5,hum:40\ntemp:21.6,hum:41\n'));
      await expect(page.getByText('other sketch')).toBeVisible();
      await board.send(bytes('temp:21.7,hum:42\n'));
      await expect(
        page.getByRole('paragraph').filter({ hasText: 'does not run Tidemark’s firmware' }),
      ).toBeVisible();
      await expect.poll(() => sampleCount(page)).toBeGreaterThan(0);
    });
  },
);
