/** What the person asks of the board, each request with its outcome. */
import { PARAMETER_NAMES } from '../../detector/parameters.ts';
import type { CommandChanges, Operation, Answer as Reply } from '../../protocol/command.ts';
import type { Answer, Ask, CommandOutcome } from '../messages/calls.ts';
import type { BoardConnection } from './boardConnection.ts';
import { sendable } from './withheld.ts';

type CommandName = 'push' | 'save' | 'restart';

export interface CommandRequests {
  receive(message: Ask<CommandName>): void;
}

export function createCommandRequests(around: {
  readonly connection: BoardConnection;
  /** Lets the browser's detector alone forget what it has learned. */
  readonly restartHere: () => void;
  readonly post: (answer: Answer<CommandName>) => void;
}): CommandRequests {
  const { connection, restartHere, post } = around;

  function command(
    { type: call, request }: Ask<CommandName>,
    operation: Operation,
    changes: CommandChanges = {},
    then: (reply: Reply) => void = () => undefined,
  ): void {
    connection.ask(operation, changes, (reply) => {
      then(reply);
      post({ type: 'done', call, request, result: outcomeOf(reply) });
    });
  }

  function push({ request, channel, changes }: Ask<'push'>): void {
    const { identity } = connection.state();
    const wanted = { ...changes } as CommandChanges;
    const { changes: sent, withheld } = sendable(wanted, channel !== undefined, identity);
    const said = withheld.length > 0 ? { withheld } : {};
    const done = (result: CommandOutcome) =>
      post({
        type: 'done',
        call: 'push',
        request,
        result: result.ok ? { ...result, ...said } : result,
      });
    if (withheld.length > 0 && Object.keys(sent).length === 0) {
      done({ ok: true });
      return;
    }
    const pairs = channel === undefined ? sent : { ch: channel, ...sent };
    connection.ask('set', pairs, (reply) => done(outcomeOf(reply)));
  }

  function restart(asked: Ask<'restart'>): void {
    if (connection.state().kind !== 'tidemark' || connection.player()) {
      restartHere();
      post({ type: 'done', call: 'restart', request: asked.request, result: { ok: true } });
      return;
    }
    // Its reply stands where the board forgot: the reader lets both start at the same sample.
    command(asked, 'restart');
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'push':
          push(message);
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
