import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { neighbourOf } from '../../state/viewStore.ts';
import { useBoard, useView } from '../tidemarkContext.ts';
import styles from './weibull.module.css';

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
        title={before ? 'The event before (P)' : 'There is no event before'}
        onClick={() => before && jumpTo(before)}
      >
        ◂ Previous
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!after}
        title={after ? 'The event after (N)' : 'There is no event after'}
        onClick={() => after && jumpTo(after)}
      >
        Next ▸
      </Button>
    </div>
  );
}
