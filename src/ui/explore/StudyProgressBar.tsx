import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StudyKind } from '../../state/studyStore.ts';
import { inPercent } from '../format.ts';
import { useStudies } from '../tidemarkContext.ts';
import styles from './explore.module.css';
import { STUDY_WORDS } from './studyWords.ts';

interface StudyProgressBarProps {
  readonly kind: StudyKind;
  /** What is being computed. */
  readonly name: string;
}

/** How far a running study is, and the way to end it; nothing while none runs. */
export function StudyProgressBar({ kind, name }: StudyProgressBarProps): ReactNode {
  const run = useStudies((state) => state.runs[kind]);
  const cancel = useStudies((state) => state.cancel);
  if (run.phase !== 'running') return null;
  const percent = Math.round(100 * run.progress.done);
  return (
    <div className={styles.progress}>
      <span>{name}</span>
      <Progress.Root size="md" className={styles.bar}>
        <Progress.Section value={percent} aria-label={name} />
      </Progress.Root>
      <span>{inPercent(percent)}</span>
      <Button size="compact-sm" variant="default" onClick={() => cancel(kind)}>
        {STUDY_WORDS.cancel}
      </Button>
    </div>
  );
}
