/**
 * `npm run bench:pipeline`: from the wire to the pixel, in Chromium, behind real Web Serial on a
 * pseudo-terminal. Prints; judges nothing.
 */
import { expect, type Page } from '@playwright/test';
import { serialTest } from '../../browser/fixtures.ts';
import { heapBytes } from '../../browser/heap.ts';
import { sampleCount } from '../../browser/journey.ts';
import { openPtyFarEnd, type PtyFarEnd } from '../../browser/ptyFarEnd.ts';
import { answerPicker, connectSerial } from '../../browser/serialPage.ts';
import { GREETING, noiseLines, stampedLine } from './lines.ts';
import { prepareWatch, type Watched, watchWhile } from './watch.ts';

const TERMINAL = 'ttyACM0';
const FULL_SPEED_SAMPLES = 3_000_000;
const SECONDS = Number(process.env.TIDEMARK_BENCH_SECONDS ?? 60);
const STEP_MS = 5;
const PIECE_BYTES = 65_536;

const print = (...cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);

serialTest('the pipeline from the wire to the pixel', async ({ page, socket }) => {
  serialTest.setTimeout(15 * 60_000);
  const terminal = `/tmp/tidemark-bench-${process.pid}`;
  const all = noiseLines(0, FULL_SPEED_SAMPLES, 1_000_000);
  const far = await openPtyFarEnd(terminal);
  await socket.plug(TERMINAL, terminal);
  try {
    await answerPicker(page);
    await prepareWatch(page);

    await page.goto('/');
    const ceiling = await rawCeiling(page, far, all);
    print('raw ceiling', `${(ceiling / 1e6).toFixed(1)} MB/s`);

    print(...HEAD);
    print(...HEAD.map(() => '---'));
    await fullSpeed(page, far, all, ceiling);
    for (const rateHz of [1000, 10_000, 100_000]) await paced(page, far, rateHz);
  } finally {
    await socket.unplug(TERMINAL);
    await far.stop();
  }
});

const HEAD = [
  'samples/s sent',
  'samples/s',
  'MB/s',
  'of the ceiling',
  'lost',
  'worker busy',
  'main thread busy',
  'frames/s',
  'longest task over 50 ms',
  'wire to pixel p50 / p95',
  'heap growth',
] as const;

/** Bytes a second read from the port and thrown away. */
async function rawCeiling(page: Page, far: PtyFarEnd, bytes: Buffer): Promise<number> {
  const reading = page.evaluate(async (expected) => {
    const [port] = await navigator.serial.getPorts();
    if (!port) throw new Error('no port');
    await port.open({ baudRate: 115_200, bufferSize: 256 * 1024 });
    const reader = port.readable?.getReader();
    if (!reader) throw new Error('no stream');
    let seen = 0;
    let startedMs = 0;
    while (seen < expected) {
      const { value } = await reader.read();
      if (startedMs === 0) startedMs = performance.now();
      seen += value?.length ?? 0;
    }
    const seconds = (performance.now() - startedMs) / 1000;
    reader.releaseLock();
    await port.close();
    return expected / seconds;
  }, bytes.length);
  await page.waitForTimeout(500);
  await sendAll(far, bytes);
  return reading;
}

async function fullSpeed(page: Page, far: PtyFarEnd, bytes: Buffer, ceiling: number) {
  await greet(page, far);
  const heapBefore = await heapBytes(page);
  const watched = await watchWhile(page, null, async () => {
    await sendAll(far, bytes);
    await expect
      .poll(() => sampleCount(page), { timeout: 120_000, intervals: [100] })
      .toBe(FULL_SPEED_SAMPLES);
  });
  await report(
    page,
    'as fast as it goes',
    FULL_SPEED_SAMPLES,
    bytes.length,
    ceiling,
    watched,
    heapBefore,
  );
}

/** A board at its own pace, whose values say when they were sent. */
async function paced(page: Page, far: PtyFarEnd, rateHz: number) {
  await greet(page, far);
  await page.waitForTimeout(500);
  const heapBefore = await heapBytes(page);
  const perStep = (rateHz * STEP_MS) / 1000;
  const zeroMs = performance.timeOrigin + performance.now();
  let seq = 0;
  let bytes = 0;
  const watched = await watchWhile(page, zeroMs, async () => {
    const startedMs = performance.now();
    while (performance.now() - startedMs < SECONDS * 1000) {
      const due = Math.floor(((performance.now() - startedMs) / STEP_MS) * perStep);
      let text = '';
      for (; seq < due; seq++) text += stampedLine(seq, Math.floor((seq * 1000) / rateHz), zeroMs);
      bytes += text.length;
      if (text !== '') await far.send(Buffer.from(text));
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  });
  await expect.poll(() => sampleCount(page), { timeout: 30_000 }).toBe(seq);
  await report(page, `${rateHz}`, seq, bytes, null, watched, heapBefore);
}

async function report(
  page: Page,
  sent: string,
  samples: number,
  bytes: number,
  ceiling: number | null,
  watched: Watched,
  heapBefore: number,
) {
  const { seconds, frames, longTasks, latenciesMs, mainShare, workerShare } = watched;
  const lost = (await page.getByText(/^[\d\s]+ lost$/).textContent())?.replace(/\D/g, '') ?? '?';
  const at = (share: number) => latenciesMs[Math.floor(share * latenciesMs.length)] ?? Number.NaN;
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  print(
    sent,
    (samples / seconds).toFixed(0),
    (bytes / seconds / 1e6).toFixed(2),
    ceiling === null ? '–' : percent(bytes / seconds / ceiling),
    lost,
    percent(workerShare),
    percent(mainShare),
    (frames / seconds).toFixed(1),
    longTasks.length === 0 ? 'none' : `${Math.max(...longTasks).toFixed(0)} ms`,
    latenciesMs.length === 0 ? '–' : `${at(0.5).toFixed(0)} / ${at(0.95).toFixed(0)} ms`,
    `${((await heapBytes(page)) / 1e6 - heapBefore / 1e6).toFixed(1)} MB`,
  );
}

/** Connects anew: nothing of an earlier board is left. */
async function greet(page: Page, far: PtyFarEnd): Promise<void> {
  await connectSerial(page);
  await page.waitForTimeout(300);
  await far.send(GREETING);
  await expect(page.getByText('Bench', { exact: true })).toBeVisible();
}

async function sendAll(far: PtyFarEnd, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    await far.send(bytes.subarray(from, from + PIECE_BYTES));
  }
}
