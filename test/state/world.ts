import type { AlarmOutlets } from '../../src/alarms/outlets.ts';
import { createAnalysisClient } from '../../src/analysis/client/client.ts';
import type { CommandOutcome } from '../../src/analysis/messages/calls.ts';
import type {
  AnomalyEvent,
  EventCounts,
  FitReport,
  Health,
} from '../../src/analysis/messages/findings.ts';
import type { LearningReport } from '../../src/analysis/messages/judgingMessages.ts';
import type { ConnectionMessage } from '../../src/analysis/messages/messages.ts';
import type { StudyResult } from '../../src/analysis/messages/studyMessages.ts';
import type { Fault } from '../../src/board/fault.ts';
import { NO_LINK_ERRORS } from '../../src/board/link.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { BOARD_ABILITIES } from '../../src/protocol/firmwareMessages.ts';
import type { PreferencesStorage } from '../../src/state/preferences.ts';
import type { TabStorage } from '../../src/state/resuming.ts';
import type { SerialPorts } from '../../src/state/serialPorts.ts';
import { createTidemark, type Tidemark } from '../../src/state/tidemark.ts';
import {
  createScriptedWorker,
  heardOf,
  type ScriptedWorker,
} from '../analysis/fixtures/scriptedWorker.ts';

/** The browser's picker, in which the person chooses one and the same board every time. */
export const ONE_BOARD: Partial<SerialPorts> = {
  pick: async () => ({
    ok: true,
    source: {
      kind: 'serial',
      port: { usbVendorId: 1, usbProductId: 2, nth: 0 },
      baudRate: 115_200,
    },
  }),
};

/** Nobody hears of alarms. */
const SILENT: AlarmOutlets = {
  count: () => undefined,
  sound: () => undefined,
  notify: () => undefined,
  prepare: async () => null,
  keepAwake: async () => null,
};

export interface World {
  readonly tidemark: Tidemark;
  readonly worker: ScriptedWorker;
  /** Connects to a board of ours that confirms these parameters. */
  readonly connectTo: (parameters?: Parameters) => void;
  /** Answers the newest command of the page. */
  readonly answer: (outcome: CommandOutcome) => Promise<void>;
  /** Ends the newest study. */
  readonly endStudy: (result: StudyResult) => Promise<void>;
  readonly sayHealth: (changes: Partial<Health>) => void;
}

interface Circumstances {
  readonly storage?: PreferencesStorage;
  readonly tabStorage?: TabStorage;
  readonly serialFault?: Fault | null;
  readonly ports?: Partial<SerialPorts>;
  readonly persistStorage?: () => Promise<boolean>;
  readonly outlets?: AlarmOutlets;
}

export function createWorld(circumstances: Circumstances = {}): World {
  const worker = createScriptedWorker();
  const tidemark = createTidemark({
    client: createAnalysisClient(() => worker),
    ports: {
      pick: async () => ({ ok: false, fault: { code: 'cancelled', detail: '' } }),
      granted: async () => [],
      use: async () => ({ ok: false, fault: { code: 'gone', detail: '' } }),
      onChanged: () => () => undefined,
      ...circumstances.ports,
    },
    serialFault: circumstances.serialFault ?? null,
    storage: circumstances.storage ?? null,
    tabStorage: circumstances.tabStorage ?? null,
    outlets: circumstances.outlets ?? SILENT,
    persistStorage: circumstances.persistStorage ?? (async () => true),
  });
  return {
    tidemark,
    worker,
    connectTo: (parameters = DEFAULT_PARAMETERS) => {
      tidemark.connectVirtual();
      const session = tidemark.board.getState().connection.session + 1;
      worker.say(streaming(session));
      worker.say({ type: 'channels', session, channels: [{ name: 'x', unit: 'g' }] });
      worker.say({ type: 'board-parameters', session, parameters, own: {}, older: null });
    },
    answer: async (outcome) => {
      const asked = worker.heard.findLast((message) => 'request' in message);
      switch (asked?.type) {
        case 'push':
        case 'save':
        case 'restart':
          worker.say({ type: 'done', call: asked.type, request: asked.request, result: outcome });
          break;
        default:
          throw new Error('no command was asked');
      }
      await new Promise((resolve) => setTimeout(resolve));
    },
    endStudy: async (result) => {
      const asked = heardOf(worker, 'study').at(-1);
      if (!asked) throw new Error('no study was asked for');
      worker.say({ type: 'done', call: 'study', request: asked.request, result });
      await new Promise((resolve) => setTimeout(resolve));
    },
    sayHealth: (changes) => {
      const { session } = tidemark.board.getState().connection;
      worker.say({ type: 'health', session, health: { ...HEALTHY, ...changes } });
    },
  };
}

/** What the worker says once a second of a board that all is well with. */
export const HEALTHY: Health = {
  samples: 100,
  rateHz: 50,
  lost: 0,
  invalidLines: 0,
  invalidValues: 0,
  otherBoards: 0,
  lineErrors: NO_LINK_ERRORS,
  signalsRefused: false,
  sinceLastSampleMs: 20,
  found: { overMs: 60_000, browser: { outliers: 0, alarms: 0, collective: 0 }, board: null },
  scores: null,
  agreement: null,
  retention: { rawFromMs: null, fits: [] },
  falseAlarms: null,
  skipped: null,
};

/** All is learned, at 50 Hz. */
export const LEARNED: LearningReport = {
  normalSamples: 160,
  normalMs: 3200,
  wide: false,
  sigmaJump: null,
  driftLeft: 0,
  rhythmRunsLeft: 0,
  rhythmSteady: true,
};

export function streaming(session: number): ConnectionMessage {
  return {
    type: 'connection',
    session,
    phase: 'streaming',
    kind: 'tidemark',
    identity: {
      board: 'Raspberry Pi Pico',
      id: 'e66058388345',
      sensor: 'simulated',
      version: '0.1.0',
      floatBits: 32,
      rules: 3,
      can: [...BOARD_ABILITIES],
      most: 64,
      fitsMs: null,
      model: null,
      saved: false,
    },
    fault: null,
    hint: null,
    programEnd: null,
    hasMain: null,
    lostAtMs: null,
    choices: [],
  };
}

/** Of so many events, all kept. */
export const eventCounts = (total: number): EventCounts => ({
  total,
  givenUp: 0,
  judgedBefore: 0,
  alone: 0,
});

export function anEvent(id: number, changes: Partial<AnomalyEvent> = {}): AnomalyEvent {
  const fromMs = Date.UTC(2026, 0, 1, 12, 0, id);
  return {
    id,
    channel: 0,
    fromMs,
    toMs: fromMs + 400,
    outliers: 3,
    peakValue: 4.8123456789,
    peakDeviation: 12.25,
    probability: 0.99812345,
    collective: false,
    cause: 'level',
    judged: null,
    odd: null,
    alone: true,
    by: 'both',
    live: false,
    ...changes,
  };
}

/** Of the default parameters; no GEV yet. */
export function aFit(changes: Partial<FitReport> = {}): FitReport {
  return {
    maxima: [2.1, 2.3, 2.6, 2.9, 3.4],
    needed: 5,
    weibull: { location: 1.68, shape: 1.6, scale: 1.1, r2: 0.97, q: 4.42 },
    gamma: 4,
    delta: 0.94,
    level: 0.94 ** (1 / 8),
    gev: null,
    gevMaxima: [],
    ...changes,
  };
}
