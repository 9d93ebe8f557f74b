/**
 * The connection to a board over time: opening, asking who it is, streaming, silence, loss. Holds
 * one session at a time; what an earlier one still has to say is not heard.
 */
import type { Fault } from '../board/fault.ts';
import type { Link } from '../board/link.ts';
import type { Injection } from '../board/micropythonBoard.ts';
import type { Source } from '../board/source.ts';
import type { Parameters } from '../detector/parameters.ts';
import type { Answer, Operation } from '../protocol/command.ts';
import type { Hello } from '../protocol/firmwareLine.ts';
import { type BoardSession, type SessionListener, startBoardSession } from './boardSession.ts';
import type { BoardIdentity, BoardKind, ConnectionPhase } from './messages.ts';

/** Silent: no sample for this long, or for five periods if that is longer. */
const SILENT_AFTER_MS = 2000;
const SILENT_PERIODS = 5;
/** Commands of two sessions must not share ids; no session asks more than this. */
const IDS_PER_SESSION = 1000;

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

export interface ConnectionState {
  /** The page's number of the link that it last asked for. */
  readonly session: number;
  readonly phase: ConnectionPhase;
  readonly kind: BoardKind | null;
  readonly identity: BoardIdentity | null;
  readonly fault: Fault | null;
}

export interface ConnectionListener extends Omit<SessionListener, 'identified' | 'ended'> {
  changed(state: ConnectionState): void;
  /** A board of ours said hello; comes before the change to `streaming`. */
  greeted(hello: Hello): void;
  /** The link is gone or was given up. */
  interrupted(): void;
}

export interface BoardConnection {
  state(): ConnectionState;
  open(session: number, source: Source): Promise<void>;
  close(): Promise<void>;
  /** Asks a board of ours; anybody else is answered for with null at once. */
  ask(operation: Operation, changes: Partial<Parameters>, answered: (answer: Answer) => void): void;
  sendLine(text: string): void;
  inject(injection: Injection): void;
  pullPlug(): void;
  /** Time since the last sample; null before the first. */
  sinceLastSampleMs(): number | null;
  tick(): void;
}

export function createBoardConnection(around: {
  readonly openLink: (source: Source) => Promise<OpenResult>;
  readonly nowMs: () => number;
  readonly firstCommandId: number;
  readonly listener: ConnectionListener;
}): BoardConnection {
  const { openLink, nowMs, listener } = around;
  let state: ConnectionState = {
    session: 0,
    phase: 'idle',
    kind: null,
    identity: null,
    fault: null,
  };
  let connected: { readonly opened: OpenedLink; readonly session: BoardSession } | null = null;
  /** Counts openings and closings. */
  let attempt = 0;
  let commandId = around.firstCommandId;
  let lastSampleMs: number | null = null;
  /** When the last sample came, or when the first began to be waited for. */
  let waitingSinceMs = 0;
  let periodMs = 0;

  function change(next: Partial<ConnectionState>): void {
    state = { ...state, fault: null, ...next };
    listener.changed(state);
  }

  async function disconnect(): Promise<void> {
    const old = connected;
    connected = null;
    if (!old) return;
    listener.interrupted();
    await old.session.close();
  }

  function sampled(arrivalMs: number): void {
    lastSampleMs = arrivalMs;
    waitingSinceMs = arrivalMs;
    if (state.phase === 'silent') change({ phase: 'streaming' });
  }

  function sessionListener(itsAttempt: number): SessionListener {
    const current = () => itsAttempt === attempt;
    return {
      identified(kind, hello) {
        if (!current()) return;
        waitingSinceMs = nowMs();
        if (hello) listener.greeted(hello);
        change({ phase: 'streaming', kind, identity: hello ? identityOf(hello) : null });
      },
      foreignChannels: (names) => current() && listener.foreignChannels(names),
      sample(seq, boardMs, arrivalMs, values) {
        if (!current()) return;
        listener.sample(seq, boardMs, arrivalMs, values);
        // A recorded arrival was long ago; the sample was heard now.
        sampled(connected?.opened.link.replays ? nowMs() : arrivalMs);
      },
      foreignSample(arrivalMs, values) {
        if (!current()) return;
        listener.foreignSample(arrivalMs, values);
        sampled(arrivalMs);
      },
      parameters(parameters) {
        if (!current()) return;
        periodMs = parameters.period;
        listener.parameters(parameters);
      },
      verdict: (verdict) => current() && listener.verdict(verdict),
      invalidLine: () => current() && listener.invalidLine(),
      received: (bytes) => listener.received(bytes),
      sent: (text) => listener.sent(text),
      ended(end) {
        if (!current() || !connected) return;
        connected = null;
        listener.interrupted();
        if (end.reason === 'closed') change({ phase: 'idle' });
        else change({ phase: 'lost', fault: { code: 'lost', detail: end.detail } });
      },
    };
  }

  return {
    state: () => state,
    async open(session, source) {
      attempt += 1;
      const mine = attempt;
      await disconnect();
      if (mine !== attempt) return;
      lastSampleMs = null;
      waitingSinceMs = nowMs();
      change({ session, phase: 'opening', kind: null, identity: null });
      const opened = await openLink(source);
      if (mine !== attempt) {
        // Closed or opened anew meanwhile: nobody waits for this link any more.
        if (opened.ok) await opened.link.close();
        return;
      }
      if (!opened.ok) {
        change({ phase: 'failed', fault: opened.fault });
        return;
      }
      commandId += IDS_PER_SESSION;
      const started = startBoardSession(opened.link, sessionListener(mine), nowMs, commandId);
      connected = { opened, session: started };
      change({ phase: 'handshaking' });
    },
    async close() {
      attempt += 1;
      await disconnect();
      change({ phase: 'idle' });
    },
    ask(operation, changes, answered) {
      if (connected && state.kind === 'tidemark') {
        connected.session.ask(operation, changes, answered);
      } else {
        answered(null);
      }
    },
    sendLine: (text) => connected?.session.sendLine(text),
    inject: (injection) => connected?.opened.inject?.(injection),
    pullPlug: () => connected?.opened.pullPlug?.(),
    sinceLastSampleMs: () => (lastSampleMs === null ? null : Math.max(0, nowMs() - lastSampleMs)),
    tick() {
      connected?.session.tick();
      const patience = Math.max(SILENT_AFTER_MS, SILENT_PERIODS * periodMs);
      if (state.phase === 'streaming' && nowMs() - waitingSinceMs > patience) {
        change({ phase: 'silent' });
      }
    },
  };
}

function identityOf(hello: Hello): BoardIdentity {
  const { board, id, sensor, version, saved } = hello;
  return { board, id, sensor, version, saved, floatBits: hello.float };
}
