/** What every browser test has: a page that is watched for anything that should not happen. */
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
import { APP_ORIGIN, CHROMIUM_FLAGS, CHROMIUM_PATH, CONTRACT_ORIGIN } from './chromium.ts';
import { installSerialPolicy } from './managedPolicy.ts';
import { startUsbTestbed, TEST_VENDOR_ID, type UsbTestbed } from './usbTestbed.ts';

export { expect } from '@playwright/test';

/** Tests that need no serial port. The page fails the test on its own when it misbehaves. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const problems = watchPage(page);
    await use(page);
    assertNone(problems);
  },
});

/** Tests with a USB socket: their Chromium sees the testbed's boards and no others. */
export const serialTest = base.extend<
  { socket: UsbTestbed },
  { serialBrowser: { browser: Browser; testbed: UsbTestbed } }
>({
  serialBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
    async ({}, use) => {
      const removePolicy = installSerialPolicy([APP_ORIGIN, CONTRACT_ORIGIN]);
      const testbed = await startUsbTestbed();
      try {
        const browser = await chromium.launch({
          executablePath: CHROMIUM_PATH,
          args: CHROMIUM_FLAGS,
          env: { ...inherited(), ...testbed.env },
        });
        await use({ browser, testbed });
        await browser.close();
      } finally {
        await testbed.stop();
        removePolicy();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  socket: async ({ serialBrowser }, use) => use(serialBrowser.testbed),
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
