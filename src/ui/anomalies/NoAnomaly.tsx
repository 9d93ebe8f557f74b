import type { ReactNode } from 'react';
import { periodMsOf } from '../causeWords.ts';
import { learningWords, normalWords } from '../learningWords.ts';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import styles from './anomalyList.module.css';
import { ANOMALY_WORDS } from './anomalyWords.ts';

/** In the place of the list: what is still being learned, and what will never be in it. */
export function NoAnomaly(): ReactNode {
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const slowest = useBoard(({ fits }) => {
    const learning = [...fits.values()].filter((fit) => fit.weibull === null);
    return learning.toSorted((a, b) => a.maxima.length - b.maxima.length)[0] ?? null;
  });
  const { maxima, block } = useTuning((state) => state.browser);
  const streams = useBoard((state) => state.channels.length > 0);
  if (!streams) return <p className={styles.none}>{ANOMALY_WORDS.none}</p>;
  const left = slowest ? (slowest.needed - slowest.maxima.length) * block : 0;
  return (
    <div className={styles.empty}>
      <p>
        {slowest
          ? ANOMALY_WORDS.nothingYet(
              learningWords(slowest.maxima.length, slowest.needed, periodMs && left * periodMs),
            )
          : ANOMALY_WORDS.none}
      </p>
      <p>{normalWords(maxima * block, periodMs)}</p>
    </div>
  );
}
