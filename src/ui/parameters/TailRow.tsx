import { Input, Tooltip, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { TAILS } from '../../detector/parameters.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { useTuning } from '../tidemarkContext.ts';
import { useFieldError } from './fieldError.ts';
import { ParameterRemarks } from './ParameterRemarks.tsx';
import styles from './parameters.module.css';
import { TruthCells } from './TruthCells.tsx';

const MEANING = 'Which side of the mean counts.';

export function TailRow(): ReactNode {
  const scope = useTuning((state) => state.scope);
  const value = useTuning(({ editing, own }) => effectiveOf(editing, own, scope).tail);
  const error = useFieldError('tail');
  const edit = useTuning((state) => state.edit);
  const meaningId = useId();
  const remarkId = useId();
  return (
    <div className={styles.row}>
      <Tooltip label={MEANING} position="top-start">
        <span className={styles.word}>Tail</span>
      </Tooltip>
      <Input
        component="select"
        pointer
        size="xs"
        withAria={false}
        aria-label="Tail"
        aria-describedby={`${remarkId} ${meaningId}`}
        value={value}
        onChange={(event) => edit({ tail: event.currentTarget.value }, false, scope)}
      >
        {TAILS.map((tail) => (
          <option key={tail} value={tail}>
            {tail}
          </option>
        ))}
      </Input>
      <TruthCells name="tail" />
      <VisuallyHidden id={meaningId}>{MEANING}</VisuallyHidden>
      <ParameterRemarks name="tail" id={remarkId} remark={null} />
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
