/** The person's commands to the board, each with its outcome, and what they mean on this side. */
import { PARAMETER_NAMES, type Parameters } from '../../detector/parameters.ts';
import type { Answer, Operation } from '../../protocol/command.ts';
import type { Recording } from '../judging/recording.ts';
import type { CommandOutcome, FromWorker, ToWorker } from '../messages/messages.ts';
import type { BoardConnection } from './boardConnection.ts';

export interface BoardCommands {
  receive(message: Extract<ToWorker, { type: 'push' | 'save' | 'restart' }>): void;
}

export function createBoardCommands(around: {
  readonly connection: BoardConnection;
  readonly recording: () => Recording | null;
  /** The browser's detector alone has forgotten what it had learned. */
  readonly restarted: () => void;
  readonly post: (message: FromWorker) => void;
}): BoardCommands {
  const { connection, recording, post } = around;

  function command(
    request: number,
    operation: Operation,
    changes: Partial<Parameters> = {},
    done: (answer: Answer) => void = () => undefined,
  ): void {
    connection.ask(operation, changes, (answer) => {
      done(answer);
      post({ type: 'command-done', request, outcome: outcomeOf(answer) });
    });
  }

  function restart(request: number): void {
    if (connection.state().kind !== 'tidemark' || connection.player()) {
      recording()?.restart();
      around.restarted();
      post({ type: 'command-done', request, outcome: { ok: true } });
      return;
    }
    // The reply stands in the stream where the board forgot: both start at the same sample.
    command(request, 'restart', {}, (answer) => {
      if (answer?.ok) recording()?.restart();
    });
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
