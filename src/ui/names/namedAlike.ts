/** How far the board and the page call the same events the same. */
import type { BoardEventName } from '../../analysis/messages/modelMessages.ts';
import type { ForestName } from '../../analysis/messages/namingMessages.ts';

export interface NamedAlike {
  /** Events that both have named, or both called unknown or not. */
  readonly of: number;
  readonly agreed: number;
  /** The others, the newest first, at most so many as are listed. */
  readonly differing: readonly Differing[];
}

interface Differing {
  readonly event: number;
  readonly timeMs: number;
  /** Null: unknown. */
  readonly page: string | null;
  readonly board: string | null;
}

const MOST_LISTED = 20;

export function namedAlike(
  page: ReadonlyMap<number, ForestName>,
  board: ReadonlyMap<number, BoardEventName>,
): NamedAlike {
  const both = [...board.values()].flatMap(({ event, timeMs, name }) => {
    const its = page.get(event);
    return its ? { event, timeMs, page: its.name, board: name } : [];
  });
  const differing = both.filter((one) => one.page !== one.board);
  return {
    of: both.length,
    agreed: both.length - differing.length,
    differing: differing.toSorted((a, b) => b.timeMs - a.timeMs).slice(0, MOST_LISTED),
  };
}
