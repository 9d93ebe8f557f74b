/** How a page and the threads behind it hold up, from outside. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export interface Watched {
  readonly seconds: number;
  readonly frames: number;
  /** Durations of main-thread tasks over 50 ms. */
  readonly longTasks: readonly number[];
  /** From the value stamped into a sample to the frame that shows it, ms; ascending. */
  readonly latenciesMs: readonly number[];
  /** Share of a core that the renderer's main thread and the analysis worker took. */
  readonly mainShare: number;
  readonly workerShare: number;
}

interface PageWatch {
  frames: number;
  startedMs: number;
  longTasks: number[];
  latenciesMs: number[];
  /** The host's time that a stamp of 0 stands for; null while samples carry none. */
  zeroMs: number | null;
}

declare global {
  interface Window {
    benchWatch: PageWatch;
  }
}

/** To be called before the page is loaded. */
export async function prepareWatch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch: PageWatch = {
      frames: 0,
      startedMs: 0,
      longTasks: [],
      latenciesMs: [],
      zeroMs: null,
    };
    window.benchWatch = watch;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        // Told late, a task from before is not this watch's.
        if (startTime >= watch.startedMs) watch.longTasks.push(duration);
      }
    }).observe({ type: 'longtask' });
    const count = () => {
      watch.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const shown = new MessageChannel();
    shown.port2.onmessage = ({ data }) => {
      if (watch.zeroMs === null) return;
      const nowMs = performance.timeOrigin + performance.now();
      watch.latenciesMs.push(nowMs - watch.zeroMs - data);
    };
    let newest: unknown;
    const NativeWorker = Worker;
    window.Worker = class extends NativeWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) => {
          const view = data?.type === 'done' && data.call === 'view' ? data.result : null;
          const stamp = view?.channels[0]?.latest?.value;
          if (stamp === undefined || stamp === newest) return;
          newest = stamp;
          // Drawn in this task, on the screen with the next frame; a message runs after it.
          requestAnimationFrame(() => shown.port1.postMessage(stamp));
        });
      }
    };
  });
}

/** Watches while `during` runs. */
export async function watchWhile(
  page: Page,
  zeroMs: number | null,
  during: () => Promise<void>,
): Promise<Watched> {
  await page.evaluate((zero) => {
    Object.assign(window.benchWatch, {
      frames: 0,
      startedMs: performance.now(),
      longTasks: [],
      latenciesMs: [],
      zeroMs: zero,
    });
  }, zeroMs);
  const threads = rendererThreads();
  const before = threads.map(cpuSeconds);
  const startedMs = performance.now();
  await during();
  const seconds = (performance.now() - startedMs) / 1000;
  const took = threads.map((thread, i) => cpuSeconds(thread) - (before[i] ?? 0));
  const share = (name: RegExp) =>
    Math.max(0, ...threads.map(({ comm }, i) => (name.test(comm) ? (took[i] ?? 0) : 0))) / seconds;
  const { frames, longTasks, latenciesMs } = await page.evaluate(() => window.benchWatch);
  return {
    seconds,
    frames,
    longTasks,
    latenciesMs: [...latenciesMs].sort((a, b) => a - b),
    mainShare: share(/^chromium|^CrRendererMain/),
    workerShare: share(/^DedicatedWorker/),
  };
}

interface Thread {
  readonly path: string;
  readonly comm: string;
}

/** Threads of all renderer processes; the busy ones are the page's. */
function rendererThreads(): Thread[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
    .flatMap((pid) =>
      names(`/proc/${pid}/task`).map((task) => {
        const path = `/proc/${pid}/task/${task}`;
        return { path, comm: read(`${path}/comm`).trim() };
      }),
    );
}

/** User and system time of a thread, s (clock ticks of 10 ms). */
function cpuSeconds({ path }: Thread): number {
  const fields = read(`${path}/stat`)
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
}

function names(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
