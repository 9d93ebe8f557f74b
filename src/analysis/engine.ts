/**
 * The analysis as a plain object: messages in, messages out, time and links given to it. The worker
 * file only wires it to a real worker; tests drive it without one.
 */
import { checkParameters, DEFAULT_PARAMETERS, type Parameters } from '../detector/parameters.ts';
import type { Answer, Operation } from '../protocol/command.ts';
import { createBoardConnection } from './boardConnection.ts';
import { commandOutcome } from './commandOutcome.ts';
import { createConsoleLines } from './consoleLines.ts';
import { createFileDesk } from './fileDesk.ts';
import { createInstallDesk, type InstallSurroundings } from './installDesk.ts';
import type { Links, OpenResult } from './links.ts';
import { historyBytes, measure } from './measure.ts';
import { DEFAULT_MEMORY_MB } from './memoryChoices.ts';
import type { Channel, FromWorker, ToWorker } from './messages.ts';
import { createRecording, type Recording } from './recording.ts';
import { createRecordingDesk } from './recordingDesk.ts';
import { createReports } from './reports.ts';
import type { SessionFolder } from './sessionFolder.ts';
import type { StudyMaterial } from './studies.ts';
import { createStudyDesk } from './studyDesk.ts';
import type { Label } from './studyMessages.ts';
import { buffersOf, emptyView, viewOf } from './view.ts';

/** How often the worker must call `tick`. */
export const TICK_MS = 100;
/** Samples judged at a time while the history is judged anew: some milliseconds of work. */
const SLICE_SAMPLES = 100_000;
/** While a slider moves, counts and fits follow this often; the plots follow every run. */
const REJUDGED_EVERY_MS = 200;
/** The list of events follows when the slider has rested this long: it is long, and drawn late. */
const EVENTS_AFTER_MS = 300;

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

type ViewRequest = Extract<ToWorker, { type: 'view' }>;

export interface Engine {
  receive(message: ToWorker): void;
  tick(): void;
}

export function createEngine(around: EngineSurroundings): Engine {
  const { nowMs } = around;
  const consoleLines = createConsoleLines();
  let recording: Recording | null = null;
  let recordingKey = '';
  let parameters: Parameters = DEFAULT_PARAMETERS;
  let memoryMb: number = DEFAULT_MEMORY_MB;
  let invalidLines = 0;
  let rejudging = false;
  /** A run has ended whose outcome the page does not know yet. */
  let rejudged = false;
  let lastRejudgedMs = 0;
  let lastChangeMs = 0;
  let heldView: ViewRequest | null = null;
  let labels: readonly Label[] = [];

  const post = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
    around.post(message, transfer);

  const reports = createReports({
    post,
    connection: () => connection,
    recording: () => recording,
    labels: () => labels,
    invalidLines: () => invalidLines,
    nowMs,
  });
  const installs = createInstallDesk(around.installing, post, (isLent) => connection.lend(isLent));

  const lendable = async (opening: Promise<OpenResult>): Promise<OpenResult> => {
    const opened = await opening;
    // A recording takes no bytes: nothing can be installed there.
    if (!opened.ok || opened.player) return opened;
    return { ...opened, link: installs.lendable(opened.link) };
  };
  const connection = createBoardConnection({
    ...around,
    links: {
      ...around.links,
      open: (source) => lendable(around.links.open(source)),
      candidates: async (source) =>
        (await around.links.candidates(source)).map((candidate) => ({
          ...candidate,
          open: () => lendable(candidate.open()),
        })),
    },
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
        recording?.interrupted();
        recordings.interrupted();
      },
      sample: (seq, boardMs, arrivalMs, values) =>
        recording?.sample(seq, boardMs, arrivalMs, values),
      foreignSample: (arrivalMs, values) => recording?.foreignSample(arrivalMs, values),
      verdict: (verdict) => recording?.verdict(verdict),
      parameters(read) {
        recording?.boardParameters(read);
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
        if (line.type === 'break') recording?.interrupted();
        if (line.type === 'restart') recording?.restart();
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
      of: recording,
      ...(recording?.counts() ?? { samples: 0, lost: 0 }),
      anomalies: recording?.judging.events().count() ?? 0,
    }),
    player: connection.player,
    session: () => connection.state().session,
  });

  recordings.judgingWith(parameters);

  function postBoardParameters(of: Parameters | null): void {
    post({ type: 'board-parameters', session: connection.state().session, parameters: of });
  }

  /** Goes on with the recording of the same board and channels, or begins a new one. */
  function useRecording(channels: readonly Channel[], id: string): Recording {
    // Every replay begins anew: it is not the board going on.
    const replay = connection.player() ? connection.state().session : null;
    const key = JSON.stringify([id, channels, replay]);
    if (!recording || key !== recordingKey) {
      recording = createRecording(channels, parameters, historyBytes(memoryMb));
      recordingKey = key;
    }
    // The page may have cleared its lists for this board; what is still known goes there again.
    reports.forgetFits();
    post({ type: 'channels', session: connection.state().session, channels });
    reports.allEvents(recording);
    return recording;
  }

  const studies = createStudyDesk({
    nowMs,
    later: around.later,
    progress: (request, progress) => post({ type: 'study-progress', request, progress }),
    done: (request, result) => post({ type: 'study-done', request, result }),
  });

  const files = createFileDesk({
    nowMs,
    post: (message, transfer) => post({ type: 'files', message }, transfer),
    recording: () => recording,
    parameters: () => parameters,
  });

  function materialFor(channel: number): StudyMaterial | null {
    if (!recording || recording.judging.history.end === 0) return null;
    return {
      history: recording.judging.history,
      restarts: recording.judging.restarts(),
      rateHz: recording.rateHz(),
      labels: labels.filter((label) => label.channel === channel),
      parameters,
      nowMs,
    };
  }

  // --- What the page asks ------------------------------------------------------------------------

  function command(
    request: number,
    operation: Operation,
    changes: Partial<Parameters> = {},
    done: (answer: Answer) => void = () => undefined,
  ): void {
    connection.ask(operation, changes, (answer) => {
      done(answer);
      post({ type: 'command-done', request, outcome: commandOutcome(answer) });
    });
  }

  function restart(request: number): void {
    if (connection.state().kind !== 'tidemark' || connection.player()) {
      recording?.restart();
      recordings.restarted();
      post({ type: 'command-done', request, outcome: { ok: true } });
      return;
    }
    // The reply stands in the stream where the board forgot: both start at the same sample.
    command(request, 'restart', {}, (answer) => {
      if (answer?.ok) recording?.restart();
    });
  }

  function judgeWith(next: Parameters): void {
    if (checkParameters(next) !== null) return;
    parameters = next;
    lastChangeMs = nowMs();
    recordings.judgingWith(next);
    post({ type: 'judging-with', parameters });
    if (!rejudging) rejudge();
  }

  /**
   * Judges the history anew. A change on the way waits for the end of the run, and of several only
   * the newest is run: a slider in motion always gets something to show.
   */
  function rejudge(): void {
    if (!recording) return;
    rejudging = true;
    recording.judging.judgeWith(parameters);
    rejudgeSlice(recording);
  }

  function rejudgeSlice(of: Recording): void {
    if (of === recording && !of.judging.advance(SLICE_SAMPLES)) {
      around.later(() => rejudgeSlice(of));
      return;
    }
    rejudging = false;
    rejudged = true;
    reports.eventsReplaced();
    answerHeldView();
    if (nowMs() - lastRejudgedMs >= REJUDGED_EVERY_MS) postRejudged();
    if (recording && recording.judging.parameters() !== parameters) around.later(rejudge);
  }

  /** What a run has changed. */
  function postRejudged(): void {
    if (!recording) return;
    rejudged = false;
    lastRejudgedMs = nowMs();
    reports.forgetFits();
    reports.fits(recording);
    reports.health();
  }

  /** A view of half a run would flicker: it waits for the end of it, or for the next tick. */
  function view(asked: ViewRequest): void {
    if (rejudging) heldView = asked;
    else postView(asked);
  }

  function answerHeldView(): void {
    const held = heldView;
    heldView = null;
    if (held) postView(held);
  }

  function postView({ request, range, widthPx }: ViewRequest): void {
    const view =
      recording && recording.judging.history.end > 0
        ? viewOf(recording.judging, range, widthPx)
        : emptyView(nowMs());
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
          judgeWith(message.parameters);
          return;
        case 'push':
          command(message.request, 'set', message.changes);
          return;
        case 'save':
          // Asked for its hello, the board tells that it has saved.
          command(message.request, 'save', {}, (answer) => {
            if (answer?.ok) connection.ask('hello', {}, () => undefined);
          });
          return;
        case 'restart':
          restart(message.request);
          return;
        case 'send-line':
          connection.sendLine(message.text);
          return;
        case 'inject':
          connection.inject(message.injection);
          return;
        case 'pull-plug':
          connection.pullPlug();
          return;
        case 'view':
          view(message);
          return;
        case 'console': {
          const page = consoleLines.page(message.after);
          post({ type: 'console', request: message.request, page });
          return;
        }
        case 'keep-within':
          memoryMb = message.megabytes;
          if (!recording) return;
          recording.judging.keepWithin(historyBytes(memoryMb));
          reports.health();
          return;
        case 'measure': {
          const { request, fromMs, toMs } = message;
          const measurement = recording
            ? measure(recording.judging.history, fromMs, toMs)
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
          studies.start(message.request, message.study, materialFor(message.study.channel));
          return;
        case 'all-events': {
          const events = recording?.judging.events().all() ?? [];
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
      answerHeldView();
      if (recording && !rejudging) {
        if (rejudged) postRejudged();
        reports.fits(recording);
        reports.events(recording, nowMs() - lastChangeMs >= EVENTS_AFTER_MS);
      }
      if (connection.state().phase !== 'idle') reports.healthInTime();
    },
  };
}
