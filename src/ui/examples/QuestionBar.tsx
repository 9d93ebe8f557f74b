import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DEFAULT_PARAMETERS, differingParameters } from '../../detector/parameters.ts';
import { useTuning } from '../tidemarkContext.ts';
import styles from './examples.module.css';
import { EXAMPLE_WORDS } from './words.ts';

interface QuestionBarProps {
  readonly label: string;
  readonly question: ReactNode;
  readonly answer: ReactNode;
  /** More buttons. */
  readonly children?: ReactNode;
}

/** A question to solve, and its answer when it is wanted. */
export function QuestionBar({ label, question, answer, children }: QuestionBarProps): ReactNode {
  const edit = useTuning((state) => state.edit);
  const [shown, setShown] = useState(false);
  /** Once it has been solved, other parameters are what was asked for. */
  const [wereOthers] = useState(useTuning(hasOthers));
  const areOthers = useTuning(hasOthers);
  return (
    <section className={styles.bar} aria-label={label}>
      <p className={styles.question}>
        <b>{question}</b>
        <span role="status">{shown && <> {answer}</>}</span>
      </p>
      {wereOthers && areOthers && (
        <Button
          size="compact-sm"
          variant="default"
          title={EXAMPLE_WORDS.defaultsHint}
          onClick={() => edit(DEFAULT_PARAMETERS)}
        >
          {EXAMPLE_WORDS.defaults}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setShown(!shown)}>
        {shown ? EXAMPLE_WORDS.hide : EXAMPLE_WORDS.reveal}
      </Button>
      {children}
    </section>
  );
}

const hasOthers = ({ editing }: { readonly editing: typeof DEFAULT_PARAMETERS }): boolean =>
  differingParameters(editing, DEFAULT_PARAMETERS).length > 0;
