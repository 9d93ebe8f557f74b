/** The contract of links where it matters: in Chromium, over a terminal and over the virtual board. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAR_END_CASES, LINK_CASES } from '../board/linkContract.ts';
import { CONTRACT_ORIGIN } from './chromium.ts';
import { assertOnlyTestBoards, serialTest, test } from './fixtures.ts';
import { openPtyFarEnd } from './ptyFarEnd.ts';

const READY = '[data-ready="true"]';

for (const { name } of LINK_CASES) {
  test(`the virtual board ${name}`, async ({ page }) => {
    await page.goto(CONTRACT_ORIGIN);
    await page.locator(READY).waitFor({ state: 'attached' });
    await page.evaluate((each) => window.runCase('virtual', each), name);
  });
}

for (const { name } of [...LINK_CASES, ...FAR_END_CASES]) {
  // Chromium waits until what was written has left (tcdrain), then empties both directions before it
  // closes (tcflush). A wire has the bytes by then; a pseudo-terminal still holds them, unless the
  // other end was quick, and drops them. In memory the case is always run.
  if (name === 'lets what was written just before closing leave') continue;
  serialTest(`Web Serial ${name}`, async ({ page, socket }) => {
    const directory = mkdtempSync(join(tmpdir(), 'tidemark-contract-'));
    const path = join(directory, 'board');
    let far = await openPtyFarEnd(path);
    await socket.plug('ttyACM0', path);
    let plugged = true;
    const unplug = async () => {
      plugged = false;
      await socket.unplug('ttyACM0');
      await far.stop();
    };
    try {
      await page.exposeFunction('farSend', (bytes: number[]) => far.send(Uint8Array.from(bytes)));
      await page.exposeFunction('farReceived', async (atLeast: number) => [
        ...(await far.received(atLeast)),
      ]);
      await page.exposeFunction('unplug', unplug);
      await page.exposeFunction('plugIn', async () => {
        far = await openPtyFarEnd(path);
        await socket.plug('ttyACM0', path);
        plugged = true;
      });
      await page.goto(CONTRACT_ORIGIN);
      await page.locator(READY).waitFor({ state: 'attached' });
      await assertOnlyTestBoards(page);
      await page.evaluate((each) => window.runCase('serial', each), name);
    } finally {
      if (plugged) await unplug();
      rmSync(directory, { recursive: true, force: true });
    }
  });
}
