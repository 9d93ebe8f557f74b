import { Drawer } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { OpenFileButton } from '../import/OpenFileButton.tsx';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { useRecordings } from '../tidemarkContext.ts';
import styles from './recordings.module.css';
import { recordingFaultWords } from './recordingWords.ts';
import { SessionItem } from './SessionItem.tsx';

/** The recorded sessions of this browser, and the way to one in a file. */
export function SessionsDrawer(): ReactNode {
  const { sessions, sessionsFault, sessionsOpen, closeSessions } = useRecordings((state) => state);
  const opened = useOpenedOnceThere(sessionsOpen);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (sessionsOpen) opener.current = document.activeElement;
  }, [sessionsOpen]);
  const words = sessionsFault && recordingFaultWords(sessionsFault.code);
  return (
    <Drawer
      opened={opened}
      onClose={closeSessions}
      position="right"
      size="min(560px, 100%)"
      title="Recorded sessions"
      closeButtonProps={{ 'aria-label': 'Close recorded sessions' }}
    >
      <OpenFileButton
        size="compact-md"
        onChosen={() => {
          // The dialog of the file comes at once, and gives the focus back to where it is by then.
          if (opener.current instanceof HTMLElement) opener.current.focus();
          closeSessions();
        }}
      >
        Open a file
      </OpenFileButton>
      {words && (
        <p role="alert" className={styles.fault}>
          <b>{words.title}.</b> {words.advice}
        </p>
      )}
      {sessions?.length === 0 && (
        <p className={styles.none}>
          None yet. Every session with a board is recorded here by itself, in this browser only.
        </p>
      )}
      <ul className={styles.list} aria-label="Recorded sessions">
        {sessions?.map((session) => (
          <SessionItem key={session.fileName} session={session} />
        ))}
      </ul>
    </Drawer>
  );
}
