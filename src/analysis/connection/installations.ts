/**
 * Lends the board's line to the installer, one installation at a time, and takes it back. An
 * installation has gone well when the board has said hello afterwards.
 */
import { runInstaller } from '../../board/installer/firmwareInstaller.ts';
import type { Firmware } from '../../board/installer/installLayout.ts';
import type { InstallOutcome } from '../../board/installer/installPlan.ts';
import { type Clock, createReplInbox } from '../../board/installer/replInbox.ts';
import type { InstallFromWorker, InstallToWorker } from '../messages/installMessages.ts';
import type { BoardConnection } from './boardConnection.ts';
import type { LendableLinks } from './lendableLinks.ts';

/** Small boards take seconds to compile what they start. */
const HELLO_WITHIN_MS = 20_000;

export interface InstallSurroundings {
  readonly clock: Clock;
  /** Loads the files that go to the board. */
  readonly loadFirmware: () => Promise<Firmware>;
}

export interface Installations {
  receive(message: InstallToWorker): void;
}

interface Running {
  readonly request: number;
  cancelled: boolean;
  /** Waits for the person's word; null while nothing is asked. */
  confirm: ((yes: boolean) => void) | null;
}

export function createInstallations(
  around: InstallSurroundings,
  lendable: LendableLinks,
  connection: Pick<BoardConnection, 'lend' | 'onNextHello'>,
  post: (message: InstallFromWorker) => void,
): Installations {
  let running: Running | null = null;

  async function run(message: Extract<InstallToWorker, { type: 'install' }>): Promise<void> {
    const { request, action } = message;
    const done = (outcome: InstallOutcome) => post({ type: 'install-done', request, outcome });
    const inbox = createReplInbox(around.clock);
    const loan = running ? null : lendable.newest()?.lend((bytes) => inbox.push(bytes));
    if (!loan) {
      done({ kind: 'failed', fault: { code: 'vanished', detail: '' }, unchanged: true });
      return;
    }
    const mine: Running = { request, cancelled: false, confirm: null };
    running = mine;
    connection.lend(true);
    void loan.closed.then(() => {
      inbox.end();
      mine.confirm?.(false);
    });
    const outcome = await runInstaller({
      line: { write: loan.write, inbox, clock: around.clock },
      action,
      mayInterrupt: message.mayInterrupt,
      loadFirmware: around.loadFirmware,
      isCancelled: () => mine.cancelled,
      progress: (progress) => post({ type: 'install-progress', request, progress }),
      confirm: (plan) =>
        new Promise((resolve) => {
          mine.confirm = resolve;
          post({ type: 'install-plan', request, plan });
          if (mine.cancelled || inbox.ended()) resolve(false);
        }),
    });
    const hello = action === 'install' && outcome.kind === 'done' ? waitForHello() : null;
    running = null;
    loan.giveBack();
    connection.lend(false);
    if (hello === null || (await hello)) done(outcome);
    else done({ kind: 'failed', fault: { code: 'no-hello', detail: '' }, unchanged: false });
  }

  function waitForHello(): Promise<boolean> {
    return new Promise((resolve) => {
      const callOff = around.clock.after(HELLO_WITHIN_MS, () => resolve(false));
      connection.onNextHello(() => {
        callOff();
        resolve(true);
      });
    });
  }

  return {
    receive(message) {
      if (message.type === 'install') {
        void run(message);
        return;
      }
      if (running?.request !== message.request) return;
      const yes = message.type === 'confirm-install';
      if (!yes) running.cancelled = true;
      running.confirm?.(yes);
    },
  };
}
