import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { formatDuration, formatSecond } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { useRecordings, useTidemark, useView } from '../tidemarkContext.ts';
import { boardShown } from '../virtualMachineWords.ts';
import { recordingFaultWords } from './recordingWords.ts';
import { RECORDING_WORDS, SESSIONS_WORDS } from './sessionsWords.ts';
import { useOpenSession } from './useOpenSession.ts';

/** So many files are remembered as seen; older ones were dealt with long ago. */
const MOST_SEEN = 100;

/** What the person should know of recordings without having asked. */
export function RecordingNotices(): ReactNode {
  return (
    <>
      <UnfinishedNotice />
      <NotRecordedNotice />
      <LittleRoomNotice />
    </>
  );
}

/** A session that was cut off, by a crash or a closed tab, is offered back. */
function UnfinishedNotice(): ReactNode {
  const { preferences, recordings } = useTidemark();
  const open = useOpenSession();
  const sessions = useRecordings((state) => state.sessions);
  // Good news can wait: before a room it would lie over what is shown.
  const isPresenting = useView((state) => state.presenting);
  const [asking, setAsking] = useState(false);
  // What was seen in this visit still stands; in the next it does not come back.
  const [seenBefore] = useState(() => preferences.getState().seenSessions);
  const unfinished = (sessions ?? []).filter(
    ({ state, fileName }) => state === 'unfinished' && !seenBefore.includes(fileName),
  );
  const [session] = unfinished;
  const files = unfinished.map(({ fileName }) => fileName).join('\n');
  useEffect(() => {
    if (files === '') return;
    const { seenSessions, prefer } = preferences.getState();
    const seen = new Set([...seenSessions, ...files.split('\n')]);
    if (seen.size > seenSessions.length) prefer({ seenSessions: [...seen].slice(-MOST_SEEN) });
  }, [files, preferences]);
  if (!session || isPresenting) return null;
  const { keep, remove } = recordings.getState();
  const { fileName, startedMs, endedMs } = session;
  const began = formatSecond(startedMs);
  const lasted = formatDuration(endedMs - startedMs);
  const others = unfinished.length > 1 ? RECORDING_WORDS.more(unfinished.length - 1) : '';
  return (
    <NoticeLine
      // Nothing went wrong: it is all there.
      tone="good"
      title={asking ? RECORDING_WORDS.deleteIt(began) : RECORDING_WORDS.untilPageClosed(began)}
      advice={`${lasted}, ${isolated(boardShown(session.board))}${others}.`}
      detail={fileName}
      onDismiss={() => void keep(fileName)}
    >
      {asking ? (
        <>
          <Button
            size="compact-sm"
            onClick={() => {
              setAsking(false);
              void remove(fileName);
            }}
          >
            {SESSIONS_WORDS.deleteForGood}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
            {SESSIONS_WORDS.doNotDelete}
          </Button>
        </>
      ) : (
        <>
          <Button size="compact-sm" onClick={() => void open(session)}>
            {SESSIONS_WORDS.open}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void keep(fileName)}>
            {RECORDING_WORDS.keep}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {SESSIONS_WORDS.delete}
          </Button>
        </>
      )}
    </NoticeLine>
  );
}

function NotRecordedNotice(): ReactNode {
  const { record, recordings } = useTidemark();
  const state = useRecordings(({ recording }) => recording);
  const [dismissed, setDismissed] = useState<unknown>(null);
  if (state.phase !== 'failed' || dismissed === state.fault) return null;
  const words = recordingFaultWords(state.fault.code);
  return (
    <NoticeLine
      tone="bad"
      title={RECORDING_WORDS.notRecorded(lowerFirst(words.title))}
      advice={words.advice}
      detail={state.fault.detail}
      onDismiss={() => setDismissed(state.fault)}
    >
      <Button size="compact-sm" onClick={() => record(true)}>
        {RECORDING_WORDS.again}
      </Button>
      <Button size="compact-sm" variant="default" onClick={recordings.getState().openSessions}>
        {SESSIONS_WORDS.sessions}
      </Button>
    </NoticeLine>
  );
}

function LittleRoomNotice(): ReactNode {
  const { recordings } = useTidemark();
  const roomLeftMs = useRecordings(({ recording }) =>
    recording.phase === 'recording' ? recording.roomLeftMs : null,
  );
  if (roomLeftMs === null) return null;
  const minutes = Math.max(1, Math.round(roomLeftMs / 60_000));
  return (
    <NoticeLine
      tone="bad"
      title={RECORDING_WORDS.nearlyFull}
      advice={RECORDING_WORDS.room(minutes)}
      detail=""
    >
      <Button size="compact-sm" variant="default" onClick={recordings.getState().openSessions}>
        {SESSIONS_WORDS.sessions}
      </Button>
    </NoticeLine>
  );
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
