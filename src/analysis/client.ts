/**
 * The page's side of the analysis worker: typed commands out, messages in. Owns the worker's life:
 * a worker that died fails what was pending and is started again. Knows message types only.
 */
import type { Fault } from '../board/fault.ts';
import type { InstallAction } from '../board/installPlan.ts';
import type { Injection } from '../board/micropythonBoard.ts';
import type { Source } from '../board/source.ts';
import type { Parameters } from '../detector/parameters.ts';
import { NOT_CONNECTED } from './connectionState.ts';
import { createFileClient, type FileClient } from './fileClient.ts';
import type { Measurement } from './historyMessages.ts';
import { createInstallCalls, type InstallListener, type RunningInstall } from './installCalls.ts';
import type {
  AnomalyEvent,
  CommandOutcome,
  ConsolePage,
  FromWorker,
  ToWorker,
  ViewRange,
} from './messages.ts';
import { createRecordingWire, type RecordingClient } from './recordingClient.ts';
import type { Label, Study, StudyProgress, StudyResult } from './studyMessages.ts';
import { createViewQueue, type ViewReply } from './viewQueue.ts';

/** What the client needs of a `Worker`. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

export type ConsoleReply =
  | { readonly kind: 'page'; readonly page: ConsolePage }
  | { readonly kind: 'failed'; readonly fault: Fault };

export type MeasureReply =
  | { readonly kind: 'measurement'; readonly measurement: Measurement }
  | { readonly kind: 'failed'; readonly fault: Fault };

export type EventsReply =
  | { readonly kind: 'events'; readonly events: readonly AnomalyEvent[] }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** What subscribers hear: everything that is not the answer to one question. */
export type Announcement = Exclude<
  FromWorker,
  {
    type:
      | 'ready'
      | 'command-done'
      | 'view'
      | 'console'
      | 'all-events'
      | 'measured'
      | 'shelf'
      | 'files'
      | 'study-progress'
      | 'study-done'
      | 'install-plan'
      | 'install-progress'
      | 'install-done';
  }
>;

export interface RunningStudy {
  /** Also of a cancelled one. Never rejects: a worker that dies ends it as cancelled. */
  readonly result: Promise<StudyResult>;
  cancel(): void;
}

export interface AnalysisClient {
  readonly recordings: RecordingClient;
  /** Whether the worker can open serial ports itself; true until it has said otherwise. */
  workerHasSerial(): boolean;
  /**
   * Opens a source, in a session of its own; what the session before still says is dropped.
   * `again`: it is the board that went away, found by the page.
   */
  open(source: Source, again?: boolean): void;
  readonly files: FileClient;
  close(): void;
  /** Which of the offered ports is the board that went away. */
  choosePort(id: number): void;
  judgeWith(parameters: Parameters): void;
  /** All labels of the person. */
  setLabels(labels: readonly Label[]): void;
  study(study: Study, onProgress: (progress: StudyProgress) => void): RunningStudy;
  /** Looks at the board; what is planned is done once it is confirmed. */
  install(action: InstallAction, mayInterrupt: boolean, listener: InstallListener): RunningInstall;
  push(changes: Partial<Parameters>): Promise<CommandOutcome>;
  save(): Promise<CommandOutcome>;
  restart(): Promise<CommandOutcome>;
  sendLine(text: string): void;
  inject(injection: Injection): void;
  pullPlug(): void;
  /** One request is in flight; of those made meanwhile the newest is asked next. Never rejects. */
  view(range: ViewRange, widthPx: number): Promise<ViewReply>;
  /** Memory for the history of a session, MB. */
  keepWithin(megabytes: number): void;
  /** Statistics of a stretch of time. Never rejects. */
  measure(fromMs: number, toMs: number): Promise<MeasureReply>;
  /** Console lines after a cursor (0 = from the start). Never rejects. */
  consolePage(after: number): Promise<ConsoleReply>;
  /** Every event of the recording. Never rejects. */
  allEvents(): Promise<EventsReply>;
  subscribe(listener: (message: Announcement) => void): () => void;
}

interface AskedStudy {
  readonly onProgress: (progress: StudyProgress) => void;
  readonly settle: (result: StudyResult) => void;
}

interface RunningWorker {
  readonly worker: WorkerLike;
  hasSpoken: boolean;
}

export function createAnalysisClient(startWorker: () => WorkerLike): AnalysisClient {
  const listeners = new Set<(message: Announcement) => void>();
  const commands = new Map<number, (outcome: CommandOutcome) => void>();
  const consoles = new Map<number, (reply: ConsoleReply) => void>();
  const exports = new Map<number, (reply: EventsReply) => void>();
  const measurements = new Map<number, (reply: MeasureReply) => void>();
  const studies = new Map<number, AskedStudy>();
  const installs = createInstallCalls((message) => post(message));
  let lastRequest = 0;
  let session = 0;
  /** The session that the worker is in, as far as its messages have told. */
  let heardSession = 0;
  let judgingWith: Parameters | null = null;
  let labels: readonly Label[] = [];
  let memoryMb: number | null = null;
  let workerHasSerial = true;
  let running: RunningWorker | null = null;
  const recordings = createRecordingWire(
    (message) => {
      post(message);
      return running !== null;
    },
    () => {
      lastRequest += 1;
      return lastRequest;
    },
  );
  /** Why there is no worker, while there is none. */
  let death: Fault = { code: 'worker-died', detail: '' };

  const files = createFileClient((message) => {
    post({ type: 'files', message });
    return running !== null;
  });

  function start(): RunningWorker {
    const mine: RunningWorker = { worker: startWorker(), hasSpoken: false };
    running = mine;
    mine.worker.addEventListener('message', (event) => {
      if (running !== mine) return;
      mine.hasSpoken = true;
      receive(event.data);
    });
    mine.worker.addEventListener('error', (event) => {
      if (running === mine) bury(mine, describe(event));
    });
    mine.worker.addEventListener('messageerror', () => {
      if (running === mine) bury(mine, 'a message could not be read');
    });
    if (judgingWith) mine.worker.postMessage({ type: 'judge-with', parameters: judgingWith }, []);
    if (memoryMb !== null) {
      mine.worker.postMessage({ type: 'keep-within', megabytes: memoryMb }, []);
    }
    recordings.restarted();
    if (labels.length > 0) mine.worker.postMessage({ type: 'label', labels }, []);
    return mine;
  }

  function post(message: ToWorker, transfer: Transferable[] = []): void {
    running?.worker.postMessage(message, transfer);
  }

  function announce(message: Announcement): void {
    for (const listener of [...listeners]) listener(message);
  }

  function receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        workerHasSerial = message.hasSerial;
        return;
      case 'command-done':
        settleOnce(commands, message.request, message.outcome);
        return;
      case 'console':
        settleOnce(consoles, message.request, { kind: 'page', page: message.page });
        return;
      case 'all-events':
        settleOnce(exports, message.request, { kind: 'events', events: message.events });
        return;
      case 'measured':
        settleOnce(measurements, message.request, {
          kind: 'measurement',
          measurement: message.measurement,
        });
        return;
      case 'shelf':
        recordings.answered(message.request, message.answer);
        return;
      case 'files':
        files.receive(message.message);
        return;
      case 'study-progress':
        studies.get(message.request)?.onProgress(message.progress);
        return;
      case 'study-done': {
        const done = studies.get(message.request);
        studies.delete(message.request);
        done?.settle(message.result);
        return;
      }
      case 'install-plan':
      case 'install-progress':
      case 'install-done':
        installs.receive(message);
        return;
      case 'view':
        views.answered(message.request, message.view);
        return;
      case 'connection':
      case 'channels':
      case 'board-parameters':
      case 'health':
      case 'replay':
        heardSession = message.session;
        if (message.session === session) announce(message);
        return;
      case 'fit':
      case 'events':
        // Messages come in order: these belong to the session that was heard of last.
        if (heardSession === session) announce(message);
        return;
      case 'judging-with':
      case 'recording':
        announce(message);
        return;
      default:
        message satisfies never;
    }
  }

  function bury(dead: RunningWorker, detail: string): void {
    running = null;
    dead.worker.terminate();
    const fault: Fault = { code: 'worker-died', detail };
    death = fault;
    const failedCommands = [...commands.values()];
    const failedQuestions = [...consoles.values(), ...exports.values(), ...measurements.values()];
    const endedStudies = [...studies.values()];
    commands.clear();
    consoles.clear();
    exports.clear();
    measurements.clear();
    studies.clear();
    files.died();
    for (const settle of failedCommands) settle(failure(fault));
    for (const settle of failedQuestions) settle({ kind: 'failed', fault });
    views.fail(fault);
    recordings.giveUp(detail);
    installs.fail();
    for (const { settle } of endedStudies) settle({ kind: 'cancelled' });
    announce({ type: 'board-parameters', session, parameters: null });
    announce({ type: 'connection', ...NOT_CONNECTED, session, phase: 'lost', fault });
    // One that died before it said a word would die again at once: wait until it is needed.
    if (dead.hasSpoken) start();
  }

  function command(build: (request: number) => ToWorker): Promise<CommandOutcome> {
    if (!running) return Promise.resolve(failure(death));
    lastRequest += 1;
    const request = lastRequest;
    return new Promise((settle) => {
      commands.set(request, settle);
      post(build(request));
    });
  }

  const views = createViewQueue((range, widthPx) => {
    lastRequest += 1;
    post({ type: 'view', request: lastRequest, range, widthPx });
    return lastRequest;
  });

  start();

  return {
    recordings: recordings.client,
    workerHasSerial: () => workerHasSerial,
    open(source, again = false) {
      if (!running) start();
      session += 1;
      const transfer: Transferable[] =
        source.kind === 'streams' ? [source.readable, source.writable] : [];
      post({ type: 'open', session, source, ...(again && { again }) }, transfer);
    },
    files,
    close: () => post({ type: 'close' }),
    choosePort: (id) => post({ type: 'choose-port', id }),
    judgeWith(parameters) {
      judgingWith = parameters;
      post({ type: 'judge-with', parameters });
    },
    setLabels(next) {
      labels = next;
      post({ type: 'label', labels });
    },
    study(study, onProgress) {
      if (!running) {
        return { result: Promise.resolve({ kind: 'cancelled' }), cancel: () => undefined };
      }
      lastRequest += 1;
      const request = lastRequest;
      const result = new Promise<StudyResult>((settle) => {
        studies.set(request, { onProgress, settle });
      });
      post({ type: 'study', request, study });
      return {
        result,
        cancel: () => {
          if (studies.has(request)) post({ type: 'cancel-study', request });
        },
      };
    },
    install(action, mayInterrupt, listener) {
      lastRequest += 1;
      const started = installs.start(lastRequest, action, mayInterrupt, listener);
      if (!running) installs.fail();
      return started;
    },
    push: (changes) => command((request) => ({ type: 'push', request, changes })),
    save: () => command((request) => ({ type: 'save', request })),
    restart: () => command((request) => ({ type: 'restart', request })),
    sendLine: (text) => post({ type: 'send-line', text }),
    inject: (injection) => post({ type: 'inject', injection }),
    pullPlug: () => post({ type: 'pull-plug' }),
    view(range, widthPx) {
      if (!running) return Promise.resolve({ kind: 'failed', fault: death });
      return views.ask(range, widthPx);
    },
    keepWithin(megabytes) {
      memoryMb = megabytes;
      post({ type: 'keep-within', megabytes });
    },
    measure(fromMs, toMs) {
      if (!running) return Promise.resolve({ kind: 'failed', fault: death });
      lastRequest += 1;
      const request = lastRequest;
      return new Promise((settle) => {
        measurements.set(request, settle);
        post({ type: 'measure', request, fromMs, toMs });
      });
    },
    consolePage(after) {
      if (!running) return Promise.resolve({ kind: 'failed', fault: death });
      lastRequest += 1;
      const request = lastRequest;
      return new Promise((settle) => {
        consoles.set(request, settle);
        post({ type: 'console', request, after });
      });
    },
    allEvents() {
      if (!running) return Promise.resolve({ kind: 'failed', fault: death });
      lastRequest += 1;
      const request = lastRequest;
      return new Promise((settle) => {
        exports.set(request, settle);
        post({ type: 'all-events', request });
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function settleOnce<Answer>(
  pending: Map<number, (answer: Answer) => void>,
  request: number,
  answer: Answer,
): void {
  const settle = pending.get(request);
  pending.delete(request);
  settle?.(answer);
}

function failure(fault: Fault): CommandOutcome {
  return { ok: false, fault, parameter: null, words: '' };
}

function describe(event: Event): string {
  return 'message' in event && typeof event.message === 'string' ? event.message : '';
}
