import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { FIRMWARE_VERSION, isOlder } from '../../board/firmwareVersion.ts';
import type { Notice } from '../../state/noticeStore.ts';
import { faultWords } from '../faultWords.ts';
import { useBoard, useInstall, useNotices, useTidemark } from '../tidemarkContext.ts';
import styles from './notices.module.css';

const DONE_SHOWN_MS = 8000;

/** Under the header, never a modal: what happened, and what to do. */
export function Notices(): ReactNode {
  const notices = useNotices((state) => state.notices);
  const dismiss = useNotices((state) => state.dismiss);
  return (
    <div className={styles.strip} role="status" aria-label="Notices">
      <ConnectionNotice />
      <PromptNotice />
      {notices.map((notice) =>
        notice.kind === 'fault' ? (
          <FaultNotice key={notice.id} notice={notice} onDismiss={() => dismiss(notice.id)} />
        ) : (
          <DoneNotice key={notice.id} notice={notice} onDismiss={() => dismiss(notice.id)} />
        ),
      )}
    </div>
  );
}

interface NoticeProps<Kind extends Notice['kind']> {
  readonly notice: Extract<Notice, { kind: Kind }>;
  readonly onDismiss: () => void;
}

function FaultNotice({ notice, onDismiss }: NoticeProps<'fault'>): ReactNode {
  const words = faultWords(notice.fault.code);
  if (!words) return null;
  const advice = notice.words === '' ? words.advice : `It says: “${notice.words}”. ${words.advice}`;
  return (
    <Line
      tone="bad"
      title={words.title}
      advice={advice}
      detail={notice.fault.detail}
      onDismiss={onDismiss}
    />
  );
}

/** Good news asks for nothing: it goes by itself. */
function DoneNotice({ notice, onDismiss }: NoticeProps<'done'>): ReactNode {
  const dismiss = useEffectEvent(onDismiss);
  useEffect(() => {
    const timer = setTimeout(dismiss, DONE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return <Line tone="good" title={notice.sentence} advice="" detail="" onDismiss={onDismiss} />;
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

/** A board that could run our firmware, or a newer one than it does. */
function PromptNotice(): ReactNode {
  const { phase, kind, identity } = useBoard((state) => state.connection);
  const open = useInstall((state) => state.open);
  const isOpen = phase === 'streaming' || phase === 'silent';
  if (isOpen && kind === 'repl') {
    return (
      <Line
        tone="bad"
        title="This board is at the MicroPython prompt"
        advice="It runs no program. Install Tidemark on it, or start a sketch that prints numbers."
        detail=""
      >
        <Button size="compact-sm" onClick={() => open('install', true)}>
          Install Tidemark on this board…
        </Button>
      </Line>
    );
  }
  if (isOpen && identity && isOlder(identity.version, FIRMWARE_VERSION)) {
    return (
      <Line
        tone="bad"
        title={`This board runs Tidemark ${identity.version}`}
        advice={`This page brings ${FIRMWARE_VERSION}.`}
        detail=""
      >
        <Button size="compact-sm" onClick={() => open('install', false)}>
          Update…
        </Button>
      </Line>
    );
  }
  return null;
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
