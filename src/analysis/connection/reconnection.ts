/** What a board is known by when it went away, and the search for it at the ports of its source. */
import {
  type BoardSearch,
  type PortChoice,
  startBoardSearch,
  type TryOutcome,
} from '../../board/boardSearch.ts';
import type { Source } from '../../board/source.ts';
import type { Hello } from '../../protocol/firmwareMessages.ts';
import { type TrialHooks, tryOut } from './boardTrial.ts';
import type { Candidate, Links } from './links.ts';

export interface Reconnection {
  /** This is the board; `port` is where it is, null without one. */
  remember(hello: Hello | null, source: Source, port: number | null): void;
  /** Another board is about to be opened. */
  forget(): void;
  /** Whether whoever says this may be the board: it does not say that it is another. */
  mayBe(hello: Hello): boolean;
  lookFor(source: Source): void;
  /** The person has said which of the offered ports it is. */
  choose(id: number): void;
  stopLooking(): void;
  tick(): void;
}

export function createReconnection(around: {
  readonly links: Links;
  readonly nowMs: () => number;
  /** What the connection does for a trial that begins now. */
  readonly trial: () => TrialHooks;
  /** Asks the person which it is; with an empty list the question is withdrawn. */
  readonly offer: (choices: readonly PortChoice[]) => void;
}): Reconnection {
  const { links, nowMs } = around;
  let search: BoardSearch | null = null;
  /** The id by which the board is known again; null until it has said one. */
  let boardId: string | null = null;
  /** Ports that were plugged in beside the board's own, and which its own was then. */
  let others: ReadonlySet<number> = new Set();
  let ownPort: number | null = null;

  async function noteOthers(source: Source, own: number): Promise<void> {
    ownPort = own;
    const beside = (await links.candidates(source)).map(({ identity }) => identity);
    if (ownPort === own) others = new Set(beside.filter((identity) => identity !== own));
  }

  function tryAt(
    candidate: Candidate,
    decide: (hello: Hello | null) => TryOutcome,
  ): Promise<TryOutcome> {
    const hooks = around.trial();
    return tryOut(candidate, decide, {
      ...hooks,
      turnedOutOther() {
        if (!hooks.isWanted()) return;
        hooks.turnedOutOther();
        search?.resumeWithout(candidate.identity);
      },
    });
  }

  function stopLooking(): void {
    search?.stop();
    search = null;
  }

  return {
    remember(hello, source, port) {
      if (hello) boardId = hello.id;
      if (port !== null && port !== ownPort) void noteOthers(source, port);
    },
    forget() {
      [boardId, ownPort, others] = [null, null, new Set()];
    },
    mayBe: ({ id }) => boardId === null || id === boardId,
    lookFor(source) {
      stopLooking();
      search = startBoardSearch({
        candidates: () => links.candidates(source),
        onPortsChanged: links.onPortsChanged,
        tryOut: (candidate, alone) =>
          tryAt(candidate, (hello) => {
            if (hello !== null && boardId !== null) return hello.id === boardId ? 'taken' : 'other';
            return alone ? 'taken' : 'unnamed';
          }),
        take: (candidate) => tryAt(candidate, () => 'taken'),
        offer: around.offer,
        hasId: boardId !== null,
        others,
        nowMs,
      });
    },
    choose: (id) => search?.choose(id),
    stopLooking,
    tick: () => search?.tick(),
  };
}
