import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { useBoard, usePreferences, useTuning } from '../tidemarkContext.ts';

const FEWEST_TOGETHER = 2;
const MOST_TOGETHER = 8;

/** Offered once to each person, when a board has several channels for the first time. */
export function TogetherNotice(): ReactNode {
  const count = useBoard(
    ({ channels }) => channels.filter(({ derived }) => derived === undefined).length,
  );
  // Not while there is nothing to judge yet.
  const hasFit = useBoard(({ fits }) => [...fits.values()].some(({ weibull }) => weibull));
  const offered = usePreferences((state) => state.togetherOffered);
  const prefer = usePreferences((state) => state.prefer);
  const together = useTuning((state) => state.together);
  const judgeTogether = useTuning((state) => state.judgeTogether);
  const isOffered = hasFit && count >= FEWEST_TOGETHER && count <= MOST_TOGETHER;
  if (offered || together || !isOffered) return null;
  const answered = (): void => prefer({ togetherOffered: true });
  return (
    <NoticeLine
      tone="good"
      title={`These ${count} channels can be judged together, too`}
      advice="That finds what none shows alone. It stays under Several channels."
      detail=""
      onDismiss={answered}
    >
      <Button
        size="compact-sm"
        onClick={() => {
          judgeTogether(true);
          answered();
        }}
      >
        Judge together
      </Button>
    </NoticeLine>
  );
}
