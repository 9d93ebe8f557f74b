import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, usePreferences, useTuning } from '../tidemarkContext.ts';
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
        hint="One more channel, which finds what none shows alone. It stays under Several channels"
        onClick={() => {
          judgeTogether(true);
          prefer({ togetherOffered: true });
        }}
      >
        Judge the {count} channels together, too
      </ReasonedButton>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label="Not now: judge them together"
        onClick={() => prefer({ togetherOffered: true })}
      >
        Not now
      </Button>
    </div>
  );
}
