import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { natureOf } from '../../board/connectionPhases.ts';
import type { Notice } from '../../state/noticeStore.ts';
import { faultWords } from '../faultWords.ts';
import { useBoard, useNotices, useTidemark } from '../tidemarkContext.ts';
import styles from './notices.module.css';

const DONE_SHOWN_MS = 8000;

/** Under the header, never a modal: what happened, and what to do. */
export function Notices(): ReactNode {
  const notices = useNotices((state) => state.notices);
  const dismiss = useNotices((state) => state.dismiss);
  return (
    <div className={styles.strip} role="status" aria-label="Notices">
      <ConnectionNotice />
      <ChoiceNotice />
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

/** A connection that was lost, is held by somebody else or failed, with the way back. */
function ConnectionNotice(): ReactNode {
  const { phase, fault, session } = useBoard((state) => state.connection);
  const { reconnect } = useTidemark();
  const [dismissed, setDismissed] = useState(-1);
  const words = fault && faultWords(fault.code);
  const ended = phase === 'lost' || phase === 'busy' || phase === 'failed';
  if (!ended || !words || dismissed === session) return null;
  return (
    <Line
      tone="bad"
      title={words.title}
      advice={words.advice}
      detail={fault.detail}
      onDismiss={() => setDismissed(session)}
    >
      <Button size="compact-sm" onClick={() => void reconnect()}>
        {phase === 'busy' ? 'Try again' : 'Reconnect'}
      </Button>
    </Line>
  );
}

/** Boards alike, of which none says that it is the one that went away: only the person knows. */
function ChoiceNotice(): ReactNode {
  const { choices } = useBoard((state) => state.connection);
  const { choosePort } = useTidemark();
  if (choices.length === 0) return null;
  return (
    <Line
      tone="bad"
      title={`${choices.length} boards alike are plugged in, and none says that it is the lost one`}
      advice="Choose one, or unplug the others."
      detail=""
    >
      {choices.map(({ id, label }, at) => (
        <Button key={id} size="compact-sm" variant="default" onClick={() => choosePort(id)}>
          {label}, port {at + 1}
        </Button>
      ))}
    </Line>
  );
}

function PromptNotice(): ReactNode {
  const { phase, kind } = useBoard((state) => state.connection);
  if (kind !== 'repl' || natureOf(phase) !== 'open' || phase === 'installing') return null;
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
