import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, usePreferences, useTuning } from '../tidemarkContext.ts';
import { SEVERAL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';
import { isForTogether } from './together.ts';

/** Offered once to each person, when a board has several channels for the first time. */
export function TogetherOffer(): ReactNode {
  const count = useBoard(
    ({ channels }) => channels.filter(({ derived }) => derived === undefined).length,
  );
  const offered = usePreferences((state) => state.togetherOffered);
  const prefer = usePreferences((state) => state.prefer);
  const together = useTuning((state) => state.together);
  const judgeTogether = useTuning((state) => state.judgeTogether);
  if (offered || together || !isForTogether(count)) return null;
  return (
    <div className={styles.offer}>
      <ReasonedButton
        size="compact-xs"
        variant="default"
        reason={null}
        hint={SEVERAL_WORDS.offerHint}
        onClick={() => {
          judgeTogether(true);
          prefer({ togetherOffered: true });
        }}
      >
        {SEVERAL_WORDS.offer(count)}
      </ReasonedButton>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={SEVERAL_WORDS.notNowOf}
        onClick={() => prefer({ togetherOffered: true })}
      >
        {SEVERAL_WORDS.notNow}
      </Button>
    </div>
  );
}
