/**
 * Time per frame with 10⁴, 10⁶ and 10⁷ samples retained, in Chromium: the way to the worker and
 * back with a view, and the page's drawing of it. The samples are those of a file, one a millisecond
 * whatever their number, so that the last ten seconds are the same picture each time. No samples come
 * in meanwhile, so that nothing else is measured.
 */
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../../browser/fixtures.ts';
import { sampleCount } from '../../browser/journey.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

/** The first again at the end, for what the machine itself has changed meanwhile. */
const RETAINED = [1e4, 1e6, 1e7, 1e4] as const;
const ROWS_AT_A_TIME = 10_000;
const WATCHED_MS = 4000;
const SETTLE_MS = 3000;

/** What was seen since it was last taken, ms. */
interface FrameTimes {
  /** From the question for a view to its answer. */
  worker: number[];
  /** From the answer until the page has drawn it; the browser's own work comes after. */
  page: number[];
}

declare global {
  interface Window {
    frameTimes: FrameTimes;
  }
}

test('time per frame', async ({ page }) => {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-drawing-'));
  await page.addInitScript(watchViews);
  const rows: string[] = [];
  try {
    for (const retained of RETAINED) {
      await page.goto('/');
      await open(page, await fileOf(retained, directory));
      await expect.poll(() => sampleCount(page), { timeout: 240_000 }).toBe(retained);
      for (const choice of ['10 s', 'all']) {
        await page.getByText(choice, { exact: true }).click();
        rows.push(await row(page, retained, choice));
      }
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
  process.stdout.write(
    `${[
      '| samples retained | window | worker, ms | page, ms | both: p10 | median | p95 | frames/s |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n')}\n`,
  );
});

/** Path of a CSV file with so many rows of normal noise, a millisecond apart. */
async function fileOf(rows: number, directory: string): Promise<string> {
  const path = join(directory, `${rows}.csv`);
  const file = createWriteStream(path);
  const random = mulberry32(1);
  file.write('time [ms],x [g]\n');
  for (let first = 0; first < rows; first += ROWS_AT_A_TIME) {
    let text = '';
    for (let i = first; i < first + ROWS_AT_A_TIME; i++) {
      text += `${i},${gaussian(random).toFixed(4)}\n`;
    }
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  return path;
}

async function open(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Open recording' }).click();
  await page.getByLabel('File of samples').setInputFiles(path);
  await page
    .getByRole('dialog', { name: /^Open / })
    .getByRole('button', { name: 'Open', exact: true })
    .click();
}

async function row(page: Page, retained: number, choice: string): Promise<string> {
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => {
    window.frameTimes = { worker: [], page: [] };
  });
  await page.waitForTimeout(WATCHED_MS);
  const { worker, page: drawing } = await page.evaluate(() => window.frameTimes);
  const both = drawing.map((ms, i) => ms + (worker[i] ?? 0));
  const figures = [at(worker, 0.5), at(drawing, 0.5), at(both, 0.1), at(both, 0.5), at(both, 0.95)];
  const rate = (drawing.length / WATCHED_MS) * 1000;
  return `| 10^${Math.log10(retained)} | ${choice} | ${figures
    .map((ms) => ms.toFixed(2))
    .join(' | ')} | ${rate.toFixed(1)} |`;
}

/** The value below which a share of them lies. */
function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs in the page, before its own code: times every view that a worker is asked for. */
function watchViews(): void {
  window.frameTimes = { worker: [], page: [] };
  const asked = new Map<number, number>();
  let cameMs: number | null = null;
  // When all plots have the view the feed asks for the next frame; uPlot draws in a microtask of
  // its own, queued before this one. A task of its own would wait for the browser's work, too.
  const nextFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    if (cameMs !== null) {
      const since = cameMs;
      cameMs = null;
      queueMicrotask(() => window.frameTimes.page.push(performance.now() - since));
    }
    return nextFrame(callback);
  };
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        const isView = data.type === 'done' && data.call === 'view';
        const askedMs = isView ? asked.get(data.request) : undefined;
        if (askedMs === undefined) return;
        asked.delete(data.request);
        cameMs = performance.now();
        window.frameTimes.worker.push(cameMs - askedMs);
      });
    }
    override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions) {
      const isView = typeof message === 'object' && message !== null && 'type' in message;
      if (isView && message.type === 'view' && 'request' in message) {
        // The overview asks for all once a second: that is not a frame.
        asked.set(Number(message.request), performance.now());
      }
      super.postMessage(message, { transfer: Array.isArray(transfer) ? transfer : [] });
    }
  };
}
