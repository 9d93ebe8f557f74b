/** The analysis worker: wires the engine to the page, the clock and the links. */
import { createEngine, TICK_MS } from './engine.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { openLink } from './openLink.ts';

const post = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
  self.postMessage(message, { transfer });

const engine = createEngine({
  post,
  openLink,
  nowMs: () => performance.timeOrigin + performance.now(),
  later: (task) => setTimeout(task, 0),
  firstCommandId: Math.floor(Date.now() / 1000) % 2 ** 29,
});

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => engine.receive(data));
setInterval(() => engine.tick(), TICK_MS);
post({ type: 'ready', hasSerial: 'serial' in navigator });
