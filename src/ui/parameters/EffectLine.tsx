import type { ReactNode } from 'react';
import { formatAbout } from '../format.ts';
import { TERM_WORDS, TERMS } from '../terms.ts';
import { useBoard } from '../tidemarkContext.ts';
import { FOUND_WORDS } from './effectWords.ts';
import styles from './parameters.module.css';

/** What these parameters find in the samples in memory, against what the board found. */
export function EffectLine(): ReactNode {
  const found = useBoard((state) => state.health?.found ?? null);
  if (!found) return <p className={styles.effect}>{FOUND_WORDS.notYet}</p>;
  return (
    <p className={styles.effect} title={title()}>
      {FOUND_WORDS.found(
        FOUND_WORDS.tally(found.browser),
        formatAbout(found.overMs),
        found.board && FOUND_WORDS.tally(found.board),
      )}
    </p>
  );
}

const title = (): string =>
  (['outlier', 'alarm', 'collective'] as const)
    .map((term) => `${TERM_WORDS[term]}: ${TERMS[term]}`)
    .join('\n');
