import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { PAGE_RULES } from '../../analysis/messages/connectionState.ts';
import type { FaultCode } from '../../board/fault.ts';
import { FIRMWARE_VERSION, isOlder } from '../../board/installer/firmwareVersion.ts';
import type { Notice } from '../../state/noticeStore.ts';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { faultWords } from '../faultWords.ts';
import { isolated } from '../OutsideText.tsx';
import { portWords } from '../portWords.ts';
import { RecordingNotices } from '../recordings/RecordingNotices.tsx';
import { useBoard, useInstall, useNotices, useTidemark, useView } from '../tidemarkContext.ts';
import { TroubleButton } from '../trouble/TroubleButton.tsx';
import { troubleOf } from '../trouble/troubles.ts';
import styles from './notices.module.css';
import { HINT_WORDS, NOTICE_WORDS } from './noticeWords.ts';
import { ConvertedNotice, OlderRulesNotices } from './OlderRules.tsx';
import { ProgramNotice } from './ProgramNotice.tsx';
import { SketchNotice } from './SketchNotice.tsx';

const DONE_SHOWN_MS = 8000;

/** Under the header, never a modal: what happened, and what to do. */
export function Notices(): ReactNode {
  const notices = useNotices((state) => state.notices);
  const dismiss = useNotices((state) => state.dismiss);
  return (
    <div className={styles.strip} role="status" aria-label={NOTICE_WORDS.notices}>
      <ConnectionNotice />
      <ChoiceNotice />
      <HintNotice />
      <OtherBoardNotice />
      <SketchNotice />
      <ProgramNotice />
      <OlderFirmwareNotice />
      <OlderRulesNotices />
      <RecordingNotices />
      {notices.map((notice) => {
        const onDismiss = () => dismiss(notice.id);
        switch (notice.kind) {
          case 'fault':
            return <FaultNotice key={notice.id} notice={notice} onDismiss={onDismiss} />;
          case 'done':
            return <DoneNotice key={notice.id} notice={notice} onDismiss={onDismiss} />;
          case 'converted':
            return <ConvertedNotice key={notice.id} notice={notice} onDismiss={onDismiss} />;
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
  const advice =
    notice.words === '' ? words.advice : NOTICE_WORDS.says(isolated(notice.words), words.advice);
  return (
    <NoticeLine
      tone="bad"
      title={words.title}
      advice={advice}
      detail={notice.fault.detail}
      onDismiss={onDismiss}
    >
      <WhatToDo code={notice.fault.code} />
    </NoticeLine>
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

/** It can wait: before a room it would lie over what is shown. */
function UpdateNotice({ notice, onDismiss }: NoticeProps<'update'>): ReactNode {
  const isPresenting = useView((state) => state.presenting);
  if (isPresenting) return null;
  return (
    <NoticeLine
      tone="good"
      title={NOTICE_WORDS.newer}
      advice={NOTICE_WORDS.newerAdvice}
      detail=""
      onDismiss={onDismiss}
    >
      <Button size="compact-sm" onClick={notice.use}>
        {NOTICE_WORDS.load}
      </Button>
    </NoticeLine>
  );
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
    <NoticeLine
      tone="bad"
      title={words.title}
      advice={words.advice}
      detail={fault.detail}
      onDismiss={() => setDismissed(session)}
    >
      <Button size="compact-sm" onClick={() => void reconnect()}>
        {phase === 'busy' ? NOTICE_WORDS.tryAgain : NOTICE_WORDS.reconnect}
      </Button>
      <WhatToDo code={fault.code} />
    </NoticeLine>
  );
}

/** More than a sentence, where the help has more. */
function WhatToDo({ code }: { readonly code: FaultCode }): ReactNode {
  if (troubleOf(code) === null) return null;
  return <TroubleButton topic={code}>{NOTICE_WORDS.whatToDo}</TroubleButton>;
}

/** Boards alike, of which none says that it is the one that went away: only the person knows. */
function ChoiceNotice(): ReactNode {
  const { choices } = useBoard((state) => state.connection);
  const { choosePort } = useTidemark();
  if (choices.length === 0) return null;
  return (
    <NoticeLine
      tone="bad"
      title={NOTICE_WORDS.alike(choices.length)}
      advice={NOTICE_WORDS.choose}
      detail=""
    >
      {choices.map(({ id, key }, at) => (
        <Button key={id} size="compact-sm" variant="default" onClick={() => choosePort(id)}>
          {NOTICE_WORDS.port(portWords(key), at + 1)}
        </Button>
      ))}
    </NoticeLine>
  );
}

/** Open, and still nothing to see: the status line says which it is. */
function HintNotice(): ReactNode {
  const { hint, session } = useBoard((state) => state.connection);
  const [dismissed, setDismissed] = useState(-1);
  if (!hint || dismissed === session) return null;
  const { title, advice } = HINT_WORDS[hint];
  return (
    <NoticeLine
      tone="bad"
      title={title}
      advice={advice}
      detail=""
      onDismiss={() => setDismissed(session)}
    >
      {(hint === 'silent' || hint === 'garbage') && (
        <TroubleButton topic={hint}>{NOTICE_WORDS.whatToDo}</TroubleButton>
      )}
    </NoticeLine>
  );
}

/** Two boards that give themselves out for the same one. */
function OtherBoardNotice(): ReactNode {
  const times = useBoard((state) => state.health?.otherBoards ?? 0);
  const id = useBoard((state) => state.connection.identity?.id ?? '');
  const [dismissed, setDismissed] = useState(0);
  if (times <= dismissed) return null;
  return (
    <NoticeLine
      tone="bad"
      title={NOTICE_WORDS.otherBoard}
      advice={NOTICE_WORDS.otherBoardAdvice(id === '' ? '' : isolated(id))}
      detail=""
      onDismiss={() => setDismissed(times)}
    />
  );
}

/** A board that could run a newer firmware than it does. */
function OlderFirmwareNotice(): ReactNode {
  const { phase, identity } = useBoard((state) => state.connection);
  const open = useInstall((state) => state.open);
  const hasPort = useBoard(({ source }) => source !== null && 'port' in source);
  const isOpen = hasPort && (phase === 'streaming' || phase === 'silent');
  if (!isOpen || !identity || !isOlder(identity.version, FIRMWARE_VERSION)) return null;
  // A board of older rules has a notice of its own.
  if (identity.rules < PAGE_RULES) return null;
  return (
    <NoticeLine
      tone="bad"
      title={
        identity.version === '' ? NOTICE_WORDS.noVersion : NOTICE_WORDS.version(identity.version)
      }
      advice={NOTICE_WORDS.pageBrings(FIRMWARE_VERSION)}
      detail=""
    >
      <Button size="compact-sm" onClick={() => open('install', false)}>
        {NOTICE_WORDS.update}
      </Button>
    </NoticeLine>
  );
}
