/**
 * The connection to a board over time (board/connectionPhases.ts): opening, asking who it is,
 * streaming, silence, loss, and the way back. Holds one session at a time; what an earlier one still
 * has to say is not heard.
 */
import { mayFollow, natureOf, phaseOfFault } from '../../board/connectionPhases.ts';
import { addLinkErrors, type LinkEnd, type LinkErrors, NO_LINK_ERRORS } from '../../board/link.ts';
import type { Injection } from '../../board/micropythonBoard.ts';
import type { ReplayPlayer } from '../../board/replayControl.ts';
import type { Source } from '../../board/source.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { Answer, Operation } from '../../protocol/command.ts';
import type { Hello } from '../../protocol/firmwareLine.ts';
import {
  type BoardIdentity,
  type BoardKind,
  type ConnectionState,
  NOT_CONNECTED,
} from '../messages/connectionState.ts';
import type { TrialHooks } from './boardTrial.ts';
import { createExpectations } from './expectations.ts';
import type { Links, OpenedLink } from './links.ts';
import {
  type ConnectionListener,
  type DataListener,
  type LiveLink,
  type LiveLinkListener,
  startLiveLink,
} from './liveLink.ts';
import { createWayBack } from './wayBack.ts';

/** Commands of two sessions must not share ids; no session asks more than this. */
const IDS_PER_SESSION = 1000;

/** What the port did beside bringing bytes. */
export interface LineHealth {
  readonly lineErrors: LinkErrors;
  readonly signalsRefused: boolean;
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
  /** Starts the board's program where MicroPython's prompt stands; does nothing anywhere else. */
  restartProgram(): void;
  inject(injection: Injection): void;
  pullPlug(): void;
  /** Of the replay that is open; null for a board. */
  player(): ReplayPlayer | null;
  /** The line is the installer's for a while, or the session's again. */
  lend(isLent: boolean): void;
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
  let state = NOT_CONNECTED;
  let source: Source | null = null;
  let live: LiveLink | null = null;
  /** Counts what the person asks for: what was begun before is given up. */
  let attempt = 0;
  let commandId = around.firstCommandId;
  const expected = createExpectations(nowMs);
  const wayBack = createWayBack({ links, nowMs, trial, offer: (choices) => change({ choices }) });
  /** Of the links before this one. */
  let errorsBefore = NO_LINK_ERRORS;

  function change(next: Partial<ConnectionState>): void {
    state = { ...state, fault: null, hint: null, programEnd: null, ...next };
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
      expected.parametersCame(parameters.period);
      listener.parameters(parameters);
    },
  };

  const isReplay = () => live?.opened.player !== undefined;
  const isAtPrompt = () => state.programEnd !== null || state.kind === 'repl';

  function sampled(arrivalMs: number): void {
    // A recorded sample came long ago, and comes now.
    expected.sampled(isReplay() ? nowMs() : arrivalMs);
    if (state.phase === 'silent') change({ phase: 'streaming' });
  }

  function start(opened: OpenedLink, judge: Judge, ended: LiveLinkListener['ended']): void {
    commandId += IDS_PER_SESSION;
    live = startLiveLink(opened, { data, judge, ended }, nowMs, commandId);
  }

  /** Whoever is at the end is the board. */
  function take(kind: BoardKind, hello: Hello | null, started: boolean): true {
    expected.begin();
    if (hello) {
      if (started) listener.parametersUnknown();
      expected.expectParameters();
      listener.greeted(hello, started);
    }
    const identity = hello ? identityOf(hello) : null;
    change({ phase: 'streaming', kind, identity, lostAtMs: null, choices: [] });
    if (source !== null) wayBack.remember(hello, source, live?.opened.identity ?? null);
    return true;
  }

  /** Lets go of the link, whether it has ended by itself or is to be closed. */
  async function unlink(): Promise<void> {
    const old = live;
    if (!old) return;
    errorsBefore = errors();
    live = null;
    expected.giveUpParameters();
    listener.interrupted();
    listener.parametersUnknown();
    await old.drop();
  }

  function errors(): LinkErrors {
    return addLinkErrors(errorsBefore, live?.opened.errors?.() ?? NO_LINK_ERRORS);
  }

  async function dropAll(): Promise<void> {
    attempt += 1;
    wayBack.stopLooking();
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
        wayBack.lookFor(source);
        return;
      default:
        who satisfies never;
    }
  }

  function trial(): TrialHooks {
    const mine = attempt;
    return {
      isWanted: () => mine === attempt,
      start,
      unlink,
      take,
      lost,
      turnedOutOther() {
        change({ phase: 'reconnecting', kind: null, identity: null, lostAtMs: nowMs() });
      },
    };
  }

  /** Takes the board that the page has found again, unless it is another. */
  function judgeFound(kind: BoardKind, hello: Hello | null, started: boolean): boolean {
    if (hello === null || wayBack.mayBe(hello)) return take(kind, hello, started);
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
        wayBack.forget();
        errorsBefore = NO_LINK_ERRORS;
        expected.forget();
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
        change({ phase: phaseOfFault(opened.fault.code), fault: opened.fault });
        return;
      }
      start(opened, found ? judgeFound : take, lost);
      change({ phase: 'handshaking' });
    },
    async close() {
      await dropAll();
      change({ phase: 'idle', lostAtMs: null, choices: [] });
    },
    choose: wayBack.choose,
    ask(operation, changes, answered) {
      // A prompt would take it for something typed.
      const listens = state.kind === 'tidemark' && state.programEnd === null && !isReplay();
      if (live && listens && natureOf(state.phase) === 'open') {
        live.session.ask(operation, changes, answered);
      } else {
        answered(null);
      }
    },
    lend(isLent) {
      if (isLent && live && mayFollow(state.phase, 'installing')) {
        change({ phase: 'installing' });
      } else if (!isLent && state.phase === 'installing') {
        expected.begin();
        change({ phase: 'streaming' });
      }
    },
    player: () => live?.opened.player ?? null,
    sendLine: (text) => live?.session.sendLine(text, isAtPrompt() ? '\r' : '\n'),
    restartProgram() {
      if (state.phase === 'installing' || !isAtPrompt()) return;
      live?.restartProgram();
      if (state.programEnd !== null) change({});
    },
    inject: (injection) => live?.opened.inject?.(injection),
    pullPlug: () => live?.opened.pullPlug?.(),
    sinceLastSampleMs: expected.sinceLastSampleMs,
    lineHealth: () => ({
      lineErrors: errors(),
      signalsRefused: live?.opened.signalsRefused ?? false,
    }),
    tick() {
      wayBack.tick();
      live?.session.tick();
      // A replay is silent when it is told to be.
      if (!live || isReplay()) return;
      if (state.phase !== 'streaming' && state.phase !== 'silent') return;
      const programEnd = live.programEnd(expected.lastSampleMs());
      if (!programEnd && expected.parametersOverdue()) live.session.ask('get', {}, () => undefined);
      if (programEnd && !state.programEnd && state.kind !== 'repl') listener.programEnded();
      const hint = programEnd ? null : live.session.hint();
      const phase = programEnd || expected.isSilent() ? 'silent' : 'streaming';
      if (phase !== state.phase || hint !== state.hint || programEnd !== state.programEnd) {
        change({ phase, hint, programEnd });
      }
    },
  };
}

function identityOf(hello: Hello): BoardIdentity {
  const { board, id, sensor, version, saved } = hello;
  return { board, id, sensor, version, saved, floatBits: hello.float };
}
