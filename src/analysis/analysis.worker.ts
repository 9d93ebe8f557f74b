/** The analysis worker: wires the engine to the page, the clock and the links. */

import { createEngine, TICK_MS } from './engine.ts';
import type { FromWorker, ToWorker } from './messages/messages.ts';
import { createBrowserFolder } from './sessions/browserFolder.ts';
import { workerLinks } from './workerLinks.ts';

const post = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
  self.postMessage(message, { transfer });

/** A message to oneself: unlike a timer it is not held back for milliseconds. */
const tasks: (() => void)[] = [];
const { port1: here, port2: there } = new MessageChannel();
here.onmessage = () => tasks.shift()?.();

const engine = createEngine({
  post,
  links: workerLinks,
  folder: createBrowserFolder(),
  nowMs: () => performance.timeOrigin + performance.now(),
  zoneMinutesOn,
  later: (task) => {
    tasks.push(task);
    there.postMessage(null);
  },
  installing: {
    clock: {
      nowMs: () => performance.now(),
      after: (ms, task) => {
        const timer = setTimeout(task, ms);
        return () => clearTimeout(timer);
      },
    },
    loadFirmware: async () =>
      (await import('../board/installer/bundledFirmware.ts')).bundledFirmware,
  },
  firstCommandId: Math.floor(Date.now() / 1000) % 2 ** 29,
});

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => engine.receive(data));
setInterval(() => engine.tick(), TICK_MS);
post({ type: 'ready', hasSerial: 'serial' in navigator });

/** At noon: no hour of the day is told twice then where summer time ends. */
function zoneMinutesOn(dayMs: number): number {
  const day = new Date(dayMs);
  const noon = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  return -noon.getTimezoneOffset();
}
