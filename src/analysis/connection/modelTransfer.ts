/** Brings a forest to the board in pieces, or takes it off: one piece at a time, each answered. */
import {
  type ModelPiece,
  modelPieces,
  NO_MODEL,
  type Answer as Reply,
} from '../../protocol/command.ts';
import type { Answer, Ask } from '../messages/calls.ts';
import type { ModelFailure, ModelOutcome } from '../messages/modelMessages.ts';
import type { BoardConnection } from './boardConnection.ts';

export interface ModelTransfers {
  start(asked: Ask<'model'>): void;
  /** What has been sent of it is never used; the board goes on with what it has. */
  cancel(request: number): void;
}

/** A model's file ends with its hash. */
const HASH = /\nz,([0-9a-f]{8})\n$/;

export function createModelTransfers(around: {
  readonly connection: Pick<BoardConnection, 'ask' | 'state'>;
  readonly post: (answer: Answer<'model'>) => void;
}): ModelTransfers {
  const { connection, post } = around;
  /** The only one: a newer takes its place. */
  let current: number | null = null;

  const onBoard = () => connection.state().identity?.model;

  const ask = (piece: ModelPiece): Promise<Reply> =>
    new Promise((answered) => connection.ask('model', piece, answered));

  const failed = (why: ModelFailure, words = '') =>
    ({ kind: 'failed', why, words, onBoard: onBoard() }) as const;

  /** With the last piece it may have taken the new one: nobody knows until it says so. */
  const unanswered = (isLast: boolean): ModelOutcome => {
    const outcome = failed('no-answer');
    return isLast ? { ...outcome, onBoard: undefined } : outcome;
  };

  async function transfer({ request, file }: Ask<'model'>): Promise<ModelOutcome> {
    const { kind, identity } = connection.state();
    if (kind !== 'tidemark' || !identity) return failed('no-board');
    if (!identity.can.includes('model')) return failed('cannot');
    const wanted = file === null ? null : HASH.exec(file)?.[1];
    if (wanted === undefined) return failed('not-whole');
    const pieces = file === null ? [NO_MODEL] : modelPieces(file);
    for (const [at, piece] of pieces.entries()) {
      if (current !== request) return failed('cancelled');
      const reply = await ask(piece);
      if (reply === null) return unanswered(at === pieces.length - 1);
      if (!reply.ok) return await refused(reply);
      post({
        type: 'progress',
        call: 'model',
        request,
        progress: { done: at + 1, of: pieces.length },
      });
    }
    // Its "ok" is a word; what it says that it has is what counts.
    return onBoard() === wanted ? { kind: 'done', hash: wanted } : failed('other-model');
  }

  /** A board that waits for another piece has started anew: it knows nothing of those before. */
  async function refused({ code, words }: Extract<Reply, { ok: false }>): Promise<ModelOutcome> {
    // What it goes on with, it says in its hello.
    await new Promise<Reply>((answered) => connection.ask('hello', {}, answered));
    const isOther = code === 'range' && words.startsWith('piece ');
    return failed(isOther ? 'broken-off' : 'refused', words);
  }

  return {
    start(asked) {
      const { request } = asked;
      current = request;
      void transfer(asked).then((result) => {
        if (current === request) current = null;
        post({ type: 'done', call: 'model', request, result });
      });
    },
    cancel(request) {
      if (current === request) current = null;
    },
  };
}
