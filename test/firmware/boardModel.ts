/** A model on a board of the bench: sent in pieces, and what the board says of it. */
import type { Model } from '../../src/naming/model.ts';
import { writeModel } from '../../src/naming/writeModel.ts';
import { formatCommand, modelPieces } from '../../src/protocol/command.ts';
import { madeModel } from '../naming/madeForest.ts';
import type { BenchBoard } from './openBoard.ts';

let nextId = 1;

export const pieceLines = (text: string): string[] =>
  modelPieces(text).map((piece) => formatCommand('model', nextId++, piece).trimEnd());

/** Sends so many pieces of a file, each said `times` times; returns what the last was answered. */
export function sendModel(
  board: BenchBoard,
  text: string,
  most = Number.POSITIVE_INFINITY,
  times = 1,
): string[] {
  let answer: string[] = [];
  for (const line of pieceLines(text).slice(0, most)) {
    for (let time = 0; time < times; time++) answer = board.ask(line);
  }
  return answer;
}

/** Which model the board says it has. */
export const modelOn = (board: BenchBoard): string | undefined =>
  /,model=(\w+)/.exec(board.ask('hello')[0] ?? '')?.[1];

export const OLD_MODEL: Model = madeModel(['spike', 'step, "up"'], 5, 1);
export const NEW_MODEL: Model = madeModel(['spike', 'burst', 'Stoß ⚡'], 10, 2);
export const OLD_FILE = writeModel(OLD_MODEL);
export const NEW_FILE = writeModel(NEW_MODEL);
