/** The guided tour in chapters: what each step waits for. Its words are in ui/tour. */
import type { Injection } from '../board/virtualMachines.ts';
import type { Cause } from '../detector/detector.ts';
import type { Parameters } from '../detector/parameters.ts';

/** What the page knows that a step may wait for. */
export interface TourFacts {
  /** The virtual machine sends samples. */
  readonly isRunning: boolean;
  /** A port of the person's own is open. */
  readonly isOwnOpen: boolean;
  /** And what comes from it is read as samples. */
  readonly isOwnRunning: boolean;
  /** Each channel has its first fit. */
  readonly hasLearned: boolean;
  /** How often the person has disturbed it, and how the last time. */
  readonly injections: number;
  readonly injected: Injection | null;
  /** Id of the newest event that was known then. */
  readonly newestBefore: number;
  /** The newest, in any order. */
  readonly events: readonly { readonly id: number; readonly cause: Cause }[];
  /** An event is chosen, and the fit panel says why. */
  readonly saysWhy: boolean;
  /** The fit panel shows the CDF. */
  readonly showsCdf: boolean;
  /** A slider is on its way. */
  readonly isDragging: boolean;
  readonly editing: Pick<Parameters, 'gamma' | 'delta'>;
  /** Null until the board has said what it uses. */
  readonly board: Pick<Parameters, 'gamma' | 'delta'> | null;
  /** The board uses what is edited. */
  readonly isAlike: boolean;
  /** How often the board has answered that it keeps its parameters. */
  readonly saves: number;
  /** How many events each class of the person's has. */
  readonly classSizes: readonly number[];
  /** Hash of the model that names events here; null without one. */
  readonly model: string | null;
  /** Hash of the one on the board. */
  readonly boardModel: string | null;
  /** Id of the newest event that the board has named. */
  readonly newestBoardName: number;
}

/** Of each chapter its steps; the last one is its end, and never done. */
export const CHAPTERS = {
  loop: [
    'open',
    'learn',
    'spike',
    'why',
    'gamma',
    'cdf',
    'delta',
    'revert',
    'flat',
    'push',
    'save',
    // Half a minute after what stuck: until then the limits of the blocks' means are wide.
    'drift',
    'end',
  ],
  names: [
    'names-open',
    'names-learn',
    'names-raise',
    'names-give',
    'names-train',
    'names-push',
    'names-again',
    'names-end',
  ],
  board: ['board-plug', 'board-samples', 'board-learn', 'board-disturb', 'board-end'],
} as const;
export type ChapterId = keyof typeof CHAPTERS;
export const CHAPTER_IDS: readonly ChapterId[] = ['loop', 'names', 'board'];

export type StepId = (typeof CHAPTERS)[ChapterId][number];
export const STEP_IDS: readonly StepId[] = CHAPTER_IDS.flatMap(
  (id): readonly StepId[] => CHAPTERS[id],
);

/** So low that the Weibull, and with it δ, decides. */
const LOW_GAMMA = 2;

/** From so many events of each class on a forest can be trained. */
const OF_EACH_CLASS = 8;
const CLASSES = 2;

const hasNew =
  (injection: Injection, ...causes: readonly Cause[]): Step['isDone'] =>
  (now, begun) =>
    now.injections > begun.injections &&
    now.injected === injection &&
    now.events.some(({ id, cause }) => id > now.newestBefore && causes.includes(cause));

const newest = ({ events }: TourFacts): number => events.at(-1)?.id ?? -1;

/** What a step cannot do without. */
export type Need = 'machine' | 'own-board';

export interface Step {
  readonly needs?: Need;
  /** Whether the person's part is done; `begun`: as it was when the step began. */
  readonly isDone: (now: TourFacts, begun: TourFacts) => boolean;
}

export const STEPS: Readonly<Record<StepId, Step>> = {
  open: { isDone: (now) => now.isRunning },
  learn: { needs: 'machine', isDone: (now) => now.hasLearned },
  spike: { needs: 'machine', isDone: hasNew('spike', 'level') },
  why: { needs: 'machine', isDone: (now) => now.saysWhy },
  gamma: {
    needs: 'machine',
    isDone: ({ editing, isDragging }) => !isDragging && editing.gamma <= LOW_GAMMA,
  },
  cdf: { needs: 'machine', isDone: (now) => now.showsCdf },
  delta: {
    needs: 'machine',
    isDone: (now, begun) => !now.isDragging && now.editing.delta !== begun.editing.delta,
  },
  revert: { needs: 'machine', isDone: (now) => now.isAlike },
  flat: { needs: 'machine', isDone: hasNew('flat', 'rhythm', 'drift') },
  push: {
    needs: 'machine',
    isDone: (now, begun) =>
      now.isAlike && now.board !== null && now.board.gamma !== begun.board?.gamma,
  },
  save: { needs: 'machine', isDone: (now, begun) => now.saves > begun.saves },
  // A ramp also keeps a signal long on one side of its mean: whichever is first.
  drift: { needs: 'machine', isDone: hasNew('drift', 'drift', 'rhythm') },
  end: { isDone: () => false },

  'names-open': { isDone: (now) => now.isRunning },
  'names-learn': { needs: 'machine', isDone: (now) => now.hasLearned },
  'names-raise': {
    needs: 'machine',
    // What an earlier disturbance leaves behind is an event, too: it is none of those that are asked for.
    isDone: (now, begun) =>
      now.injections - begun.injections >= CLASSES * OF_EACH_CLASS &&
      now.events.filter(({ id }) => id > newest(begun)).length >= CLASSES * OF_EACH_CLASS,
  },
  'names-give': {
    needs: 'machine',
    isDone: (now) => now.classSizes.filter((size) => size >= OF_EACH_CLASS).length >= CLASSES,
  },
  'names-train': {
    needs: 'machine',
    isDone: (now, begun) => now.model !== null && now.model !== begun.model,
  },
  'names-push': {
    needs: 'machine',
    isDone: (now) => now.model !== null && now.boardModel === now.model,
  },
  'names-again': {
    needs: 'machine',
    isDone: (now, begun) => now.newestBoardName > begun.newestBoardName,
  },
  'names-end': { isDone: () => false },

  'board-plug': { isDone: (now) => now.isOwnOpen },
  'board-samples': { needs: 'own-board', isDone: (now) => now.isOwnRunning },
  'board-learn': { needs: 'own-board', isDone: (now) => now.hasLearned },
  'board-disturb': {
    needs: 'own-board',
    isDone: (now, begun) => now.events.some(({ id }) => id > newest(begun)),
  },
  'board-end': { isDone: () => false },
};

/** The chapter that a step is of, as its id begins. */
export function chapterOf(id: StepId): ChapterId {
  if (id.startsWith('names-')) return 'names';
  return id.startsWith('board-') ? 'board' : 'loop';
}

/** The steps of its chapter, in order. */
export const stepsBeside = (id: StepId): readonly StepId[] => CHAPTERS[chapterOf(id)];

export const firstStep = (chapter: ChapterId): StepId => CHAPTERS[chapter][0];

export const isEnd = (id: StepId): boolean => stepsBeside(id).at(-1) === id;

/** The step behind another; null behind the last of its chapter. */
export function stepAfter(id: StepId): StepId | null {
  const steps = stepsBeside(id);
  return steps[steps.indexOf(id) + 1] ?? null;
}

/** Null before the first of its chapter. */
export function stepBefore(id: StepId): StepId | null {
  const steps = stepsBeside(id);
  return steps[steps.indexOf(id) - 1] ?? null;
}

/** What a step needs and is not there; null when nothing is amiss. */
export function lacks(id: StepId, now: TourFacts): Need | null {
  const need = STEPS[id].needs ?? null;
  if (need === 'machine') return now.isRunning ? null : need;
  if (need === 'own-board') return now.isOwnOpen ? null : need;
  return null;
}
