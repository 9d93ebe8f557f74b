import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { differingParameters, NUMERIC_PARAMETERS } from '../../detector/parameters.ts';
import { formatParameter } from '../format.ts';
import { useRecordings, useTuning } from '../tidemarkContext.ts';
import styles from './replay.module.css';

/** What the browser judged with when this was recorded, where that is not what it uses now. */
export function RecordedWith(): ReactNode {
  const recorded = useRecordings((state) => state.replay?.recordedWith ?? null);
  const editing = useTuning((state) => state.editing);
  const edit = useTuning((state) => state.edit);
  if (!recorded) return null;
  const names = differingParameters(editing, recorded);
  if (names.length === 0) return null;
  const words = names.map((name) =>
    name === 'tail'
      ? `tail ${recorded.tail}`
      : `${NUMERIC_PARAMETERS[name].symbol} ${formatParameter(recorded[name])}`,
  );
  return (
    <span className={styles.recorded}>
      Recorded with {words.join(', ')}
      <Button size="compact-sm" variant="default" onClick={() => edit(recorded)}>
        Use what it was recorded with
      </Button>
    </span>
  );
}
