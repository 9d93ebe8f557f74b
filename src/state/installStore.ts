/** Putting our firmware on a board and taking it away, as the person sees it: one at a time. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisClient } from '../analysis/client/client.ts';
import type { RunningInstall } from '../analysis/client/installCalls.ts';
import type {
  InstallAction,
  InstallOutcome,
  InstallPlan,
  InstallProgress,
} from '../board/installer/installPlan.ts';

export type InstallRun =
  | { readonly phase: 'closed' }
  /** A program runs on the board; the person has not yet allowed to stop it. */
  | { readonly phase: 'running-program'; readonly action: InstallAction }
  /** Finding out what board it is. */
  | {
      readonly phase: 'looking';
      readonly action: InstallAction;
      readonly progress: InstallProgress | null;
    }
  /** The person is asked whether this is to be done. */
  | { readonly phase: 'planned'; readonly action: InstallAction; readonly plan: InstallPlan }
  | {
      readonly phase: 'working';
      readonly action: InstallAction;
      readonly plan: InstallPlan;
      readonly progress: InstallProgress;
      /** The person has asked to stop; what was written is being removed. */
      readonly cancelling: boolean;
    }
  | {
      readonly phase: 'ended';
      readonly action: InstallAction;
      readonly outcome: Exclude<InstallOutcome, { kind: 'busy' }>;
    };

export interface InstallState {
  readonly run: InstallRun;
  /** Opens the dialog; looks at once when the board is at its prompt. */
  readonly open: (action: InstallAction, atPrompt: boolean) => void;
  /** The person allows to stop the program that runs. */
  readonly stopAndLook: () => void;
  readonly confirm: () => void;
  /** Stops wherever it is; the board stays as it was. */
  readonly cancel: () => void;
  /** Closes the dialog; also cancels what is under way. */
  readonly close: () => void;
}

export type InstallStore = StoreApi<InstallState>;

/** `ended` hears of every end, of what and how. */
export function createInstallStore(
  begin: AnalysisClient['install'],
  ended: (action: InstallAction, outcome: InstallOutcome) => void,
): InstallStore {
  let running: RunningInstall | null = null;
  return createStore<InstallState>((set, get) => {
    const setRun = (run: InstallRun): void => set({ run });

    async function look(action: InstallAction, mayInterrupt: boolean): Promise<void> {
      setRun({ phase: 'looking', action, progress: null });
      const mine = begin(action, mayInterrupt, {
        planned: (plan) => {
          if (running === mine) setRun({ phase: 'planned', action, plan });
        },
        progressed: (progress) => {
          const { run } = get();
          if (running !== mine) return;
          if (run.phase === 'looking' || run.phase === 'working') setRun({ ...run, progress });
        },
      });
      running = mine;
      const outcome = await mine.outcome;
      if (running !== mine) return;
      running = null;
      ended(action, outcome);
      if (get().run.phase === 'closed') return;
      if (outcome.kind === 'busy') setRun({ phase: 'running-program', action });
      else if (outcome.kind === 'cancelled' && get().run.phase !== 'working') {
        setRun({ phase: 'closed' });
      } else setRun({ phase: 'ended', action, outcome });
    }

    return {
      run: { phase: 'closed' },
      open: (action, atPrompt) => {
        // The one that was cancelled is still letting go of the board.
        if (running) void running.outcome.then(() => get().open(action, atPrompt));
        else if (atPrompt) void look(action, false);
        else setRun({ phase: 'running-program', action });
      },
      stopAndLook: () => {
        const { run } = get();
        if (run.phase === 'running-program') void look(run.action, true);
      },
      confirm: () => {
        const { run } = get();
        if (run.phase !== 'planned') return;
        const progress = { stage: 'writing', path: '', done: 0, canCancel: true } as const;
        setRun({ ...run, phase: 'working', progress, cancelling: false });
        running?.confirm();
      },
      cancel: () => {
        const { run } = get();
        if (run.phase === 'working') setRun({ ...run, cancelling: true });
        else setRun({ phase: 'closed' });
        running?.cancel();
      },
      close: () => {
        const { run } = get();
        if (run.phase === 'working') return;
        running?.cancel();
        setRun({ phase: 'closed' });
      },
    };
  });
}
