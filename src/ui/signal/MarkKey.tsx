import type { ReactNode } from 'react';
import styles from './signal.module.css';

/** What the marks on the plot mean. */
export function MarkKey(): ReactNode {
  return (
    <span className={styles.markKey}>
      <svg width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="3.5" fill="var(--plot-browser)" />
      </svg>
      browser
      <svg width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--plot-board)" strokeWidth="1.75" />
      </svg>
      board
      <svg width="12" height="14" aria-hidden="true">
        <path d="M1.5 1v12M1.5 1l9 4-9 4z" fill="var(--plot-alarm)" stroke="var(--plot-alarm)" />
      </svg>
      alarm
    </span>
  );
}
