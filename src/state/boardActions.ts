/** What the person asks of the board: parameters to use and to keep, learning, lines, mischief. */
import type { AnalysisClient } from '../analysis/client/client.ts';
import type { CommandOutcome, PushedChanges } from '../analysis/messages/calls.ts';
import type { Injection } from '../board/virtualMachines.ts';
import {
  differingParameters,
  type ParameterName,
  type Parameters,
} from '../detector/parameters.ts';
import { ownChanges } from './ownParameters.ts';
import { STATE_WORDS } from './stateWords.ts';
import type { Stores } from './stores.ts';
import type { Asking, TuningState } from './tuningStore.ts';

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
  { board, tuning, notices }: Pick<Stores, 'board' | 'tuning' | 'notices'>,
): BoardActions {
  /** One command after the other; the first that is refused ends it. */
  async function pushAll(all: readonly PushedChanges[]): Promise<CommandOutcome> {
    const withheld: ParameterName[] = [];
    for (const changes of all) {
      const outcome = await (changes.channel === undefined
        ? client.push(changes.changes)
        : client.pushOwn(changes.channel, changes.changes));
      if (!outcome.ok) return outcome;
      withheld.push(...(outcome.withheld ?? []));
    }
    return { ok: true, withheld };
  }

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
      const state = tuning.getState();
      if (!state.board) return;
      const changes = pushedChanges(state, board.getState().channels);
      const outcome = await ask('push', () => pushAll(changes), STATE_WORDS.pushed);
      tuning.getState().pushed(outcome);
    },
    save: async () => {
      const outcome = await ask('save', () => client.save(), STATE_WORDS.saved);
      if (outcome.ok) tuning.getState().saved();
    },
    restartLearning: async () => {
      await ask('restart', () => client.restart(), STATE_WORDS.learning);
    },
    sendLine: (text) => client.sendLine(text),
    restartProgram: () => client.restartProgram(),
    forgetChannels: () => client.forgetChannels(),
    inject: (injection) => {
      board.getState().inject(injection, Date.now());
      client.inject(injection);
    },
    pullPlug: () => client.pullPlug(),
  };
}

/** What differs from what the board confirmed: of all, then channel by channel. */
function pushedChanges(
  { editing, own, board, boardOwn }: TuningState,
  channels: readonly { readonly boardName: string }[],
): PushedChanges[] {
  const names = board ? differingParameters(editing, board) : [];
  const general: Partial<Parameters> = Object.fromEntries(
    names.map((name) => [name, editing[name]]),
  );
  const single = channels.flatMap(({ boardName: name }, channel) => {
    const changes = ownChanges(own, boardOwn, name);
    return changes ? [{ channel, changes }] : [];
  });
  return names.length > 0 || single.length === 0 ? [{ changes: general }, ...single] : single;
}
