/** All words of how far board and page agree on names. */
import { counted } from '../format.ts';

export const AGREEMENT_WORDS = {
  heading: 'Board and page',
  page: 'the page says',
  board: 'the board says',
  unknown: 'unknown',
  sentence: (agreed: number, of: number): string =>
    of === 0
      ? 'Board and page have named no event in common yet.'
      : `Board and page call ${agreed} of ${counted(of, 'event')} the same.`,
} as const;
