import { Button } from '@mantine/core';
import { memo, type ReactNode, useDeferredValue, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useTidemark, useTuning } from '../tidemarkContext.ts';
import { ACTION_WORDS, PANEL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';
import { type PanelReasons, panelReasons } from './reasons.ts';

/** The focus goes with the question and comes back with the answer. */
function focusAtOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** From the editing column to the board, and back. */
export function ParameterActions(): ReactNode {
  const phase = useBoard((state) => state.connection.phase);
  const kind = useBoard((state) => state.connection.kind);
  const programEnd = useBoard((state) => state.connection.programEnd);
  const isReplay = useBoard((state) => state.source?.kind === 'replay');
  // Sentences, not the parameters: a slider in motion must not draw the buttons, and its first move,
  // which changes three of them, does not wait for them.
  const reasons = useDeferredValue(
    useTuning(useShallow((tuning) => panelReasons({ phase, kind, programEnd, isReplay, tuning }))),
  );
  return <Actions reasons={reasons} />;
}

const Actions = memo(function Actions({ reasons }: { readonly reasons: PanelReasons }): ReactNode {
  const { push, save, restartLearning } = useTidemark();
  const { asking, revert, undo } = useTuning(
    useShallow(({ asking, revert, undo }) => ({ asking, revert, undo })),
  );
  const [question, setQuestion] = useState<'unasked' | 'asked' | 'answered'>('unasked');

  if (question === 'asked') {
    return (
      <fieldset className={styles.actions}>
        <legend className={styles.question}>{ACTION_WORDS.question}</legend>
        <Button
          size="compact-sm"
          onClick={() => {
            setQuestion('answered');
            void restartLearning();
          }}
        >
          {ACTION_WORDS.forget}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          ref={focusAtOnce}
          onClick={() => setQuestion('answered')}
        >
          {ACTION_WORDS.keep}
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
        hint={ACTION_WORDS.pushHint}
        onClick={() => void push()}
      >
        {ACTION_WORDS.push}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        loading={asking === 'save'}
        reason={reasons.save}
        data-tour="save"
        hint={ACTION_WORDS.saveHint}
        onClick={() => void save()}
      >
        {ACTION_WORDS.save}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={reasons.revert}
        data-tour="revert"
        hint={ACTION_WORDS.revertHint}
        onClick={revert}
      >
        {ACTION_WORDS.revert}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={reasons.undo}
        hint={ACTION_WORDS.undoHint}
        onClick={undo}
      >
        {ACTION_WORDS.undo}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        loading={asking === 'restart'}
        reason={reasons.restart}
        hint={ACTION_WORDS.restartHint}
        ref={question === 'answered' ? focusAtOnce : null}
        onClick={() => setQuestion('asked')}
      >
        {PANEL_WORDS.restartLearning}
      </ReasonedButton>
    </div>
  );
});
