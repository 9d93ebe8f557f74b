import type { ReactNode } from 'react';
import styles from './signal.module.css';
import { MARK_WORDS } from './signalWords.ts';

/** What the marks on the plot mean. */
export function MarkKey(): ReactNode {
  return (
    <span className={styles.markKey}>
      <svg width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="3.5" fill="var(--plot-browser)" />
      </svg>
      {MARK_WORDS.browser}
      <svg width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--plot-board)" strokeWidth="1.75" />
      </svg>
      {MARK_WORDS.board}
      <svg width="12" height="14" aria-hidden="true">
        <path d="M1.5 1v12M1.5 1l9 4-9 4z" fill="var(--plot-alarm)" stroke="var(--plot-alarm)" />
      </svg>
      {MARK_WORDS.alarm}
      <svg width="20" height="14" aria-hidden="true">
        <rect x="1" y="1" width="18" height="12" fill="var(--plot-drift)" />
        <path d="M1 6V2h18v4" fill="none" stroke="var(--plot-drift-edge)" strokeWidth="1.5" />
      </svg>
      {MARK_WORDS.drift}
      <svg width="20" height="14" aria-hidden="true">
        <rect x="1" y="9" width="18" height="4" fill="var(--plot-rhythm-edge)" />
      </svg>
      {MARK_WORDS.rhythm}
    </span>
  );
}
