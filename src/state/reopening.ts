/**
 * Finds a board that went away where workers have no serial ports, so that only the page can open
 * one. Elsewhere the worker looks for it itself, in the same way.
 */
import { type BoardSearch, type PortChoice, startBoardSearch } from '../board/boardSearch.ts';
import type { GrantedPort } from '../board/portPicker.ts';
import type { PortKey } from '../board/source.ts';
import type { PickedSource, SerialPorts } from './serialPorts.ts';

const LOOK_EVERY_MS = 100;

export interface Reopening {
  /** The board at this port is being used: those beside it are others. */
  remember(port: PortKey): void;
  /** Looks for a port with the ids of this one until it could be opened, or until stopped. */
  start(port: PortKey, baudRate: number): void;
  isLooking(): boolean;
  /** The person has said which of the offered ports it is; false when none is offered here. */
  choose(id: number): boolean;
  stop(): void;
}

export function createReopening(around: {
  readonly ports: Pick<SerialPorts, 'granted' | 'use' | 'onChanged'>;
  readonly opened: (picked: Extract<PickedSource, { ok: true }>) => void;
  /** Asks the person which it is; with an empty list the question is withdrawn. */
  readonly offer: (choices: readonly PortChoice[]) => void;
  /** Never backwards. */
  readonly nowMs: () => number;
}): Reopening {
  const { ports, nowMs } = around;
  let search: BoardSearch | null = null;
  let timer: ReturnType<typeof setInterval> | null = null;
  let isAsking = false;
  let others: ReadonlySet<number> = new Set();
  /** Counts what is remembered: an earlier look that comes late is not believed. */
  let remembered = 0;

  async function alikeOf(port: PortKey): Promise<readonly GrantedPort[]> {
    return (await ports.granted()).filter(({ key }) => isAlike(key, port));
  }

  async function noteOthers(port: PortKey): Promise<void> {
    remembered += 1;
    const mine = remembered;
    others = new Set();
    const beside = (await alikeOf(port)).filter(({ key }) => key.nth !== port.nth);
    if (mine === remembered) others = new Set(beside.map(({ identity }) => identity));
  }

  function offer(choices: readonly PortChoice[]): void {
    if (choices.length === 0 && !isAsking) return;
    isAsking = choices.length > 0;
    around.offer(choices);
  }

  function stop(): void {
    search?.stop();
    search = null;
    if (timer !== null) clearInterval(timer);
    timer = null;
    offer([]);
  }

  function start(port: PortKey, baudRate: number): void {
    stop();
    const open = async (found: GrantedPort): Promise<'taken' | 'failed'> => {
      const picked = await ports.use(found, baudRate);
      if (search !== mine) {
        // Nobody wants it any more: the port is let go again.
        if (picked.ok && picked.source.kind === 'streams') await picked.source.writable.close();
        return 'failed';
      }
      if (!picked.ok) return 'failed';
      stop();
      around.opened(picked);
      return 'taken';
    };
    const mine = startBoardSearch<GrantedPort>({
      candidates: () => alikeOf(port),
      onPortsChanged: ports.onChanged,
      tryOut: open,
      take: open,
      offer,
      // Its hello is read in the worker: here the port alone tells.
      hasId: false,
      others,
      nowMs,
    });
    search = mine;
    timer = setInterval(() => mine.tick(), LOOK_EVERY_MS);
  }

  return {
    remember: (port) => void noteOthers(port),
    start,
    isLooking: () => search !== null,
    choose(id) {
      if (isAsking) search?.choose(id);
      return isAsking;
    },
    stop,
  };
}

function isAlike(one: PortKey, other: PortKey): boolean {
  return one.usbVendorId === other.usbVendorId && one.usbProductId === other.usbProductId;
}
