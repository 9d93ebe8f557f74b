import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { differingParameters, NUMERIC_PARAMETERS } from '../../detector/parameters.ts';
import { formatParameter } from '../format.ts';
import { TAIL_WORDS } from '../tailWords.ts';
import { useRecordings, useTuning } from '../tidemarkContext.ts';
import styles from './replay.module.css';
import { REPLAY_WORDS } from './replayWords.ts';

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
      ? TAIL_WORDS[recorded.tail]
      : `${NUMERIC_PARAMETERS[name].symbol} ${formatParameter(recorded[name])}`,
  );
  return (
    <span className={styles.recorded}>
      {REPLAY_WORDS.recordedWith(words.join(', '))}
      <Button size="compact-sm" variant="default" onClick={() => edit(recorded)}>
        {REPLAY_WORDS.useThose}
      </Button>
    </span>
  );
}
