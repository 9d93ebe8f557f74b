/**
 * The page's state as one object: the stores, and what the person can do. It wires the worker's
 * messages to the stores and the person's actions to the worker; it computes nothing.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisClient } from '../analysis/client.ts';
import type { CommandOutcome } from '../analysis/messages.ts';
import type { Fault } from '../board/fault.ts';
import type { Injection } from '../board/micropythonBoard.ts';
import type { GrantedPort } from '../board/portPicker.ts';
import type { Source } from '../board/source.ts';
import { differingParameters, type Parameters } from '../detector/parameters.ts';
import { type BoardStore, createBoardStore } from './boardStore.ts';
import { createInstallStore, type InstallStore } from './installStore.ts';
import { createLabelStore, type LabelStore } from './labelStore.ts';
import { createNoticeStore, type NoticeStore } from './noticeStore.ts';
import { readSettings, type SettingsStorage, type ThemeChoice, writeSettings } from './settings.ts';
import { createStudyStore, type StudyStore } from './studyStore.ts';
import { type Asking, createTuningStore, type TuningStore } from './tuningStore.ts';
import { createViewStore, type ViewStore } from './viewStore.ts';

export type PickedSource =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly fault: Fault };

/** The serial ports of this browser, as far as the page has to do with them. */
export interface SerialPorts {
  /** Asks the person for a port. */
  pick(): Promise<PickedSource>;
  /** Those that the person granted before and that are plugged in now. */
  granted(): Promise<readonly GrantedPort[]>;
  /** One of those, without asking again. */
  use(port: GrantedPort): Promise<PickedSource>;
  /** Tells when a granted port comes or goes. Returns a function that stops it. */
  onChanged(listener: () => void): () => void;
}

export interface TidemarkWorld {
  readonly client: AnalysisClient;
  readonly ports: SerialPorts;
  /** Why serial ports cannot be used here; null when they can. */
  readonly serialFault: Fault | null;
  readonly storage: SettingsStorage;
}

export interface ThemeState {
  readonly theme: ThemeChoice;
  readonly chooseTheme: (theme: ThemeChoice) => void;
}

export interface Tidemark {
  readonly client: AnalysisClient;
  readonly serialFault: Fault | null;
  readonly board: BoardStore;
  readonly tuning: TuningStore;
  readonly view: ViewStore;
  readonly labels: LabelStore;
  readonly studies: StudyStore;
  readonly installs: InstallStore;
  readonly notices: NoticeStore;
  readonly theme: StoreApi<ThemeState>;
  /** Boards that can be connected to without the browser's picker. */
  readonly knownPorts: StoreApi<readonly GrantedPort[]>;
  connectBoard(): Promise<void>;
  connectKnown(port: GrantedPort): Promise<void>;
  connectVirtual(): void;
  /** Opens again what was open last. */
  reconnect(): Promise<void>;
  disconnect(): void;
  /** Sends the board what differs from what it confirmed. */
  push(): Promise<void>;
  save(): Promise<void>;
  restartLearning(): Promise<void>;
  sendLine(text: string): void;
  inject(injection: Injection): void;
  pullPlug(): void;
  /** Lets go of the worker's messages. */
  dispose(): void;
}

export function createTidemark(world: TidemarkWorld): Tidemark {
  const { client, ports, serialFault, storage } = world;
  const settings = readSettings(storage);
  const board = createBoardStore();
  const tuning = createTuningStore(settings.parameters);
  const view = createViewStore(settings.window);
  const labels = createLabelStore();
  const studies = createStudyStore(client.study);
  const installs = createInstallStore(client.install, (action, outcome) => {
    // Another program speaks now: who it is must be asked anew.
    if (action === 'uninstall' && outcome.kind === 'done') void reconnect();
  });
  const notices = createNoticeStore();
  const theme = createStore<ThemeState>((set) => ({
    theme: settings.theme,
    chooseTheme: (choice) => set({ theme: choice }),
  }));

  const knownPorts = createStore<readonly GrantedPort[]>(() => []);
  const lookAtPorts = async (): Promise<void> => {
    knownPorts.setState(await ports.granted(), true);
  };
  const unsubscribePorts = ports.onChanged(() => void lookAtPorts());
  void lookAtPorts();

  let lastEdited = settings.parameters;
  const keepSettings = (): void => {
    writeSettings(storage, {
      theme: theme.getState().theme,
      window: view.getState().window,
      parameters: lastEdited,
    });
  };
  theme.subscribe(keepSettings);
  view.subscribe((now, before) => {
    if (now.window !== before.window) keepSettings();
  });
  tuning.subscribe((now, before) => {
    // A board that confirms what is being edited changes nothing: no need to judge anew.
    if (differingParameters(now.editing, before.editing).length > 0) {
      client.judgeWith(now.editing);
      if (now.edited) lastEdited = now.editing;
    }
    // While a slider moves nothing is written: storage is slow.
    if (!now.dragging && (now.editing !== before.editing || before.dragging)) keepSettings();
  });

  labels.subscribe((now, before) => {
    if (now.labels === before.labels) return;
    client.setLabels(now.labels);
    studies.getState().labelsChanged();
  });

  const unsubscribe = client.subscribe((message) => {
    board.getState().receive(message);
    if (message.type === 'judging-with') tuning.getState().judgingWith(message.parameters);
    if (message.type === 'board-parameters') tuning.getState().boardHas(message.parameters);
  });
  client.judgeWith(settings.parameters);

  function open(source: Source, sameAsBefore: boolean): void {
    notices.getState().dismissAll();
    board.getState().opening(source, sameAsBefore);
    if (!sameAsBefore) {
      view.getState().showAllChannels();
      labels.getState().forget();
      studies.getState().forget();
    }
    view.getState().goLive();
    tuning.getState().newSession();
    client.open(source);
  }

  async function connectBoard(): Promise<void> {
    if (serialFault) {
      notices.getState().reportFault(serialFault);
      return;
    }
    openPicked(await ports.pick());
  }

  function openPicked(picked: PickedSource): void {
    if (picked.ok) open(picked.source, false);
    else notices.getState().reportFault(picked.fault);
    void lookAtPorts();
  }

  async function reconnect(): Promise<void> {
    const { source } = board.getState();
    // Streams that were handed over are gone for good: the person picks the port again.
    if (!source || source.kind === 'streams') await connectBoard();
    else open(source, true);
  }

  async function ask(
    asking: Asking,
    command: () => Promise<CommandOutcome>,
    done: string,
  ): Promise<CommandOutcome> {
    tuning.getState().ask(asking);
    const outcome = await command();
    tuning.getState().ask(null);
    if (outcome.ok) notices.getState().reportDone(done);
    else if (!outcome.parameter) notices.getState().reportFault(outcome.fault, outcome.words);
    return outcome;
  }

  return {
    client,
    serialFault,
    board,
    tuning,
    view,
    labels,
    studies,
    installs,
    notices,
    theme,
    knownPorts,
    connectBoard,
    connectKnown: async (port) => openPicked(await ports.use(port)),
    connectVirtual: () => {
      open({ kind: 'virtual' }, board.getState().source?.kind === 'virtual');
    },
    reconnect,
    disconnect: () => client.close(),
    push: async () => {
      const { editing, board: confirmed } = tuning.getState();
      if (!confirmed) return;
      const names = differingParameters(editing, confirmed);
      const changes: Partial<Parameters> = Object.fromEntries(
        names.map((name) => [name, editing[name]]),
      );
      const outcome = await ask('push', () => client.push(changes), 'The board confirmed.');
      tuning.getState().pushed(outcome);
    },
    save: async () => {
      await ask('save', () => client.save(), 'Saved on the board: it keeps this without power.');
    },
    restartLearning: async () => {
      await ask('restart', () => client.restart(), 'Learning starts again.');
    },
    sendLine: (text) => client.sendLine(text),
    inject: (injection) => client.inject(injection),
    pullPlug: () => client.pullPlug(),
    dispose: () => {
      unsubscribe();
      unsubscribePorts();
    },
  };
}
