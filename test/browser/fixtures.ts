/** What every browser test has: a page that is watched for anything that should not happen. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Browser,
  type BrowserServer,
  test as base,
  chromium,
  type Page,
} from '@playwright/test';
import { APP_ORIGIN, CHROMIUM_FLAGS, CHROMIUM_PATH, CONTRACT_ORIGIN } from './chromium.ts';
import { installSerialPolicy } from './managedPolicy.ts';
import { type PtyBoard, ptyBoard } from './ptyBoard.ts';
import { startUsbTestbed, TEST_VENDOR_ID, type UsbTestbed } from './usbTestbed.ts';

export { expect } from '@playwright/test';

const LAUNCH_ATTEMPTS = 5;
const LOAD_TIMEOUT_MS = 8000;
const CLOSE_TIMEOUT_MS = 5000;

/** Tests that need no serial port. The page fails the test on its own when it misbehaves. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const problems = watchPage(page);
    await use(page);
    assertNone(problems);
  },
});

/**
 * Tests with a USB socket, and a board in it for those that ask for one: their Chromium sees the
 * testbed's boards and no others.
 */
export const serialTest = base.extend<
  { socket: UsbTestbed; board: PtyBoard },
  { serialBrowser: { browser: Browser; testbed: UsbTestbed } }
>({
  serialBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
    async ({}, use) => {
      const removePolicy = installSerialPolicy([APP_ORIGIN, CONTRACT_ORIGIN]);
      const testbed = await startUsbTestbed();
      try {
        const { browser, server } = await launchBesideTestbed(testbed);
        await use({ browser, testbed });
        // A process that Chromium left behind must not hold up the run.
        await Promise.race([browser.close(), sleep(CLOSE_TIMEOUT_MS)]);
        await server.kill();
      } finally {
        await testbed.stop();
        removePolicy();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  socket: async ({ serialBrowser }, use) => use(serialBrowser.testbed),
  board: async ({ socket }, use) => {
    const board = ptyBoard(socket);
    try {
      await board.start();
      await use(board);
    } finally {
      await board.dispose();
    }
  },
  page: async ({ serialBrowser }, use) => {
    const context = await serialBrowser.browser.newContext({
      baseURL: APP_ORIGIN,
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    const problems = watchPage(page);
    await use(page);
    await context.close();
    assertNone(problems);
  },
});

/**
 * Starts Chromium behind the preload library of the testbed, which now and then locks up one of its
 * processes at their start: then nothing ever loads. So a browser is used only when it has loaded
 * something; until then another is started.
 */
async function launchBesideTestbed(
  testbed: UsbTestbed,
): Promise<{ browser: Browser; server: BrowserServer }> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await chromium.launchServer({
      executablePath: CHROMIUM_PATH,
      args: CHROMIUM_FLAGS,
      env: { ...inherited(), ...testbed.env },
    });
    try {
      const browser = await chromium.connect(server.wsEndpoint(), { timeout: LOAD_TIMEOUT_MS });
      const page = await browser.newPage();
      await page.goto(`${APP_ORIGIN}/icon.svg`, { timeout: LOAD_TIMEOUT_MS });
      await page.context().close();
      return { browser, server };
    } catch (error) {
      await server.kill();
      if (attempt === LAUNCH_ATTEMPTS) throw error;
    }
  }
}

/**
 * Fails unless every port that the page could open is a board of the testbed: without it, Chromium
 * would offer the machine's own ports.
 */
export async function assertOnlyTestBoards(page: Page): Promise<void> {
  const vendors = await page.evaluate(async () =>
    (await navigator.serial.getPorts()).map((port) => port.getInfo().usbVendorId ?? null),
  );
  const foreign = vendors.filter((vendor) => vendor !== TEST_VENDOR_ID);
  if (vendors.length === 0 || foreign.length > 0) {
    throw new Error(`Not the testbed's ports: ${JSON.stringify(vendors)}`);
  }
}

/** Collects errors and warnings of the console, uncaught errors, and requests to elsewhere. */
function watchPage(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      problems.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    const local = [APP_ORIGIN, CONTRACT_ORIGIN].includes(url.origin);
    if (!local && !['blob:', 'data:'].includes(url.protocol)) {
      problems.push(`request to elsewhere: ${request.url()}`);
    }
  });
  return problems;
}

function assertNone(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`The page misbehaved:\n${problems.join('\n')}`);
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
