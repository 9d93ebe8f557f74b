import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { StoredSession } from '../../analysis/messages/recordingMessages.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { downloadBlob } from '../download.ts';
import { useRecordings, useTidemark } from '../tidemarkContext.ts';
import styles from './recordings.module.css';
import { sessionFacts, sessionTitle } from './recordingWords.ts';
import { useOpenSession } from './useOpenSession.ts';

const MAX_NAME_CHARACTERS = 80;

interface SessionItemProps {
  readonly session: StoredSession;
}

/** One stored session, and what can be done with it. */
export function SessionItem({ session }: SessionItemProps): ReactNode {
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'deleting'>('nothing');
  const title = sessionTitle(session, Date.now());
  const done = (): void => setDoing('nothing');
  return (
    <li className={styles.session}>
      <h3 className={styles.title}>
        {title} <StateWord state={session.state} />
      </h3>
      <p className={styles.facts} title={new Date(session.startedMs).toISOString()}>
        {sessionFacts(session, Date.now())}
      </p>
      {doing === 'renaming' && <Renaming session={session} title={title} onDone={done} />}
      {doing === 'deleting' && <Deleting session={session} title={title} onDone={done} />}
      {doing === 'nothing' && (
        <Actions
          session={session}
          title={title}
          onRename={() => setDoing('renaming')}
          onDelete={() => setDoing('deleting')}
        />
      )}
    </li>
  );
}

function StateWord({ state }: { readonly state: StoredSession['state'] }): ReactNode {
  switch (state) {
    case 'closed':
      return null;
    case 'unfinished':
      return <span className={styles.notable}>was not closed</span>;
    case 'recording':
      return <span className={styles.notable}>being recorded</span>;
    default:
      return state satisfies never;
  }
}

interface ActionsProps extends SessionItemProps {
  readonly title: string;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

function Actions({ session, title, onRename, onDelete }: ActionsProps): ReactNode {
  const { recordings } = useTidemark();
  const open = useOpenSession();
  const { fileName } = session;
  const isOwn = useRecordings(
    ({ recording }) => recording.phase === 'recording' && recording.fileName === fileName,
  );
  const busy =
    session.state === 'recording' ? 'It is being recorded: stop that or disconnect first.' : null;
  const elsewhere =
    session.state === 'recording' && !isOwn
      ? 'Another tab is recording it: download it there, or stop that first.'
      : null;
  const download = async (): Promise<void> => {
    const file = await recordings.getState().read(fileName);
    const name = session.name.replace(/[^\p{L}\p{N} _-]/gu, '').trim();
    if (file) downloadBlob(name === '' ? fileName : `${name}.tidemark`, file);
  };
  return (
    <div className={styles.actions}>
      <ReasonedButton
        size="compact-sm"
        reason={busy}
        hint={`Play back ${title}`}
        onClick={() => void open(session)}
      >
        Open
      </ReasonedButton>
      <Button size="compact-sm" variant="default" onClick={onRename} title={`Rename ${title}`}>
        Rename
      </Button>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={elsewhere}
        hint={
          busy === null
            ? `Save ${title} as a file`
            : `Save ${title} as a file, as far as it has come`
        }
        onClick={() => void download()}
      >
        Download
      </ReasonedButton>
      <ReasonedButton size="compact-sm" variant="default" reason={busy} onClick={onDelete}>
        Delete
      </ReasonedButton>
    </div>
  );
}

interface DoingProps extends SessionItemProps {
  readonly title: string;
  readonly onDone: () => void;
}

/** The focus goes with what was begun. */
function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}

function Renaming({ session, title, onDone }: DoingProps): ReactNode {
  const { recordings } = useTidemark();
  const [name, setName] = useState(session.name);
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    void recordings.getState().rename(session.fileName, name.trim());
    onDone();
  };
  return (
    <form className={styles.actions} onSubmit={rename}>
      <TextInput
        size="xs"
        ref={focusAtOnce}
        aria-label={`Name of ${title}`}
        placeholder={title}
        value={name}
        maxLength={MAX_NAME_CHARACTERS}
        onChange={(event) => setName(event.currentTarget.value)}
        // Escape ends the renaming, not the whole list.
        data-mantine-stop-propagation
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <Button size="compact-sm" type="submit">
        Rename
      </Button>
      <Button size="compact-sm" variant="default" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}

function Deleting({ session, title, onDone }: DoingProps): ReactNode {
  const { recordings } = useTidemark();
  return (
    <fieldset className={styles.actions}>
      <legend className={styles.question}>Delete {title} for good? There is no way back.</legend>
      <Button
        size="compact-sm"
        onClick={() => {
          void recordings.getState().remove(session.fileName);
          onDone();
        }}
      >
        Delete for good
      </Button>
      <Button size="compact-sm" variant="default" ref={focusAtOnce} onClick={onDone}>
        Do not delete
      </Button>
    </fieldset>
  );
}
