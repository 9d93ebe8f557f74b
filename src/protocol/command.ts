/**
 * Commands from the host, and the bookkeeping that gets each of them exactly one answer: asked
 * with the same id every second, three times in all, then given up (firmware/README.md).
 */
import { checkedLine } from './checksum.ts';
import type { Reply } from './firmwareMessages.ts';

/** What a board can be asked for; firmware/README.md says what each does. */
export type Operation =
  | 'hello'
  | 'get'
  | 'set'
  | 'save'
  | 'model'
  | 'restart'
  | 'start'
  | 'stop'
  | 'ping';

/**
 * Names and values behind a `set`, in this order: of the whole board, or with `ch` first of one
 * channel, where null takes an override away.
 */
export type CommandChanges = Readonly<Record<string, number | string | null>>;

/** A piece of a model's file, behind `model`: its number, how many there are, base64. */
export type ModelPiece = readonly [piece: number, of: number, data: string];

/** Takes the model off the board. */
export const NO_MODEL: ModelPiece = [0, 0, ''];

/** Letters of base64 in a piece. */
const PIECE_LETTERS = 160;

/** A model's file, which is ASCII, in pieces; to be asked for one after the other. */
export function modelPieces(text: string): ModelPiece[] {
  const data = btoa(text);
  const of = Math.ceil(data.length / PIECE_LETTERS);
  return Array.from({ length: of }, (_, at) => [
    at + 1,
    of,
    data.slice(at * PIECE_LETTERS, (at + 1) * PIECE_LETTERS),
  ]);
}

const ANSWER_WITHIN_MS = 1000;
const MOST_ASKED = 3;

/** One command line with its sum and end, e.g. `set,7,gamma=2.5*4A\n`. */
export function formatCommand(
  operation: Operation,
  id: number,
  said: CommandChanges | ModelPiece = {},
): string {
  const fields = isPiece(said)
    ? said
    : Object.entries(said).map(([name, value]) => `${name}=${value ?? ''}`);
  return checkedLine([operation, id, ...fields].join());
}

const isPiece = (said: CommandChanges | ModelPiece): said is ModelPiece => Array.isArray(said);

/** The board's reply, or null when it never answered. */
export type Answer = Reply | null;

interface Pending {
  readonly line: string;
  readonly answered: (answer: Answer) => void;
  sentAtMs: number;
  asked: number;
}

/** Commands that wait for their answer. Times are ms of any one clock. */
export interface PendingCommands {
  /** Sends a command; `answered` is called exactly once. */
  ask(
    operation: Operation,
    said: CommandChanges | ModelPiece,
    nowMs: number,
    answered: (answer: Answer) => void,
  ): void;
  /** A reply came in. Replies to nobody are ignored. */
  reply(id: string, reply: Reply): void;
  /** Call now and then: asks again what is overdue, gives up what was asked often enough. */
  tick(nowMs: number): void;
  /** The link is gone: everything pending is answered with null. */
  giveUp(): void;
}

/**
 * `firstId` should differ between runs of the page: a board remembers the last ids that it answered,
 * and would take a new command under an old id for a repetition.
 */
export function createPendingCommands(
  send: (line: string) => void,
  firstId: number,
): PendingCommands {
  const pending = new Map<string, Pending>();
  let nextId = firstId;

  function finish(id: string, answer: Answer): void {
    const entry = pending.get(id);
    if (!entry) return;
    pending.delete(id);
    entry.answered(answer);
  }

  return {
    ask(operation, said, nowMs, answered) {
      const id = nextId++;
      const line = formatCommand(operation, id, said);
      pending.set(String(id), { line, answered, sentAtMs: nowMs, asked: 1 });
      send(line);
    },
    reply: finish,
    tick(nowMs) {
      for (const [id, entry] of [...pending]) {
        if (nowMs - entry.sentAtMs < ANSWER_WITHIN_MS) continue;
        if (entry.asked === MOST_ASKED) {
          finish(id, null);
          continue;
        }
        entry.asked += 1;
        entry.sentAtMs = nowMs;
        send(entry.line);
      }
    },
    giveUp() {
      for (const id of [...pending.keys()]) finish(id, null);
    },
  };
}
