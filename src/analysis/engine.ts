/**
 * The analysis as a plain object: messages in, messages out, time and links given to it. The worker
 * file only wires it to a real worker; tests drive it without one.
 */
import type { Source } from '../board/source.ts';
import { checkParameters, DEFAULT_PARAMETERS, type Parameters } from '../detector/parameters.ts';
import type { Answer, Operation } from '../protocol/command.ts';
import { createBoardConnection, type OpenResult } from './boardConnection.ts';
import { commandOutcome } from './commandOutcome.ts';
import { createConsoleLines } from './consoleLines.ts';
import { createInstallDesk, type InstallSurroundings } from './installDesk.ts';
import type { Channel, FromWorker, Health, ToWorker } from './messages.ts';
import { createRecording, type Recording } from './recording.ts';
import type { StudyMaterial } from './studies.ts';
import { createStudyDesk } from './studyDesk.ts';
import type { Label } from './studyMessages.ts';
import { buffersOf, emptyView, viewOf } from './view.ts';

/** How often the worker must call `tick`. */
export const TICK_MS = 100;
const HEALTH_EVERY_MS = 1000;
/** Samples judged at a time while the history is judged anew: some milliseconds of work. */
const SLICE_SAMPLES = 100_000;
/** While a slider moves, lists and counts follow this often; the plots follow every run. */
const REJUDGED_EVERY_MS = 200;
/** Events that the page is told of after a run; it asks for all when it exports. */
const LISTED_EVENTS = 1000;

export interface EngineSurroundings {
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  readonly openLink: (source: Source) => Promise<OpenResult>;
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
  let invalidLines = 0;
  let lastHealthMs = 0;
  let rejudging = false;
  /** A run has ended whose outcome the page does not know yet. */
  let rejudged = false;
  let lastRejudgedMs = 0;
  let heldView: ViewRequest | null = null;
  /** How far each channel's learning was when it was last posted. */
  let postedProgress: number[] = [];
  let labels: readonly Label[] = [];

  const post = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
    around.post(message, transfer);

  const installs = createInstallDesk(around.installing, post);

  const connection = createBoardConnection({
    ...around,
    openLink: async (source) => {
      const opened = await around.openLink(source);
      return opened.ok ? { ...opened, link: installs.lendable(opened.link) } : opened;
    },
    listener: {
      changed(state) {
        if (state.phase === 'opening') invalidLines = 0;
        post({ type: 'connection', ...state });
        postHealth();
      },
      greeted(hello) {
        installs.greeted();
        useRecording(hello.channels, hello.id).setSinglePrecision(hello.float === 32);
      },
      foreignChannels(names) {
        useRecording(
          names.map((name) => ({ name, unit: '' })),
          'foreign',
        );
      },
      interrupted: () => recording?.interrupted(),
      sample: (seq, boardMs, arrivalMs, values) =>
        recording?.sample(seq, boardMs, arrivalMs, values),
      foreignSample: (arrivalMs, values) => recording?.foreignSample(arrivalMs, values),
      verdict: (verdict) => recording?.verdict(verdict),
      parameters(read) {
        recording?.boardParameters(read);
        const { session } = connection.state();
        post({ type: 'board-parameters', session, parameters: read });
      },
      invalidLine() {
        invalidLines += 1;
      },
      received: (bytes) => consoleLines.received(bytes),
      sent: (text) => consoleLines.sent(text),
    },
  });

  /** Goes on with the recording of the same board and channels, or begins a new one. */
  function useRecording(channels: readonly Channel[], id: string): Recording {
    const key = JSON.stringify([id, channels]);
    if (!recording || key !== recordingKey) {
      recording = createRecording(channels, parameters);
      recordingKey = key;
    }
    // The page may have cleared its lists for this board; what is still known goes there again.
    postedProgress = [];
    post({ type: 'channels', session: connection.state().session, channels });
    postAllEvents(recording);
    return recording;
  }

  const studies = createStudyDesk({
    nowMs,
    later: around.later,
    progress: (request, progress) => post({ type: 'study-progress', request, progress }),
    done: (request, result) => post({ type: 'study-done', request, result }),
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
    if (connection.state().kind !== 'tidemark') {
      recording?.restart();
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
    answerHeldView();
    if (nowMs() - lastRejudgedMs >= REJUDGED_EVERY_MS) postRejudged();
    if (recording && recording.judging.parameters() !== parameters) around.later(rejudge);
  }

  /** What a run has changed. */
  function postRejudged(): void {
    if (!recording) return;
    rejudged = false;
    lastRejudgedMs = nowMs();
    postedProgress = [];
    postAllEvents(recording);
    postFits(recording);
    postHealth();
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

  // --- What the page hears -----------------------------------------------------------------------

  function postAllEvents({ judging }: Recording): void {
    const events = judging.events();
    events.takeChanged();
    const newest = events.newest(LISTED_EVENTS);
    post({ type: 'events', replaceAll: true, events: newest, total: events.count() });
  }

  function postFits({ judging }: Recording): void {
    for (const [channel, detector] of judging.detectors.entries()) {
      // Before the first fit each new maximum is news, too.
      const progress = detector.fitted ? detector.fits : -1 - detector.maxima.total;
      if (postedProgress[channel] === progress) continue;
      postedProgress[channel] = progress;
      post({ type: 'fit', channel, fit: judging.fitReport(channel) });
    }
  }

  function postHealth(): void {
    lastHealthMs = nowMs();
    post({ type: 'health', session: connection.state().session, health: health() });
  }

  function health(): Health {
    const none = { outliers: 0, alarms: 0, collective: 0 };
    const tally = recording?.tally() ?? { browser: none, board: none };
    const isOurs = connection.state().kind === 'tidemark';
    return {
      ...(recording?.counts() ?? { samples: 0, lost: 0, invalidValues: 0 }),
      rateHz: recording?.rateHz() ?? 0,
      invalidLines,
      sinceLastSampleMs: connection.sinceLastSampleMs(),
      lastTenMinutes: { browser: tally.browser, board: isOurs ? tally.board : null },
      scores: recording && labels.length > 0 ? recording.scores(labels) : null,
      agreement: recording && isOurs ? recording.agreement() : null,
    };
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'open':
          void connection.open(message.session, message.source);
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
        case 'label':
          labels = message.labels;
          postHealth();
          return;
        case 'study':
          studies.start(message.request, message.study, materialFor(message.study.channel));
          return;
        case 'all-events': {
          const events = recording?.judging.events().all() ?? [];
          post({ type: 'all-events', request: message.request, events });
          return;
        }
        case 'install':
        case 'confirm-install':
        case 'cancel-install':
          installs.receive(message);
          return;
        case 'cancel-study':
          studies.cancel(message.request);
          return;
        default:
          message satisfies never;
      }
    },
    tick() {
      connection.tick();
      answerHeldView();
      if (recording && !rejudging) {
        if (rejudged) postRejudged();
        postFits(recording);
        const events = recording.judging.events();
        const changed = events.takeChanged();
        if (changed.length > 0) {
          post({ type: 'events', replaceAll: false, events: changed, total: events.count() });
        }
      }
      if (connection.state().phase === 'idle') return;
      if (nowMs() - lastHealthMs >= HEALTH_EVERY_MS) postHealth();
    },
  };
}
