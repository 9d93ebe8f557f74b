import type { Page } from '@playwright/test';
import { analysisWorkerStarting } from './analysisWorker.ts';

/** What the analysis worker holds: all of it must be as much after a hundred boards as after one. */
export interface WorkerResources {
  /** Ports that are open. */
  readonly ports: number;
  /** Listeners added and not removed, on whatever object. */
  readonly listeners: number;
  /** Intervals that run, and time-outs that are still to come. */
  readonly timers: number;
  /** Locks held. */
  readonly locks: number;
}

/** Loads the app, and counts from here on what its analysis worker takes and gives back. */
export async function openWatched(page: Page): Promise<() => Promise<WorkerResources>> {
  const starting = analysisWorkerStarting(page);
  await page.goto('/');
  const worker = await starting;
  await worker.evaluate(() => {
    const counts = { ports: 0, listeners: 0, timers: new Set<unknown>() };
    Reflect.set(globalThis, 'heldResources', counts);

    const open = SerialPort.prototype.open;
    SerialPort.prototype.open = async function (options) {
      await open.call(this, options);
      counts.ports += 1;
    };
    const close = SerialPort.prototype.close;
    SerialPort.prototype.close = async function () {
      await close.call(this);
      counts.ports -= 1;
    };
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (...details: Parameters<typeof add>) {
      counts.listeners += 1;
      add.apply(this, details);
    };
    const remove = EventTarget.prototype.removeEventListener;
    EventTarget.prototype.removeEventListener = function (...details: Parameters<typeof remove>) {
      counts.listeners -= 1;
      remove.apply(this, details);
    };
    const [setOnce, clearOnce] = [globalThis.setTimeout, globalThis.clearTimeout];
    Reflect.set(globalThis, 'setTimeout', (task: () => void, ms?: number) => {
      const timer: unknown = setOnce(() => {
        counts.timers.delete(timer);
        task();
      }, ms);
      counts.timers.add(timer);
      return timer;
    });
    Reflect.set(globalThis, 'clearTimeout', (timer: number) => {
      counts.timers.delete(timer);
      clearOnce(timer);
    });
    const [setEvery, clearEvery] = [globalThis.setInterval, globalThis.clearInterval];
    Reflect.set(globalThis, 'setInterval', (task: () => void, ms?: number) => {
      const timer: unknown = setEvery(task, ms);
      counts.timers.add(timer);
      return timer;
    });
    Reflect.set(globalThis, 'clearInterval', (timer: number) => {
      counts.timers.delete(timer);
      clearEvery(timer);
    });
  });
  return () =>
    worker.evaluate(async () => {
      const counts = Reflect.get(globalThis, 'heldResources') as {
        ports: number;
        listeners: number;
        timers: Set<unknown>;
      };
      const { held = [] } = await navigator.locks.query();
      return {
        ports: counts.ports,
        listeners: counts.listeners,
        timers: counts.timers.size,
        locks: held.length,
      };
    });
}
