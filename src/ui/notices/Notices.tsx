import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { faultWords } from '../faultWords.ts';
import { useBoard, useNotices, useTidemark } from '../tidemarkContext.ts';
import styles from './notices.module.css';

/** Under the header, never a modal: what happened, and what to do. */
export function Notices(): ReactNode {
  const notices = useNotices((state) => state.notices);
  const dismiss = useNotices((state) => state.dismiss);
  return (
    <div className={styles.strip} role="status" aria-label="Notices">
      <ConnectionNotice />
      <PromptNotice />
      {notices.map((notice) => {
        const words = notice.kind === 'fault' ? faultWords(notice.fault.code) : null;
        if (notice.kind === 'fault' && !words) return null;
        return (
          <Line
            key={notice.id}
            tone={words ? 'bad' : 'good'}
            title={notice.kind === 'done' ? notice.sentence : (words?.title ?? '')}
            advice={notice.kind === 'fault' ? said(notice.words, words?.advice ?? '') : ''}
            detail={notice.kind === 'fault' ? notice.fault.detail : ''}
            onDismiss={() => dismiss(notice.id)}
          />
        );
      })}
    </div>
  );
}

/** A connection that was lost or failed, with the way back. */
function ConnectionNotice(): ReactNode {
  const { phase, fault, session } = useBoard((state) => state.connection);
  const { reconnect } = useTidemark();
  const [dismissed, setDismissed] = useState(-1);
  const words = fault && faultWords(fault.code);
  if ((phase !== 'lost' && phase !== 'failed') || !words || dismissed === session) return null;
  return (
    <Line
      tone="bad"
      title={words.title}
      advice={words.advice}
      detail={fault.detail}
      onDismiss={() => setDismissed(session)}
    >
      <Button size="compact-sm" onClick={() => void reconnect()}>
        Reconnect
      </Button>
    </Line>
  );
}

function PromptNotice(): ReactNode {
  const { phase, kind } = useBoard((state) => state.connection);
  if (kind !== 'repl' || phase === 'lost' || phase === 'failed' || phase === 'idle') return null;
  return (
    <Line
      tone="bad"
      title="This board is at the MicroPython prompt"
      advice="It runs no program. Copy Tidemark’s firmware to it and reset it, or start a sketch that prints numbers."
      detail=""
    />
  );
}

interface LineProps {
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly advice: string;
  readonly detail: string;
  readonly onDismiss?: () => void;
  readonly children?: ReactNode;
}

function Line({ tone, title, advice, detail, onDismiss, children }: LineProps): ReactNode {
  return (
    <div className={tone === 'good' ? styles.good : styles.bad} title={detail || undefined}>
      <p className={styles.words}>
        <b>{endWithStop(title)}</b> {advice}
      </p>
      {children}
      {onDismiss && <CloseButton size="sm" aria-label="Dismiss notice" onClick={onDismiss} />}
    </div>
  );
}

function endWithStop(title: string): string {
  return /[.!?]$/.test(title) ? title : `${title}.`;
}

function said(words: string, advice: string): string {
  return words === '' ? advice : `It says: “${words}”. ${advice}`;
}
