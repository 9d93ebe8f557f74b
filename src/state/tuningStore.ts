/**
 * The detector's parameters, three columns of truth: what the person is editing, what the browser
 * judges with, what the board confirmed.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandOutcome } from '../analysis/messages/calls.ts';
import {
  checkParameter,
  differingParameters,
  type ParameterName,
  type Parameters,
} from '../detector/parameters.ts';

const UNDO_STEPS = 50;

export type Sentences = Readonly<Partial<Record<ParameterName, string>>>;

/** What the panel is waiting for the board to answer. */
export type Asking = 'push' | 'save' | 'restart';

export interface TuningState {
  readonly editing: Parameters;
  readonly browser: Parameters;
  /** Null until a board of ours has said what it uses. */
  readonly board: Parameters | null;
  /** The person has edited since connecting: the editing column no longer follows the board. */
  readonly edited: boolean;
  /** Entries that cannot be used, with the sentence that says why. They were not sent anywhere. */
  readonly faults: Sentences;
  /** What the board refused at the last push, in its own words. */
  readonly refusals: Sentences;
  /** What the board goes on with, though it answered ok at the last push. */
  readonly still: Partial<Parameters>;
  readonly undoSteps: readonly Parameters[];
  readonly dragging: boolean;
  readonly asking: Asking | null;
  /** Takes an edit; a wrong one is kept as a fault only. `drag` = one of many on the way. */
  readonly edit: (changes: Partial<Record<ParameterName, unknown>>, drag?: boolean) => void;
  /** The slider was let go: the next drag is another undo step. */
  readonly endDrag: () => void;
  readonly undo: () => void;
  /** Back to what the board confirmed. */
  readonly revert: () => void;
  readonly judgingWith: (parameters: Parameters) => void;
  /** Null: what the board uses is not known any more. What the person edits stays. */
  readonly boardHas: (parameters: Parameters | null) => void;
  /** Another session begins: nothing is known of its board, and nothing has been edited. */
  readonly newSession: () => void;
  readonly ask: (asking: Asking | null) => void;
  readonly pushed: (outcome: CommandOutcome) => void;
}

export type TuningStore = StoreApi<TuningState>;

export function createTuningStore(initial: Parameters): TuningStore {
  return createStore<TuningState>((set, get) => ({
    editing: initial,
    browser: initial,
    board: null,
    edited: false,
    faults: {},
    refusals: {},
    still: {},
    undoSteps: [],
    dragging: false,
    asking: null,
    edit: (changes, drag = false) => {
      const names = Object.keys(changes) as ParameterName[];
      const faults = without(get().faults, names);
      for (const name of names) {
        const fault = checkParameter(name, changes[name]);
        if (fault) {
          set({ faults: { ...faults, [name]: fault.sentence } });
          return;
        }
      }
      const { editing, undoSteps, dragging } = get();
      const next: Parameters = { ...editing, ...(changes as Partial<Parameters>) };
      if (differingParameters(editing, next).length === 0) {
        set({ faults });
        return;
      }
      set({
        editing: next,
        edited: true,
        faults,
        refusals: without(get().refusals, names),
        still: without(get().still, names),
        undoSteps: drag && dragging ? undoSteps : [...undoSteps, editing].slice(-UNDO_STEPS),
        dragging: drag,
      });
    },
    endDrag: () => set({ dragging: false }),
    undo: () => {
      const { undoSteps } = get();
      const last = undoSteps.at(-1);
      if (!last) return;
      set({
        editing: last,
        edited: true,
        undoSteps: undoSteps.slice(0, -1),
        faults: {},
        refusals: {},
        still: {},
        dragging: false,
      });
    },
    revert: () => {
      const { board, editing, undoSteps } = get();
      if (!board) return;
      const changed = differingParameters(editing, board).length > 0;
      set({
        editing: board,
        edited: false,
        faults: {},
        refusals: {},
        still: {},
        undoSteps: changed ? [...undoSteps, editing].slice(-UNDO_STEPS) : undoSteps,
        dragging: false,
      });
    },
    judgingWith: (parameters) => set({ browser: parameters }),
    boardHas: (parameters) => {
      const { edited, editing } = get();
      const said = get().still;
      // It says something new: what it went on with is no news any more.
      const names = Object.keys(said) as ParameterName[];
      if (names.some((name) => parameters?.[name] !== said[name])) set({ still: {} });
      if (parameters === null || (edited && differingParameters(editing, parameters).length > 0)) {
        set({ board: parameters });
      } else {
        set({ board: parameters, editing: parameters, edited: false });
      }
    },
    newSession: () =>
      set({
        board: null,
        edited: false,
        faults: {},
        refusals: {},
        still: {},
        undoSteps: [],
        asking: null,
      }),
    ask: (asking) => set({ asking }),
    pushed: (outcome) => {
      if (outcome.ok) set({ refusals: {}, still: {} });
      else if (outcome.parameter) set({ refusals: { [outcome.parameter]: outcome.words } });
      else if (outcome.still) set({ refusals: {}, still: outcome.still });
    },
  }));
}

function without<Of extends object>(sentences: Of, names: readonly (keyof Of)[]): Of {
  const rest = { ...sentences };
  for (const name of names) delete rest[name];
  return rest;
}
