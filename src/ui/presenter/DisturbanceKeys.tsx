import type { ReactNode } from 'react';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { DISTURBANCE_WORDS, expectationWords, hintWords } from '../virtualMachineWords.ts';
import styles from './presenter.module.css';
import { useDisturbances } from './useDisturbances.ts';
import { usePresenterKeys } from './usePresenterKeys.ts';
import { PRESENTER_WORDS } from './words.ts';

/** What can be done to the virtual machine, each by a button and a key; what to expect of it. */
export function DisturbanceKeys(): ReactNode {
  const { inject } = useTidemark();
  const { injections, isRunning } = useDisturbances();
  const done = useBoard((state) => state.injected?.injection ?? null);
  usePresenterKeys(window);
  if (injections.length === 0) return null;
  const expected = isRunning && done !== null && injections.includes(done) ? done : null;
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
        {expected && `${expectationWords(expected)}.`}
      </span>
    </section>
  );
}
