import type { Fault } from './fault.ts';
import type { Link, LinkEnd } from './link.ts';
import type { VirtualBoard } from './source.ts';
import type { FromVirtualBoard, PowerOn, ToVirtualBoard } from './virtualBoardMessages.ts';
import { FIRST_MACHINE, FIRST_SEED, type Injection, type Machine } from './virtualMachines.ts';

/** Loading and booting take about a second; longer than this and something is broken. */
const BOOT_TIMEOUT_MS = 20_000;
/** How long a pulled plug waits for a line to cut in two, should the board not be streaming. */
const PULL_TIMEOUT_MS = 250;

export type VirtualOpenResult =
  | {
      readonly ok: true;
      readonly link: Link;
      /** Disturbs the simulated machine. */
      inject(injection: Injection): void;
      /** Ends the link as `lost`, in the middle of a line, as an unplugged cable does. */
      pullPlug(): void;
    }
  | { readonly ok: false; readonly fault: Fault };

/** Kept between boards: what they load need not be loaded again, not even without a network. */
const boardWorkers = new Map<'micropython' | 'uno', Worker>();

/**
 * Starts the virtual board and gives a link to it, as a serial port would. Its code is loaded at
 * the first call. What the board has saved survives closing, pulling the plug and reloading.
 *
 * @returns the link; or `virtual-failed` when the board could not be loaded or did not boot.
 */
export function openVirtualLink({
  machine = FIRST_MACHINE,
  seed = FIRST_SEED,
}: VirtualBoard): Promise<VirtualOpenResult> {
  const { port1: port, port2: boardEnd } = new MessageChannel();
  const worker = workerFor(machine);
  const send = (message: ToVirtualBoard) => port.postMessage(message);

  let resolveClosed: (end: LinkEnd) => void;
  const closed = new Promise<LinkEnd>((resolve) => {
    resolveClosed = resolve;
  });
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let ended = false;
  let cancelled = false;
  let pulled = false;
  // The board makes a few kB/s and cannot wait for its reader: what is unread is kept.
  const readable = new ReadableStream<Uint8Array>({
    start(its) {
      controller = its;
    },
    cancel() {
      cancelled = true;
      end({ reason: 'closed' });
    },
  });

  function end(how: LinkEnd): void {
    if (ended) return;
    ended = true;
    send({ type: 'power-off' });
    worker.removeEventListener('error', onWorkerError);
    port.close();
    if (!cancelled) controller.close();
    resolveClosed(how);
  }

  function receive(bytes: Uint8Array): void {
    if (ended) return;
    if (!pulled) {
      controller.enqueue(bytes);
      return;
    }
    controller.enqueue(bytes.subarray(0, Math.max(1, bytes.length >> 1)));
    end({ reason: 'lost', detail: 'The plug was pulled' });
  }

  let resolveBoot: (result: VirtualOpenResult) => void;
  const booted = new Promise<VirtualOpenResult>((resolve) => {
    resolveBoot = resolve;
  });

  function fail(detail: string): void {
    clearTimeout(bootTimer);
    resolveBoot({ ok: false, fault: { code: 'virtual-failed', detail } });
    end({ reason: 'lost', detail });
  }

  /** The worker's script is missing or has thrown: the next board gets a new worker. */
  function onWorkerError(event: Event): void {
    const words = event instanceof ErrorEvent ? event.message : '';
    discard(worker);
    fail(words || 'The virtual board could not be loaded');
  }

  const bootTimer = setTimeout(() => {
    discard(worker);
    fail(`The virtual board did not start within ${BOOT_TIMEOUT_MS / 1000} s`);
  }, BOOT_TIMEOUT_MS);

  const link: Link = {
    readable,
    closed,
    async write(bytes) {
      if (ended) throw new Error('The link has ended.');
      send({ type: 'bytes', bytes: new Uint8Array(bytes) });
    },
    async close() {
      end({ reason: 'closed' });
    },
  };

  port.onmessage = ({ data }: MessageEvent<FromVirtualBoard>) => {
    switch (data.type) {
      case 'powered':
        clearTimeout(bootTimer);
        resolveBoot({
          ok: true,
          link,
          inject: (injection) => {
            if (!ended) send({ type: 'inject', injection });
          },
          pullPlug: () => {
            pulled = true;
            setTimeout(
              () => end({ reason: 'lost', detail: 'The plug was pulled' }),
              PULL_TIMEOUT_MS,
            );
          },
        });
        return;
      case 'bytes':
        receive(data.bytes);
        return;
      case 'failed':
        fail(data.detail);
        return;
      default:
        data satisfies never;
    }
  };
  worker.addEventListener('error', onWorkerError);
  worker.postMessage({ type: 'power-on', machine, seed, port: boardEnd } satisfies PowerOn, [
    boardEnd,
  ]);
  return booted;
}

function workerFor(machine: Machine): Worker {
  const kind = machine === 'uno' ? 'uno' : 'micropython';
  const worker = boardWorkers.get(kind) ?? (kind === 'uno' ? unoWorker() : micropythonWorker());
  boardWorkers.set(kind, worker);
  return worker;
}

function micropythonWorker(): Worker {
  return new Worker(new URL('./virtualBoard.worker.ts', import.meta.url), {
    type: 'module',
    name: 'virtual board',
  });
}

function unoWorker(): Worker {
  return new Worker(new URL('./unoBoard.worker.ts', import.meta.url), {
    type: 'module',
    name: 'virtual Uno',
  });
}

function discard(worker: Worker): void {
  worker.terminate();
  for (const [kind, kept] of boardWorkers) if (kept === worker) boardWorkers.delete(kind);
}
