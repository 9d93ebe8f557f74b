/** The page's side of an installation: what was asked of the worker and is not ended yet. */
import type {
  InstallAction,
  InstallOutcome,
  InstallPlan,
  InstallProgress,
} from '../../board/installPlan.ts';
import type { InstallFromWorker, InstallToWorker } from '../messages/installMessages.ts';

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
  const asked = new Map<
    number,
    { readonly listener: InstallListener; readonly settle: (outcome: InstallOutcome) => void }
  >();
  return {
    start(request, action, mayInterrupt, listener) {
      const outcome = new Promise<InstallOutcome>((settle) => {
        asked.set(request, { listener, settle });
      });
      post({ type: 'install', request, action, mayInterrupt });
      return {
        outcome,
        confirm: () => post({ type: 'confirm-install', request }),
        cancel: () => post({ type: 'cancel-install', request }),
      };
    },
    receive(message) {
      const its = asked.get(message.request);
      switch (message.type) {
        case 'install-plan':
          its?.listener.planned(message.plan);
          return;
        case 'install-progress':
          its?.listener.progressed(message.progress);
          return;
        case 'install-done':
          asked.delete(message.request);
          its?.settle(message.outcome);
          return;
        default:
          message satisfies never;
      }
    },
    fail() {
      const ended = [...asked.values()];
      asked.clear();
      for (const { settle } of ended) settle(VANISHED);
    },
  };
}
