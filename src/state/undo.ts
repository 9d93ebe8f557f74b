/** What the person can take back, in the order in which it was done, whichever store keeps it. */

/** Counts what is done: the later has the greater number. */
export type NextSerial = () => number;

export function createSerials(): NextSerial {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

/** Something that was done, and what was there without it: before, or, taken back, after it. */
export interface Step<State> {
  readonly serial: number;
  readonly other: State;
}

/** A store's own steps, the latest last. */
export interface Steps<State> {
  readonly undoSteps: readonly Step<State>[];
  readonly redoSteps: readonly Step<State>[];
}

export const NO_STEPS = { undoSteps: [], redoSteps: [] } as const;

/** Something new was done: what had been taken back cannot be had again. */
export function withStep<State>(
  { undoSteps }: Steps<State>,
  before: State,
  serial: number,
  kept: number,
): Steps<State> {
  return { undoSteps: [...undoSteps, { serial, other: before }].slice(-kept), redoSteps: [] };
}

/** Takes the latest back. Returns what is there then, or null when there is nothing to take back. */
export function stepBack<State>(
  { undoSteps, redoSteps }: Steps<State>,
  now: State,
): (Steps<State> & { readonly state: State }) | null {
  const last = undoSteps.at(-1);
  if (!last) return null;
  return {
    state: last.other,
    undoSteps: undoSteps.slice(0, -1),
    redoSteps: [...redoSteps, { serial: last.serial, other: now }],
  };
}

/** Does again what was taken back last. */
export function stepForth<State>(
  { undoSteps, redoSteps }: Steps<State>,
  now: State,
): (Steps<State> & { readonly state: State }) | null {
  const last = redoSteps.at(-1);
  if (!last) return null;
  return {
    state: last.other,
    undoSteps: [...undoSteps, { serial: last.serial, other: now }],
    redoSteps: redoSteps.slice(0, -1),
  };
}

/** What a store went through from one state to another; null when nothing that can be taken back. */
export function wentThrough(
  before: Steps<unknown>,
  now: Steps<unknown>,
): 'done' | 'undone' | 'redone' | null {
  const [did, had] = [lastDone(before), lastTakenBack(before)];
  if (lastDone(now) < did && lastTakenBack(now) === did) return 'undone';
  if (lastDone(now) <= did) return null;
  return lastDone(now) === had ? 'redone' : 'done';
}

/** What a store offers to whoever undoes across stores. */
export interface Undoable extends Steps<unknown> {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The stores that did the latest, several when one act was of several; none did anything: none. */
export function latestDone(stores: readonly Undoable[]): readonly Undoable[] {
  const latest = Math.max(0, ...stores.map(lastDone));
  return latest === 0 ? [] : stores.filter((one) => lastDone(one) === latest);
}

/** The stores that have what was taken back last; none where something new was done since. */
export function latestTakenBack(stores: readonly Undoable[]): readonly Undoable[] {
  const done = Math.max(0, ...stores.map(lastDone));
  const waiting = stores.map(lastTakenBack).filter((serial) => serial > done);
  const first = Math.min(...waiting);
  return stores.filter((one) => lastTakenBack(one) === first);
}

const lastDone = ({ undoSteps }: Steps<unknown>): number => undoSteps.at(-1)?.serial ?? 0;
const lastTakenBack = ({ redoSteps }: Steps<unknown>): number => redoSteps.at(-1)?.serial ?? 0;
