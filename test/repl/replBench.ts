import {
  type InstallerOptions,
  runInstaller,
} from '../../src/board/installer/firmwareInstaller.ts';
import type {
  InstallOutcome,
  InstallPlan,
  InstallProgress,
} from '../../src/board/installer/installPlan.ts';
import type { ReplLine } from '../../src/board/installer/replBytes.ts';
import { type Clock, createReplInbox } from '../../src/board/installer/replInbox.ts';
import type { FarEnd } from './farEnd.ts';

const CLOCK: Clock = {
  nowMs: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

export interface TestLine extends ReplLine {
  /** Bytes that the board has been sent. */
  sent(): number;
  /** Pulls the plug once this many bytes were sent; what comes after never arrives. */
  cutAfter(bytes: number, cut: () => void): void;
}

/** A host's line to a board's end. */
export function lineTo(farEnd: FarEnd): TestLine {
  const inbox = createReplInbox(CLOCK);
  let sent = 0;
  let limit = Number.POSITIVE_INFINITY;
  let cut: () => void = () => undefined;
  farEnd.onBytes((bytes) => inbox.push(bytes));
  return {
    inbox,
    clock: CLOCK,
    sent: () => sent,
    cutAfter(bytes, then) {
      limit = bytes;
      cut = then;
    },
    async write(bytes) {
      if (inbox.ended()) throw new Error('The link has ended.');
      const arriving = bytes.subarray(0, Math.max(0, limit - sent));
      sent += arriving.length;
      if (arriving.length > 0) farEnd.write(arriving);
      if (sent >= limit) {
        inbox.end();
        cut();
      }
    },
  };
}

export interface InstallRun {
  readonly outcome: InstallOutcome;
  readonly plan: InstallPlan | null;
  readonly progress: readonly InstallProgress[];
}

/** Runs the installer over a line, confirming unless told otherwise. */
export async function install(
  line: ReplLine,
  options: Pick<InstallerOptions, 'loadFirmware'> & Partial<InstallerOptions>,
): Promise<InstallRun> {
  let plan: InstallPlan | null = null;
  const progress: InstallProgress[] = [];
  const outcome = await runInstaller({
    action: 'install',
    mayInterrupt: true,
    isCancelled: () => false,
    ...options,
    line,
    confirm: async (proposed) => {
      plan = proposed;
      return options.confirm ? options.confirm(proposed) : true;
    },
    progress(step) {
      progress.push(step);
      options.progress?.(step);
    },
  });
  return { outcome, plan, progress };
}
