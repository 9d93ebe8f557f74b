/** Opens sources and opens them anew, after the person's click or when a board comes back. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisClient, HowToOpen } from '../analysis/client/client.ts';
import { type ConnectionPhase, natureOf } from '../board/connectionPhases.ts';
import type { Fault } from '../board/fault.ts';
import type { BaudRate } from '../board/lineDiscipline.ts';
import type { GrantedPort } from '../board/portPicker.ts';
import type { PortKey, Source, VirtualBoard } from '../board/source.ts';
import { FIRST_MACHINE, FIRST_SEED } from '../board/virtualMachines.ts';
import { createReopening } from './reopening.ts';
import type { PickedSource, SerialPorts } from './serialPorts.ts';
import { STATE_WORDS } from './stateWords.ts';
import type { Stores } from './stores.ts';
import { unpushedChannels } from './tuningStore.ts';

/** What the person can do about the connection. */
export interface Connecting {
  /** Boards that can be connected to without the browser's picker. */
  readonly knownPorts: StoreApi<readonly GrantedPort[]>;
  connectBoard(): Promise<void>;
  connectKnown(port: GrantedPort): Promise<void>;
  /** Opens a virtual board: the first machine with its own seed, unless said otherwise. */
  connectVirtual(virtualBoard?: VirtualBoard): void;
  /** Opens again what was open last; `patient` when its port is about to be free. */
  reconnect(patient?: boolean): Promise<void>;
  /** Closes the board, or stops looking for it. */
  disconnect(): void;
  /** Which of the ports that were offered is the board that went away. */
  choosePort(id: number): void;
  /** Used from now on; a serial port that is in use is opened anew. */
  chooseBaudRate(baudRate: BaudRate): void;
}

export interface Opening {
  readonly connecting: Connecting;
  /** With another source than before, what was seen of that one goes. */
  open(source: Source, sameAsBefore: boolean, how?: HowToOpen): void;
  /** Looks for a port that only the page can open, and opens it anew. */
  openAnew(port: PortKey, baudRate: number): void;
  /** The worker says how the connection is. */
  connectionIs(phase: ConnectionPhase): void;
  /** Stops looking for ports. */
  dispose(): void;
}

export function createOpening(
  client: AnalysisClient,
  ports: SerialPorts,
  serialFault: Fault | null,
  stores: Stores,
): Opening {
  const {
    alarms,
    board,
    imports,
    labels,
    list,
    notices,
    preferences,
    recordings,
    studies,
    tuning,
    view,
  } = stores;

  const knownPorts = createStore<readonly GrantedPort[]>(() => []);
  const lookAtPorts = async (): Promise<void> => {
    const found = await ports.granted();
    const known = knownPorts.getState();
    const isSame =
      found.length === known.length &&
      found.every(({ identity }, index) => identity === known[index]?.identity);
    // What the screen has already it need not draw again: most have none, before and after.
    if (!isSame) knownPorts.setState(found, true);
  };
  const unsubscribePorts = ports.onChanged(() => void lookAtPorts());
  void lookAtPorts();

  const reopening = createReopening({
    ports,
    opened: ({ source }) => {
      noteOthers(source);
      board.getState().opening(source, true);
      client.open(source, { again: true });
    },
    offer: board.getState().offering,
    nowMs: () => performance.now(),
  });

  function noteOthers(source: Source): void {
    if (source.kind === 'streams') reopening.remember(source.port);
  }

  function open(source: Source, sameAsBefore: boolean, how: HowToOpen = {}): void {
    reopening.stop();
    noteOthers(source);
    imports.getState().forget();
    notices.getState().dismissAll();
    board.getState().opening(source, sameAsBefore);
    recordings.getState().opening(sameAsBefore);
    if (!sameAsBefore) {
      view.getState().forgetChannels();
      studies.getState().forget();
    }
    view.getState().goLive();
    const gone = sameAsBefore ? 0 : unpushedChannels(tuning.getState());
    if (gone > 0) notices.getState().reportDone(STATE_WORDS.ownGone(gone));
    tuning.getState().newSession(sameAsBefore);
    client.open(source, how);
    // Only now: a session that still goes on must not be told that its labels are gone.
    if (sameAsBefore) return;
    labels.getState().forget();
    alarms.getState().forget();
    list.getState().forget();
  }

  async function connectBoard(): Promise<void> {
    if (serialFault) {
      notices.getState().reportFault(serialFault);
      return;
    }
    board.getState().asking(true);
    const picked = await ports.pick(preferences.getState().baudRate);
    board.getState().asking(false);
    openPicked(picked);
  }

  function openPicked(picked: PickedSource): void {
    if (picked.ok) open(picked.source, false);
    else notices.getState().reportFault(picked.fault);
    void lookAtPorts();
  }

  return {
    connecting: {
      knownPorts,
      connectBoard,
      connectKnown: async (port) =>
        openPicked(await ports.use(port, preferences.getState().baudRate)),
      connectVirtual: (virtualBoard = {}) => {
        const { source } = board.getState();
        const same = source?.kind === 'virtual' && isSameVirtualBoard(source, virtualBoard);
        open({ kind: 'virtual', ...virtualBoard }, same);
      },
      reconnect: async (patient = false) => {
        const { source } = board.getState();
        // Streams that were handed over are gone for good: the person picks the port again.
        if (!source || source.kind === 'streams') await connectBoard();
        else open(source, true, { patient });
      },
      disconnect: () => {
        reopening.stop();
        client.close();
      },
      choosePort: (id) => {
        if (!reopening.choose(id)) client.choosePort(id);
      },
      chooseBaudRate: (baudRate) => {
        preferences.getState().prefer({ baudRate });
        const { source, connection } = board.getState();
        const inUse = natureOf(connection.phase) !== 'resting';
        if (!source || !('baudRate' in source) || !inUse) return;
        if (source.kind === 'serial') {
          open({ ...source, baudRate }, true);
        } else {
          client.close();
          reopening.start(source.port, baudRate);
        }
      },
    },
    open,
    openAnew: reopening.start,
    connectionIs: (phase) => {
      const { source } = board.getState();
      // Streams cannot be opened anew by the worker: a port that went away is looked for here.
      if (phase === 'reconnecting') {
        if (source?.kind !== 'streams' || reopening.isLooking()) return;
        reopening.start(source.port, source.baudRate);
      } else if (phase !== 'idle') {
        // Idle is what the person asks for, here: to stop, or to open anew.
        reopening.stop();
      }
    },
    dispose: () => {
      unsubscribePorts();
      reopening.stop();
    },
  };
}

function isSameVirtualBoard(a: VirtualBoard, b: VirtualBoard): boolean {
  return (
    (a.machine ?? FIRST_MACHINE) === (b.machine ?? FIRST_MACHINE) &&
    (a.seed ?? FIRST_SEED) === (b.seed ?? FIRST_SEED)
  );
}
