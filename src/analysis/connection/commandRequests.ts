/** What the person asks of the board, each request with its outcome. */
import type { FaultCode } from '../../board/fault.ts';
import type { ChannelParameters } from '../../detector/channelParameters.ts';
import { PARAMETER_NAMES, type Parameters } from '../../detector/parameters.ts';
import type { CommandChanges, Operation, Answer as Reply } from '../../protocol/command.ts';
import type { Answer, Ask, CommandOutcome } from '../messages/calls.ts';
import type { BoardConnection } from './boardConnection.ts';
import { createReadBack } from './readBack.ts';
import { sendable } from './withheld.ts';

type CommandName = 'push' | 'save' | 'restart';

export interface CommandRequests {
  /** The board says what it uses. */
  boardSays(parameters: Parameters): void;
  /** It says what one of its channels has of its own. */
  ownSays(channel: number, own: ChannelParameters): void;
  receive(message: Ask<CommandName>): void;
}

export function createCommandRequests(around: {
  readonly connection: BoardConnection;
  /** Lets the browser's detector alone forget what it has learned. */
  readonly restartHere: () => void;
  readonly post: (answer: Answer<CommandName>) => void;
}): CommandRequests {
  const { connection, restartHere, post } = around;
  const readBack = createReadBack();

  const ask = (operation: Operation, changes: CommandChanges = {}): Promise<Reply> =>
    new Promise((answered) => connection.ask(operation, changes, answered));

  async function command(
    { type: call, request }: Ask<CommandName>,
    outcome: Promise<CommandOutcome>,
  ): Promise<void> {
    post({ type: 'done', call, request, result: await outcome });
  }

  /** Its "ok" is a word; what it says that it uses is what counts. */
  async function push({ channel, changes }: Ask<'push'>): Promise<CommandOutcome> {
    const { identity } = connection.state();
    const { sent, withheld } = sendable({ ...changes }, channel !== undefined, identity);
    const done: CommandOutcome = withheld.length > 0 ? { ok: true, withheld } : { ok: true };
    if (withheld.length > 0 && Object.keys(sent).length === 0) return done;
    readBack.forget();
    const reply = await ask('set', channel === undefined ? sent : { ch: channel, ...sent });
    if (!reply?.ok) return outcomeOf(reply);
    if (!readBack.hasSaid()) await ask('get');
    const still = readBack.others(sent, channel) ?? {};
    const isConfirmed = readBack.hasSaid() && Object.keys(still).length === 0;
    return isConfirmed ? done : { ...failed('not-applied'), still };
  }

  /** Asked for its hello, the board tells whether it has saved. */
  async function save(): Promise<CommandOutcome> {
    const reply = await ask('save');
    if (!reply?.ok) return outcomeOf(reply);
    const told = await ask('hello');
    if (!told?.ok) return outcomeOf(told);
    return connection.state().identity?.saved ? { ok: true } : failed('not-saved');
  }

  function restart(asked: Ask<'restart'>): void {
    if (connection.state().kind !== 'tidemark' || connection.player()) {
      restartHere();
      post({ type: 'done', call: 'restart', request: asked.request, result: { ok: true } });
      return;
    }
    // Its reply stands where the board forgot: the reader lets both start at the same sample.
    void command(asked, ask('restart').then(outcomeOf));
  }

  return {
    boardSays: readBack.boardSays,
    ownSays: readBack.ownSays,
    receive(message) {
      switch (message.type) {
        case 'push':
          void command(message, push(message));
          return;
        case 'save':
          void command(message, save());
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

function failed(code: FaultCode): Extract<CommandOutcome, { ok: false }> {
  return { ok: false, fault: { code, detail: '' }, parameter: null, words: '' };
}

/** The board's answer to a command as the page hears it. */
function outcomeOf(answer: Reply): CommandOutcome {
  if (answer === null) return failed('no-answer');
  if (answer.ok) return answer;
  return {
    ok: false,
    fault: { code: 'refused', detail: answer.code },
    parameter: PARAMETER_NAMES.find((name) => name === answer.parameter) ?? null,
    words: answer.words,
  };
}
