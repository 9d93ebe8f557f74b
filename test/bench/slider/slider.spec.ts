/**
 * Drags γ over a million retained samples, in Chromium, behind real Web Serial, and prints how the
 * page held up: frames a second, the longest task of the main thread, and how long a change took to
 * be judged.
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

const RETAINED = 1_000_000;
const CHUNK_SAMPLES = 2000;
const DRAG_SECONDS = 5;
const TERMINAL = 'ttyACM0';
const encoder = new TextEncoder();

const GREETING =
  checkedLine('h,protocol=1,firmware=tidemark,board=bench,id=1,channels=x:g,float=64') +
  formatParameters('p', DEFAULT_PARAMETERS);

serialTest('the slider over a million retained samples', async ({ page, socket }) => {
  const terminal = `/tmp/tidemark-bench-${process.pid}`;
  const board = await openPtyFarEnd(terminal);
  await socket.plug(TERMINAL, terminal);
  try {
    await answerPicker(page);
    await connectSerial(page);
    await board.received(1);
    await board.send(encoder.encode(GREETING));
    const random = mulberry32(1);
    for (let seq = 0; seq < RETAINED; seq += CHUNK_SAMPLES) {
      let text = '';
      for (let i = seq; i < seq + CHUNK_SAMPLES; i++) {
        text += checkedLine(`s,${i},${i},${gaussian(random).toFixed(4)}`);
      }
      await board.send(encoder.encode(text));
    }
    await expect.poll(() => sampleCount(page), { timeout: 120_000 }).toBe(RETAINED);
    await page.getByText('all', { exact: true }).click();

    const slider = page.getByRole('slider', { name: 'Bound γ' });
    const box = await slider.locator('xpath=../..').boundingBox();
    if (!box) throw new Error('the slider has no place on the screen');
    const y = box.y + box.height / 2;
    const rest = await emptyPageFrames(page, box, y);
    await watchFrames(page);
    const moves = await drag(page, box, y);
    const { frames, seconds, tasks } = await seenFrames(page);
    const longest = Math.max(0, ...tasks);
    process.stdout.write(
      `${[
        '| dragging γ over 1e6 retained samples | |',
        '| --- | --- |',
        `| slider moves | ${moves} |`,
        `| frames a second | ${(frames / seconds).toFixed(1)} |`,
        `| frames a second of an empty page dragged likewise, moments before | ${rest.toFixed(1)} |`,
        `| main-thread tasks over 50 ms | ${tasks.length} |`,
        `| longest of them | ${longest.toFixed(0)} ms |`,
      ].join('\n')}\n`,
    );
  } finally {
    await socket.unplug(TERMINAL);
    await board.stop();
  }
});

/** To and fro as fast as the browser takes it. Returns how many moves that were. */
async function drag(page: Page, across: { x: number; width: number }, y: number): Promise<number> {
  await page.mouse.move(across.x + across.width * 0.3, y);
  await page.mouse.down();
  const started = Date.now();
  let moves = 0;
  while (Date.now() - started < DRAG_SECONDS * 1000) {
    moves += 1;
    await page.mouse.move(across.x + across.width * (0.3 + 0.25 * Math.sin(moves / 9)), y);
  }
  await page.mouse.up();
  return moves;
}

/**
 * What this machine can do at most: frames a second of a page with nothing in it, over which the same
 * pointer is dragged, since to drive it costs the machine as much.
 */
async function emptyPageFrames(
  page: Page,
  across: { x: number; width: number },
  y: number,
): Promise<number> {
  const empty = await page.context().newPage();
  await empty.goto('/icon.svg');
  await empty.bringToFront();
  await watchFrames(empty);
  await drag(empty, across, y);
  const { frames, seconds } = await seenFrames(empty);
  await empty.close();
  await page.bringToFront();
  return frames / seconds;
}

interface Watched {
  frames: number;
  startedMs: number;
  tasks: number[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Counts frames and tasks over 50 ms from here on; the browser reports no shorter ones. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.watched = { frames: 0, startedMs: performance.now(), tasks: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.watched.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    const count = () => {
      window.watched.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
}

async function seenFrames(page: Page): Promise<Watched & { seconds: number }> {
  return page.evaluate(() => ({
    ...window.watched,
    seconds: (performance.now() - window.watched.startedMs) / 1000,
  }));
}
