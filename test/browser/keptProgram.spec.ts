/** What the browser has compiled once it takes as it is: a start need not read the program again. */
import type { Browser, BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly url?: string; readonly consumedCacheSize?: number } };
}

interface Compiled {
  /** Of the files that index.html names: those that were taken as kept, and those read anew. */
  readonly kept: number;
  readonly anew: number;
  /** Functions that were compiled when they were first called. */
  readonly functions: number;
}

/** Below it, a browser keeps nothing of a file. */
const SMALL_BYTES = 1024;

async function compiledAtStart(browser: Browser, context: BrowserContext): Promise<Compiled> {
  const page = await context.newPage();
  await browser.startTracing(page, {
    categories: ['v8', 'devtools.timeline', 'disabled-by-default-v8.compile'],
  });
  await page.goto('/');
  await page.locator('main button').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const trace: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await browser.stopTracing()).toString(),
  );
  const named = await page.evaluate(
    (small) =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .filter(({ name, decodedBodySize }) => name.endsWith('.js') && decodedBodySize >= small)
        .map(({ name }) => name)
        .filter((url) => {
          const { pathname } = new URL(url);
          return document.querySelector(`[href$="${pathname}"], [src$="${pathname}"]`);
        }),
    SMALL_BYTES,
  );
  await page.close();
  const modules = trace.traceEvents.filter(
    ({ name, args }) => name === 'v8.compileModule' && named.includes(args.data?.url ?? ''),
  );
  const [{ pid, tid } = { pid: 0, tid: 0 }] = modules;
  const kept = modules.filter(({ args }) => args.data?.consumedCacheSize);
  return {
    kept: kept.length,
    anew: modules.length - kept.length,
    functions: trace.traceEvents.filter(
      (event) => event.name === 'V8.CompileCode' && event.pid === pid && event.tid === tid,
    ).length,
  };
}

test('from the third visit on the program is taken as it was compiled, and what draws the first screen with it', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const first = await compiledAtStart(browser, context);
  expect(first.anew).toBeGreaterThan(1);
  // The browser keeps it a moment after the visit.
  await expect(async () => {
    const later = await compiledAtStart(browser, context);
    expect(later).toMatchObject({ kept: first.anew, anew: 0 });
    expect(later.functions).toBeLessThan(first.functions / 3);
  }).toPass({ timeout: 60_000 });
  await context.close();
});
