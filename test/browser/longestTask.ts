/** How long the page did not answer: the longest of its tasks, which a person waits for. */
import type { Page } from '@playwright/test';

/** From now on. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        window.longestTaskMs = Math.max(window.longestTaskMs ?? 0, duration);
      }
    }).observe({ type: 'longtask' });
  });
}

/** Says it, too; tasks below 50 ms are not counted. */
export async function longestTaskMs(page: Page, during: string): Promise<number> {
  const longestMs = await page.evaluate(() => window.longestTaskMs ?? 0);
  process.stdout.write(`${during}: the longest task took ${longestMs} ms\n`);
  return longestMs;
}

declare global {
  interface Window {
    longestTaskMs?: number;
  }
}
