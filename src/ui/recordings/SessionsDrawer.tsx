import { Button, Drawer } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useFocusGivenBack, useOpener } from '../focusGivenBack.ts';
import { OpenFileButton } from '../import/OpenFileButton.tsx';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { useRecordings } from '../tidemarkContext.ts';
import styles from './recordings.module.css';
import { recordingFaultWords } from './recordingWords.ts';
import { SessionItem } from './SessionItem.tsx';
import { SESSIONS_WORDS } from './sessionsWords.ts';

/** Each has buttons of its own: a thousand at once would hold the page up. */
const SHOWN_AT_ONCE = 50;

/** The recorded sessions of this browser, and the way to one in a file. */
export function SessionsDrawer(): ReactNode {
  const { sessions, sessionsFault, sessionsOpen, closeSessions } = useRecordings((state) => state);
  const opened = useOpenedOnceThere(sessionsOpen);
  const focus = useFocusGivenBack(opened);
  const opener = useOpener(sessionsOpen);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const left = (sessions?.length ?? 0) - shown;
  useEffect(() => {
    if (sessionsOpen) setShown(SHOWN_AT_ONCE);
  }, [sessionsOpen]);
  const words = sessionsFault && recordingFaultWords(sessionsFault.code);
  return (
    <Drawer
      opened={opened}
      {...focus}
      onClose={closeSessions}
      position="right"
      size="min(560px, 100%)"
      title={SESSIONS_WORDS.sessions}
      closeButtonProps={{ 'aria-label': SESSIONS_WORDS.close }}
    >
      <OpenFileButton
        size="compact-md"
        onChosen={() => {
          // The dialog of the file comes at once, and gives the focus back to where it is by then.
          if (opener.current instanceof HTMLElement) opener.current.focus();
          closeSessions();
        }}
      >
        {SESSIONS_WORDS.openFile}
      </OpenFileButton>
      {words && (
        <p role="alert" className={styles.fault}>
          <b>{words.title}.</b> {words.advice}
        </p>
      )}
      {sessions?.length === 0 && <p className={styles.none}>{SESSIONS_WORDS.none}</p>}
      <ul className={styles.list} aria-label={SESSIONS_WORDS.sessions}>
        {sessions?.slice(0, shown).map((session) => (
          <SessionItem key={session.fileName} session={session} />
        ))}
      </ul>
      {left > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setShown((count) => count + SHOWN_AT_ONCE)}
        >
          {SESSIONS_WORDS.older(Math.min(left, SHOWN_AT_ONCE), left)}
        </Button>
      )}
    </Drawer>
  );
}
