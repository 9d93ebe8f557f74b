/** Whose samples they are, for a title. */
import type { BoardState } from '../state/boardStore.ts';

export function sourceName({ connection, source }: BoardState): string {
  if (source?.kind === 'replay') return source.title;
  return connection.identity?.board || (source?.kind === 'virtual' ? 'Virtual board' : 'Board');
}
