import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DEFAULT_PARAMETERS, differingParameters } from '../../detector/parameters.ts';
import { useTuning } from '../tidemarkContext.ts';
import styles from './examples.module.css';
import { EXAMPLE_WORDS, EXAMPLES, type ExampleName } from './words.ts';

/** The question of the example that is open, and its answer when it is wanted. */
export function ExampleBar({ example }: { readonly example: ExampleName }): ReactNode {
  const edit = useTuning((state) => state.edit);
  const [shown, setShown] = useState(false);
  /** Once it has been solved, other parameters are what was asked for. */
  const [wereOthers] = useState(useTuning(hasOthers));
  const areOthers = useTuning(hasOthers);
  const { question, answer } = EXAMPLES[example];
  return (
    <section className={styles.bar} aria-label={EXAMPLE_WORDS.region}>
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
    </section>
  );
}

const hasOthers = ({ editing }: { readonly editing: typeof DEFAULT_PARAMETERS }): boolean =>
  differingParameters(editing, DEFAULT_PARAMETERS).length > 0;
