/** Whose samples they are, for a title. */

import { spoken } from '../language/spoken.ts';
import type { BoardState } from '../state/boardStore.ts';
import { boardShown } from './virtualMachineWords.ts';

export function sourceName({ connection, source }: BoardState): string {
  if (source?.kind === 'replay') return source.title;
  return (
    boardShown(connection.identity?.board ?? '') ||
    (source?.kind === 'virtual' ? SOURCE_WORDS.virtual : SOURCE_WORDS.board)
  );
}

const SOURCE_WORDS = spoken({
  en: { virtual: 'Virtual board', board: 'Board' },
  pt: { virtual: 'Placa virtual', board: 'Placa' },
});
