import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { FaultCode } from '../../board/fault.ts';
import type { Notice } from '../../state/noticeStore.ts';
import { faultWords } from '../faultWords.ts';
import { useBoard, useNotices, useTidemark } from '../tidemarkContext.ts';
import { TroubleButton } from '../trouble/TroubleButton.tsx';
import { troubleOf } from '../trouble/troubles.ts';
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
      {notices.map((notice) => {
        const onDismiss = () => dismiss(notice.id);
        switch (notice.kind) {
          case 'fault':
            return <FaultNotice key={notice.id} notice={notice} onDismiss={onDismiss} />;
          case 'done':
            return <DoneNotice key={notice.id} notice={notice} onDismiss={onDismiss} />;
          case 'update':
            return <UpdateNotice key={notice.id} notice={notice} onDismiss={onDismiss} />;
          default:
            return notice satisfies never;
        }
      })}
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
    >
      <WhatToDo code={notice.fault.code} />
    </Line>
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

function UpdateNotice({ notice, onDismiss }: NoticeProps<'update'>): ReactNode {
  return (
    <Line
      tone="good"
      title="A newer version of Tidemark is here"
      advice="Loading it ends what is running now."
      detail=""
      onDismiss={onDismiss}
    >
      <Button size="compact-sm" onClick={notice.use}>
        Load it
      </Button>
    </Line>
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
      <WhatToDo code={fault.code} />
    </Line>
  );
}

/** More than a sentence, where the help has more. */
function WhatToDo({ code }: { readonly code: FaultCode }): ReactNode {
  if (troubleOf(code) === null) return null;
  return <TroubleButton topic={code}>What can I do?</TroubleButton>;
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
