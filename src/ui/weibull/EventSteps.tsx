import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { neighbourOf } from '../../state/viewStore.ts';
import { useBoard, useView } from '../tidemarkContext.ts';
import styles from './weibull.module.css';
import { NEIGHBOUR_WORDS } from './whyWords.ts';

/** To the event before the chosen one, and to the one after it. */
export function EventSteps(): ReactNode {
  const chosen = useView((state) => state.chosen);
  const jumpTo = useView((state) => state.jumpTo);
  const before = useBoard((state) => neighbourOf(state.events, chosen, -1));
  const after = useBoard((state) => neighbourOf(state.events, chosen, 1));
  return (
    <div className={styles.steps}>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!before}
        title={before ? NEIGHBOUR_WORDS.previousHint : NEIGHBOUR_WORDS.nonePrevious}
        onClick={() => before && jumpTo(before)}
      >
        {NEIGHBOUR_WORDS.previous}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!after}
        title={after ? NEIGHBOUR_WORDS.nextHint : NEIGHBOUR_WORDS.noneNext}
        onClick={() => after && jumpTo(after)}
      >
        {NEIGHBOUR_WORDS.next}
      </Button>
    </div>
  );
}
