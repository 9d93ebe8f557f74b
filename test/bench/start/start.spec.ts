/**
 * Opens the page again from what the service worker keeps, on a processor slowed to a quarter, and
 * prints when there is something to see and when a click would be answered.
 */
import { type BrowserContext, expect, test } from '@playwright/test';

const SLOWED_BY = 4;
const STARTS = 9;
/** So long after its load the page is at rest. Whoever asks it something sooner measures the asking, too. */
const AT_REST_MS = 4000;
/** Nothing but a button: what the browser itself takes here. */
const EMPTY = 'data:text/html,<!doctype html><button>Go</button>';

interface Start {
  /** First contentful paint, ms after the navigation began. */
  readonly seenMs: number;
  /** The first door can be clicked, and no task of 50 ms or more goes on or follows. */
  readonly interactiveMs: number;
}

async function startOf(context: BrowserContext, path: string, button: string): Promise<Start> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_BY });
  await page.addInitScript((selector) => {
    const state = { tasksEndMs: 0, buttonMs: 0 };
    Object.assign(window, { start: state });
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) state.tasksEndMs = task.startTime + task.duration;
    }).observe({ type: 'longtask', buffered: true });
    const look = (): void => {
      if (document.querySelector(selector)) state.buttonMs = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, button);
  await page.goto(path);
  await page.waitForTimeout(AT_REST_MS);
  const start = await page.evaluate(() => {
    const { tasksEndMs, buttonMs } = Reflect.get(window, 'start');
    const seen = performance.getEntriesByName('first-contentful-paint')[0];
    if (buttonMs === 0) throw new Error('not started yet');
    return {
      seenMs: seen?.startTime ?? Number.NaN,
      interactiveMs: Math.max(tasksEndMs, buttonMs),
    };
  });
  await page.close();
  return start;
}

const middle = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

test('start from the cache, the processor slowed', async ({ context, page }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.close();
  const starts: Start[] = [];
  const empty: Start[] = [];
  for (let i = 0; i < STARTS; i++) {
    starts.push(await startOf(context, '/', 'main button'));
    empty.push(await startOf(context, EMPTY, 'button'));
  }
  const seenMs = middle(starts.map((start) => start.seenMs));
  const interactiveMs = middle(starts.map((start) => start.interactiveMs));
  const emptyMs = middle(empty.map((start) => start.seenMs));
  process.stdout.write(
    `on a processor slowed ${SLOWED_BY} times, from the cache, middle of ${STARTS}: first content after ${seenMs.toFixed(0)} ms, ` +
      `interactive after ${interactiveMs.toFixed(0)} ms; an empty page ${emptyMs.toFixed(0)} ms; worst ` +
      `${Math.max(...starts.map((start) => start.seenMs)).toFixed(0)} and ${Math.max(...starts.map((start) => start.interactiveMs)).toFixed(0)} ms\n`,
  );
  expect(starts).toHaveLength(STARTS);
});
