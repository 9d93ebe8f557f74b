import type { ReactNode } from 'react';
import { isScored } from '../../detector/scores.ts';
import { scoresWords } from '../scoreWords.ts';
import { useBoard, useLabels } from '../tidemarkContext.ts';
import { PANEL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';

/** How well the browser's outliers match what the person labelled; nothing without labels. */
export function ScoresLine(): ReactNode {
  const scores = useBoard((state) => state.health?.scores ?? null);
  const count = useLabels((state) => state.labels.filter(isScored).length);
  if (count === 0 || !scores) return null;
  const { precision, recall, f1 } = scores;
  return (
    <p
      className={styles.effect}
      title={PANEL_WORDS.exactScores(String(precision), String(recall), String(f1))}
    >
      {PANEL_WORDS.scores(scoresWords(scores), count)}
    </p>
  );
}
