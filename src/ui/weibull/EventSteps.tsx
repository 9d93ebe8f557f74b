import type { ReactNode } from 'react';
import { neighbourOf } from '../../state/viewStore.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { PanelLink } from '../PanelLink.tsx';
import { useBoard, useView } from '../tidemarkContext.ts';
import styles from './weibull.module.css';
import { NEIGHBOUR_WORDS } from './whyWords.ts';

/** To the event before the chosen one, and to the one after it. */
export function EventSteps(): ReactNode {
  const chosen = useView((state) => state.chosen);
  const jumpTo = useView((state) => state.jumpTo);
  const chooseLowerTab = useView((state) => state.chooseLowerTab);
  const before = useBoard((state) => neighbourOf(state.events, chosen, -1));
  const after = useBoard((state) => neighbourOf(state.events, chosen, 1));
  return (
    <div className={styles.steps}>
      <ReasonedButton
        size="compact-xs"
        variant="default"
        reason={before ? null : NEIGHBOUR_WORDS.nonePrevious}
        hint={NEIGHBOUR_WORDS.previousHint}
        onClick={() => before && jumpTo(before)}
      >
        {NEIGHBOUR_WORDS.previous}
      </ReasonedButton>
      <ReasonedButton
        size="compact-xs"
        variant="default"
        reason={after ? null : NEIGHBOUR_WORDS.noneNext}
        hint={NEIGHBOUR_WORDS.nextHint}
        onClick={() => after && jumpTo(after)}
      >
        {NEIGHBOUR_WORDS.next}
      </ReasonedButton>
      <PanelLink panel="lower" open={() => chooseLowerTab('anomalies')}>
        {NEIGHBOUR_WORDS.toList}
      </PanelLink>
    </div>
  );
}
