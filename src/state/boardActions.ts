/** What the person asks of the board: parameters to use and to keep, learning, lines, mischief. */
import type { AnalysisClient } from '../analysis/client/client.ts';
import type { CommandOutcome } from '../analysis/messages/calls.ts';
import type { Injection } from '../board/virtualMachines.ts';
import { differingParameters, type Parameters } from '../detector/parameters.ts';
import type { NoticeStore } from './noticeStore.ts';
import type { Asking, TuningStore } from './tuningStore.ts';

export interface BoardActions {
  /** Sends the board what differs from what it confirmed. */
  push(): Promise<void>;
  save(): Promise<void>;
  restartLearning(): Promise<void>;
  sendLine(text: string): void;
  /** Starts the board's program again, where MicroPython's prompt stands. */
  restartProgram(): void;
  /** The names of the sketch that is connected: what it prints next begins anew. */
  forgetChannels(): void;
  inject(injection: Injection): void;
  pullPlug(): void;
}

export function createBoardActions(
  client: AnalysisClient,
  tuning: TuningStore,
  notices: NoticeStore,
): BoardActions {
  async function ask(
    asking: Asking,
    command: () => Promise<CommandOutcome>,
    done: string,
  ): Promise<CommandOutcome> {
    tuning.getState().ask(asking);
    const outcome = await command();
    tuning.getState().ask(null);
    if (outcome.ok) notices.getState().reportDone(done);
    else if (!outcome.parameter) notices.getState().reportFault(outcome.fault, outcome.words);
    return outcome;
  }

  return {
    push: async () => {
      const { editing, board: confirmed } = tuning.getState();
      if (!confirmed) return;
      const names = differingParameters(editing, confirmed);
      const changes: Partial<Parameters> = Object.fromEntries(
        names.map((name) => [name, editing[name]]),
      );
      const outcome = await ask('push', () => client.push(changes), 'The board confirmed.');
      tuning.getState().pushed(outcome);
    },
    save: async () => {
      await ask('save', () => client.save(), 'Saved on the board: it keeps this without power.');
    },
    restartLearning: async () => {
      await ask('restart', () => client.restart(), 'Learning starts again.');
    },
    sendLine: (text) => client.sendLine(text),
    restartProgram: () => client.restartProgram(),
    forgetChannels: () => client.forgetChannels(),
    inject: (injection) => client.inject(injection),
    pullPlug: () => client.pullPlug(),
  };
}
