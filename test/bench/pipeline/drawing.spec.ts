/**
 * Time per frame with 10⁴, 10⁶ and 10⁷ samples retained, in Chromium: the way to the worker and
 * back with a view, and the page's drawing of it. No samples come in meanwhile, so that nothing else
 * is measured.
 */
import { expect, type Page } from '@playwright/test';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { formatParameters } from '../../../src/protocol/formatLine.ts';
import { serialTest } from '../../browser/fixtures.ts';
import { sampleCount } from '../../browser/journey.ts';
import { openPtyFarEnd } from '../../browser/ptyFarEnd.ts';
import { answerPicker, connectSerial } from '../../browser/serialPage.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';

/** The first again at the end, for what the machine itself has changed meanwhile. */
const RETAINED = [1e4, 1e6, 1e7, 1e4] as const;
const CHUNK_SAMPLES = 2000;
const WATCHED_MS = 4000;
/** What came is still on its way to the disk. */
const SETTLE_MS = 6000;
const TERMINAL = 'ttyACM0';
const encoder = new TextEncoder();

/** Another id is another board, whose recording begins empty. */
const greeting = (id: number) =>
  checkedLine(`h,protocol=1,firmware=tidemark,board=bench,id=${id},channels=x:g,float=64`) +
  formatParameters('p', DEFAULT_PARAMETERS);

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

serialTest('time per frame', async ({ page, socket }) => {
  const terminal = `/tmp/tidemark-drawing-${process.pid}`;
  const board = await openPtyFarEnd(terminal);
  await socket.plug(TERMINAL, terminal);
  await page.addInitScript(watchViews);
  const rows: string[] = [];
  try {
    await answerPicker(page);
    await connectSerial(page);
    await board.received(1);
    const random = mulberry32(1);
    let seq = Number.POSITIVE_INFINITY;
    for (const [id, retained] of RETAINED.entries()) {
      if (seq > retained) {
        await board.send(encoder.encode(greeting(id)));
        seq = 0;
      }
      for (; seq < retained; seq += CHUNK_SAMPLES) {
        let text = '';
        for (let i = seq; i < seq + CHUNK_SAMPLES; i++) {
          text += checkedLine(`s,${i},${i},${gaussian(random).toFixed(4)}`);
        }
        await board.send(encoder.encode(text));
      }
      await expect.poll(() => sampleCount(page), { timeout: 120_000 }).toBe(retained);
      for (const choice of ['10 s', 'all']) {
        await page.getByText(choice, { exact: true }).click();
        rows.push(await row(page, retained, choice));
      }
    }
    process.stdout.write(
      `${[
        '| samples retained | window | worker, ms | page, ms | both: p10 | median | p95 | frames/s |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        ...rows,
      ].join('\n')}\n`,
    );
  } finally {
    await socket.unplug(TERMINAL);
    await board.stop();
  }
});

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
        const askedMs = data.type === 'view' ? asked.get(data.request) : undefined;
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
