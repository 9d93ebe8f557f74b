import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InstallAction, InstallProgress } from '../../board/installer/installPlan.ts';
import { inPercent } from '../format.ts';
import { INSTALL_DIALOG_WORDS } from './dialogWords.ts';
import styles from './install.module.css';
import { stageWords } from './installWords.ts';

interface InstallProgressViewProps {
  readonly action: InstallAction;
  /** Null before the first word of it. */
  readonly progress: InstallProgress | null;
}

export function InstallProgressView({ action, progress }: InstallProgressViewProps): ReactNode {
  const words = stageWords(progress?.stage ?? 'asking', action);
  const percent = Math.round(100 * (progress?.done ?? 0));
  return (
    <>
      <p className={styles.stage}>
        <span role="status">{words}</span>{' '}
        <span className={styles.path}>{progress?.path ?? ''}</span>
      </p>
      <div className={styles.progress}>
        <Progress.Root size="lg" className={styles.bar}>
          <Progress.Section value={percent} aria-label={INSTALL_DIALOG_WORDS.progress} />
        </Progress.Root>
        <span>{inPercent(percent)}</span>
      </div>
    </>
  );
}
