import type { ReactNode } from 'react';
import { MOST_LABELS } from '../../analysis/messages/studyMessages.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { counted } from '../format.ts';
import { useLabels } from '../tidemarkContext.ts';
import styles from './signal.module.css';

/** While labelling: how it is done, how many there are, and the way back. */
export function LabelBar(): ReactNode {
  const count = useLabels((state) => state.labels.length);
  const undoable = useLabels((state) => state.undoSteps.length > 0);
  const undo = useLabels((state) => state.undo);
  const clear = useLabels((state) => state.clear);
  return (
    <div className={styles.labelBar}>
      <span className={styles.labelHint}>
        Click a moment or drag over a true anomaly; or tick it in the list. Esc ends.
      </span>
      <b role="status">
        {counted(count, 'label')}
        {count >= MOST_LABELS && ': no more are kept, the oldest go'}
      </b>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={undoable ? null : 'There is no label to undo.'}
        hint="Take back the last change (Ctrl+Z in the plot)"
        onClick={undo}
      >
        Undo label
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={count > 0 ? null : 'There are no labels.'}
        hint="Remove all labels; Undo label brings them back"
        onClick={clear}
      >
        Clear labels
      </ReasonedButton>
    </div>
  );
}
