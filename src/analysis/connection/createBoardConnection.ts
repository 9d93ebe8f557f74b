/**
 * The connection to a board over time (board/connectionPhases.ts): opening, asking who it is,
 * streaming, silence, loss, and reconnection. Holds one conversation at a time; what an earlier one
 * still has to say is not heard.
 */
import { mayFollow, natureOf, phaseOfFault } from '../../board/connectionPhases.ts';
import type { LinkEnd } from '../../board/link.ts';
import type { Source } from '../../board/source.ts';
import type { Hello } from '../../protocol/firmwareMessages.ts';
import type { SampleSink } from '../../protocol/sampleSink.ts';
import {
  type BoardKind,
  type ConnectionState,
  NOT_CONNECTED,
} from '../messages/connectionState.ts';
import { NO_SKETCH } from '../messages/sketchMessages.ts';
import type { BoardConnection } from './boardConnection.ts';
import { identityOf } from './boardIdentity.ts';
import type { TrialHooks } from './boardTrial.ts';
import { createChangingBoard } from './changingBoard.ts';
import type { ConnectionFacts, ConnectionListener } from './connectionFacts.ts';
import { type Conversation, type ConversationListener, startConversation } from './conversation.ts';
import { createExpectations } from './expectations.ts';
import { createLinkHealth } from './linkHealth.ts';
import type { Links, OpenedLink } from './links.ts';
import { playRecording } from './playRecording.ts';
import { createReconnection } from './reconnection.ts';

/** Commands of two conversations must not share ids; none asks more than this. */
const IDS_PER_CONVERSATION = 100_000;

type Identified = ConversationListener['identified'];
type Ended = ConversationListener['ended'];

export function createBoardConnection(around: {
  readonly links: Links;
  readonly nowMs: () => number;
  readonly firstCommandId: number;
  /** Takes what the board says of its samples. */
  readonly sink: SampleSink;
  readonly listener: ConnectionListener;
}): BoardConnection {
  const { links, nowMs, sink, listener } = around;
  let state = NOT_CONNECTED;
  let source: Source | null = null;
  let current: Conversation | null = null;
  /** Counts what the person asks for: what was begun before is given up. */
  let attempt = 0;
  let commandId = around.firstCommandId;
  const expected = createExpectations(nowMs);
  const changing = createChangingBoard(nowMs);
  const reconnection = createReconnection({
    links,
    nowMs,
    trial,
    offer: (choices) => change({ choices }),
  });
  const wires = createLinkHealth();
  let greeted: () => void = () => undefined;

  function change(next: Partial<ConnectionState>): void {
    const unsaid = { fault: null, hint: null, programEnd: null };
    state = { ...state, ...unsaid, hasMain: current?.hasMain() ?? null, ...next };
    listener.changed(facts);
  }

  // --- A link, from its opening to its end -------------------------------------------------------

  const board: SampleSink = {
    ...sink,
    boardParameters(read) {
      expected.parametersCame(read.parameters.period);
      sink.boardParameters(read);
    },
  };

  const isAtPrompt = () => state.programEnd !== null || state.kind === 'repl';

  function start(opened: OpenedLink, identified: Identified, ended: Ended): void {
    commandId += IDS_PER_CONVERSATION;
    const all: ConversationListener = {
      ...listener,
      identified,
      ended,
      invalidLine: wires.invalidLine,
      hasModel(model) {
        const { identity, hint } = state;
        if (identity) change({ identity: { ...identity, model }, hint });
      },
      sampled(atMs) {
        expected.sampled(atMs);
        if (state.phase === 'silent') change({ phase: 'streaming' });
      },
    };
    current = opened.player
      ? playRecording(opened, board, all, nowMs)
      : startConversation(opened, board, all, nowMs, commandId);
  }

  /** Whoever is at the end is the board. */
  function take(kind: BoardKind, hello: Hello | null, started: boolean): boolean {
    if (hello && !changing.isHeard(hello)) {
      listener.unheard();
      return false;
    }
    expected.begin();
    if (hello) {
      if (started) listener.parametersUnknown();
      expected.expectParameters();
      sink.greeted(hello, started);
      greeted();
      greeted = () => undefined;
    }
    const identity = hello ? identityOf(hello) : null;
    change({ phase: 'streaming', kind, identity, lostAtMs: null, choices: [] });
    if (source !== null) reconnection.remember(hello, source, current?.opened.identity ?? null);
    return true;
  }

  /** Lets go of the link, whether it has ended by itself or is to be closed. */
  async function unlink(): Promise<void> {
    const old = current;
    if (!old) return;
    wires.linkEnded(old.opened);
    current = null;
    expected.giveUpParameters();
    sink.interrupted();
    listener.interrupted();
    listener.parametersUnknown();
    await old.drop();
  }

  async function dropAll(): Promise<void> {
    attempt += 1;
    reconnection.stopLooking();
    await unlink();
  }

  // --- Loss, and reconnection -----------------------------------------------------------------------

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
        reconnection.lookFor(source);
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
    if (hello === null || reconnection.mayBe(hello)) return take(kind, hello, started);
    void unlink();
    change({ phase: 'lost', fault: { code: 'lost', detail: `This is board ${hello.id}` } });
    return false;
  }

  const facts: ConnectionFacts = {
    state: () => state,
    player: () => current?.opened.player ?? null,
    sinceLastSampleMs: expected.sinceLastSampleMs,
    sketch: () => current?.sketch() ?? NO_SKETCH,
    linkHealth: () => wires.health(current?.opened ?? null),
  };

  return {
    ...facts,
    async open(session, next, { again, patient }) {
      const found = again && state.phase === 'reconnecting';
      const dropped = dropAll();
      const mine = attempt;
      await dropped;
      if (mine !== attempt) return;
      source = next;
      if (found) {
        change({ session, phase: 'opening', lostAtMs: state.lostAtMs });
      } else {
        reconnection.forget();
        wires.forget();
        expected.forget();
        changing.forget();
        const nobody = { kind: null, identity: null, lostAtMs: null, choices: [] };
        change({ session, phase: 'opening', ...nobody });
      }
      const opened = await links.open(next, patient);
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
    choose: reconnection.choose,
    ask(operation, said, answered) {
      // A prompt would take it for something typed.
      const listens = state.kind === 'tidemark' && state.programEnd === null;
      if (current && listens && natureOf(state.phase) === 'open') {
        current.ask(operation, said, answered);
      } else {
        answered(null);
      }
    },
    onNextHello(then) {
      greeted = then;
    },
    lend(isLent) {
      if (isLent && current && mayFollow(state.phase, 'installing')) {
        change({ phase: 'installing' });
      } else if (!isLent && state.phase === 'installing') {
        expected.begin();
        change({ phase: 'streaming' });
      }
    },
    sendLine: (text) => current?.sendLine(text, isAtPrompt() ? '\r' : '\n'),
    restartProgram() {
      if (state.phase === 'installing' || !isAtPrompt()) return;
      current?.restartProgram();
      if (state.programEnd !== null) change({});
    },
    inject: (injection) => current?.opened.inject?.(injection),
    pullPlug: () => current?.opened.pullPlug?.(),
    forgetChannels: () => current?.forgetChannels(),
    tick() {
      reconnection.tick();
      current?.tick();
      const player = facts.player();
      const isOver = player?.state().ended === true && state.phase === 'handshaking';
      if (isOver && state.hint !== 'empty') change({ hint: 'empty' });
      // A replay is silent when it is told to be.
      if (!current || player) return;
      if (state.phase !== 'streaming' && state.phase !== 'silent') return;
      const pace = current.sketchPeriodMs();
      if (pace !== null) expected.paced(pace);
      const programEnd = current.programEnd();
      if (!programEnd && expected.parametersOverdue()) current.ask('get', {}, () => undefined);
      if (programEnd && !state.programEnd && state.kind !== 'repl') {
        sink.interrupted();
        listener.programEnded();
      }
      const hint = changing.isTooMuch() ? 'changing' : programEnd ? null : current.hint();
      const phase = programEnd || expected.isSilent() ? 'silent' : 'streaming';
      const isNews =
        phase !== state.phase ||
        hint !== state.hint ||
        programEnd !== state.programEnd ||
        current.hasMain() !== state.hasMain;
      if (isNews) {
        change({ phase, hint, programEnd });
      }
    },
  };
}
