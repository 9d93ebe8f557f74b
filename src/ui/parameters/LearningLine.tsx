import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { periodMsOf } from '../causeWords.ts';
import { learningLines } from '../learningWords.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { PANEL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';

/** How to read the limits now: wide, blinded, or watchers that have not learned yet. */
export function LearningLine(): ReactNode {
  const { restartLearning } = useTidemark();
  const learning = useBoard((state) => state.learning);
  const channels = useBoard((state) => state.channels);
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const phase = useBoard((state) => state.connection.phase);
  const canRestart = phase === 'streaming' || phase === 'silent';
  return learningLines(learning, channels, periodMs).map(({ words, names, restart }) => (
    <p key={words} className={styles.effect}>
      {channels.length > 1 && (
        <>
          <OutsideText>{names.join(', ')}</OutsideText>:{' '}
        </>
      )}
      {words}
      {canRestart && restart && (
        <Button size="compact-xs" variant="subtle" onClick={() => void restartLearning()}>
          {PANEL_WORDS.restartLearning}
        </Button>
      )}
    </p>
  ));
}
