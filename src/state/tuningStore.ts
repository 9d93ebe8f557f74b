/**
 * The detector's parameters, three columns of truth: what the person is editing, what the browser
 * judges with, what the board confirmed. For all channels, and what single ones have of their own.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandOutcome } from '../analysis/messages/calls.ts';
import type { JudgingSettings, OwnParameters } from '../analysis/messages/judgingMessages.ts';
import {
  checkParameter,
  differingParameters,
  type ParameterName,
  type Parameters,
} from '../detector/parameters.ts';
import { differsFrom, type Edited, withOwn, withoutOwn } from './ownParameters.ts';
import { type NextSerial, NO_STEPS, type Steps, stepBack, stepForth, withStep } from './undo.ts';

const UNDO_STEPS = 50;

export type Sentences = Readonly<Partial<Record<ParameterName, string>>>;

/** What the panel is waiting for the board to answer. */
export type Asking = 'push' | 'save' | 'restart';

type Changes = Partial<Record<ParameterName, unknown>>;

export interface TuningState extends Steps<Edited> {
  readonly editing: Parameters;
  readonly own: OwnParameters;
  /** The channel whose own parameters are edited, by name; null = those of all. */
  readonly scope: string | null;
  readonly browser: Parameters;
  readonly browserOwn: OwnParameters;
  /** Null until a board of ours has said what it uses. */
  readonly board: Parameters | null;
  readonly boardOwn: OwnParameters;
  /** Channels are judged together, too. */
  readonly together: boolean;
  readonly onlyWhenTwoAgree: boolean;
  /** The person has edited what no board has: the editing column does not follow the board. */
  readonly edited: boolean;
  /** A board came with other parameters than those that the person had edited: these were kept. */
  readonly kept: boolean;
  /** Entries that cannot be used, with the sentence that says why. They were not sent anywhere. */
  readonly faults: Sentences;
  /** What the board refused at the last push, in its own words. */
  readonly refusals: Sentences;
  /** What the board goes on with, though it answered ok at the last push. */
  readonly still: Partial<Parameters>;
  /** What was not sent at the last push, because this board cannot. */
  readonly withheld: readonly ParameterName[];
  readonly dragging: boolean;
  readonly asking: Asking | null;
  /** How often the board has answered that it keeps its parameters. */
  readonly saves: number;
  /**
   * Takes an edit; a wrong one is kept as a fault only.
   *
   * @param drag one of many on the way
   * @param channel the name of the one that it is for, which has no R of its own; null = all
   */
  readonly edit: (changes: Changes, drag?: boolean, channel?: string | null) => void;
  /** The channel takes these from all again. */
  readonly withdraw: (channel: string, names: readonly (ParameterName | 'judge')[]) => void;
  readonly judge: (channel: string, on: boolean) => void;
  readonly chooseScope: (channel: string | null) => void;
  readonly judgeTogether: (on: boolean) => void;
  readonly wantTwoToAgree: (on: boolean) => void;
  /** The slider was let go: the next drag is another undo step. */
  readonly endDrag: () => void;
  readonly undo: () => void;
  /** Again what was taken back. */
  readonly redo: () => void;
  /** Back to what the board confirmed. */
  readonly revert: () => void;
  readonly judgingWith: (settings: JudgingSettings) => void;
  /** Null: what the board uses is not known any more. What the person edits stays. */
  readonly boardHas: (parameters: Parameters | null, own?: OwnParameters) => void;
  /**
   * Another session begins: nothing is known of its board. What was edited and not pushed stays. Of
   * another board, the channels had nothing of their own.
   */
  readonly newSession: (sameAsBefore?: boolean) => void;
  /** What single channels had of their own when this board was here last, and it does not have. */
  readonly takeKept: (own: OwnParameters) => void;
  readonly ask: (asking: Asking | null) => void;
  readonly saved: () => void;
  readonly pushed: (outcome: CommandOutcome) => void;
}

export type TuningStore = StoreApi<TuningState>;

const NOTHING_SAID = {
  faults: {},
  refusals: {},
  still: {},
  withheld: [],
  dragging: false,
} as const;

/**
 * @param next numbers what is done, across all stores that can take something back
 * @param edited whether `initial` is what the person had edited and no board has
 */
export function createTuningStore(
  initial: Parameters,
  next: NextSerial,
  edited = false,
): TuningStore {
  return createStore<TuningState>((set, get) => {
    /** One step that can be undone. */
    function step(wanted: Edited, drag = false): void {
      const { editing, own, dragging } = get();
      const steps = drag && dragging ? {} : withStep(get(), { editing, own }, next(), UNDO_STEPS);
      set({ ...wanted, edited: true, ...steps, dragging: drag });
    }
    const go = (to: typeof stepBack<Edited>): void => {
      const { editing, own } = get();
      const stepped = to(get(), { editing, own });
      if (!stepped) return;
      const { state, ...steps } = stepped;
      set({ ...state, ...steps, edited: true, ...NOTHING_SAID });
    };
    return {
      editing: initial,
      own: {},
      scope: null,
      browser: initial,
      browserOwn: {},
      board: null,
      boardOwn: {},
      together: false,
      onlyWhenTwoAgree: false,
      edited,
      kept: false,
      ...NOTHING_SAID,
      ...NO_STEPS,
      asking: null,
      saves: 0,
      edit: (changes, drag = false, channel = null) => {
        const names = Object.keys(changes) as ParameterName[];
        const faults = without(get().faults, names);
        for (const name of names) {
          const fault = checkParameter(name, changes[name]);
          if (fault) {
            set({ faults: { ...faults, [name]: fault.sentence } });
            return;
          }
        }
        const { editing, own, refusals, still } = get();
        const checked = changes as Partial<Parameters>;
        const wanted =
          channel === null
            ? { editing: { ...editing, ...checked }, own }
            : { editing, own: withOwn(own, channel, checked) };
        set({ faults });
        if (!differsFrom(wanted, { editing, own })) return;
        set({ refusals: without(refusals, names), still: without(still, names), withheld: [] });
        step(wanted, drag);
      },
      withdraw: (channel, names) => {
        const { editing, own, faults } = get();
        const wanted = { editing, own: withoutOwn(own, channel, names) };
        set({ faults: without(faults, names) });
        if (differsFrom(wanted, { editing, own })) step(wanted);
      },
      judge: (channel, on) => {
        const { editing, own } = get();
        if (on) step({ editing, own: withoutOwn(own, channel, ['judge']) });
        else step({ editing, own: { ...own, [channel]: { ...own[channel], judge: 0 } } });
      },
      // What was wrong was typed for another one.
      chooseScope: (channel) => set({ scope: channel, ...NOTHING_SAID }),
      judgeTogether: (on) => set({ together: on }),
      wantTwoToAgree: (on) => set({ onlyWhenTwoAgree: on }),
      endDrag: () => set({ dragging: false }),
      undo: () => go(stepBack),
      redo: () => go(stepForth),
      revert: () => {
        const { board, boardOwn } = get();
        if (!board) return;
        const wanted = { editing: board, own: boardOwn };
        if (differsFrom(wanted, get())) step(wanted);
        set({ edited: false, kept: false, ...NOTHING_SAID });
      },
      judgingWith: ({ parameters, own }) => set({ browser: parameters, browserOwn: own }),
      boardHas: (parameters, own = {}) => {
        const { edited: hasEdited, still, board, kept } = get();
        const said = { board: parameters, boardOwn: own };
        // It says something new: what it went on with is no news any more.
        const names = Object.keys(still) as ParameterName[];
        if (names.some((name) => parameters?.[name] !== still[name])) set({ still: {} });
        const followed = parameters && { editing: parameters, own };
        if (!followed) set(said);
        else if (hasEdited && differsFrom(followed, get())) {
          // What differs from a board that was known before differs by intent.
          set({ ...said, kept: kept || board === null });
        } else set({ ...said, ...followed, edited: false, kept: false });
      },
      newSession: (sameAsBefore = true) =>
        set({
          board: null,
          boardOwn: {},
          edited: isUnpushed(get()),
          kept: false,
          ...NO_STEPS,
          asking: null,
          ...NOTHING_SAID,
          ...(sameAsBefore
            ? {}
            : { own: {}, scope: null, together: false, onlyWhenTwoAgree: false }),
        }),
      takeKept: (own) => {
        const { editing, boardOwn, board } = get();
        if (!differsFrom({ editing, own }, { editing, own: boardOwn })) return;
        set({ own, edited: true, kept: board !== null });
      },
      ask: (asking) => set({ asking }),
      saved: () => set({ saves: get().saves + 1 }),
      pushed: (outcome) => {
        if (outcome.ok) set({ refusals: {}, still: {}, withheld: outcome.withheld ?? [] });
        else if (outcome.parameter) set({ refusals: { [outcome.parameter]: outcome.words } });
        else if (outcome.still) set({ refusals: {}, still: outcome.still });
      },
    };
  });
}

/** Whether what is edited is on no board: it must not be lost without a word. */
function isUnpushed(state: TuningState): boolean {
  return state.edited && !sameAsBoard(state);
}

/** How many channels have parameters of their own that no board has. */
export function unpushedChannels({ editing, own, boardOwn }: TuningState): number {
  return Object.entries(own).filter(([name, its]) => {
    const theirs = boardOwn[name];
    return differsFrom(
      { editing, own: { [name]: its } },
      { editing, own: theirs ? { [name]: theirs } : {} },
    );
  }).length;
}

/** What the browser is to judge with. */
export function settingsOf(state: TuningState): JudgingSettings {
  const { editing, own, together, onlyWhenTwoAgree } = state;
  return { parameters: editing, own, together, onlyWhenTwoAgree };
}

/** Whether two states are judged differently. */
export function judgesAlike(now: TuningState, before: TuningState): boolean {
  return (
    !differsFrom(now, before) &&
    now.together === before.together &&
    now.onlyWhenTwoAgree === before.onlyWhenTwoAgree
  );
}

/** Whether the board's parameters differ from what is edited; R, too. */
export function sameAsBoard(state: Pick<TuningState, 'editing' | 'own' | 'board' | 'boardOwn'>) {
  const { editing, own, board, boardOwn } = state;
  if (!board) return false;
  return (
    differingParameters(editing, board).length === 0 &&
    !differsFrom({ editing, own }, { editing, own: boardOwn })
  );
}

function without<Of extends object>(sentences: Of, names: readonly string[]): Of {
  const kept = Object.entries(sentences).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept) as Of;
}
