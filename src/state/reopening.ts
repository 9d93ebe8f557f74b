/**
 * Finds a board that went away where workers have no serial ports, so that only the page can open
 * one. Elsewhere the worker looks for it itself.
 */
import type { GrantedPort } from '../board/portPicker.ts';
import type { PortKey } from '../board/source.ts';
import type { PickedSource, SerialPorts } from './serialPorts.ts';

const PAUSES_MS = [200, 300, 500, 700, 1000] as const;
const LONGEST_PAUSE_MS = 1000;

export interface Reopening {
  /** Looks for a port with the ids of this one until it could be opened, or until stopped. */
  start(port: PortKey, baudRate: number): void;
  stop(): void;
}

export function createReopening(around: {
  readonly ports: Pick<SerialPorts, 'granted' | 'use'>;
  readonly opened: (picked: Extract<PickedSource, { ok: true }>) => void;
  /** Several boards alike are there: only the person can tell which it is. */
  readonly undecided: () => void;
}): Reopening {
  const { ports } = around;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Counts starts and stops: what an earlier search still finds is not wanted. */
  let search = 0;

  function later(mine: number, tries: number, port: PortKey, baudRate: number): void {
    const pauseMs = PAUSES_MS[tries] ?? LONGEST_PAUSE_MS;
    timer = setTimeout(() => void look(mine, tries, port, baudRate), pauseMs);
  }

  async function look(mine: number, tries: number, port: PortKey, baudRate: number): Promise<void> {
    const alike = (await ports.granted()).filter(({ key }) => isAlike(key, port));
    if (mine !== search) return;
    const [only]: readonly (GrantedPort | undefined)[] = alike;
    if (alike.length > 1) {
      around.undecided();
      return;
    }
    if (only) {
      const picked = await ports.use(only, baudRate);
      if (mine !== search) {
        // Nobody wants it any more: the port is let go again.
        if (picked.ok && picked.source.kind === 'streams') await picked.source.writable.close();
        return;
      }
      if (picked.ok) {
        around.opened(picked);
        return;
      }
    }
    later(mine, tries + 1, port, baudRate);
  }

  function stop(): void {
    search += 1;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    start(port, baudRate) {
      stop();
      later(search, 0, port, baudRate);
    },
    stop,
  };
}

function isAlike(one: PortKey, other: PortKey): boolean {
  return one.usbVendorId === other.usbVendorId && one.usbProductId === other.usbProductId;
}
