/** What forests call an event: the page's, the board's, or both. */
import { spoken } from '../../language/spoken.ts';
import { classShown } from '../classNameWords.ts';
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
  readonly by: 'forest' | 'board' | 'both';
  /** What the board says, where that is something else; else null. */
  readonly board: Said | null;
}

/** The page's forest goes first; null when neither has said anything. */
export function givenName(page: Said | null, board: Said | null): GivenName | null {
  if (page && board) {
    const isSame = page.name === board.name;
    return { ...page, by: isSame ? 'both' : 'forest', board: isSame ? null : board };
  }
  if (page) return { ...page, by: 'forest', board: null };
  return board && { ...board, by: 'board', board: null };
}

/** `spike, named by the forest, 82 %`. */
export function givenWords({ name, share, by, board }: GivenName): string {
  const said = GIVEN_WORDS[by](nameWords(name), formatPercent(share));
  if (!board) return said;
  return GIVEN_WORDS.otherwise(said, nameWords(board.name), formatPercent(board.share));
}

const nameWords = (name: string | null): string =>
  name === null ? GIVEN_WORDS.unknown : isolated(classShown(name));

const GIVEN_WORDS = spoken({
  en: {
    unknown: 'unknown',
    forest: (name: string, share: string) => `${name}, named by the forest, ${share}`,
    board: (name: string, share: string) => `${name}, named by the board, ${share}`,
    both: (name: string, share: string) => `${name}, named by forest and board, ${share}`,
    otherwise: (said: string, name: string, share: string) =>
      `${said}; the board says ${name}, ${share}`,
  },
  pt: {
    unknown: 'desconhecido',
    forest: (name, share) => `${name}, nome dado pela floresta, ${share}`,
    board: (name, share) => `${name}, nome dado pela placa, ${share}`,
    both: (name, share) => `${name}, nome dado pela floresta e pela placa, ${share}`,
    otherwise: (said, name, share) => `${said}; a placa diz ${name}, ${share}`,
  },
});
