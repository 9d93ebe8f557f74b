/**
 * The connection to a board over time (board/connectionPhases.ts): opening, asking who it is,
 * streaming, silence, loss, and the way back. Holds one session at a time; what an earlier one still
 * has to say is not heard.
 */
import { type ConnectionPhase, natureOf } from '../board/connectionPhases.ts';
import type { Fault } from '../board/fault.ts';
import type { LinkEnd, LinkErrors } from '../board/link.ts';
import type { Injection } from '../board/micropythonBoard.ts';
import type { Source } from '../board/source.ts';
import type { Parameters } from '../detector/parameters.ts';
import type { Answer, Operation } from '../protocol/command.ts';
import type { Hello } from '../protocol/firmwareLine.ts';
import { type BoardSearch, startBoardSearch, type TryOutcome } from './boardSearch.ts';
import type { BoardIdentity, BoardKind, ConnectionState } from './connectionState.ts';
import type { Candidate, Links, OpenedLink } from './links.ts';
import {
  type DataListener,
  type LiveLink,
  type LiveLinkListener,
  startLiveLink,
} from './liveLink.ts';

/** Silent: no sample for this long, or for five periods if that is longer. */
const SILENT_AFTER_MS = 2000;
const SILENT_PERIODS = 5;
/** Parameters follow a hello at once; those that did not are asked for. */
const PARAMETERS_WITHIN_MS = 1000;
const PARAMETERS_AGAIN_MS = 5000;
/** Commands of two sessions must not share ids; no session asks more than this. */
const IDS_PER_SESSION = 1000;

/** What the port did beside bringing bytes. */
export interface LineHealth {
  readonly lineErrors: LinkErrors;
  readonly signalsRefused: boolean;
}

export interface ConnectionListener extends DataListener {
  changed(state: ConnectionState): void;
  /**
   * A board of ours said hello; comes before the change to `streaming`. `started`: it says so
   * because it has just started, while the link stood.
   */
  greeted(hello: Hello, started: boolean): void;
  /** What the board uses is not known any more, until it says so. */
  parametersUnknown(): void;
  /** The link is gone or was given up. */
  interrupted(): void;
}

export interface BoardConnection {
  state(): ConnectionState;
  /** `again`: the page has found the board that went away, and opened it. */
  open(session: number, source: Source, again: boolean): Promise<void>;
  close(): Promise<void>;
  /** The person has said which of the offered ports it is. */
  choose(id: number): void;
  /** Asks a board of ours; anybody else is answered for with null at once. */
  ask(operation: Operation, changes: Partial<Parameters>, answered: (answer: Answer) => void): void;
  sendLine(text: string): void;
  inject(injection: Injection): void;
  pullPlug(): void;
  /** Time since the last sample; null before the first. */
  sinceLastSampleMs(): number | null;
  lineHealth(): LineHealth;
  tick(): void;
}

type Judge = LiveLinkListener['judge'];

export function createBoardConnection(around: {
  readonly links: Links;
  readonly nowMs: () => number;
  readonly firstCommandId: number;
  readonly listener: ConnectionListener;
}): BoardConnection {
  const { links, nowMs, listener } = around;
  let state: ConnectionState = {
    session: 0,
    phase: 'idle',
    kind: null,
    identity: null,
    fault: null,
    hint: null,
    lostAtMs: null,
    choices: [],
  };
  let source: Source | null = null;
  let live: LiveLink | null = null;
  let search: BoardSearch | null = null;
  /** The id by which the board is known again; null until it has said one. */
  let boardId: string | null = null;
  /** Ports that were plugged in beside the board's own, and which its own was then. */
  let others: ReadonlySet<number> = new Set();
  let ownPort: number | null = null;
  /** Counts what the person asks for: what was begun before is given up. */
  let attempt = 0;
  let commandId = around.firstCommandId;
  let lastSampleMs: number | null = null;
  /** When the last sample came, or when the first began to be waited for. */
  let waitingSinceMs = 0;
  let periodMs = 0;
  /** When to ask for the parameters that did not come; null when they are known. */
  let parametersDueMs: number | null = null;
  /** Of the links before this one. */
  let errorsBefore: LinkErrors = { overruns: 0, framing: 0 };

  function change(next: Partial<ConnectionState>): void {
    state = { ...state, fault: null, hint: null, ...next };
    listener.changed(state);
  }

  // --- A link, from its opening to its end -------------------------------------------------------

  const data: DataListener = {
    ...listener,
    sample(seq, boardMs, arrivalMs, values) {
      listener.sample(seq, boardMs, arrivalMs, values);
      sampled(arrivalMs);
    },
    foreignSample(arrivalMs, values) {
      listener.foreignSample(arrivalMs, values);
      sampled(arrivalMs);
    },
    parameters(parameters) {
      periodMs = parameters.period;
      parametersDueMs = null;
      listener.parameters(parameters);
    },
  };

  function sampled(arrivalMs: number): void {
    lastSampleMs = arrivalMs;
    waitingSinceMs = arrivalMs;
    if (state.phase === 'silent') change({ phase: 'streaming' });
  }

  function start(opened: OpenedLink, judge: Judge, ended: LiveLinkListener['ended']): void {
    commandId += IDS_PER_SESSION;
    live = startLiveLink(opened, { data, judge, ended }, nowMs, commandId);
  }

  /** Whoever is at the end is the board. */
  function take(kind: BoardKind, hello: Hello | null, started: boolean): true {
    waitingSinceMs = nowMs();
    if (hello) {
      boardId = hello.id;
      if (started) listener.parametersUnknown();
      parametersDueMs ??= nowMs() + PARAMETERS_WITHIN_MS;
      listener.greeted(hello, started);
    }
    const identity = hello ? identityOf(hello) : null;
    change({ phase: 'streaming', kind, identity, lostAtMs: null, choices: [] });
    void noteOthers();
    return true;
  }

  async function noteOthers(): Promise<void> {
    const own = live?.opened.identity ?? null;
    if (source === null || own === null || own === ownPort) return;
    ownPort = own;
    const beside = (await links.candidates(source)).map(({ identity }) => identity);
    if (ownPort === own) others = new Set(beside.filter((identity) => identity !== own));
  }

  /** Lets go of the link, whether it has ended by itself or is to be closed. */
  async function unlink(): Promise<void> {
    const old = live;
    if (!old) return;
    errorsBefore = errors();
    live = null;
    parametersDueMs = null;
    listener.interrupted();
    listener.parametersUnknown();
    await old.drop();
  }

  function errors(): LinkErrors {
    const { overruns, framing } = live?.opened.errors?.() ?? { overruns: 0, framing: 0 };
    return {
      overruns: errorsBefore.overruns + overruns,
      framing: errorsBefore.framing + framing,
    };
  }

  async function dropAll(): Promise<void> {
    attempt += 1;
    search?.stop();
    search = null;
    await unlink();
  }

  // --- Loss, and the way back --------------------------------------------------------------------

  function lost(end: LinkEnd): void {
    void unlink();
    if (end.reason === 'closed' || source === null) {
      change({ phase: 'idle' });
      return;
    }
    const lostAtMs = state.lostAtMs ?? nowMs();
    const who = links.looksFor(source);
    switch (who) {
      case 'nobody':
        change({ phase: 'lost', fault: { code: 'lost', detail: end.detail }, lostAtMs });
        return;
      case 'page':
        change({ phase: 'reconnecting', lostAtMs });
        return;
      case 'here':
        change({ phase: 'reconnecting', lostAtMs });
        lookFor(source);
        return;
      default:
        who satisfies never;
    }
  }

  function lookFor(of: Source): void {
    search?.stop();
    search = startBoardSearch({
      candidates: () => links.candidates(of),
      onPortsChanged: links.onPortsChanged,
      tryOut: (candidate, alone) =>
        tryOut(candidate, (hello) => {
          if (hello !== null && boardId !== null) return hello.id === boardId ? 'taken' : 'other';
          return alone ? 'taken' : 'unnamed';
        }),
      take: (candidate) => tryOut(candidate, () => 'taken'),
      offer: (choices) => change({ choices }),
      hasId: boardId !== null,
      others,
      nowMs,
    });
  }

  /** Opens a port and waits for whoever is there to answer, or to be late with it. */
  async function tryOut(
    candidate: Candidate,
    decide: (hello: Hello | null) => TryOutcome,
  ): Promise<TryOutcome> {
    const mine = attempt;
    const opened = await candidate.open();
    if (mine !== attempt && opened.ok) await opened.link.close();
    if (mine !== attempt || !opened.ok) return 'failed';
    let taken = false;
    return new Promise((settle) => {
      const judge: Judge = (kind, hello, started) => {
        const outcome = decide(hello);
        if (outcome === 'taken') {
          taken = true;
          settle(outcome);
          return take(kind, hello, started);
        }
        const gone = unlink();
        if (!taken) {
          void gone.then(() => settle(outcome));
          return false;
        }
        // It was taken while it had no name, and now says another's.
        change({ phase: 'reconnecting', kind: null, identity: null, lostAtMs: nowMs() });
        void gone.then(() => search?.resumeWithout(candidate.identity));
        return false;
      };
      start(opened, judge, (end) => {
        if (taken) lost(end);
        else void unlink().then(() => settle('failed'));
      });
    });
  }

  /** Takes the board that the page has found again, unless it is another. */
  function judgeFound(kind: BoardKind, hello: Hello | null, started: boolean): boolean {
    if (hello === null || boardId === null || hello.id === boardId) {
      return take(kind, hello, started);
    }
    void unlink();
    change({ phase: 'lost', fault: { code: 'lost', detail: `This is board ${hello.id}` } });
    return false;
  }

  return {
    state: () => state,
    async open(session, next, again) {
      const found = again && state.phase === 'reconnecting';
      const dropped = dropAll();
      const mine = attempt;
      await dropped;
      if (mine !== attempt) return;
      source = next;
      if (found) {
        change({ session, phase: 'opening', lostAtMs: state.lostAtMs });
      } else {
        [boardId, ownPort, others] = [null, null, new Set()];
        errorsBefore = { overruns: 0, framing: 0 };
        lastSampleMs = null;
        const nobody = { kind: null, identity: null, lostAtMs: null, choices: [] };
        change({ session, phase: 'opening', ...nobody });
      }
      const opened = await links.open(next);
      if (mine !== attempt) {
        // Closed or opened anew meanwhile: nobody waits for this link any more.
        if (opened.ok) await opened.link.close();
        return;
      }
      if (!opened.ok) {
        change({ phase: phaseOf(opened.fault), fault: opened.fault });
        return;
      }
      start(opened, found ? judgeFound : take, lost);
      change({ phase: 'handshaking' });
    },
    async close() {
      await dropAll();
      change({ phase: 'idle', lostAtMs: null, choices: [] });
    },
    choose: (id) => search?.choose(id),
    ask(operation, changes, answered) {
      if (live && state.kind === 'tidemark' && natureOf(state.phase) === 'open') {
        live.session.ask(operation, changes, answered);
      } else {
        answered(null);
      }
    },
    sendLine: (text) => live?.session.sendLine(text),
    inject: (injection) => live?.opened.inject?.(injection),
    pullPlug: () => live?.opened.pullPlug?.(),
    sinceLastSampleMs: () => (lastSampleMs === null ? null : Math.max(0, nowMs() - lastSampleMs)),
    lineHealth: () => ({
      lineErrors: errors(),
      signalsRefused: live?.opened.signalsRefused ?? false,
    }),
    tick() {
      search?.tick();
      live?.session.tick();
      if (!live || (state.phase !== 'streaming' && state.phase !== 'silent')) return;
      const now = nowMs();
      if (parametersDueMs !== null && now >= parametersDueMs) {
        parametersDueMs = now + PARAMETERS_AGAIN_MS;
        live.session.ask('get', {}, () => undefined);
      }
      const patience = Math.max(SILENT_AFTER_MS, SILENT_PERIODS * periodMs);
      const hint = live.session.hint();
      const phase = now - waitingSinceMs > patience ? 'silent' : 'streaming';
      if (phase !== state.phase || hint !== state.hint) change({ phase, hint });
    },
  };
}

function phaseOf({ code }: Fault): ConnectionPhase {
  if (code === 'busy' || code === 'busy-here') return 'busy';
  return code === 'unsupported' || code === 'insecure' ? 'unsupported' : 'failed';
}

function identityOf(hello: Hello): BoardIdentity {
  const { board, id, sensor, version, saved } = hello;
  return { board, id, sensor, version, saved, floatBits: hello.float };
}
