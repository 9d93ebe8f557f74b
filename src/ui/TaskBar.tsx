import { Button, CloseButton, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { spoken } from '../language/spoken.ts';
import styles from './taskBar.module.css';

const TASK_WORDS = spoken({
  en: { dismiss: (name: string) => `Dismiss: ${name}`, cancel: 'Cancel' },
  pt: { dismiss: (name) => `Dispensar: ${name}`, cancel: 'Cancelar' },
});

interface TaskBarProps {
  /** What is being done, or what became of it. */
  readonly words: string;
  readonly name: string;
  /** 0..1; null when it has ended. */
  readonly share: number | null;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

/** A longer task under the header: how far it is, and a way to stop it; then its outcome. */
export function TaskBar({ words, name, share, onCancel, onDismiss }: TaskBarProps): ReactNode {
  return (
    <section className={styles.bar} aria-label={name}>
      <p className={styles.words} role={share === null ? 'status' : undefined}>
        {words}
      </p>
      {share === null ? (
        <CloseButton
          size="sm"
          className={styles.dismiss}
          aria-label={TASK_WORDS.dismiss(name)}
          onClick={onDismiss}
        />
      ) : (
        <>
          <Progress.Root size="sm" className={styles.progress}>
            <Progress.Section value={100 * share} aria-label={name} />
          </Progress.Root>
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {TASK_WORDS.cancel}
          </Button>
        </>
      )}
    </section>
  );
}
