import type { ReactNode } from 'react';
import { MOST_LABELS } from '../../analysis/messages/studyMessages.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useLabels } from '../tidemarkContext.ts';
import styles from './signal.module.css';
import { LABEL_WORDS } from './signalWords.ts';

/** While labelling: how it is done, how many there are, and the way back. */
export function LabelBar(): ReactNode {
  const count = useLabels((state) => state.labels.length);
  const undoable = useLabels((state) => state.undoSteps.length > 0);
  const undo = useLabels((state) => state.undo);
  const clear = useLabels((state) => state.clear);
  return (
    <div className={styles.labelBar}>
      <span className={styles.labelHint}>{LABEL_WORDS.how}</span>
      <b role="status">
        {LABEL_WORDS.labels(count)}
        {count >= MOST_LABELS && LABEL_WORDS.full}
      </b>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={undoable ? null : LABEL_WORDS.nothingToUndo}
        hint={LABEL_WORDS.undoHint}
        onClick={undo}
      >
        {LABEL_WORDS.undo}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={count > 0 ? null : LABEL_WORDS.none}
        hint={LABEL_WORDS.clearHint}
        onClick={clear}
      >
        {LABEL_WORDS.clear}
      </ReasonedButton>
    </div>
  );
}
