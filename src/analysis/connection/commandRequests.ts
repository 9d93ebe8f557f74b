/** What the person asks of the board, each request with its outcome. */
import { PARAMETER_NAMES, type Parameters } from '../../detector/parameters.ts';
import type { Answer, Operation } from '../../protocol/command.ts';
import type { CommandOutcome, FromWorker, ToWorker } from '../messages/messages.ts';
import type { BoardConnection } from './boardConnection.ts';

export interface CommandRequests {
  receive(message: Extract<ToWorker, { type: 'push' | 'save' | 'restart' }>): void;
}

export function createCommandRequests(around: {
  readonly connection: BoardConnection;
  /** Lets the browser's detector alone forget what it has learned. */
  readonly restartHere: () => void;
  readonly post: (message: FromWorker) => void;
}): CommandRequests {
  const { connection, restartHere, post } = around;

  function command(
    request: number,
    operation: Operation,
    changes: Partial<Parameters> = {},
    then: (answer: Answer) => void = () => undefined,
  ): void {
    connection.ask(operation, changes, (answer) => {
      then(answer);
      post({ type: 'command-done', request, outcome: outcomeOf(answer) });
    });
  }

  function restart(request: number): void {
    if (connection.state().kind !== 'tidemark' || connection.player()) {
      restartHere();
      post({ type: 'command-done', request, outcome: { ok: true } });
      return;
    }
    // Its reply stands where the board forgot: the reader lets both start at the same sample.
    command(request, 'restart');
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'push':
          command(message.request, 'set', message.changes);
          return;
        case 'save':
          // Asked for its hello, the board tells that it has saved.
          command(message.request, 'save', {}, (answer) => {
            if (answer?.ok) connection.ask('hello', {}, () => undefined);
          });
          return;
        case 'restart':
          restart(message.request);
          return;
        default:
          message satisfies never;
      }
    },
  };
}

/** The board's answer to a command as the page hears it. */
function outcomeOf(answer: Answer): CommandOutcome {
  if (answer === null) {
    return { ok: false, fault: { code: 'no-answer', detail: '' }, parameter: null, words: '' };
  }
  if (answer.ok) return answer;
  return {
    ok: false,
    fault: { code: 'refused', detail: answer.code },
    parameter: PARAMETER_NAMES.find((name) => name === answer.parameter) ?? null,
    words: answer.words,
  };
}
