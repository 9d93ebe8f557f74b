import { Input, Tooltip, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { TAILS } from '../../detector/parameters.ts';
import { useTuning } from '../tidemarkContext.ts';
import { useFieldError } from './fieldError.ts';
import styles from './parameters.module.css';
import { TruthCells } from './TruthCells.tsx';

const MEANING = 'Which side of the mean counts.';

export function TailRow(): ReactNode {
  const value = useTuning((state) => state.editing.tail);
  const error = useFieldError('tail');
  const edit = useTuning((state) => state.edit);
  const meaningId = useId();
  return (
    <div className={styles.row}>
      <Tooltip label={MEANING} position="top-start">
        <span className={styles.word}>Tail</span>
      </Tooltip>
      <Input
        component="select"
        pointer
        wrapperProps={{ className: styles.wide }}
        size="xs"
        withAria={false}
        aria-label="Tail"
        aria-describedby={meaningId}
        value={value}
        onChange={(event) => edit({ tail: event.currentTarget.value })}
      >
        {TAILS.map((tail) => (
          <option key={tail} value={tail}>
            {tail}
          </option>
        ))}
      </Input>
      <TruthCells name="tail" />
      <VisuallyHidden id={meaningId}>{MEANING}</VisuallyHidden>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
