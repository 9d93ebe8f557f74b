/**
 * Goes on by itself where nobody asked for an end: when the analysis worker has died, and when the
 * page was loaded again while a board was connected.
 */
import type { HowToOpen } from '../analysis/client/client.ts';
import type { ConnectionMessage } from '../analysis/messages/messages.ts';
import { natureOf } from '../board/connectionPhases.ts';
import type { PortKey, Source } from '../board/source.ts';
import type { BoardStore } from './boardStore.ts';
import type { RecordingStore } from './recordingStore.ts';
import type { SerialPorts } from './serialPorts.ts';

/** What a tab keeps over a reload, and no other tab sees. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

const KEY = 'tidemark.connected';
/** A worker that dies more often than that in so long has a reason to. */
const MOST_DEATHS = 3;
const DEATHS_WITHIN_MS = 60_000;

export interface Resuming {
  /** The worker says how the connection is. */
  connectionIs(message: ConnectionMessage): void;
  /** The person has ended the session. */
  ended(): void;
  /** Connects to the board that this tab had before it was loaded again, if it may. */
  afterReload(): Promise<void>;
}

export function createResuming(around: {
  readonly board: BoardStore;
  readonly recordings: RecordingStore;
  readonly ports: Pick<SerialPorts, 'granted' | 'use'>;
  readonly tabStorage: TabStorage;
  readonly open: (source: Source, sameAsBefore: boolean, how: HowToOpen) => void;
  /** Streams that were handed to a worker are gone with it: the page opens the port anew. */
  readonly openAnew: (port: PortKey, baudRate: number) => void;
  /** Of the analysis, which was started again. */
  readonly resumed: () => void;
  readonly nowMs: () => number;
}): Resuming {
  const { board, recordings, ports, tabStorage, nowMs } = around;
  let wasOpen = false;
  let deaths: number[] = [];

  function keep(source: Source | null): void {
    try {
      if (source?.kind === 'serial' || source?.kind === 'streams') {
        const { port, baudRate } = source;
        tabStorage?.setItem(KEY, JSON.stringify({ port, baudRate }));
      } else {
        tabStorage?.removeItem(KEY);
      }
    } catch {
      // A browser that keeps nothing for this page: the person connects again.
      return;
    }
  }

  function workerDied(): void {
    const { source } = board.getState();
    deaths = [...deaths.filter((atMs) => nowMs() - atMs < DEATHS_WITHIN_MS), nowMs()];
    if (!source || !wasOpen || deaths.length > MOST_DEATHS) return;
    wasOpen = false;
    const { recording } = recordings.getState();
    const recordInto = recording.phase === 'recording' ? recording.fileName : null;
    // First the line to the worker buries the dead one and starts the next.
    queueMicrotask(() => {
      if (source.kind === 'streams') around.openAnew(source.port, source.baudRate);
      else around.open(source, true, { patient: true, ...(recordInto && { recordInto }) });
      around.resumed();
    });
  }

  return {
    connectionIs({ phase, fault }) {
      if (fault?.code === 'worker-died') {
        workerDied();
        return;
      }
      if (phase === 'opening' || phase === 'reconnecting') return;
      wasOpen = natureOf(phase) === 'open';
      if (wasOpen) keep(board.getState().source);
    },
    ended: () => keep(null),
    async afterReload() {
      const kept = readKept(tabStorage);
      if (!kept) return;
      const granted = await ports.granted();
      const alike = granted.filter(({ key }) => isAlike(key, kept.port));
      const found = alike.find(({ key }) => key.nth === kept.port.nth);
      // The person was quicker, or it is not there any more.
      if (!found || board.getState().source) return;
      const picked = await ports.use(found, kept.baudRate);
      if (picked.ok && !board.getState().source)
        around.open(picked.source, false, { patient: true });
    },
  };
}

function readKept(
  storage: TabStorage,
): { readonly port: PortKey; readonly baudRate: number } | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(kept: unknown): kept is { readonly port: PortKey; readonly baudRate: number } {
  if (typeof kept !== 'object' || kept === null || !('port' in kept) || !('baudRate' in kept)) {
    return false;
  }
  const { port, baudRate } = kept;
  return typeof port === 'object' && port !== null && 'nth' in port && typeof baudRate === 'number';
}

function isAlike(one: PortKey, other: PortKey): boolean {
  return one.usbVendorId === other.usbVendorId && one.usbProductId === other.usbProductId;
}
