/** What a person does with a board, step by step; the same whichever board it is. */
import { expect, type Locator, type Page } from '@playwright/test';

const LEARNING_TIMEOUT_MS = 30_000;
/** γ as saved in the journey: neither the default nor any preset's. */
const SAVED_BOUND = '3.7';
/** γ pushed after that and not saved: it must be gone after a restart. */
const UNSAVED_BOUND = '3.2';

/** What differs between the boards. */
export interface JourneyBoard {
  connect(): Promise<void>;
  injectSpike(): Promise<void>;
  /** The board's power goes away under the open link, which is said. */
  cutPower(): Promise<void>;
  /** The board starts again and is connected to. */
  restorePower(): Promise<void>;
}

/** Connect, detect, tune, push, save, restart, reconnect: the saved value is still there. */
export async function walkJourney(page: Page, board: JourneyBoard): Promise<void> {
  await board.connect();
  await expectSamplesFlow(page);
  await expectFirstFit(page);

  const agreed = anomalyRows(page).filter({ hasText: 'browser + board' });
  const before = await agreed.count();
  await board.injectSpike();
  await expect.poll(() => agreed.count(), { timeout: 15_000 }).toBeGreaterThan(before);

  await pushBound(page, SAVED_BOUND);
  await page.getByRole('button', { name: 'Save on board' }).click();
  await expect(notices(page)).toContainText(/saved/i);
  await pushBound(page, UNSAVED_BOUND);

  await board.cutPower();
  await board.restorePower();
  await expectSamplesFlow(page);
  await expectBoardBound(page, SAVED_BOUND);
}

/** Waits until the header has counted more samples than when this was called. */
export async function expectSamplesFlow(page: Page): Promise<void> {
  const before = await sampleCount(page);
  await expect.poll(() => sampleCount(page)).toBeGreaterThan(before + 20);
}

/** Waits until the Weibull panel shows a fitted curve instead of its progress. */
export async function expectFirstFit(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Weibull fit' });
  await expect(panel).toContainText('the limit is', { timeout: LEARNING_TIMEOUT_MS });
  await expect(panel.getByRole('progressbar')).toHaveCount(0);
}

/** Types γ, pushes it, and waits until the board has read it back. */
export async function pushBound(page: Page, bound: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Bound γ' });
  await field.fill(bound);
  await field.press('Enter');
  await page.getByRole('button', { name: 'Push to board' }).click();
  await expectBoardBound(page, bound);
}

/** The board's column, which shows nothing but what the board said. */
export async function expectBoardBound(page: Page, bound: string): Promise<void> {
  const shown = new RegExp(`^Board: ${bound.replace('.', '\\.')}(,|$)`);
  await expect(page.getByRole('region', { name: 'Detector' }).getByTitle(shown)).toBeVisible();
}

export function anomalyRows(page: Page): Locator {
  return page.getByRole('region', { name: 'List of anomalies' }).getByRole('row');
}

/** Where the classes of the listed events stand, and are chosen. */
export function eventNames(page: Page): Locator {
  return page
    .getByRole('region', { name: 'List of anomalies' })
    .getByRole('button', { name: /^(No name|.*, named by .*), at / });
}

/** What the header says of the connection. */
export function status(page: Page): Locator {
  return page.getByRole('banner').getByRole('status', { name: 'Connection' });
}

export function notices(page: Page): Locator {
  return page.getByRole('status', { name: 'Notices' });
}

/** The number of samples in the header; 0 before there is one. */
export async function sampleCount(page: Page): Promise<number> {
  const words = await page.getByText(/^[\d\s]+ samples?$/).allTextContents();
  return Number(words[0]?.replace(/\D/g, '') ?? 0);
}

/** By the command, as the switch is in the help while there is a board. */
export async function speakPortuguese(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search commands' }).fill('Português');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
}
