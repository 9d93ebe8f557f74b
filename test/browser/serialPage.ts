import type { Page } from '@playwright/test';
import { assertOnlyTestBoards } from './fixtures.ts';

/**
 * Answers the browser's picker, which nobody can click without a screen, as a person would: with
 * the one port there is. Everything behind the picker stays real.
 */
export async function answerPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Serial.prototype.requestPort = async function () {
      const [port] = await this.getPorts();
      if (port === undefined) throw new DOMException('No port selected.', 'NotFoundError');
      return port;
    };
  });
}

/** Opens the app, makes sure that it sees the test's boards only, and connects to the first. */
export async function connectSerial(page: Page): Promise<void> {
  await page.goto('/');
  await connectFirst(page);
}

/** The same on a page that is open already. */
export async function connectFirst(page: Page): Promise<void> {
  await assertOnlyTestBoards(page);
  await page.getByRole('button', { name: 'Connect board' }).click();
}
