import { Input, Tooltip, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { TAILS } from '../../detector/parameters.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { PARAMETER_WORDS, valueWords } from '../parameterWords.ts';
import { useTuning } from '../tidemarkContext.ts';
import { useFieldError } from './fieldError.ts';
import { ParameterRemarks } from './ParameterRemarks.tsx';
import styles from './parameters.module.css';
import { TruthCells } from './TruthCells.tsx';

export function TailRow(): ReactNode {
  const scope = useTuning((state) => state.scope);
  const value = useTuning(({ editing, own }) => effectiveOf(editing, own, scope).tail);
  const error = useFieldError('tail');
  const edit = useTuning((state) => state.edit);
  const { label, meaning } = PARAMETER_WORDS.tail;
  const meaningId = useId();
  const remarkId = useId();
  return (
    <div className={styles.row}>
      <Tooltip label={meaning} position="top-start">
        <span className={styles.word}>{label}</span>
      </Tooltip>
      <Input
        component="select"
        pointer
        size="xs"
        withAria={false}
        aria-label={label}
        aria-describedby={`${remarkId} ${meaningId}`}
        value={value}
        onChange={(event) => edit({ tail: event.currentTarget.value }, false, scope)}
      >
        {TAILS.map((tail) => (
          <option key={tail} value={tail}>
            {valueWords(tail)}
          </option>
        ))}
      </Input>
      <TruthCells name="tail" />
      <VisuallyHidden id={meaningId}>{meaning}</VisuallyHidden>
      <ParameterRemarks name="tail" id={remarkId} remark={null} />
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
