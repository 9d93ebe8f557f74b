/**
 * The page's state as one object: the stores, and what the person can do. It wires the worker's
 * messages to the stores and the person's actions to the worker; it computes nothing.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisClient } from '../analysis/client.ts';
import type { CommandOutcome } from '../analysis/messages.ts';
import { type ConnectionPhase, natureOf } from '../board/connectionPhases.ts';
import type { Fault } from '../board/fault.ts';
import type { BaudRate } from '../board/lineDiscipline.ts';
import type { Injection } from '../board/micropythonBoard.ts';
import type { GrantedPort } from '../board/portPicker.ts';
import type { ReplayControl, ReplayStart } from '../board/replayControl.ts';
import type { Source } from '../board/source.ts';
import { differingParameters, type Parameters } from '../detector/parameters.ts';
import { type BoardStore, createBoardStore } from './boardStore.ts';
import { createExportStore, type ExportStore } from './exportStore.ts';
import { createImportStore, type ImportStore } from './importStore.ts';
import { createInstallStore, type InstallStore } from './installStore.ts';
import { createLabelStore, type LabelStore } from './labelStore.ts';
import { inLocalZone } from './localZone.ts';
import { createMemoryStore, type MemoryStore } from './memoryStore.ts';
import { createNoticeStore, type NoticeStore } from './noticeStore.ts';
import { createRecordingStore, type RecordingStore } from './recordingStore.ts';
import { createReopening } from './reopening.ts';
import { readSettings, type SettingsStorage, type ThemeChoice, writeSettings } from './settings.ts';
import { createStudyStore, type StudyStore } from './studyStore.ts';
import { createTroubleStore, type TroubleStore } from './troubleStore.ts';
import { type Asking, createTuningStore, type TuningStore } from './tuningStore.ts';
import { createViewStore, type ViewStore } from './viewStore.ts';

export type PickedSource =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly fault: Fault };

/** The serial ports of this browser, as far as the page has to do with them. */
export interface SerialPorts {
  /** Asks the person for a port. */
  pick(baudRate: number): Promise<PickedSource>;
  /** Those that the person granted before and that are plugged in now. */
  granted(): Promise<readonly GrantedPort[]>;
  /** One of those, without asking again. */
  use(port: GrantedPort, baudRate: number): Promise<PickedSource>;
  /** Tells when a granted port comes or goes. Returns a function that stops it. */
  onChanged(listener: () => void): () => void;
}

export interface TidemarkWorld {
  readonly client: AnalysisClient;
  readonly ports: SerialPorts;
  /** Why serial ports cannot be used here; null when they can. */
  readonly serialFault: Fault | null;
  readonly storage: SettingsStorage;
  /** Asks the browser not to give up what is stored when room runs short. */
  readonly persistStorage: () => Promise<boolean>;
}

export interface ThemeState {
  readonly theme: ThemeChoice;
  readonly chooseTheme: (theme: ThemeChoice) => void;
}

export interface LineState {
  readonly baudRate: BaudRate;
}

export interface Tidemark {
  readonly client: AnalysisClient;
  readonly serialFault: Fault | null;
  readonly board: BoardStore;
  readonly tuning: TuningStore;
  readonly view: ViewStore;
  readonly memory: MemoryStore;
  readonly labels: LabelStore;
  readonly studies: StudyStore;
  readonly recordings: RecordingStore;
  readonly installs: InstallStore;
  readonly notices: NoticeStore;
  readonly trouble: TroubleStore;
  readonly imports: ImportStore;
  readonly exports: ExportStore;
  readonly theme: StoreApi<ThemeState>;
  /** For the next port that is opened. */
  readonly line: StoreApi<LineState>;
  /** Boards that can be connected to without the browser's picker. */
  readonly knownPorts: StoreApi<readonly GrantedPort[]>;
  connectBoard(): Promise<void>;
  connectKnown(port: GrantedPort): Promise<void>;
  connectVirtual(): void;
  /** Plays back a stored session, by its file's name, or a file; all of it at once. */
  openRecording(recording: string | Blob, title: string): void;
  controlReplay(control: ReplayControl): void;
  /** To a recorded time: forwards at once, backwards from the beginning at once. */
  seekReplay(toMs: number): void;
  /** From the beginning, at the pace that was chosen. */
  replayAgain(): void;
  /** Switches the recording of sessions on or off. */
  record(on: boolean): void;
  /** Opens again what was open last. */
  reconnect(): Promise<void>;
  /** Closes the board, or stops looking for it. */
  disconnect(): void;
  /** Which of the ports that were offered is the board that went away. */
  choosePort(id: number): void;
  /** Used from now on; a serial port that is in use is opened anew. */
  chooseBaudRate(baudRate: BaudRate): void;
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
  const { client, ports, serialFault, storage, persistStorage } = world;
  const settings = readSettings(storage);
  const board = createBoardStore(serialFault);
  const tuning = createTuningStore(settings.parameters);
  const view = createViewStore(settings.window, settings.plotLayout);
  const memory = createMemoryStore(settings.memoryMb);
  const labels = createLabelStore();
  const studies = createStudyStore(client.study);
  const recordings = createRecordingStore(client.recordings);
  const installs = createInstallStore(client.install, (action, outcome) => {
    // Another program speaks now: who it is must be asked anew.
    if (action === 'uninstall' && outcome.kind === 'done') void reconnect();
  });
  const notices = createNoticeStore();
  const trouble = createTroubleStore();
  const exports = createExportStore();
  const imports = createImportStore({
    look: async (file, choice) =>
      inLocalZone(
        await client.files.look(file, {
          choice,
          startMs: file.lastModified,
          zoneMinutes: 0,
          periodMs: tuning.getState().editing.period,
        }),
      ),
    convert: client.files.convert,
    openRecording: (recording, title) => {
      openRecording(recording, title);
      // All of it: nobody knows yet where to look.
      view.getState().chooseWindow('all');
    },
  });
  const theme = createStore<ThemeState>((set) => ({
    theme: settings.theme,
    chooseTheme: (choice) => set({ theme: choice }),
  }));

  const line = createStore<LineState>(() => ({ baudRate: settings.baudRate }));

  const knownPorts = createStore<readonly GrantedPort[]>(() => []);
  const lookAtPorts = async (): Promise<void> => {
    knownPorts.setState(await ports.granted(), true);
  };
  const unsubscribePorts = ports.onChanged(() => void lookAtPorts());
  void lookAtPorts();

  let lastEdited = settings.parameters;
  let recordsSessions = settings.record;
  /** Labels come out of the recording the first time it is played; then they are the person's. */
  let replaysLabels = false;
  const keepSettings = (): void => {
    writeSettings(storage, {
      theme: theme.getState().theme,
      window: view.getState().window,
      baudRate: line.getState().baudRate,
      plotLayout: view.getState().layout,
      memoryMb: memory.getState().megabytes,
      record: recordsSessions,
      parameters: lastEdited,
    });
  };
  theme.subscribe(keepSettings);
  line.subscribe(keepSettings);
  view.subscribe((now, before) => {
    if (now.window !== before.window || now.layout !== before.layout) keepSettings();
  });
  memory.subscribe(({ megabytes }) => {
    client.keepWithin(megabytes);
    keepSettings();
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
    if (message.type === 'connection') lookForStreams(message.phase);
    recordings.getState().receive(message);
    if (message.type === 'replay' && message.labels && replaysLabels) {
      labels.getState().restore(message.labels);
    }
    if (message.type === 'judging-with') tuning.getState().judgingWith(message.parameters);
    if (message.type === 'board-parameters') tuning.getState().boardHas(message.parameters);
  });
  client.judgeWith(settings.parameters);
  client.keepWithin(settings.memoryMb);

  const reopening = createReopening({
    ports,
    opened: ({ source }) => {
      board.getState().opening(source, true);
      client.open(source, true);
    },
    undecided: () => {
      client.close();
      notices.getState().reportFault({ code: 'lost', detail: 'Several boards are alike' });
    },
  });

  /** Streams cannot be opened anew by the worker: a port that went away is looked for here. */
  function lookForStreams(phase: ConnectionPhase): void {
    const { source } = board.getState();
    if (phase === 'reconnecting') {
      if (source?.kind === 'streams') reopening.start(source.port, source.baudRate);
    } else if (phase !== 'idle') {
      // Idle is what the person asks for, here: to stop, or to open anew.
      reopening.stop();
    }
  }
  if (!recordsSessions) client.recordings.record(false);
  // A session that was cut off is offered back.
  void recordings.getState().look();
  const unsubscribePersisting = recordings.subscribe(({ recording }) => {
    if (recording.phase !== 'recording') return;
    unsubscribePersisting();
    void persistStorage();
  });

  function open(source: Source, sameAsBefore: boolean): void {
    reopening.stop();
    imports.getState().forget();
    notices.getState().dismissAll();
    board.getState().opening(source, sameAsBefore);
    recordings.getState().opening();
    if (!sameAsBefore) {
      view.getState().forgetChannels();
      labels.getState().forget();
      studies.getState().forget();
    }
    view.getState().goLive();
    tuning.getState().newSession();
    client.open(source);
    // Only now: a session that still goes on must not be told that its labels are gone.
    if (!sameAsBefore) labels.getState().forget();
  }

  function openRecording(recording: string | Blob, title: string): void {
    recordings.getState().closeShelf();
    replaysLabels = true;
    const start = { playing: true, pace: 'at-once', skipToMs: null } as const;
    open({ kind: 'replay', recording, title, start }, false);
  }

  async function connectBoard(): Promise<void> {
    if (serialFault) {
      notices.getState().reportFault(serialFault);
      return;
    }
    board.getState().asking(true);
    const picked = await ports.pick(line.getState().baudRate);
    board.getState().asking(false);
    openPicked(picked);
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

  /** Opens the recording again, as far as `skipToMs`. */
  function reopenReplay(start: ReplayStart): void {
    const { source } = board.getState();
    if (source?.kind !== 'replay') return;
    replaysLabels = false;
    open({ ...source, start }, true);
  }

  return {
    client,
    serialFault,
    board,
    tuning,
    view,
    memory,
    labels,
    studies,
    recordings,
    installs,
    notices,
    trouble,
    imports,
    exports,
    theme,
    line,
    knownPorts,
    connectBoard,
    connectKnown: async (port) => openPicked(await ports.use(port, line.getState().baudRate)),
    connectVirtual: () => {
      open({ kind: 'virtual' }, board.getState().source?.kind === 'virtual');
    },
    openRecording,
    controlReplay: (control) => client.recordings.replay(control),
    seekReplay: (toMs) => {
      const open = recordings.getState().replay;
      if (!open) return;
      const { positionMs, playing, pace } = open.replay;
      if (toMs >= positionMs) client.recordings.replay({ kind: 'skip', toMs });
      else reopenReplay({ playing, pace, skipToMs: toMs });
    },
    replayAgain: () => {
      const pace = recordings.getState().replay?.replay.pace ?? 1;
      reopenReplay({ playing: true, pace, skipToMs: null });
    },
    record: (on) => {
      recordsSessions = on;
      client.recordings.record(on);
      keepSettings();
    },
    reconnect,
    disconnect: () => {
      reopening.stop();
      client.close();
    },
    choosePort: (id) => client.choosePort(id),
    chooseBaudRate: (baudRate) => {
      line.setState({ baudRate });
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
      reopening.stop();
    },
  };
}
