/** The guided tour on the virtual machine: what each step waits for. Its words are in ui/tour. */
import type { Injection } from '../board/virtualMachines.ts';
import type { Cause } from '../detector/detector.ts';
import type { Parameters } from '../detector/parameters.ts';

/** What the page knows that a step may wait for. */
export interface TourFacts {
  /** The virtual machine sends samples. */
  readonly isRunning: boolean;
  /** Each of its channels has its first fit. */
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
}

export const STEP_IDS = [
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
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** So low that the Weibull, and with it δ, decides. */
const LOW_GAMMA = 2;

const hasNew =
  (injection: Injection, ...causes: readonly Cause[]): Step['isDone'] =>
  (now, begun) =>
    now.injections > begun.injections &&
    now.injected === injection &&
    now.events.some(({ id, cause }) => id > now.newestBefore && causes.includes(cause));

export interface Step {
  /** Whether the person's part is done; `begun`: as it was when the step began. */
  readonly isDone: (now: TourFacts, begun: TourFacts) => boolean;
}

/** In the order of `STEP_IDS`; the last one is never done. */
export const STEPS: Readonly<Record<StepId, Step>> = {
  open: { isDone: (now) => now.isRunning },
  learn: { isDone: (now) => now.hasLearned },
  spike: { isDone: hasNew('spike', 'level') },
  why: { isDone: (now) => now.saysWhy },
  gamma: { isDone: ({ editing, isDragging }) => !isDragging && editing.gamma <= LOW_GAMMA },
  cdf: { isDone: (now) => now.showsCdf },
  delta: {
    isDone: (now, begun) => !now.isDragging && now.editing.delta !== begun.editing.delta,
  },
  revert: { isDone: (now) => now.isAlike },
  flat: { isDone: hasNew('flat', 'rhythm', 'drift') },
  push: {
    isDone: (now, begun) =>
      now.isAlike && now.board !== null && now.board.gamma !== begun.board?.gamma,
  },
  save: { isDone: (now, begun) => now.saves > begun.saves },
  // A ramp also keeps a signal long on one side of its mean: whichever is first.
  drift: { isDone: hasNew('drift', 'drift', 'rhythm') },
  end: { isDone: () => false },
};

/** The step behind another; null behind the last. */
export function stepAfter(id: StepId): StepId | null {
  return STEP_IDS[STEP_IDS.indexOf(id) + 1] ?? null;
}

export function stepBefore(id: StepId): StepId | null {
  return STEP_IDS[STEP_IDS.indexOf(id) - 1] ?? null;
}

/** Whether a step needs the virtual machine, which has gone. */
export const isCutOff = (id: StepId, now: TourFacts): boolean =>
  id !== 'open' && id !== 'end' && !now.isRunning;
