/**
 * Looks for a board that went away: when to look, at which ports, and what to make of who answers.
 * Goes on until it is found or stopped. Ports are only ever listed, not opened, once it is known
 * that another board is behind them. The worker searches with it, and the page
 * where workers have no serial ports.
 */
import type { UsbIds } from './source.ts';

/** Between two looks: short at first, then with patience. */
const PAUSES_MS = [200, 300, 500, 700, 1000] as const;
const LONGEST_PAUSE_MS = 1000;
/** Events come in bursts: the list is read when they have been quiet for this long, */
const SETTLED_MS = 150;
/** or at the latest so long after the first of them. */
const UNSETTLED_MS = 600;

export type TryOutcome =
  /** It is the board: the search is over, unless it is resumed. */
  | 'taken'
  /** It says that it is another one. */
  | 'other'
  /** It does not say who it is. */
  | 'unnamed'
  /** The port could not be opened, or went away: to be tried again. */
  | 'failed';

/** A port at which the board may be. */
export interface SearchedPort {
  /** Unlike that of any other port, for as long as it stays plugged in. */
  readonly identity: number;
  readonly key: UsbIds;
}

export interface PortChoice {
  /** To be given back to choose it. */
  readonly id: number;
  /** What its board is called by; alike for boards alike. */
  readonly key: UsbIds;
}

export interface BoardSearch {
  /** Call every 100 ms or so. */
  tick(): void;
  /** The person has chosen one of those that were offered. */
  choose(id: number): void;
  /** The board that was taken is another one after all. */
  resumeWithout(identity: number | null): void;
  stop(): void;
}

export function startBoardSearch<Port extends SearchedPort>(around: {
  readonly candidates: () => Promise<readonly Port[]>;
  readonly onPortsChanged: (listener: () => void) => () => void;
  /** `alone`: there is no other port where it could be. */
  readonly tryOut: (candidate: Port, alone: boolean) => Promise<TryOutcome>;
  /** Takes whoever is there: the person has said so. */
  readonly take: (candidate: Port) => Promise<TryOutcome>;
  /** Asks the person which it is; with an empty list the question is withdrawn. */
  readonly offer: (choices: readonly PortChoice[]) => void;
  /** Whether the board has an id to be known by; else only its port tells. */
  readonly hasId: boolean;
  /** Ports that were in use beside it: other boards. */
  readonly others: ReadonlySet<number>;
  readonly nowMs: () => number;
}): BoardSearch {
  const { nowMs } = around;
  /** Ports whose boards have answered and are not, or may not be, the one. */
  const answered = new Set<number>();
  let offered: readonly Port[] = [];
  let chosen: Port | null = null;
  let pauses = 0;
  let nextLookMs = nowMs() + PAUSES_MS[0];
  /** When the burst of events began that is still under way. */
  let burstMs: number | null = null;
  let state: 'waiting' | 'looking' | 'found' | 'stopped' = 'waiting';
  let stopListening: (() => void) | null = listen();

  function listen(): () => void {
    return around.onPortsChanged(() => {
      const now = nowMs();
      burstMs ??= now;
      nextLookMs = Math.min(now + SETTLED_MS, burstMs + UNSETTLED_MS);
      pauses = 0;
    });
  }

  function unlisten(): void {
    stopListening?.();
    stopListening = null;
  }

  async function look(): Promise<void> {
    const all = await around.candidates();
    if (state !== 'looking') return;
    const present = all.filter(({ identity }) => !around.others.has(identity));
    const untried = present.filter(({ identity }) => !answered.has(identity));
    if (!around.hasId && present.length > 1) {
      offer(present);
      return;
    }
    for (const candidate of untried) {
      if (!settle(candidate, await around.tryOut(candidate, present.length === 1))) return;
    }
    const undecided = present.length > 1 && present.every(({ identity }) => answered.has(identity));
    offer(undecided ? present : []);
  }

  async function takeChosen(): Promise<void> {
    const candidate = chosen;
    chosen = null;
    if (candidate) settle(candidate, await around.take(candidate));
  }

  /** Whether to look on. */
  function settle({ identity }: Port, outcome: TryOutcome): boolean {
    if (state !== 'looking') return false;
    if (outcome === 'other' || outcome === 'unnamed') answered.add(identity);
    if (outcome !== 'taken') return true;
    state = 'found';
    offer([]);
    unlisten();
    return false;
  }

  function offer(candidates: readonly Port[]): void {
    const same =
      candidates.length === offered.length &&
      candidates.every(({ identity }, at) => identity === offered[at]?.identity);
    offered = candidates;
    if (!same) around.offer(candidates.map(({ identity: id, key }) => ({ id, key })));
  }

  /** Only one thing is under way at a time; whatever comes of it, the next look has its time. */
  async function during(task: () => Promise<void>): Promise<void> {
    state = 'looking';
    burstMs = null;
    nextLookMs = Number.POSITIVE_INFINITY;
    await task();
    if (state !== 'looking') return;
    state = 'waiting';
    const pauseMs = PAUSES_MS[pauses] ?? LONGEST_PAUSE_MS;
    pauses += 1;
    // An event that came meanwhile has set an earlier time.
    nextLookMs = Math.min(nextLookMs, nowMs() + pauseMs);
  }

  return {
    tick() {
      if (state !== 'waiting') return;
      if (chosen) void during(takeChosen);
      else if (nowMs() >= nextLookMs) void during(look);
    },
    choose(id) {
      chosen = offered.find(({ identity }) => identity === id) ?? null;
    },
    resumeWithout(identity) {
      if (state !== 'found') return;
      if (identity !== null) answered.add(identity);
      state = 'waiting';
      pauses = 0;
      nextLookMs = nowMs();
      stopListening = listen();
    },
    stop() {
      state = 'stopped';
      unlisten();
    },
  };
}
