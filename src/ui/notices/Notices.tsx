import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { Notice } from '../../state/noticeStore.ts';
import { faultWords } from '../faultWords.ts';
import { RecordingNotices } from '../recordings/RecordingNotices.tsx';
import { useBoard, useNotices, useTidemark } from '../tidemarkContext.ts';
import { NoticeLine } from './NoticeLine.tsx';
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
      <RecordingNotices />
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
    <NoticeLine
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
  return (
    <NoticeLine tone="good" title={notice.sentence} advice="" detail="" onDismiss={onDismiss} />
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
    <NoticeLine
      tone="bad"
      title={words.title}
      advice={words.advice}
      detail={fault.detail}
      onDismiss={() => setDismissed(session)}
    >
      <Button size="compact-sm" onClick={() => void reconnect()}>
        Reconnect
      </Button>
    </NoticeLine>
  );
}

function PromptNotice(): ReactNode {
  const { phase, kind } = useBoard((state) => state.connection);
  if (kind !== 'repl' || phase === 'lost' || phase === 'failed' || phase === 'idle') return null;
  return (
    <NoticeLine
      tone="bad"
      title="This board is at the MicroPython prompt"
      advice="It runs no program. Copy Tidemark’s firmware to it and reset it, or start a sketch that prints numbers."
      detail=""
    />
  );
}
