import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { ModelOutcome, ModelProgress } from '../../analysis/messages/modelMessages.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useForest, useTidemark } from '../tidemarkContext.ts';
import {
  agreementWords,
  modelOutcomeWords,
  onBoardWords,
  BOARD_MODEL_WORDS as WORDS,
} from './boardModelWords.ts';
import styles from './names.module.css';

/** The model on the board: pushed there, taken off, and how far it agrees with the page. */
export function BoardModel(): ReactNode {
  const { client } = useTidemark();
  const used = useForest((state) => state.used);
  const identity = useBoard(({ connection }) =>
    connection.phase === 'streaming' && connection.kind === 'tidemark' ? connection.identity : null,
  );
  const isReplay = useBoard((state) => state.source?.kind === 'replay');
  const [progress, setProgress] = useState<ModelProgress | null>(null);
  const [outcome, setOutcome] = useState<ModelOutcome | null>(null);
  const running = useRef<() => void>(() => undefined);
  const board = isReplay ? null : identity;
  const canName = board?.can.includes('model') ?? false;

  function push(file: string | null): void {
    setOutcome(null);
    setProgress({ done: 0, of: 1 });
    const { end, cancel } = client.pushModel(file, setProgress);
    running.current = cancel;
    void end.then((its) => {
      setProgress(null);
      setOutcome(
        its.kind === 'done'
          ? its.result
          : { kind: 'failed', why: 'no-answer', words: '', onBoard: undefined },
      );
    });
  }

  return (
    <section aria-label={WORDS.heading}>
      <h3 className={styles.heading}>{WORDS.heading}</h3>
      {canName && (
        <p className={styles.soft}>{onBoardWords(board?.model ?? null, used?.hash ?? null)}</p>
      )}
      {canName && board?.model && used && <Agreement />}
      <div className={styles.tools}>
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={
            whyNot(board !== null, canName, used?.hash ?? null, board?.model ?? null) ??
            (progress && WORDS.onItsWay)
          }
          onClick={() => push(used?.text ?? null)}
        >
          {WORDS.push}
        </ReasonedButton>
        {canName && board?.model && !progress && (
          <Button size="compact-sm" variant="default" onClick={() => push(null)}>
            {WORDS.takeOff}
          </Button>
        )}
        {progress && (
          <>
            <span>{WORDS.piece(progress.done, progress.of)}</span>
            <Button size="compact-sm" variant="default" onClick={() => running.current()}>
              {WORDS.cancel}
            </Button>
          </>
        )}
      </div>
      <p role="status" className={outcome?.kind === 'failed' ? styles.refused : styles.soft}>
        {outcome && modelOutcomeWords(outcome)}
      </p>
    </section>
  );
}

/** Null when the model can be pushed. */
function whyNot(
  isThere: boolean,
  canName: boolean,
  here: string | null,
  onBoard: string | null,
): string | null {
  if (here === null) return WORDS.noModel;
  if (!isThere) return WORDS.noBoard;
  if (!canName) return WORDS.cannot;
  return here === onBoard ? WORDS.isThere : null;
}

function Agreement(): ReactNode {
  const page = useForest((state) => state.names);
  const board = useBoard((state) => state.boardNames);
  const [agreed, of] = useMemo(() => {
    const both = [...board.values()].flatMap(({ event, name }) => {
      const its = page.get(event);
      return its ? its.name === name : [];
    });
    return [both.filter(Boolean).length, both.length];
  }, [page, board]);
  return <p className={styles.soft}>{agreementWords(agreed, of)}</p>;
}
