/**
 * The page's line to the analysis worker, over the worker's life: one that dies is buried and, if it
 * ever said a word, replaced at once.
 */
import type { Fault } from '../../board/fault.ts';
import type { FromWorker, ToWorker } from '../messages/messages.ts';

/** What the client needs of a `Worker`. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface WorkerLine {
  /** Starts a worker, unless one runs. */
  start(): void;
  /** Nothing happens while there is no worker. */
  post(message: ToWorker, transfer?: Transferable[]): void;
  /** Why there is no worker; null while there is one. */
  death(): Fault | null;
}

interface RunningWorker {
  readonly worker: WorkerLike;
  hasSpoken: boolean;
}

export function createWorkerLine(around: {
  readonly startWorker: () => WorkerLike;
  /** A worker runs that knows nothing yet. */
  readonly started: () => void;
  readonly receive: (message: FromWorker) => void;
  /** Nobody will answer any more what was asked so far. */
  readonly died: (fault: Fault) => void;
}): WorkerLine {
  let running: RunningWorker | null = null;
  let death: Fault = { code: 'worker-died', detail: '' };

  /** Null where the browser starts none: it has no room, or its policy forbids it. */
  function newWorker(): WorkerLike | null {
    try {
      return around.startWorker();
    } catch (error) {
      death = { code: 'no-worker', detail: String(error) };
      around.died(death);
      return null;
    }
  }

  function start(): void {
    const worker = newWorker();
    if (!worker) return;
    const mine: RunningWorker = { worker, hasSpoken: false };
    running = mine;
    mine.worker.addEventListener('message', (event) => {
      if (running !== mine) return;
      mine.hasSpoken = true;
      around.receive(event.data);
    });
    mine.worker.addEventListener('error', (event) => {
      if (running === mine) bury(mine, describe(event));
    });
    mine.worker.addEventListener('messageerror', () => {
      if (running === mine) bury(mine, 'a message could not be read');
    });
    around.started();
  }

  function bury(dead: RunningWorker, detail: string): void {
    running = null;
    dead.worker.terminate();
    death = { code: 'worker-died', detail };
    around.died(death);
    // One that died before it said a word would die again at once: wait until it is needed.
    if (dead.hasSpoken && !running) start();
  }

  return {
    start() {
      if (!running) start();
    },
    post: (message, transfer = []) => running?.worker.postMessage(message, transfer),
    death: () => (running ? null : death),
  };
}

function describe(event: Event): string {
  return 'message' in event && typeof event.message === 'string' ? event.message : '';
}
