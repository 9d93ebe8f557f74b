/**
 * The analysis as a plain object: messages in, messages out, time and links given to it. The worker
 * file only wires it to a real worker; tests drive it without one. Longer than other files: the parts are
 * made here, and each message has its one line.
 */
import type { Parameters } from '../detector/parameters.ts';
import type { SampleSink } from '../protocol/sampleSink.ts';
import { createCommandRequests } from './connection/commandRequests.ts';
import { createConsoleLog } from './connection/consoleLog.ts';
import { createBoardConnection } from './connection/createBoardConnection.ts';
import { createInstallations, type InstallSurroundings } from './connection/installations.ts';
import { createLendableLinks } from './connection/lendableLinks.ts';
import type { Links } from './connection/links.ts';
import { createModelTransfers } from './connection/modelTransfer.ts';
import { createFileCalls, type ZoneMinutesOn } from './files/fileCalls.ts';
import { createCurrentSignal } from './judging/currentSignal.ts';
import type { JudgingSettings } from './messages/judgingMessages.ts';
import type { FromWorker, ToWorker } from './messages/messages.ts';
import type { Label } from './messages/studyMessages.ts';
import { createEventNaming } from './naming/eventNaming.ts';
import { createRejudging } from './reporting/rejudging.ts';
import { createReports } from './reporting/reports.ts';
import { createRecordings } from './sessions/recordings.ts';
import type { SessionFolder } from './sessions/sessionFolder.ts';
import { createSignalQuestions } from './signalQuestions.ts';
import { createStudyCalls } from './studies/studyCalls.ts';

/** How often the worker must call `tick`. */
export const TICK_MS = 100;

export interface EngineSurroundings {
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  readonly links: Links;
  /** Where sessions are recorded. */
  readonly folder: SessionFolder;
  /** Wall clock, ms since the epoch, never backwards. */
  readonly nowMs: () => number;
  /** What this computer's clock is ahead of UTC on a day; see `createFileCalls`. */
  readonly zoneMinutesOn: ZoneMinutesOn;
  /** Runs `task` after other messages had their turn. */
  readonly later: (task: () => void) => void;
  /** Where command ids start; see `createPendingCommands`. */
  readonly firstCommandId: number;
  readonly installing: InstallSurroundings;
}

export interface Engine {
  receive(message: ToWorker): void;
  tick(): void;
}

export function createEngine(around: EngineSurroundings): Engine {
  const { nowMs, later, folder } = around;
  let labels: readonly Label[] = [];

  const post = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
    around.post(message, transfer);

  // What is made of samples, and what is told of it.
  const signal = createCurrentSignal();
  const consoleLog = createConsoleLog();
  const reports = createReports({ post, signal: signal.get, labels: () => labels, nowMs });
  const recordings = createRecordings({
    folder,
    nowMs,
    post,
    counts() {
      const of = signal.get();
      const { samples, lost } = of?.counts() ?? { samples: 0, lost: 0 };
      return { of, samples, lost, anomalies: of?.judging.events.counts().total ?? 0 };
    },
  });
  const rejudging = createRejudging({
    nowMs,
    later,
    signal,
    reports,
    changed(settings) {
      recordings.judgingWith(settings.parameters);
      post({ type: 'judging-with', ...settings });
    },
  });
  recordings.judgingWith(signal.settingsInForce().parameters);

  /** Samples are those of this board and its channels from here on. */
  function begun(): void {
    const its = signal.get();
    if (!its) return;
    recordings.into(its);
    reports.begun(its);
  }

  let boardParameters: Parameters | null = null;

  function tellBoardParameters(parameters: Parameters): void {
    boardParameters = parameters;
    reports.boardParameters(parameters, signal.get() ?? undefined);
  }

  /** The way of a sample: straight into the signal; only what others must hear, too, stands here. */
  const sink: SampleSink = {
    ...signal,
    greeted(hello, started) {
      recordings.greeted(hello);
      signal.greeted(hello, started);
      begun();
    },
    channels(channels) {
      const before = signal.get();
      signal.channels(channels);
      if (signal.get() === before) reports.grown();
      else begun();
    },
    channelsForgotten() {
      signal.channelsForgotten();
      recordings.channelsForgotten();
      reports.ended();
    },
    boardParameters(read) {
      signal.boardParameters(read);
      recordings.boardParameters(read.parameters);
      commands.boardSays(read.parameters);
      tellBoardParameters(read.parameters);
    },
    ownParameters(channel, own) {
      signal.ownParameters(channel, own);
      recordings.ownParameters(channel, own);
      commands.ownSays(channel, own);
      if (boardParameters) tellBoardParameters(boardParameters);
    },
  };

  // Where samples come from.
  const lendable = createLendableLinks(around.links);
  const connection = createBoardConnection({
    links: lendable.links,
    nowMs,
    firstCommandId: around.firstCommandId,
    sink,
    listener: {
      changed(now) {
        consoleLog.speaks(now.state().kind);
        recordings.connected(now);
        reports.connected(now);
      },
      parametersUnknown: () => reports.boardParameters(null),
      unheard: recordings.unheard,
      interrupted: recordings.interrupted,
      programEnded: recordings.programEnded,
      received(bytes, arrivalMs) {
        consoleLog.received(bytes);
        recordings.received(bytes, arrivalMs);
      },
      sent(text) {
        consoleLog.sent(text);
        recordings.sent(text);
      },
      note: recordings.replayed,
    },
  });

  // What the person asks for.
  const installs = createInstallations(around.installing, lendable, connection, post);
  const commands = createCommandRequests({
    connection,
    restartHere() {
      signal.restart();
      recordings.restarted();
    },
    post,
  });
  const models = createModelTransfers({ connection, post });
  const studies = createStudyCalls({
    nowMs,
    later,
    signal: signal.get,
    labels: () => labels,
    settings: signal.settingsInForce,
    progress: (request, progress) => post({ type: 'progress', call: 'study', request, progress }),
    done: (request, result) => post({ type: 'done', call: 'study', request, result }),
  });
  const questions = createSignalQuestions({ signal: signal.get, labels: () => labels, post });
  const naming = createEventNaming(signal.get, (names) => post({ type: 'event-names', ...names }));
  const files = createFileCalls({
    nowMs,
    later,
    zoneMinutesOn: around.zoneMinutesOn,
    post,
    signal: signal.get,
    settings: signal.settingsInForce,
    labels: () => labels,
    recorded: recordings.wholeFile,
  });

  return {
    receive(message) {
      switch (message.type) {
        case 'open':
          recordings.opening(message.source, message.recordInto ?? null);
          signal.comesFrom(message.source.kind === 'replay' ? message.session : null);
          void connection.open(message.session, message.source, {
            again: message.again ?? false,
            patient: message.patient ?? false,
          });
          return;
        case 'choose-port':
          connection.choose(message.id);
          return;
        case 'close':
          void connection.close();
          return;
        case 'judge-with':
          // What is not named stays as it is.
          rejudging.judgeWith(settingsOf(message, signal.settingsInForce()));
          return;
        case 'push':
        case 'save':
        case 'restart':
          commands.receive(message);
          return;
        case 'model':
          models.start(message);
          return;
        case 'send-line':
          connection.sendLine(message.text);
          return;
        case 'restart-program':
          connection.restartProgram();
          return;
        case 'forget-channels':
          connection.forgetChannels();
          return;
        case 'inject':
          connection.inject(message.injection);
          return;
        case 'pull-plug':
          connection.pullPlug();
          return;
        case 'view':
          rejudging.view(message);
          return;
        case 'console': {
          const { request, after } = message;
          post({ type: 'done', call: 'console', request, result: consoleLog.page(after) });
          return;
        }
        case 'keep-within':
          signal.keepWithin(message.megabytes);
          if (signal.get()) reports.health();
          return;
        case 'measure':
        case 'why':
        case 'alike':
        case 'season':
          questions.answer(message);
          return;
        case 'label':
          labels = message.labels;
          recordings.labelled(labels);
          reports.health();
          return;
        case 'use-model':
          naming.use(message.model);
          naming.tick();
          return;
        case 'alarm-acts':
          recordings.acted(message.acts);
          return;
        case 'study':
          studies.start(message.request, message.study);
          return;
        case 'look':
        case 'convert':
        case 'export-samples':
        case 'export-events':
          files.receive(message);
          return;
        case 'install':
          installs.start(message);
          return;
        case 'go-on':
          installs.confirm(message.request);
          files.goOn(message.request);
          return;
        case 'cancel':
          installs.cancel(message.request);
          studies.cancel(message.request);
          files.cancel(message.request);
          models.cancel(message.request);
          return;
        case 'record':
        case 'stored-recordings':
        case 'replay':
          recordings.receive(message);
          return;
        default:
          message satisfies never;
      }
    },
    tick() {
      connection.tick();
      recordings.tick();
      rejudging.tick();
      naming.tick();
      reports.news();
      if (connection.state().phase !== 'idle') reports.healthInTime();
    },
  };
}

/** The settings that a message asks for. */
function settingsOf(
  { parameters, own, together, onlyWhenTwoAgree }: Extract<ToWorker, { type: 'judge-with' }>,
  before: JudgingSettings,
): JudgingSettings {
  return {
    parameters,
    own: own ?? before.own,
    together: together ?? before.together,
    onlyWhenTwoAgree: onlyWhenTwoAgree ?? before.onlyWhenTwoAgree,
  };
}
