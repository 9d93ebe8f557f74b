import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PAGE_RULES } from '../../analysis/messages/connectionState.ts';
import type { ConvertedParameter } from '../../detector/olderParameters.ts';
import type { Notice } from '../../state/noticeStore.ts';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { convertedWords } from '../parameters/olderWords.ts';
import { useBoard, useInstall, useRecordings } from '../tidemarkContext.ts';
import { OLDER_WORDS } from './noticeWords.ts';

/** What is older than the page's rules, and what that means: a board, a recording. */
export function OlderRulesNotices(): ReactNode {
  return (
    <>
      <OlderBoard />
      <OlderRecording />
    </>
  );
}

/** A board that judges by older rules: it goes on as it is, and an update makes it one with the page. */
function OlderBoard(): ReactNode {
  const { phase, identity, session } = useBoard((state) => state.connection);
  const older = useBoard((state) => state.older);
  const hasPort = useBoard(({ source }) => source !== null && 'port' in source);
  // A recording says of itself by which rules it was made, and a table has none.
  const isReplay = useBoard(({ source }) => source?.kind === 'replay');
  const open = useInstall((state) => state.open);
  const [dismissed, setDismissed] = useState(-1);
  const isOpen = phase === 'streaming' || phase === 'silent';
  if (!isOpen || isReplay || dismissed === session) return null;
  if (!identity || identity.rules >= PAGE_RULES) return null;
  return (
    <NoticeLine
      tone="bad"
      title={OLDER_WORDS.board}
      advice={`${OLDER_WORDS.boardAdvice} ${sentencesOf(older?.converted ?? [])}`}
      detail=""
      onDismiss={() => setDismissed(session)}
    >
      {hasPort && (
        <Button size="compact-sm" onClick={() => open('install', false)}>
          {OLDER_WORDS.update}
        </Button>
      )}
    </NoticeLine>
  );
}

/** A recording of older rules: the page judges it by its own. */
function OlderRecording(): ReactNode {
  const older = useRecordings((state) => state.replay?.older ?? null);
  const session = useBoard((state) => state.connection.session);
  const [dismissed, setDismissed] = useState(-1);
  if (!older || dismissed === session) return null;
  return (
    <NoticeLine
      tone="good"
      title={OLDER_WORDS.recording}
      advice={`${OLDER_WORDS.recordingAdvice} ${sentencesOf(older.converted)}`}
      detail=""
      onDismiss={() => setDismissed(session)}
    />
  );
}

interface ConvertedNoticeProps {
  readonly notice: Extract<Notice, { kind: 'converted' }>;
  readonly onDismiss: () => void;
}

/** Settings of an earlier visit that mean something else now. */
export function ConvertedNotice({ notice, onDismiss }: ConvertedNoticeProps): ReactNode {
  return (
    <NoticeLine
      tone="good"
      title={OLDER_WORDS.kept}
      advice={sentencesOf(notice.converted)}
      detail=""
      onDismiss={onDismiss}
    />
  );
}

const sentencesOf = (converted: readonly ConvertedParameter[]): string =>
  converted.map(convertedWords).join(' ');
