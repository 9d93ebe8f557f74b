/**
 * The page's side of the analysis worker: typed commands out, messages in. A worker that died fails
 * what was pending; the one after it is told what the page wants. Knows message types only.
 */
import type { AlarmAct } from '../../alarms/act.ts';
import type { Fault } from '../../board/fault.ts';
import type { InstallAction } from '../../board/installer/installPlan.ts';
import type { Source } from '../../board/source.ts';
import type { Injection } from '../../board/virtualMachines.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { CommandOutcome } from '../messages/calls.ts';
import { NOT_CONNECTED } from '../messages/connectionState.ts';
import type { JudgingSettings, OwnChanges } from '../messages/judgingMessages.ts';
import type { FromWorker, News } from '../messages/messages.ts';
import type { ModelProgress } from '../messages/modelMessages.ts';
import type { Label, Study, StudyProgress } from '../messages/studyMessages.ts';
import type { Pointed, ViewRange } from '../messages/viewMessages.ts';
import { createFileCalls, type FileCalls } from './fileCalls.ts';
import { type InstallListener, type RunningInstall, startInstall } from './installCalls.ts';
import { type CallEnd, createOpenCalls, type OpenCall } from './openCalls.ts';
import { createRecordingCalls, type RecordingCalls } from './recordingCalls.ts';
import { type RunningStudy, startStudy } from './studyCalls.ts';
import { createViewCalls, type ViewReply } from './viewCalls.ts';
import { createWorkerLine, type WorkerLike } from './workerLine.ts';

/** What subscribers hear. */
export type Announcement = Exclude<News, { type: 'ready' }>;

export interface HowToOpen {
  /** It is the board that went away, found by the page. */
  readonly again?: boolean;
  /** What holds the port now will soon let it go. */
  readonly patient?: boolean;
  /** The stored session in which it goes on, if it is that board's. */
  readonly recordInto?: string;
}

export interface AnalysisClient {
  readonly recordings: RecordingCalls;
  /** Whether the worker can open serial ports itself; true until it has said otherwise. */
  workerHasSerial(): boolean;
  /**
   * Opens a source, in a session of its own; what the session before still says is dropped.
   */
  open(source: Source, how?: HowToOpen): void;
  /** The worker has said what it can. */
  ready(): Promise<void>;
  /** Why there is no worker; null while there is one. */
  death(): Fault | null;
  readonly files: FileCalls;
  close(): void;
  /** Which of the offered ports is the board that went away. */
  choosePort(id: number): void;
  /** What is not named is as it was. */
  judgeWith(parameters: Parameters, more?: Partial<JudgingSettings>): void;
  /** All labels of the person. */
  setLabels(labels: readonly Label[]): void;
  /** The model by which events are named: the text of its file; null: none. */
  useModel(model: string | null): void;
  /** What the person has done about alarms, for the recording. */
  alarmActs(acts: readonly AlarmAct[]): void;
  study(study: Study, onProgress: (progress: StudyProgress) => void): RunningStudy;
  /** Looks at the board; what is planned is done once it is confirmed. */
  install(action: InstallAction, mayInterrupt: boolean, listener: InstallListener): RunningInstall;
  push(changes: Partial<Parameters>): Promise<CommandOutcome>;
  /** For one channel of the board. */
  pushOwn(channel: number, changes: OwnChanges): Promise<CommandOutcome>;
  /** How an alarm came about. Never rejects. */
  why(event: number): Promise<CallEnd<'why'>>;
  /** Events that may be given the name of one. Never rejects. */
  alike(event: number): Promise<CallEnd<'alike'>>;
  /** What is usual over one cycle of a channel. Never rejects. */
  season(channel: number): Promise<CallEnd<'season'>>;
  /** Sends a model's file to the board, in pieces; null takes the one on it off. Never rejects. */
  pushModel(
    file: string | null,
    onProgress: (progress: ModelProgress) => void,
  ): Pick<OpenCall<'model'>, 'end' | 'cancel'>;
  save(): Promise<CommandOutcome>;
  restart(): Promise<CommandOutcome>;
  sendLine(text: string): void;
  /** Starts the board's program again, where MicroPython's prompt stands. */
  restartProgram(): void;
  forgetChannels(): void;
  inject(injection: Injection): void;
  pullPlug(): void;
  /** One request is in flight; of those made meanwhile the newest is asked next. Never rejects. */
  view(range: ViewRange, widthPx: number, pointed?: Pointed | null): Promise<ViewReply>;
  /** Memory for the history of a session, MB. */
  keepWithin(megabytes: number): void;
  /** Statistics of a stretch of time. Never rejects. */
  measure(fromMs: number, toMs: number): Promise<CallEnd<'measure'>>;
  /** Console lines after a cursor (0 = from the start). Never rejects. */
  consolePage(after: number): Promise<CallEnd<'console'>>;
  subscribe(listener: (message: Announcement) => void): () => void;
}

export function createAnalysisClient(startWorker: () => WorkerLike): AnalysisClient {
  const listeners = new Set<(message: Announcement) => void>();
  const line = createWorkerLine({ startWorker, started, receive, died });
  const calls = createOpenCalls(line);
  const view = createViewCalls(calls);
  const recordings = createRecordingCalls(line, calls);
  let session = 0;
  /** The session that the worker is in, as far as its messages have told. */
  let heardSession = 0;
  let judgingWith: (Partial<JudgingSettings> & Pick<JudgingSettings, 'parameters'>) | null = null;
  let labels: readonly Label[] = [];
  let model: string | null = null;
  let memoryMb: number | null = null;
  let workerHasSerial = true;
  let hasSpoken: () => void = () => undefined;
  const spoken = new Promise<void>((resolve) => {
    hasSpoken = resolve;
  });

  /** What the last worker knew of the page's wishes, the new one is told. */
  function started(): void {
    if (judgingWith) line.post({ type: 'judge-with', ...judgingWith });
    if (memoryMb !== null) line.post({ type: 'keep-within', megabytes: memoryMb });
    recordings.restarted();
    if (labels.length > 0) line.post({ type: 'label', labels });
    if (model !== null) line.post({ type: 'use-model', model });
  }

  function announce(message: Announcement): void {
    for (const listener of [...listeners]) listener(message);
  }

  async function command<Name extends 'push' | 'save' | 'restart'>(
    call: OpenCall<Name>,
  ): Promise<CommandOutcome> {
    const end = await call.end;
    if (end.kind === 'done') return end.result;
    return { ok: false, fault: end.fault, parameter: null, words: '' };
  }

  function receive(message: FromWorker): void {
    if ('request' in message) calls.answered(message);
    else hear(message);
  }

  function hear(message: News): void {
    switch (message.type) {
      case 'ready':
        workerHasSerial = message.hasSerial;
        hasSpoken();
        return;
      case 'connection':
      case 'channels':
      case 'board-parameters':
      case 'health':
      case 'sketch':
      case 'replay':
        heardSession = message.session;
        if (message.session === session) announce(message);
        return;
      case 'fit':
      case 'events':
      case 'board-names':
        // Messages come in order: these belong to the session that was heard of last.
        if (heardSession === session) announce(message);
        return;
      case 'event-names':
      case 'judging-with':
      case 'recording':
        announce(message);
        return;
      default:
        message satisfies never;
    }
  }

  function died(fault: Fault): void {
    calls.fail(fault);
    announce({ type: 'board-parameters', session, parameters: null, own: {}, older: null });
    announce({ type: 'connection', ...NOT_CONNECTED, session, phase: 'lost', fault });
  }

  line.start();

  return {
    recordings: recordings.calls,
    workerHasSerial: () => workerHasSerial,
    open(source, how = {}) {
      line.start();
      session += 1;
      const transfer: Transferable[] =
        source.kind === 'streams' ? [source.readable, source.writable] : [];
      line.post({ type: 'open', session, source, ...how }, transfer);
    },
    ready: () => spoken,
    death: line.death,
    files: createFileCalls(calls),
    close: () => line.post({ type: 'close' }),
    choosePort: (id) => line.post({ type: 'choose-port', id }),
    judgeWith(parameters, more = {}) {
      judgingWith = { ...judgingWith, ...more, parameters };
      line.post({ type: 'judge-with', ...judgingWith });
    },
    setLabels(next) {
      labels = next;
      line.post({ type: 'label', labels });
    },
    useModel(next) {
      model = next;
      line.post({ type: 'use-model', model });
    },
    alarmActs: (acts) => line.post({ type: 'alarm-acts', acts }),
    study: (study, onProgress) => startStudy(calls, study, onProgress),
    install: (action, mayInterrupt, listener) =>
      startInstall(calls, action, mayInterrupt, listener),
    push: (changes) => command(calls.ask('push', { changes })),
    pushOwn: (channel, changes) => command(calls.ask('push', { channel, changes })),
    why: (event) => calls.ask('why', { event }).end,
    alike: (event) => calls.ask('alike', { event }).end,
    season: (channel) => calls.ask('season', { channel }).end,
    pushModel: (file, onProgress) => calls.ask('model', { file }, onProgress),
    save: () => command(calls.ask('save', {})),
    restart: () => command(calls.ask('restart', {})),
    sendLine: (text) => line.post({ type: 'send-line', text }),
    restartProgram: () => line.post({ type: 'restart-program' }),
    forgetChannels: () => line.post({ type: 'forget-channels' }),
    inject: (injection) => line.post({ type: 'inject', injection }),
    pullPlug: () => line.post({ type: 'pull-plug' }),
    view,
    keepWithin(megabytes) {
      memoryMb = megabytes;
      line.post({ type: 'keep-within', megabytes });
    },
    measure: (fromMs, toMs) => calls.ask('measure', { fromMs, toMs }).end,
    consolePage: (after) => calls.ask('console', { after }).end,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
