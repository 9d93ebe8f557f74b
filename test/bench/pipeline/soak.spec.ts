/**
 * A burst that goes on after the rings are full: what page, worker and renderer hold then, and at the
 * end. TIDEMARK_SOAK_MB chooses the memory (the smallest choice without it), TIDEMARK_SOAK_SECONDS how
 * long it goes on when full. Prints; judges nothing.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { historyBytes } from '../../../src/analysis/judging/retention.ts';
import { MEMORY_CHOICES_MB } from '../../../src/analysis/messages/historyMessages.ts';
import { capacityWithin } from '../../../src/history/history.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { DEFAULT_PREFERENCES } from '../../../src/state/preferences.ts';
import { serialTest } from '../../browser/fixtures.ts';
import { heapsOf } from '../../browser/heap.ts';
import { sampleCount } from '../../browser/journey.ts';
import { openPtyFarEnd, type PtyFarEnd } from '../../browser/ptyFarEnd.ts';
import { answerPicker, connectSerial } from '../../browser/serialPage.ts';
import { gaussian, mulberry32 } from '../../signals/benchmarkSignal.ts';
import { GREETING } from './lines.ts';

const TERMINAL = 'ttyACM0';
const RATE_HZ = 100_000;
const SPIKE_EVERY = 10_000;
const STEP_MS = 5;
/** A machine that is held up catches up in pieces of this size. */
const MOST_AT_ONCE = 10_000;
const MEGABYTES = Number(process.env.TIDEMARK_SOAK_MB ?? MEMORY_CHOICES_MB[0]);
const SECONDS = Number(process.env.TIDEMARK_SOAK_SECONDS ?? 60);
const FULL_SAMPLES = capacityWithin(1, historyBytes(MEGABYTES));
const LAST_SAMPLES = FULL_SAMPLES + SECONDS * RATE_HZ;
const ROWS = 4;

const print = (...cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

serialTest('a burst that goes on after the rings are full', async ({ page, socket }) => {
  serialTest.setTimeout(60_000 + (5 * LAST_SAMPLES * 1000) / RATE_HZ);
  const terminal = `/tmp/tidemark-soak-${process.pid}`;
  const far = await openPtyFarEnd(terminal);
  await socket.plug(TERMINAL, terminal);
  try {
    await answerPicker(page);
    await page.addInitScript(
      (settings) => localStorage.setItem('tidemark.settings', settings),
      JSON.stringify({ ...DEFAULT_PREFERENCES, memoryMb: MEGABYTES }),
    );
    await connectSerial(page);
    await page.waitForTimeout(300);
    await far.send(GREETING);
    await expect(page.getByText('Bench', { exact: true })).toBeVisible();
    print(`${MEGABYTES} MB`, 'anomalies', 'page', 'analysis worker', 'renderer, resident');
    print('---', '---', '---', '---', '---');
    const send = createSender(far);
    await row(page, 0, 'connected');
    await send(FULL_SAMPLES);
    await row(page, FULL_SAMPLES, 'full');
    for (let k = 1; k <= ROWS; k++) {
      const until = FULL_SAMPLES + Math.round((k / ROWS) * (LAST_SAMPLES - FULL_SAMPLES));
      await send(until);
      await row(page, until, k === ROWS ? 'end' : 'on the way');
    }
    await expect(page.getByText('0 lost')).toBeVisible();
  } finally {
    await socket.unplug(TERMINAL);
    await far.stop();
  }
});

/** Sends lines at the pace of the rate, or as fast as it can, up to a sample. */
function createSender(far: PtyFarEnd): (until: number) => Promise<void> {
  const random = mulberry32(1);
  let seq = 0;
  return async (until) => {
    const [first, startedMs] = [seq, performance.now()];
    while (seq < until) {
      const due = first + ((performance.now() - startedMs) * RATE_HZ) / 1000;
      const to = Math.min(until, due, seq + MOST_AT_ONCE);
      let text = '';
      for (; seq < to; seq++) {
        const value = gaussian(random) + (seq % SPIKE_EVERY === SPIKE_EVERY - 1 ? 30 : 0);
        text += checkedLine(`s,${seq},${Math.floor((seq * 1000) / RATE_HZ)},${value.toFixed(4)}`);
      }
      if (text !== '') await far.send(Buffer.from(text));
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  };
}

async function row(page: Page, samples: number, moment: string): Promise<void> {
  await expect.poll(() => sampleCount(page), { timeout: 120_000 }).toBe(samples);
  const heaps = await heapsOf(page);
  const anomalies = await page.getByRole('tab', { name: /Anomalies/ }).textContent();
  print(
    `${moment}, ${(samples / 1e6).toFixed(1)}e6 samples`,
    anomalies?.replace(/\D/g, '') || '0',
    inMegabytes(heaps.page),
    inMegabytes(heaps.analysisWorker),
    inMegabytes(await rendererBytes(page)),
  );
}

/** Of the largest renderer of this browser: the page's. */
async function rendererBytes(page: Page): Promise<number> {
  const cdp = await page.context().browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('The page has no browser.');
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const resident = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
  return Math.max(...resident.map((kilobytes) => Number(kilobytes ?? 0) * 1024));
}
