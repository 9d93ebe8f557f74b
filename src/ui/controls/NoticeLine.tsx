import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './noticeLine.module.css';
import { NOTICE_LINE_WORDS } from './noticeLineWords.ts';

interface NoticeLineProps {
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly advice: string;
  readonly detail: string;
  readonly onDismiss?: () => void;
  readonly children?: ReactNode;
}

/** One line of the strip: what happened, what to do, and the buttons that do it. */
export function NoticeLine(props: NoticeLineProps): ReactNode {
  const { tone, title, advice, detail, onDismiss, children } = props;
  return (
    <div
      className={tone === 'good' ? styles.good : styles.bad}
      data-tone={tone}
      data-dismissible={onDismiss ? true : undefined}
      title={detail || undefined}
    >
      <p className={styles.words}>
        <b>{endWithStop(title)}</b> {advice}
      </p>
      {children}
      {onDismiss && (
        <CloseButton
          size="sm"
          className={styles.dismiss}
          aria-label={NOTICE_LINE_WORDS.dismiss}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}

function endWithStop(title: string): string {
  return /[.!?]$/.test(title) ? title : `${title}.`;
}
