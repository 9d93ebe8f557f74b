import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { differingParameters } from '../../detector/parameters.ts';
import { parameterWord, valueWords } from '../parameterWords.ts';
import { useTuning } from '../tidemarkContext.ts';
import { ACTION_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';

/** So many are told by name. */
const MOST_NAMED = 3;

/** What was edited before this board came, and stays although it has something else. */
export function KeptLine(): ReactNode {
  const words = useTuning(({ kept, editing, board }) => {
    if (!kept || !board) return null;
    const differing = differingParameters(editing, board);
    const named = differing
      .slice(0, MOST_NAMED)
      .map((name) =>
        ACTION_WORDS.keptOne(
          parameterWord(name),
          valueWords(editing[name]),
          valueWords(board[name]),
        ),
      );
    const others =
      differing.length > MOST_NAMED ? ACTION_WORDS.keptMore(differing.length - MOST_NAMED) : '';
    return named.length === 0 ? ACTION_WORDS.keptOwn : named.join(', ') + others;
  });
  const revert = useTuning((state) => state.revert);
  if (words === null) return null;
  return (
    <p className={styles.kept} role="status">
      {ACTION_WORDS.kept(words)}{' '}
      <Button size="compact-xs" variant="default" onClick={revert}>
        {ACTION_WORDS.useBoards}
      </Button>
    </p>
  );
}
