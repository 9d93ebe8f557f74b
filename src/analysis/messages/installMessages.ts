/** What page and worker say to each other while firmware is installed. Types only. */
import type {
  InstallAction,
  InstallOutcome,
  InstallPlan,
  InstallProgress,
} from '../../board/installer/installPlan.ts';

export type InstallToWorker =
  /** Looks at the board and answers with a plan; nothing is written before it is confirmed. */
  | {
      readonly type: 'install';
      readonly request: number;
      readonly action: InstallAction;
      /** Whether a program that runs may be stopped with Ctrl-C. */
      readonly mayInterrupt: boolean;
    }
  | { readonly type: 'confirm-install'; readonly request: number }
  | { readonly type: 'cancel-install'; readonly request: number };

export type InstallFromWorker =
  | { readonly type: 'install-plan'; readonly request: number; readonly plan: InstallPlan }
  | {
      readonly type: 'install-progress';
      readonly request: number;
      readonly progress: InstallProgress;
    }
  /** The end, however it came to it. */
  | { readonly type: 'install-done'; readonly request: number; readonly outcome: InstallOutcome };
