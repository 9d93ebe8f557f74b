/** Recorded live, exported, imported, judged with other parameters: the same verdicts, each time. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { View } from '../../src/analysis/messages/viewMessages.ts';
import { COLLECTIVE, createDetector, OUTLIER } from '../../src/detector/detector.ts';
import { judge } from '../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { expect, test } from './fixtures.ts';
import { anomalyRows, expectFirstFit, expectSamplesFlow, sampleCount } from './journey.ts';

/** Finer than the samples lie: every one of them is a point of its own. */
const WIDE_PX = 100_000;
/** One and a half seconds: what was injected is over, and the detector has settled. */
const QUIET_SAMPLES = 75;

/** One sample as the worker holds it, with what the browser's detector said of it when it came. */
interface Judged {
  readonly timeMs: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly outlier: boolean;
}

declare global {
  interface Window {
    askForAll(widthPx: number): Promise<View>;
  }
}

test('live, from the recording, from the exported file and under other parameters: the same verdicts, sample by sample', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.addInitScript(listenToWorker);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto('/');
  await page.getByRole('button', { name: 'Virtual machine', exact: true }).click();
  await expectFirstFit(page);
  for (const injection of ['Spike', 'Burst', 'Spike', 'Step']) {
    await page.getByRole('button', { name: injection }).click();
    const count = await sampleCount(page);
    await expect.poll(() => sampleCount(page)).toBeGreaterThan(count + QUIET_SAMPLES);
  }
  await expect.poll(() => anomalyRows(page).count()).toBeGreaterThan(2);
  const whileLive = await exportAll(page);
  await expectSamplesFlow(page);
  await page.getByRole('button', { name: 'Disconnect' }).click();

  const live = await judged(page);
  const exported = await exportAll(page);
  expect(exported.startsWith(whileLive)).toBe(true);
  expectSaysOf(exported, live, 4);
  await setBound(page, '1.5');
  const whatIf = await judged(page);
  const exportedWhatIf = await exportAll(page);
  expectSaysOf(exportedWhatIf, whatIf, 1.5);
  const outliers = (samples: readonly Judged[]) => samples.filter(({ outlier }) => outlier).length;
  expect(outliers(live)).toBeGreaterThan(2);
  expect(outliers(whatIf)).toBeGreaterThan(outliers(live));

  await setBound(page, '4');
  await openSession(page);
  await expect.poll(() => sampleCount(page)).toBe(live.length);
  expect(await judged(page)).toEqual(live);
  expect(await exportAll(page)).toBe(exported);

  await openFile(page, exported);
  await expect.poll(() => sampleCount(page)).toBe(live.length);
  expect(await judged(page)).toEqual(live);
  expect(await exportAll(page)).toBe(exported);
  await setBound(page, '1.5');
  await expect.poll(async () => outliers(await judged(page))).toBe(outliers(whatIf));
  expect(await judged(page)).toEqual(whatIf);
  expect(await exportAll(page)).toBe(exportedWhatIf);
});

/** Every row's time, value and verdicts are the worker's, and those of the detector run here. */
function expectSaysOf(csv: string, samples: readonly Judged[], gamma: number): void {
  // The machine's period: T is told in periods.
  const detector = createDetector({ ...DEFAULT_PARAMETERS, period: 20, gamma });
  const rows = csv.trimEnd().split('\r\n').slice(1);
  expect(rows).toHaveLength(samples.length);
  // Compared at once: a comparison for each of a thousand rows takes this test's time.
  const found: unknown[] = [];
  const meant: unknown[] = [];
  let furthest = 0;
  for (const [i, { timeMs, value, outlier }] of samples.entries()) {
    const [, hostTime = '', ...cells] = rows[i]?.split(',') ?? [];
    const bits = judge(detector, timeMs, value);
    // Of times to the microsecond, those to the millisecond are looked at.
    found.push([outlier, hostTime.slice(0, 23), Number(cells[0]), cells[2], cells[3]]);
    const time = new Date(timeMs).toISOString().slice(0, 23);
    const verdicts = [OUTLIER, COLLECTIVE].map((bit) => (bits & bit ? '1' : '0'));
    meant.push([(bits & OUTLIER) !== 0, time, value, ...verdicts]);
    furthest = Math.max(furthest, Math.abs(Number(cells[1]) - detector.probability));
  }
  expect(found).toEqual(meant);
  // Two versions of V8 may differ in the last bit of a power.
  expect(furthest).toBeLessThan(5e-13);
}

async function setBound(page: Page, bound: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Bound γ' });
  await field.fill(bound);
  await field.press('Enter');
}

async function exportAll(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'All samples' }).click();
  return readFileSync(await (await arriving).path(), 'utf8');
}

async function openSessions(page: Page) {
  await page.getByRole('button', { name: 'Boards and recordings' }).click();
  await page.getByRole('menuitem', { name: 'Recorded sessions' }).click();
  return page.getByRole('dialog', { name: 'Recorded sessions' });
}

async function openSession(page: Page): Promise<void> {
  const sessions = await openSessions(page);
  await sessions.getByRole('listitem').getByRole('button', { name: 'Open' }).click();
}

async function openFile(page: Page, text: string): Promise<void> {
  const file = { name: 'session.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await (await openSessions(page)).getByLabel('File of samples').setInputFiles(file);
  const dialog = page.getByRole('dialog', { name: 'Open session.csv' });
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('region', { name: 'Import' })).toContainText('Read session.csv');
}

/** All samples of the worker's, by the same question with which the plots ask for theirs. */
async function judged(page: Page): Promise<readonly Judged[]> {
  return page.evaluate(async (widthPx) => {
    const { channels } = await window.askForAll(widthPx);
    const [channel] = channels;
    if (!channel) return [];
    const { time, value, lower, upper, marks } = channel;
    const ofBrowser = new Set(
      marks.filter(({ by }) => by !== 'board').map(({ timeMs }) => Math.round(timeMs * 1000)),
    );
    return Array.from(time, (seconds, i) => ({
      // Seconds are coarser than the milliseconds that they come from.
      timeMs: Math.round(seconds * 1e6) / 1000,
      value: value[i] ?? Number.NaN,
      lower: lower[i] ?? Number.NaN,
      upper: upper[i] ?? Number.NaN,
      outlier: ofBrowser.has(Math.round(seconds * 1e6)),
    }));
  }, WIDE_PX);
}

/** Runs in the page, before its own code: asks the worker that the page asks for views. */
function listenToWorker(): void {
  let analysis: Worker | null = null;
  const REQUEST = 1e9;
  window.Worker = class extends Worker {
    override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions) {
      if (typeof message === 'object' && message && 'type' in message && message.type === 'view') {
        analysis = this;
      }
      super.postMessage(message, { transfer: Array.isArray(transfer) ? transfer : [] });
    }
  };
  window.askForAll = (widthPx) =>
    new Promise((resolve, reject) => {
      if (!analysis) {
        reject(new Error('No view was ever asked for.'));
        return;
      }
      const listen = ({ data }: MessageEvent) => {
        if (data.type !== 'done' || data.call !== 'view' || data.request !== REQUEST) return;
        analysis?.removeEventListener('message', listen);
        resolve(data.result);
      };
      analysis.addEventListener('message', listen);
      analysis.postMessage({ type: 'view', request: REQUEST, range: { kind: 'all' }, widthPx });
    });
}
