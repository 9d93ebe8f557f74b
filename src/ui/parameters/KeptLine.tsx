import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { differingParameters } from '../../detector/parameters.ts';
import { formatParameter } from '../format.ts';
import { useTuning } from '../tidemarkContext.ts';
import styles from './parameters.module.css';
import { parameterWord } from './parameterWords.ts';

/** So many are told by name. */
const MOST_NAMED = 3;

/** What was edited before this board came, and stays although it has something else. */
export function KeptLine(): ReactNode {
  const words = useTuning(({ kept, editing, board }) => {
    if (!kept || !board) return null;
    const differing = differingParameters(editing, board);
    const named = differing
      .slice(0, MOST_NAMED)
      .map(
        (name) =>
          `${parameterWord(name)} ${formatParameter(editing[name])} (board: ${formatParameter(board[name])})`,
      );
    const others =
      differing.length > MOST_NAMED ? `, and ${differing.length - MOST_NAMED} more` : '';
    return named.length === 0
      ? 'what single channels have of their own'
      : named.join(', ') + others;
  });
  const revert = useTuning((state) => state.revert);
  if (words === null) return null;
  return (
    <p className={styles.kept} role="status">
      Kept from before, not on this board: {words}.{' '}
      <Button size="compact-xs" variant="default" onClick={revert}>
        Use the board’s
      </Button>
    </p>
  );
}
