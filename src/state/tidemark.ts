/**
 * The page's state as one object: the stores, and what the person can do. It wires the worker's
 * messages to the stores and the person's actions to the worker; it computes nothing.
 */
import type { AlarmOutlets } from '../alarms/outlets.ts';
import type { AnalysisClient } from '../analysis/client/client.ts';
import type { AnomalyEvent } from '../analysis/messages/findings.ts';
import type { Fault } from '../board/fault.ts';
import { type BoardActions, createBoardActions } from './boardActions.ts';
import { boardKey } from './channelLooks.ts';
import { keepOwn } from './keepingOwn.ts';
import { keepPreferences } from './keepingPreferences.ts';
import { createNamingActs, type NamingActs } from './namingActs.ts';
import { type Connecting, createOpening } from './opening.ts';
import { type PreferencesStorage, readConverted, readPreferences } from './preferences.ts';
import { createProposing, type Proposing } from './proposing.ts';
import { createReplayCalls, type Replaying } from './replaying.ts';
import { createResuming, type TabStorage } from './resuming.ts';
import type { SerialPorts } from './serialPorts.ts';
import { STATE_WORDS } from './stateWords.ts';
import { createStores, type Stores } from './stores.ts';
import { judgesAlike, settingsOf } from './tuningStore.ts';
import { latestDone, latestTakenBack } from './undo.ts';

export interface TidemarkWorld {
  readonly client: AnalysisClient;
  readonly ports: SerialPorts;
  /** Why serial ports cannot be used here; null when they can. */
  readonly serialFault: Fault | null;
  readonly storage: PreferencesStorage;
  readonly tabStorage: TabStorage;
  /** Asks the browser not to give up what is stored when room runs short. */
  readonly persistStorage: () => Promise<boolean>;
  readonly outlets: AlarmOutlets;
}

export interface Tidemark extends Stores, Connecting, Replaying, BoardActions, Proposing {
  readonly client: AnalysisClient;
  readonly serialFault: Fault | null;
  /** What is done with the names of events. */
  readonly naming: NamingActs;
  /** Switches the recording of sessions on or off. */
  record(on: boolean): void;
  /** Takes back the latest edit, label or the like, whichever it was. */
  undo(): void;
  /** Does again what was taken back last. */
  redo(): void;
  /** Lets go of the worker's messages. */
  dispose(): void;
}

export function createTidemark(world: TidemarkWorld): Tidemark {
  const { client, ports, serialFault, storage, tabStorage, persistStorage } = world;
  const stored = readPreferences(storage);
  const stores = createStores(client, stored, {
    serialFault,
    outlets: world.outlets,
    storage,
    nowMs: () => Date.now(),
    // Another program speaks now: who it is must be asked anew.
    uninstalled: () => void opening.connecting.reconnect(true),
    openFile: (recording, title) => {
      replayCalls.replaying.openRecording(recording, title);
      // All of it: nobody knows yet where to look.
      view.getState().chooseWindow('all');
    },
  });
  const {
    alarms,
    board,
    channelLooks,
    labels,
    notices,
    preferences,
    recordings,
    studies,
    tuning,
    view,
  } = stores;
  const opening = createOpening(client, ports, serialFault, stores);
  const resuming = createResuming({
    board,
    recordings,
    ports,
    tabStorage,
    open: opening.open,
    openAnew: opening.openAnew,
    resumed: () => notices.getState().reportDone(STATE_WORDS.resumed),
    nowMs: () => performance.now(),
  });
  const replayCalls = createReplayCalls(client, stores, opening.open);

  preferences.subscribe((now, before) => {
    if (now.memoryMb !== before.memoryMb) client.keepWithin(now.memoryMb);
  });
  tuning.subscribe((now, before) => {
    // A board that confirms what is being edited changes nothing: no need to judge anew.
    if (!judgesAlike(now, before)) client.judgeWith(now.editing, settingsOf(now));
  });
  labels.subscribe((now, before) => {
    if (now.labels === before.labels) return;
    client.setLabels(now.labels);
    studies.getState().labelsChanged();
  });
  studies.subscribe(({ runs: { train } }, before) => {
    if (train === before.runs.train || train.phase !== 'done' || train.outdated) return;
    if (train.result.kind === 'train') stores.forest.getState().use(train.result.model);
  });
  channelLooks.subscribe(({ looks }) => board.getState().dress(looks));
  const undoables = () => [tuning.getState(), labels.getState(), stores.classes.getState()];
  keepPreferences(storage, stored, stores);
  const ownHears = keepOwn(storage, stores);

  /** A recording is of a time that is over: nobody is told of its alarms. */
  function raise(events: readonly AnomalyEvent[]): void {
    const { source, channels } = board.getState();
    if (source?.kind === 'replay') return;
    const live = events.filter((event) => event.live);
    const nameOf = (channel: number) => channels[channel]?.name ?? `channel ${channel + 1}`;
    alarms.getState().raised(live, nameOf);
  }

  const unsubscribe = client.subscribe((message) => {
    board.getState().receive(message);
    if (message.type === 'connection' || message.type === 'channels') {
      const { connection, source } = board.getState();
      channelLooks.getState().show(boardKey(connection.identity, source));
    }
    if (message.type === 'connection') {
      opening.connectionIs(message.phase);
      resuming.connectionIs(message);
    }
    recordings.getState().receive(message);
    if (message.type === 'events') raise(message.events);
    // Messages come also to a page that is hidden, whose timers sleep.
    alarms.getState().tick();
    if (message.type === 'replay') replayCalls.replayIs(message);
    if (message.type === 'event-names') {
      stores.forest.getState().named(message.names, message.replaceAll);
    }
    if (message.type === 'judging-with') tuning.getState().judgingWith(message);
    if (message.type === 'board-parameters') {
      tuning.getState().boardHas(message.parameters, message.own);
    }
    ownHears(message);
  });
  client.judgeWith(stored.parameters, settingsOf(tuning.getState()));
  client.keepWithin(stored.memoryMb);
  const converted = readConverted(storage);
  if (converted.length > 0) {
    notices.getState().reportConverted(converted);
    // Said once: from now on they are kept under the present rules.
    preferences.getState().prefer({});
  }

  if (!stored.record) client.recordings.record(false);
  // A session that was cut off is offered back.
  void recordings.getState().look();
  const unsubscribePersisting = recordings.subscribe(({ recording }) => {
    if (recording.phase !== 'recording') return;
    unsubscribePersisting();
    void persistStorage();
  });

  const noWorker = client.death();
  if (noWorker) notices.getState().reportFault(noWorker);
  void client.ready().then(resuming.afterReload);

  return {
    client,
    serialFault,
    ...stores,
    ...opening.connecting,
    disconnect: () => {
      resuming.ended();
      opening.connecting.disconnect();
    },
    ...replayCalls.replaying,
    ...createBoardActions(client, stores),
    ...createProposing(stores, opening.connecting.connectVirtual),
    record: (on) => {
      // Also when it is on already: a recording that failed is tried again.
      client.recordings.record(on);
      preferences.getState().prefer({ record: on });
    },
    naming: createNamingActs(stores.classes, labels, stores.nextSerial),
    undo: () => {
      for (const store of latestDone(undoables())) store.undo();
    },
    redo: () => {
      for (const store of latestTakenBack(undoables())) store.redo();
    },
    dispose: () => {
      unsubscribe();
      opening.dispose();
    },
  };
}
