/** An installation as the page sees it: a plan, which it confirms, and an outcome. */
import type {
  InstallAction,
  InstallOutcome,
  InstallPlan,
  InstallProgress,
} from '../../board/installer/installPlan.ts';
import type { OpenCalls } from './openCalls.ts';

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

const VANISHED: InstallOutcome = {
  kind: 'failed',
  fault: { code: 'vanished', detail: '' },
  unchanged: false,
};

export function startInstall(
  calls: OpenCalls,
  action: InstallAction,
  mayInterrupt: boolean,
  listener: InstallListener,
): RunningInstall {
  const running = calls.ask('install', { action, mayInterrupt }, (heard) => {
    switch (heard.kind) {
      case 'planned':
        listener.planned(heard.plan);
        return;
      case 'progressed':
        listener.progressed(heard.progress);
        return;
      default:
        heard satisfies never;
    }
  });
  return {
    outcome: running.end.then((end) => (end.kind === 'done' ? end.result : VANISHED)),
    confirm: running.goOn,
    cancel: running.cancel,
  };
}
