/**
 * The page's side of the analysis worker: typed commands out, messages in. A worker that died fails
 * what was pending; the one after it is told what the page wants. Knows message types only.
 */
import type { Fault } from '../../board/fault.ts';
import type { InstallAction } from '../../board/installer/installPlan.ts';
import type { Injection } from '../../board/micropythonBoard.ts';
import type { Source } from '../../board/source.ts';
import type { Parameters } from '../../detector/parameters.ts';
import { NOT_CONNECTED } from '../messages/connectionState.ts';
import type { AnomalyEvent } from '../messages/findings.ts';
import type { Measurement } from '../messages/historyMessages.ts';
import type { CommandOutcome, ConsolePage, FromWorker } from '../messages/messages.ts';
import type { Label, Study, StudyProgress } from '../messages/studyMessages.ts';
import type { ViewRange } from '../messages/viewMessages.ts';
import { createFileClient, type FileClient } from './fileClient.ts';
import { createInstallCalls, type InstallListener, type RunningInstall } from './installCalls.ts';
import { createQuestions } from './questions.ts';
import { createRecordingWire, type RecordingClient } from './recordingClient.ts';
import { createStudyCalls, type RunningStudy } from './studyCalls.ts';
import { createViewQueue, type ViewReply } from './viewQueue.ts';
import { createWorkerLine, type WorkerLike } from './workerLine.ts';

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
  /** Starts the board's program again, where MicroPython's prompt stands. */
  restartProgram(): void;
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

export function createAnalysisClient(startWorker: () => WorkerLike): AnalysisClient {
  const listeners = new Set<(message: Announcement) => void>();
  const line = createWorkerLine({ startWorker, started, receive, died });
  const unanswered = (fault: Fault) => ({ kind: 'failed', fault }) as const;
  const commands = createQuestions<CommandOutcome>(line, (fault) => ({
    ok: false,
    fault,
    parameter: null,
    words: '',
  }));
  const consoles = createQuestions<ConsoleReply>(line, unanswered);
  const exports = createQuestions<EventsReply>(line, unanswered);
  const measurements = createQuestions<MeasureReply>(line, unanswered);
  const views = createViewQueue((range, widthPx) => {
    const request = line.nextRequest();
    line.post({ type: 'view', request, range, widthPx });
    return request;
  });
  const recordings = createRecordingWire(line);
  const studies = createStudyCalls(line);
  const installs = createInstallCalls(line.post);
  const files = createFileClient((message) => {
    line.post({ type: 'files', message });
    return line.death() === null;
  });
  let session = 0;
  /** The session that the worker is in, as far as its messages have told. */
  let heardSession = 0;
  let judgingWith: Parameters | null = null;
  let labels: readonly Label[] = [];
  let memoryMb: number | null = null;
  let workerHasSerial = true;

  /** What the last worker knew of the page's wishes, the new one is told. */
  function started(): void {
    if (judgingWith) line.post({ type: 'judge-with', parameters: judgingWith });
    if (memoryMb !== null) line.post({ type: 'keep-within', megabytes: memoryMb });
    recordings.restarted();
    if (labels.length > 0) line.post({ type: 'label', labels });
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
        commands.answered(message.request, message.outcome);
        return;
      case 'console':
        consoles.answered(message.request, { kind: 'page', page: message.page });
        return;
      case 'all-events':
        exports.answered(message.request, { kind: 'events', events: message.events });
        return;
      case 'measured':
        measurements.answered(message.request, {
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
      case 'study-done':
        studies.receive(message);
        return;
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

  function died(fault: Fault): void {
    files.died();
    commands.fail(fault);
    consoles.fail(fault);
    exports.fail(fault);
    measurements.fail(fault);
    views.fail(fault);
    recordings.giveUp(fault);
    installs.fail();
    studies.fail();
    announce({ type: 'board-parameters', session, parameters: null });
    announce({ type: 'connection', ...NOT_CONNECTED, session, phase: 'lost', fault });
  }

  line.start();

  return {
    recordings: recordings.client,
    workerHasSerial: () => workerHasSerial,
    open(source, again = false) {
      line.start();
      session += 1;
      const transfer: Transferable[] =
        source.kind === 'streams' ? [source.readable, source.writable] : [];
      line.post({ type: 'open', session, source, ...(again && { again }) }, transfer);
    },
    files,
    close: () => line.post({ type: 'close' }),
    choosePort: (id) => line.post({ type: 'choose-port', id }),
    judgeWith(parameters) {
      judgingWith = parameters;
      line.post({ type: 'judge-with', parameters });
    },
    setLabels(next) {
      labels = next;
      line.post({ type: 'label', labels });
    },
    study: studies.start,
    install(action, mayInterrupt, listener) {
      const request = line.nextRequest();
      const running = installs.start(request, action, mayInterrupt, listener);
      if (line.death()) installs.fail();
      return running;
    },
    push: (changes) => commands.ask((request) => ({ type: 'push', request, changes })),
    save: () => commands.ask((request) => ({ type: 'save', request })),
    restart: () => commands.ask((request) => ({ type: 'restart', request })),
    sendLine: (text) => line.post({ type: 'send-line', text }),
    restartProgram: () => line.post({ type: 'restart-program' }),
    inject: (injection) => line.post({ type: 'inject', injection }),
    pullPlug: () => line.post({ type: 'pull-plug' }),
    view(range, widthPx) {
      const fault = line.death();
      return fault ? Promise.resolve(unanswered(fault)) : views.ask(range, widthPx);
    },
    keepWithin(megabytes) {
      memoryMb = megabytes;
      line.post({ type: 'keep-within', megabytes });
    },
    measure: (fromMs, toMs) =>
      measurements.ask((request) => ({ type: 'measure', request, fromMs, toMs })),
    consolePage: (after) => consoles.ask((request) => ({ type: 'console', request, after })),
    allEvents: () => exports.ask((request) => ({ type: 'all-events', request })),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
