/**
 * Lends the board's line to the installer, one installation at a time, and takes it back. An
 * installation has gone well when the board has said hello afterwards.
 */
import { runInstaller } from '../../board/installer/firmwareInstaller.ts';
import type { Firmware } from '../../board/installer/installLayout.ts';
import type { InstallOutcome } from '../../board/installer/installPlan.ts';
import { type Clock, createReplInbox } from '../../board/installer/replInbox.ts';
import type { Answer, Ask, Calls } from '../messages/calls.ts';
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
  start(asked: Ask<'install'>): void;
  /** The plan of this call is what the person wants. */
  confirm(request: number): void;
  cancel(request: number): void;
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
  post: (answer: Answer<'install'>) => void,
): Installations {
  let running: Running | null = null;

  async function run({ request, action, mayInterrupt }: Ask<'install'>): Promise<void> {
    const done = (result: InstallOutcome) =>
      post({ type: 'done', call: 'install', request, result });
    const tell = (progress: Calls['install']['progress']) =>
      post({ type: 'progress', call: 'install', request, progress });
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
      mayInterrupt,
      loadFirmware: around.loadFirmware,
      isCancelled: () => mine.cancelled,
      progress: (progress) => tell({ kind: 'progressed', progress }),
      confirm: (plan) =>
        new Promise((resolve) => {
          mine.confirm = resolve;
          tell({ kind: 'planned', plan });
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
    start: (asked) => void run(asked),
    confirm(request) {
      if (running?.request === request) running.confirm?.(true);
    },
    cancel(request) {
      if (running?.request !== request) return;
      running.cancelled = true;
      running.confirm?.(false);
    },
  };
}
