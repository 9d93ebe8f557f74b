/** The person's commands to the board, each with its outcome, and what they mean on this side. */
import { PARAMETER_NAMES, type Parameters } from '../../detector/parameters.ts';
import type { Operation, Answer as Reply } from '../../protocol/command.ts';
import type { Recording } from '../judging/recording.ts';
import type { Answer, Ask, CommandOutcome } from '../messages/calls.ts';
import type { BoardConnection } from './boardConnection.ts';

type CommandName = 'push' | 'save' | 'restart';

export interface BoardCommands {
  receive(message: Ask<CommandName>): void;
}

export function createBoardCommands(around: {
  readonly connection: BoardConnection;
  readonly recording: () => Recording | null;
  /** The browser's detector alone has forgotten what it had learned. */
  readonly restarted: () => void;
  readonly post: (answer: Answer<CommandName>) => void;
}): BoardCommands {
  const { connection, recording, post } = around;

  function command(
    { type: call, request }: Ask<CommandName>,
    operation: Operation,
    changes: Partial<Parameters> = {},
    done: (reply: Reply) => void = () => undefined,
  ): void {
    connection.ask(operation, changes, (answer) => {
      done(answer);
      post({ type: 'done', call, request, result: outcomeOf(answer) });
    });
  }

  function restart(asked: Ask<'restart'>): void {
    if (connection.state().kind !== 'tidemark' || connection.player()) {
      recording()?.restart();
      around.restarted();
      post({ type: 'done', call: 'restart', request: asked.request, result: { ok: true } });
      return;
    }
    // The reply stands in the stream where the board forgot: both start at the same sample.
    command(asked, 'restart', {}, (answer) => {
      if (answer?.ok) recording()?.restart();
    });
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'push':
          command(message, 'set', message.changes);
          return;
        case 'save':
          // Asked for its hello, the board tells that it has saved.
          command(message, 'save', {}, (answer) => {
            if (answer?.ok) connection.ask('hello', {}, () => undefined);
          });
          return;
        case 'restart':
          restart(message);
          return;
        default:
          message satisfies never;
      }
    },
  };
}

/** The board's answer to a command as the page hears it. */
function outcomeOf(answer: Reply): CommandOutcome {
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
