import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useTidemark, useTuning } from '../tidemarkContext.ts';
import styles from './parameters.module.css';
import { panelReasons } from './reasons.ts';

/** The focus goes with the question and comes back with the answer. */
function focusAtOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** From the editing column to the board, and back. */
export function ParameterActions(): ReactNode {
  const { push, save, restartLearning } = useTidemark();
  const phase = useBoard((state) => state.connection.phase);
  const kind = useBoard((state) => state.connection.kind);
  const programEnd = useBoard((state) => state.connection.programEnd);
  const isReplay = useBoard((state) => state.source?.kind === 'replay');
  const { asking, revert, undo } = useTuning(
    useShallow(({ asking, revert, undo }) => ({ asking, revert, undo })),
  );
  // Sentences, not the parameters: a slider in motion must not draw the buttons.
  const reasons = useTuning(
    useShallow((tuning) => panelReasons({ phase, kind, programEnd, isReplay, tuning })),
  );
  const [question, setQuestion] = useState<'not asked' | 'asked' | 'answered'>('not asked');

  if (question === 'asked') {
    return (
      <fieldset className={styles.actions}>
        <legend className={styles.question}>Forget what was learned, here and on the board?</legend>
        <Button
          size="compact-sm"
          onClick={() => {
            setQuestion('answered');
            void restartLearning();
          }}
        >
          Forget and restart
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          ref={focusAtOnce}
          onClick={() => setQuestion('answered')}
        >
          Keep
        </Button>
      </fieldset>
    );
  }
  return (
    <div className={styles.actions}>
      <ReasonedButton
        size="compact-sm"
        loading={asking === 'push'}
        reason={reasons.push}
        data-tour="push"
        hint="Send the board what differs; it confirms what it uses"
        onClick={() => void push()}
      >
        Push to board
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        loading={asking === 'save'}
        reason={reasons.save}
        data-tour="save"
        hint="Write the board’s parameters to its flash: they survive a power cut"
        onClick={() => void save()}
      >
        Save on board
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={reasons.revert}
        data-tour="revert"
        hint="Back to what the board confirmed"
        onClick={revert}
      >
        Revert
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={reasons.undo}
        hint="Take back the last edit"
        onClick={undo}
      >
        Undo
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        loading={asking === 'restart'}
        reason={reasons.restart}
        hint="Forget what was learned and learn anew"
        ref={question === 'answered' ? focusAtOnce : null}
        onClick={() => setQuestion('asked')}
      >
        Restart learning
      </ReasonedButton>
    </div>
  );
}
