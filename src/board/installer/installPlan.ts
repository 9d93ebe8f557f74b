/** What an installation will do, how far it is, and how it ended: types for all rooms. */
import type { InstallFault } from './installFault.ts';

export type InstallAction = 'install' | 'uninstall';

/** What the board is and what will happen to it, before anything is written. */
export interface InstallPlan {
  readonly action: InstallAction;
  /** As `os.uname()` says it. */
  readonly machine: string;
  readonly release: string;
  /** Free space of its file system; null where the board cannot tell. */
  readonly freeBytes: number | null;
  /** The version that was put there by this page before; null when there is none. */
  readonly installedVersion: string | null;
  /** Ours. */
  readonly version: string;
  readonly writes: readonly PlannedFile[];
  /** Whether comments and docstrings are left out, since the board is small. */
  readonly minified: boolean;
  /** The name under which the person's own `main.py` is kept; null when there is none to keep. */
  readonly backup: string | null;
  /** Uninstalling: the file that becomes `main.py` again; null when there was none. */
  readonly restores: string | null;
  /** Whether a program was running and has been stopped; it starts anew afterwards. */
  readonly stoppedProgram: boolean;
}

export interface PlannedFile {
  readonly path: string;
  readonly bytes: number;
}

export type InstallStage =
  /** Is the board at its prompt? */
  | 'asking'
  /** Ctrl-C until there is a prompt. */
  | 'stopping'
  /** What board, what files, how much room. */
  | 'looking'
  | 'writing'
  /** The one step between old and new. */
  | 'switching'
  /** What is not needed any more goes. */
  | 'clearing'
  /** The board starts; it should say hello. */
  | 'starting';

export interface InstallProgress {
  readonly stage: InstallStage;
  /** The file in hand; empty when none is. */
  readonly path: string;
  /** 0..1 of the bytes to be written. */
  readonly done: number;
  /** Whether the board can still be left as it was. */
  readonly canCancel: boolean;
}

export type InstallOutcome =
  | { readonly kind: 'done'; readonly plan: InstallPlan }
  /** Something runs on the board, and nobody has allowed to stop it. Nothing was changed. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed';
      readonly fault: InstallFault;
      /** Whether the board is certainly as it was before. */
      readonly unchanged: boolean;
    };
