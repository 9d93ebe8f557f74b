import type { ReactNode } from 'react';
import { useForest, useStudies } from '../tidemarkContext.ts';
import { AgreementSection } from './AgreementSection.tsx';
import { ModelSection } from './ModelSection.tsx';
import styles from './names.module.css';
import { NAMES_WORDS, refusalWords } from './namesWords.ts';
import { PushSection } from './PushSection.tsx';
import { TrainedReport } from './TrainedReport.tsx';
import { TrainSection } from './TrainSection.tsx';

/** A forest that names events: trained here, with how good it is, and the model in force. */
export function NamesView(): ReactNode {
  const run = useStudies((state) => state.runs.train);
  const used = useForest((state) => state.used);
  const result = run.phase === 'done' ? run.result : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.view} aria-label={NAMES_WORDS.region} tabIndex={0}>
      {!used && run.phase === 'idle' && <p className={styles.soft}>{NAMES_WORDS.intro}</p>}
      <TrainSection />
      <div role="status">
        {result?.kind === 'cancelled' && <p className={styles.soft}>{NAMES_WORDS.cancelled}</p>}
        {result?.kind === 'failed' && <p className={styles.soft}>{NAMES_WORDS.noSamples}</p>}
        {result?.kind === 'refused' && (
          <p className={styles.refused}>{refusalWords(result.fault)}</p>
        )}
        {run.phase === 'done' && run.outdated && (
          <p className={styles.soft}>{NAMES_WORDS.outdated}</p>
        )}
      </div>
      {result?.kind === 'train' && <TrainedReport trained={result} />}
      <ModelSection />
      <PushSection />
      <AgreementSection />
    </section>
  );
}
