import type { ReactNode } from 'react';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useTidemark } from '../tidemarkContext.ts';
import { useDisturbed } from '../useDisturbed.ts';
import { DISTURBANCE_WORDS, hintWords } from '../virtualMachineWords.ts';
import styles from './presenter.module.css';
import { useDisturbances } from './useDisturbances.ts';
import { usePresenterKeys } from './usePresenterKeys.ts';
import { PRESENTER_WORDS } from './words.ts';

/** What can be done to the virtual machine, each by a button and a key; what becomes of it. */
export function DisturbanceKeys(): ReactNode {
  const { inject } = useTidemark();
  const { injections, isRunning } = useDisturbances();
  const disturbed = useDisturbed();
  usePresenterKeys(window);
  if (injections.length === 0) return null;
  return (
    <section className={styles.disturbances} aria-label={PRESENTER_WORDS.disturb}>
      {injections.map((injection, place) => (
        <ReasonedButton
          key={injection}
          variant="default"
          className={styles.button}
          reason={isRunning ? null : PRESENTER_WORDS.notRunning}
          hint={hintWords(injection)}
          onClick={() => inject(injection)}
        >
          <kbd className={styles.key}>{place + 1}</kbd> {DISTURBANCE_WORDS[injection].word}
        </ReasonedButton>
      ))}
      <span role="status" className={styles.expected}>
        {isRunning && disturbed !== null && `${disturbed}.`}
      </span>
    </section>
  );
}
