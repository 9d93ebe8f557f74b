/** What forests call an event: the page's, the board's, or both. */
import { formatPercent } from '../format.ts';
import { isolated } from '../OutsideText.tsx';

/** What one forest says. */
export interface Said {
  /** Null: too few trees are for any class. */
  readonly name: string | null;
  /** Of the trees, 0..1. */
  readonly share: number;
}

export interface GivenName extends Said {
  readonly by: 'forest' | 'board' | 'forest and board';
  /** What the board says, where that is something else; else null. */
  readonly board: Said | null;
}

/** The page's forest goes first; null when neither has said anything. */
export function givenName(page: Said | null, board: Said | null): GivenName | null {
  if (page && board) {
    const isSame = page.name === board.name;
    return { ...page, by: isSame ? 'forest and board' : 'forest', board: isSame ? null : board };
  }
  if (page) return { ...page, by: 'forest', board: null };
  return board && { ...board, by: 'board', board: null };
}

/** `spike, named by the forest and the board, 82 %`. */
export function givenWords({ name, share, by, board }: GivenName): string {
  const whose = {
    forest: 'the forest',
    board: 'the board',
    'forest and board': 'forest and board',
  };
  const said = `${nameWords(name)}, named by ${whose[by]}, ${formatPercent(share)}`;
  if (!board) return said;
  return `${said}; the board says ${nameWords(board.name)}, ${formatPercent(board.share)}`;
}

const nameWords = (name: string | null): string => (name === null ? 'unknown' : isolated(name));
