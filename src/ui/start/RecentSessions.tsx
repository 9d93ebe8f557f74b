import { Button, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { StoredSession } from '../../analysis/messages/recordingMessages.ts';
import card from '../controls/card.module.css';
import { sessionFacts, sessionTitle } from '../recordings/recordingWords.ts';
import { useOpenSession } from '../recordings/useOpenSession.ts';
import { useRecordings } from '../tidemarkContext.ts';
import styles from './start.module.css';
import { START_WORDS } from './startWords.ts';

/** As many as are seen at a glance; the drawer has them all. */
const SHOWN = 4;

/** What was recorded last, each a click from being played back; nothing before the first. */
export function RecentSessions(): ReactNode {
  const sessions = useRecordings((state) => state.sessions);
  const openSessions = useRecordings((state) => state.openSessions);
  const headingId = useId();
  // What another tab records cannot be opened yet.
  const closed = (sessions ?? []).filter(({ state }) => state !== 'recording');
  if (closed.length === 0) return null;
  return (
    <div className={styles.recent}>
      <h2 id={headingId} className={styles.title}>
        {START_WORDS.recent}
      </h2>
      <ul className={styles.sessions} aria-labelledby={headingId}>
        {closed.slice(0, SHOWN).map((session) => (
          <li key={session.fileName}>
            <Recent session={session} />
          </li>
        ))}
      </ul>
      {closed.length > SHOWN && (
        <Button size="compact-sm" variant="subtle" onClick={openSessions}>
          {START_WORDS.all(closed.length)}
        </Button>
      )}
    </div>
  );
}

function Recent({ session }: { readonly session: StoredSession }): ReactNode {
  const open = useOpenSession();
  const nowMs = Date.now();
  const title = sessionTitle(session, nowMs);
  const facts = sessionFacts(session, nowMs);
  return (
    <button type="button" className={card.card} onClick={() => void open(session)}>
      <VisuallyHidden component="span">{START_WORDS.playBack} </VisuallyHidden>
      <b>{title}</b> <span className={card.facts}>{facts}</span>
    </button>
  );
}
