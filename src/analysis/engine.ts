/**
 * The analysis as a plain object: messages in, messages out, time and links given to it. The worker
 * file only wires it to a real worker; tests drive it without one.
 */
import type { Fault } from '../board/fault.ts';
import type { Link } from '../board/link.ts';
import { checkParameters, DEFAULT_PARAMETERS, type Parameters } from '../detector/parameters.ts';
import type { Answer, Operation } from '../protocol/command.ts';
import type { Hello } from '../protocol/firmwareLine.ts';
import { type BoardSession, type SessionListener, startBoardSession } from './boardSession.ts';
import { commandOutcome } from './commandOutcome.ts';
import { createConsoleLines } from './consoleLines.ts';
import type {
  BoardIdentity,
  BoardKind,
  Channel,
  ConnectionPhase,
  FromWorker,
  Injection,
  Source,
  ToWorker,
} from './messages.ts';
import { createRecording, type Recording } from './recording.ts';
import { buffersOf, emptyView, viewOf } from './view.ts';

/** How often the worker must call `tick`. */
export const TICK_MS = 100;
const HEALTH_EVERY_MS = 1000;
/** Silent: no sample for this long, or for five periods if that is longer. */
const SILENT_AFTER_MS = 2000;
const SILENT_PERIODS = 5;
/** Samples judged at a time while the history is judged anew: some milliseconds of work. */
const SLICE_SAMPLES = 100_000;

/** A link that was opened, with what only some links can do. */
export interface OpenedLink {
  readonly link: Link;
  /** Virtual board only. */
  readonly inject?: (injection: Injection) => void;
  /** Virtual board only. */
  readonly pullPlug?: () => void;
}

export type OpenResult =
  | ({ readonly ok: true } & OpenedLink)
  | { readonly ok: false; readonly fault: Fault };

export interface EngineSurroundings {
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  readonly openLink: (source: Source) => Promise<OpenResult>;
  /** Wall clock, ms since the epoch, never backwards. */
  readonly nowMs: () => number;
  /** Runs `task` after other messages had their turn. */
  readonly later: (task: () => void) => void;
  /** Where command ids start; see `createCommandDesk`. */
  readonly firstCommandId: number;
}

export interface Engine {
  receive(message: ToWorker): void;
  tick(): void;
}

interface Connected {
  readonly opened: OpenedLink;
  readonly session: BoardSession;
}

export function createEngine(around: EngineSurroundings): Engine {
  const { nowMs } = around;
  const consoleLines = createConsoleLines();
  /** The page's number of the link that it last asked for. */
  let sessionNumber = 0;
  /** Counts openings and closings: what an earlier one still has to say is not heard. */
  let attempt = 0;
  let phase: ConnectionPhase = 'idle';
  let kind: BoardKind | null = null;
  let identity: BoardIdentity | null = null;
  let connected: Connected | null = null;
  let recording: Recording | null = null;
  let recordingKey = '';
  let parameters: Parameters = DEFAULT_PARAMETERS;
  let boardPeriodMs = 0;
  let invalidLines = 0;
  let lastSampleMs: number | null = null;
  /** When the last sample came, or when the first began to be waited for. */
  let waitingSinceMs = 0;
  let lastHealthMs = 0;
  let rejudging = false;
  /** Fits counted when each channel's fit was last posted. */
  let postedFits: number[] = [];
  let commandId = around.firstCommandId;

  const post = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
    around.post(message, transfer);

  function enter(next: ConnectionPhase, fault: Fault | null = null): void {
    phase = next;
    post({ type: 'connection', session: sessionNumber, phase, kind, identity, fault });
    postHealth();
  }

  // --- Opening and closing -----------------------------------------------------------------------

  async function open(session: number, source: Source): Promise<void> {
    attempt += 1;
    const mine = attempt;
    sessionNumber = session;
    await disconnect();
    if (mine !== attempt) return;
    kind = null;
    identity = null;
    invalidLines = 0;
    lastSampleMs = null;
    waitingSinceMs = nowMs();
    enter('opening');
    const result = await around.openLink(source);
    if (mine !== attempt) {
      // Closed or opened anew meanwhile: nobody waits for this link any more.
      if (result.ok) await result.link.close();
      return;
    }
    if (!result.ok) {
      enter('failed', result.fault);
      return;
    }
    commandId += 1000;
    const board = startBoardSession(result.link, listenerOf(mine), nowMs, commandId);
    connected = { opened: result, session: board };
    enter('handshaking');
  }

  async function disconnect(): Promise<void> {
    const old = connected;
    connected = null;
    if (!old) return;
    recording?.interrupted();
    await old.session.close();
  }

  async function close(): Promise<void> {
    attempt += 1;
    await disconnect();
    enter('idle');
  }

  // --- What the board says -----------------------------------------------------------------------

  function listenerOf(itsAttempt: number): SessionListener {
    const current = () => itsAttempt === attempt;
    return {
      identified: (itsKind, hello) => current() && identified(itsKind, hello),
      foreignChannels: (names) => {
        if (current())
          useRecording(
            names.map((name) => ({ name, unit: '' })),
            'foreign',
          );
      },
      sample(seq, boardMs, arrivalMs, values) {
        if (!current() || !recording) return;
        recording.sample(seq, boardMs, arrivalMs, values);
        sampled(arrivalMs);
      },
      foreignSample(arrivalMs, values) {
        if (!current() || !recording) return;
        recording.foreignSample(arrivalMs, values);
        sampled(arrivalMs);
      },
      parameters(read) {
        if (!current()) return;
        boardPeriodMs = read.period;
        post({ type: 'board-parameters', session: sessionNumber, parameters: read });
      },
      verdict: (verdict) => current() && recording?.verdict(verdict),
      invalidLine: () => {
        if (current()) invalidLines += 1;
      },
      received: (bytes) => consoleLines.received(bytes),
      sent: (text) => consoleLines.sent(text),
      ended(end) {
        if (!current() || !connected) return;
        connected = null;
        recording?.interrupted();
        if (end.reason === 'lost') enter('lost', { code: 'lost', detail: end.detail });
        else enter('idle');
      },
    };
  }

  function identified(itsKind: BoardKind, hello: Hello | null): void {
    kind = itsKind;
    waitingSinceMs = nowMs();
    if (hello) {
      identity = {
        board: hello.board,
        id: hello.id,
        sensor: hello.sensor,
        version: hello.version,
        floatBits: hello.float,
        saved: hello.saved,
      };
      useRecording(hello.channels, hello.id);
      recording?.setSinglePrecision(hello.float === 32);
    }
    enter('streaming');
  }

  /** Goes on with the recording of the same board and channels, or begins a new one. */
  function useRecording(channels: readonly Channel[], id: string): void {
    const key = JSON.stringify([id, channels]);
    if (!recording || key !== recordingKey) {
      recording = createRecording(channels, parameters);
      recordingKey = key;
      postedFits = [];
      post({ type: 'events', replaceAll: true, events: [] });
    }
    post({ type: 'channels', session: sessionNumber, channels });
  }

  function sampled(arrivalMs: number): void {
    lastSampleMs = arrivalMs;
    waitingSinceMs = arrivalMs;
    if (phase === 'silent') enter('streaming');
  }

  // --- What the page asks ------------------------------------------------------------------------

  function command(
    request: number,
    operation: Operation,
    changes: Partial<Parameters> = {},
    done: (answer: Answer) => void = () => undefined,
  ): void {
    const answered = (answer: Answer) => {
      done(answer);
      post({ type: 'command-done', request, outcome: commandOutcome(answer) });
    };
    if (connected && kind === 'tidemark') connected.session.ask(operation, changes, answered);
    else answered(null);
  }

  function restart(request: number): void {
    const forget = () => recording?.judging.restart();
    if (kind === 'tidemark') {
      // The reply stands in the stream where the board forgot: both start at the same sample.
      command(request, 'restart', {}, (answer) => {
        if (answer?.ok) forget();
      });
      return;
    }
    forget();
    post({ type: 'command-done', request, outcome: { ok: true } });
  }

  function judgeWith(next: Parameters): void {
    if (checkParameters(next) !== null) return;
    parameters = next;
    post({ type: 'judging-with', parameters });
    if (!recording) return;
    recording.judging.judgeWith(parameters);
    if (!rejudging) {
      rejudging = true;
      rejudge();
    }
  }

  /** A slice of judging the history anew; a newer change sends the same run back to the start. */
  function rejudge(): void {
    if (recording && !recording.judging.advance(SLICE_SAMPLES)) {
      around.later(rejudge);
      return;
    }
    rejudging = false;
    postedFits = [];
    if (!recording) return;
    recording.judging.events().takeChanged();
    post({ type: 'events', replaceAll: true, events: recording.judging.events().all() });
    postFits();
    postHealth();
  }

  // --- What the page hears -----------------------------------------------------------------------

  function postFits(): void {
    if (!recording || rejudging) return;
    for (const [channel, detector] of recording.judging.detectors.entries()) {
      // Before the first fit each new maximum is news, too.
      const progress = detector.fitted ? detector.fits : -1 - detector.maxima.length;
      if (postedFits[channel] === progress) continue;
      postedFits[channel] = progress;
      post({ type: 'fit', channel, fit: recording.judging.fitReport(channel) });
    }
  }

  function postEvents(): void {
    if (!recording || rejudging) return;
    const events = recording.judging.events().takeChanged();
    if (events.length > 0) post({ type: 'events', replaceAll: false, events });
  }

  function postHealth(): void {
    lastHealthMs = nowMs();
    const tally = recording?.judging.tally();
    const none = { outliers: 0, alarms: 0, collective: 0 };
    post({
      type: 'health',
      session: sessionNumber,
      health: {
        ...(recording?.counts() ?? { samples: 0, lost: 0, invalidValues: 0 }),
        rateHz: recording?.rateHz() ?? 0,
        invalidLines,
        sinceLastSampleMs: lastSampleMs === null ? null : Math.max(0, nowMs() - lastSampleMs),
        lastTenMinutes: {
          browser: tally?.browser ?? none,
          board: kind === 'tidemark' ? (tally?.board ?? none) : null,
        },
      },
    });
  }

  function checkSilence(): void {
    if (phase !== 'streaming') return;
    const patience = Math.max(SILENT_AFTER_MS, SILENT_PERIODS * boardPeriodMs);
    if (nowMs() - waitingSinceMs > patience) enter('silent');
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'open':
          void open(message.session, message.source);
          return;
        case 'close':
          void close();
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
            if (answer?.ok) connected?.session.ask('hello', {}, () => undefined);
          });
          return;
        case 'restart':
          restart(message.request);
          return;
        case 'send-line':
          connected?.session.sendLine(message.text);
          return;
        case 'inject':
          connected?.opened.inject?.(message.injection);
          return;
        case 'pull-plug':
          connected?.opened.pullPlug?.();
          return;
        case 'view': {
          const empty = !recording || recording.judging.history.end === 0;
          const view =
            recording && !empty
              ? viewOf(recording.judging, message.range, message.widthPx)
              : emptyView(nowMs());
          post({ type: 'view', request: message.request, view }, buffersOf(view));
          return;
        }
        case 'console':
          post({
            type: 'console',
            request: message.request,
            page: consoleLines.page(message.after),
          });
          return;
        default:
          message satisfies never;
      }
    },
    tick() {
      connected?.session.tick();
      checkSilence();
      postFits();
      postEvents();
      if (connected && nowMs() - lastHealthMs >= HEALTH_EVERY_MS) postHealth();
    },
  };
}
