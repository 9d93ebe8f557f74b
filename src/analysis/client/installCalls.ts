/** The page's side of an installation: what was asked of the worker and is not ended yet. */
import type {
  InstallAction,
  InstallOutcome,
  InstallPlan,
  InstallProgress,
} from '../../board/installer/installPlan.ts';
import type { InstallFromWorker, InstallToWorker } from '../messages/installMessages.ts';
import { createOpenCalls } from './openCalls.ts';

export interface InstallListener {
  planned(plan: InstallPlan): void;
  progressed(progress: InstallProgress): void;
}

export interface RunningInstall {
  /** Never rejects: a worker that dies ends it as a board that vanished. */
  readonly outcome: Promise<InstallOutcome>;
  /** The plan is what the person wants. */
  confirm(): void;
  cancel(): void;
}

export interface InstallCalls {
  start(
    request: number,
    action: InstallAction,
    mayInterrupt: boolean,
    listener: InstallListener,
  ): RunningInstall;
  receive(message: InstallFromWorker): void;
  /** The worker is dead. */
  fail(): void;
}

const VANISHED: InstallOutcome = {
  kind: 'failed',
  fault: { code: 'vanished', detail: '' },
  unchanged: false,
};

export function createInstallCalls(post: (message: InstallToWorker) => void): InstallCalls {
  const open = createOpenCalls<InstallOutcome, InstallListener>();
  return {
    start(request, action, mayInterrupt, listener) {
      const outcome = open.begin(request, listener);
      post({ type: 'install', request, action, mayInterrupt });
      return {
        outcome,
        confirm: () => post({ type: 'confirm-install', request }),
        cancel: () => post({ type: 'cancel-install', request }),
      };
    },
    receive(message) {
      const { request } = message;
      switch (message.type) {
        case 'install-plan':
          open.listener(request)?.planned(message.plan);
          return;
        case 'install-progress':
          open.listener(request)?.progressed(message.progress);
          return;
        case 'install-done':
          open.end(request, message.outcome);
          return;
        default:
          message satisfies never;
      }
    },
    fail: () => open.endAll(VANISHED),
  };
}
