/**
 * The analysis as a plain object: messages in, messages out, time and links given to it. The worker
 * file only wires it to a real worker; tests drive it without one.
 */
import type { Parameters } from '../detector/parameters.ts';
import { createBoardCommands } from './connection/boardCommands.ts';
import { createBoardConnection } from './connection/boardConnection.ts';
import { createConsoleLines } from './connection/consoleLines.ts';
import { createInstallDesk, type InstallSurroundings } from './connection/installDesk.ts';
import type { Links } from './connection/links.ts';
import { createFileDesk } from './files/fileDesk.ts';
import { createCurrentRecording } from './judging/currentRecording.ts';
import type { Recording } from './judging/recording.ts';
import { createRejudging } from './judging/rejudging.ts';
import type { Channel } from './messages/findings.ts';
import type { FromWorker, ToWorker } from './messages/messages.ts';
import type { Label } from './messages/studyMessages.ts';
import type { ViewRequest } from './messages/viewMessages.ts';
import { measure } from './reporting/measure.ts';
import { createReports } from './reporting/reports.ts';
import { buffersOf, emptyView, viewOf } from './reporting/view.ts';
import { createRecordingDesk } from './sessions/recordingDesk.ts';
import type { SessionFolder } from './sessions/sessionFolder.ts';
import { createStudyDesk } from './studies/studyDesk.ts';

/** How often the worker must call `tick`. */
export const TICK_MS = 100;

export interface EngineSurroundings {
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  readonly links: Links;
  /** Where sessions are recorded. */
  readonly folder: SessionFolder;
  /** Wall clock, ms since the epoch, never backwards. */
  readonly nowMs: () => number;
  /** Runs `task` after other messages had their turn. */
  readonly later: (task: () => void) => void;
  /** Where command ids start; see `createCommandDesk`. */
  readonly firstCommandId: number;
  readonly installing: InstallSurroundings;
}

export interface Engine {
  receive(message: ToWorker): void;
  tick(): void;
}

export function createEngine(around: EngineSurroundings): Engine {
  const { nowMs, later } = around;
  const consoleLines = createConsoleLines();
  let invalidLines = 0;
  let labels: readonly Label[] = [];

  const post = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
    around.post(message, transfer);

  const current = createCurrentRecording(() => rejudging.parameters());
  const recording = current.get;
  const reports = createReports({
    post,
    connection: () => connection,
    recording,
    labels: () => labels,
    invalidLines: () => invalidLines,
    nowMs,
  });
  const rejudging = createRejudging({
    nowMs,
    later,
    recording,
    reports,
    changed(parameters) {
      recordings.judgingWith(parameters);
      post({ type: 'judging-with', parameters });
    },
    postView,
  });
  const installs = createInstallDesk(around.installing, post, (isLent) => connection.lend(isLent));

  const connection = createBoardConnection({
    ...around,
    links: installs.lendable(around.links),
    listener: {
      changed(state) {
        if (state.phase === 'opening') invalidLines = 0;
        if (state.phase === 'streaming') recordings.identified(state.kind);
        if (state.phase === 'idle') recordings.closed();
        post({ type: 'connection', ...state });
        reports.health();
      },
      greeted(hello, started) {
        installs.greeted();
        recordings.greeted(hello);
        const its = useRecording(hello.channels, hello.id);
        its.setSinglePrecision(hello.float === 32);
        if (started) its.started();
      },
      foreignChannels(names) {
        useRecording(
          names.map((name) => ({ name, unit: '' })),
          'foreign',
        );
      },
      interrupted() {
        recording()?.interrupted();
        recordings.interrupted();
      },
      programEnded() {
        recording()?.interrupted();
        recordings.programEnded();
      },
      sample: (seq, boardMs, arrivalMs, values) =>
        recording()?.sample(seq, boardMs, arrivalMs, values),
      foreignSample: (arrivalMs, values) => recording()?.foreignSample(arrivalMs, values),
      verdict: (verdict) => recording()?.verdict(verdict),
      parameters(read) {
        recording()?.boardParameters(read);
        recordings.boardParameters(read);
        postBoardParameters(read);
      },
      parametersUnknown: () => postBoardParameters(null),
      invalidLine() {
        invalidLines += 1;
      },
      received(bytes, arrivalMs) {
        consoleLines.received(bytes, connection.state().kind);
        recordings.received(bytes, arrivalMs);
      },
      hostLine(line) {
        if (line.type === 'break') recording()?.interrupted();
        if (line.type === 'restart') recording()?.restart();
        recordings.replayed(line);
      },
      sent(text) {
        consoleLines.sent(text);
        recordings.sent(text);
      },
    },
  });

  const recordings = createRecordingDesk({
    ...around,
    post,
    counts: () => ({
      of: recording(),
      ...(recording()?.counts() ?? { samples: 0, lost: 0 }),
      anomalies: recording()?.judging.events.counts().total ?? 0,
    }),
    player: connection.player,
    session: () => connection.state().session,
  });

  recordings.judgingWith(rejudging.parameters());

  function postBoardParameters(of: Parameters | null): void {
    post({ type: 'board-parameters', session: connection.state().session, parameters: of });
  }

  /** Samples are those of this board and its channels from here on. */
  function useRecording(channels: readonly Channel[], id: string): Recording {
    const { session } = connection.state();
    const used = current.use(channels, id, connection.player() ? session : null);
    recordings.into(used);
    // The page may have cleared its lists for this board; what is still known goes there again.
    reports.forgetFits();
    post({ type: 'channels', session, channels });
    reports.allEvents(used);
    return used;
  }

  const studies = createStudyDesk({
    nowMs,
    later,
    recording,
    labels: () => labels,
    parameters: rejudging.parameters,
    progress: (request, progress) => post({ type: 'study-progress', request, progress }),
    done: (request, result) => post({ type: 'study-done', request, result }),
  });

  const files = createFileDesk({
    nowMs,
    post: (message, transfer) => post({ type: 'files', message }, transfer),
    recording,
    parameters: rejudging.parameters,
    recorded: recordings.wholeFile,
  });

  const commands = createBoardCommands({
    connection,
    recording,
    restarted: recordings.restarted,
    post,
  });

  function postView({ request, range, widthPx }: ViewRequest): void {
    const judging = recording()?.judging;
    const view =
      judging && judging.history.end > 0 ? viewOf(judging, range, widthPx) : emptyView(nowMs());
    post({ type: 'view', request, view }, buffersOf(view));
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'open':
          recordings.opening(message.source);
          void connection.open(message.session, message.source, message.again ?? false);
          return;
        case 'choose-port':
          connection.choose(message.id);
          return;
        case 'close':
          void connection.close();
          return;
        case 'judge-with':
          rejudging.judgeWith(message.parameters);
          return;
        case 'push':
        case 'save':
        case 'restart':
          commands.receive(message);
          return;
        case 'send-line':
          connection.sendLine(message.text);
          return;
        case 'restart-program':
          connection.restartProgram();
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
          const page = consoleLines.page(message.after);
          post({ type: 'console', request: message.request, page });
          return;
        }
        case 'keep-within':
          current.keepWithin(message.megabytes);
          if (recording()) reports.health();
          return;
        case 'measure': {
          const { request, fromMs, toMs } = message;
          const history = recording()?.judging.history;
          const measurement = history
            ? measure(history, fromMs, toMs)
            : { fromMs, toMs, rawFromMs: null, channels: [] };
          post({ type: 'measured', request, measurement });
          return;
        }
        case 'label':
          labels = message.labels;
          recordings.labelled(labels);
          reports.health();
          return;
        case 'study':
          studies.start(message.request, message.study);
          return;
        case 'all-events': {
          const events = recording()?.judging.events.all() ?? [];
          post({ type: 'all-events', request: message.request, events });
          return;
        }
        case 'files':
          files.receive(message.message);
          return;
        case 'install':
        case 'confirm-install':
        case 'cancel-install':
          installs.receive(message);
          return;
        case 'cancel-study':
          studies.cancel(message.request);
          return;
        case 'record':
        case 'shelf':
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
      if (connection.state().phase !== 'idle') reports.healthInTime();
    },
  };
}
