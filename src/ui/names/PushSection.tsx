import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UsedModel } from '../../state/forestStore.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useForest, useModelPush } from '../tidemarkContext.ts';
import styles from './names.module.css';
import { onBoardWords, outcomeWords, PUSH_WORDS } from './pushWords.ts';

/** The model in force, and the one on the board: sends it there, or takes it off. */
export function PushSection(): ReactNode {
  const used = useForest((state) => state.used);
  const run = useModelPush((state) => state.run);
  const push = useModelPush((state) => state.push);
  const cancel = useModelPush((state) => state.cancel);
  const identity = useBoard((state) => state.connection.identity);
  const phase = useBoard((state) => state.connection.phase);
  if (!identity) return null;
  const isThere = phase === 'streaming' || phase === 'silent';
  const cannot = identity.can.includes('model') ? null : PUSH_WORDS.cannot;
  const busy = run.phase === 'sending' ? PUSH_WORDS.sending : null;
  const gone = isThere ? null : PUSH_WORDS.noBoard;
  const progress = run.phase === 'sending' ? run.progress : null;
  return (
    <div className={styles.tools}>
      <ReasonedButton
        size="compact-sm"
        data-tour="push-model"
        reason={gone ?? cannot ?? busy ?? needless(used, identity.model)}
        hint={PUSH_WORDS.hint}
        onClick={() => void push(used?.text ?? null)}
      >
        {PUSH_WORDS.push}
      </ReasonedButton>
      {identity.model !== null && (
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={gone ?? cannot ?? busy}
          onClick={() => void push(null)}
        >
          {PUSH_WORDS.takeOff}
        </ReasonedButton>
      )}
      {run.phase === 'sending' && (
        <>
          <Progress.Root size="md" className={styles.bar}>
            <Progress.Section
              value={progress ? (100 * progress.done) / progress.of : 0}
              aria-label={PUSH_WORDS.sending}
            />
          </Progress.Root>
          <Button size="compact-sm" variant="default" onClick={cancel}>
            {PUSH_WORDS.cancel}
          </Button>
        </>
      )}
      <span role="status">
        {run.phase === 'ended' ? outcomeWords(run.outcome) : onBoardWords(identity.model, used)}
      </span>
    </div>
  );
}

function needless(used: UsedModel | null, onBoard: string | null): string | null {
  if (!used) return PUSH_WORDS.noModel;
  return onBoard === used.hash ? PUSH_WORDS.there : null;
}
