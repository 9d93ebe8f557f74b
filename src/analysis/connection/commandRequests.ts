/** What the person asks of the board, each request with its outcome. */
import type { FaultCode } from '../../board/fault.ts';
import {
  differingParameters,
  PARAMETER_NAMES,
  type Parameters,
} from '../../detector/parameters.ts';
import type { CommandChanges, Operation, Answer as Reply } from '../../protocol/command.ts';
import type { Answer, Ask, CommandOutcome } from '../messages/calls.ts';
import type { BoardConnection } from './boardConnection.ts';
import { sendable } from './withheld.ts';

type CommandName = 'push' | 'save' | 'restart';

export interface CommandRequests {
  /** The board says what it uses. */
  boardSays(parameters: Parameters): void;
  receive(message: Ask<CommandName>): void;
}

export function createCommandRequests(around: {
  readonly connection: BoardConnection;
  /** Lets the browser's detector alone forget what it has learned. */
  readonly restartHere: () => void;
  readonly post: (answer: Answer<CommandName>) => void;
}): CommandRequests {
  const { connection, restartHere, post } = around;
  /** What the board said since it was asked last; null when it said nothing. */
  let said: Parameters | null = null;

  const ask = (operation: Operation, changes: CommandChanges = {}): Promise<Reply> =>
    new Promise((answered) => connection.ask(operation, changes, answered));

  async function command(
    { type: call, request }: Ask<CommandName>,
    outcome: Promise<CommandOutcome>,
  ): Promise<void> {
    post({ type: 'done', call, request, result: await outcome });
  }

  /** What the board cannot take is not sent, and said. */
  async function push({ channel, changes }: Ask<'push'>): Promise<CommandOutcome> {
    const { identity } = connection.state();
    const { sent, withheld } = sendable({ ...changes }, channel !== undefined, identity);
    if (withheld.length > 0 && Object.keys(sent).length === 0) return { ok: true, withheld };
    const outcome = await (channel === undefined ? pushAll(sent) : pushOwn(channel, sent));
    return outcome.ok && withheld.length > 0 ? { ...outcome, withheld } : outcome;
  }

  async function pushOwn(channel: number, changes: CommandChanges): Promise<CommandOutcome> {
    return outcomeOf(await ask('set', { ch: channel, ...changes }));
  }

  /** Its "ok" is a word; what it says that it uses is what counts. */
  async function pushAll(changes: CommandChanges): Promise<CommandOutcome> {
    said = null;
    const reply = await ask('set', changes);
    if (!reply?.ok) return outcomeOf(reply);
    if (!said) await ask('get');
    return confirmed(changes, said);
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
    boardSays(parameters) {
      said = parameters;
    },
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

/** Whether a board that answered ok uses what it was sent. */
function confirmed(changes: CommandChanges, said: Parameters | null): CommandOutcome {
  if (!said) return { ...failed('not-applied'), still: {} };
  const sent = { ...said, ...changes } as Parameters;
  const names = differingParameters(sent, said).filter(
    (name) => !isNearest(sent[name], said[name]),
  );
  const still = Object.fromEntries(names.map((name) => [name, said[name]]));
  return names.length === 0 ? { ok: true } : { ...failed('not-applied'), still };
}

/** A board of 32-bit floats keeps, and says, the one that is nearest to what it was sent. */
function isNearest(sent: unknown, said: unknown): boolean {
  if (typeof sent !== 'number' || typeof said !== 'number') return false;
  return Math.abs(sent - said) <= Math.abs(sent) * SINGLE_PRECISION;
}

const SINGLE_PRECISION = 2 ** -22;

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
