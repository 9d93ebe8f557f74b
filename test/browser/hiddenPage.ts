/**
 * A page that is not in sight. Chromium without a screen hides no page, so what it does to a hidden one
 * is done here: no frames, and timers at most once a minute (its intensive throttling, from the start).
 */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    hideThisPage: () => void;
  }
}

/** To be called before the page is loaded. */
export async function throttleWhenHidden(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const MINUTE_MS = 60_000;
    let isHidden = false;
    Object.defineProperty(document, 'visibilityState', {
      get: () => (isHidden ? 'hidden' : 'visible'),
    });
    Object.defineProperty(document, 'hidden', { get: () => isHidden });
    const frame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      frame((now) => {
        if (!isHidden) callback(now);
      });
    const later = window.setTimeout.bind(window);
    const slowed = (handler: TimerHandler, ms = 0, ...given: unknown[]): number =>
      later(handler, isHidden ? Math.max(ms, MINUTE_MS) : ms, ...given);
    window.setTimeout = slowed as typeof window.setTimeout;
    const every = window.setInterval.bind(window);
    window.setInterval = ((handler: () => void, ms = 0) =>
      every(() => {
        if (!isHidden) handler();
      }, ms)) as typeof window.setInterval;
    window.hideThisPage = () => {
      isHidden = true;
      document.dispatchEvent(new Event('visibilitychange'));
    };
  });
}

export function hidePage(page: Page): Promise<void> {
  return page.evaluate(() => window.hideThisPage());
}
