import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { StoredSession } from '../../analysis/messages/recordingMessages.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { downloadBlob } from '../download.ts';
import { useRecordings, useTidemark } from '../tidemarkContext.ts';
import styles from './recordings.module.css';
import { sessionFacts, sessionTitle } from './recordingWords.ts';
import { SESSIONS_WORDS } from './sessionsWords.ts';
import { useOpenSession } from './useOpenSession.ts';

const MAX_NAME_CHARACTERS = 80;

type Doing = 'renaming' | 'deleting';

interface SessionItemProps {
  readonly session: StoredSession;
}

/** One stored session, and what can be done with it. */
export function SessionItem({ session }: SessionItemProps): ReactNode {
  const [doing, setDoing] = useState<'nothing' | Doing>('nothing');
  /** What was done last: its button has the focus again. */
  const [done, setDone] = useState<Doing | null>(null);
  const title = sessionTitle(session, Date.now());
  const end = (): void => {
    setDone(doing === 'nothing' ? null : doing);
    setDoing('nothing');
  };
  return (
    <li className={styles.session}>
      <h3 className={styles.title}>
        {title} <StateWord state={session.state} />
      </h3>
      <p className={styles.facts} title={new Date(session.startedMs).toISOString()}>
        {sessionFacts(session, Date.now())}
      </p>
      {doing === 'renaming' && <Renaming session={session} title={title} onDone={end} />}
      {doing === 'deleting' && <Deleting session={session} title={title} onDone={end} />}
      {doing === 'nothing' && (
        <Actions
          session={session}
          title={title}
          done={done}
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
      return <span className={styles.notable}>{SESSIONS_WORDS.untilPageClosed}</span>;
    case 'recording':
      return <span className={styles.notable}>{SESSIONS_WORDS.beingRecorded}</span>;
    default:
      return state satisfies never;
  }
}

interface ActionsProps extends SessionItemProps {
  readonly title: string;
  readonly done: Doing | null;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

function Actions({ session, title, done, onRename, onDelete }: ActionsProps): ReactNode {
  const { recordings } = useTidemark();
  const open = useOpenSession();
  const { fileName } = session;
  const isOwn = useRecordings(
    ({ recording }) => recording.phase === 'recording' && recording.fileName === fileName,
  );
  const busy = session.state === 'recording' ? SESSIONS_WORDS.busy : null;
  const elsewhere = session.state === 'recording' && !isOwn ? SESSIONS_WORDS.elsewhere : null;
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
        hint={SESSIONS_WORDS.playBack(title)}
        onClick={() => void open(session)}
      >
        {SESSIONS_WORDS.open}
      </ReasonedButton>
      <Button
        size="compact-sm"
        variant="default"
        ref={done === 'renaming' ? focusAtOnce : null}
        onClick={onRename}
        title={SESSIONS_WORDS.renameIt(title)}
      >
        {SESSIONS_WORDS.rename}
      </Button>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        reason={elsewhere}
        hint={busy === null ? SESSIONS_WORDS.saveAsFile(title) : SESSIONS_WORDS.saveSoFar(title)}
        onClick={() => void download()}
      >
        {SESSIONS_WORDS.download}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        ref={done === 'deleting' ? focusAtOnce : null}
        reason={busy}
        onClick={onDelete}
      >
        {SESSIONS_WORDS.delete}
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
        aria-label={SESSIONS_WORDS.nameOf(title)}
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
        {SESSIONS_WORDS.rename}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onDone}>
        {SESSIONS_WORDS.cancel}
      </Button>
    </form>
  );
}

function Deleting({ session, title, onDone }: DoingProps): ReactNode {
  const { recordings } = useTidemark();
  return (
    <fieldset className={styles.actions}>
      <legend className={styles.question}>{SESSIONS_WORDS.deleteIt(title)}</legend>
      <Button
        size="compact-sm"
        onClick={({ currentTarget }) => {
          const item = currentTarget.closest('li');
          const beside = item?.nextElementSibling ?? item?.previousElementSibling;
          void recordings.getState().remove(session.fileName);
          // The item goes: the focus goes on to the next one.
          beside?.querySelector('button')?.focus();
        }}
      >
        {SESSIONS_WORDS.deleteForGood}
      </Button>
      <Button size="compact-sm" variant="default" ref={focusAtOnce} onClick={onDone}>
        {SESSIONS_WORDS.doNotDelete}
      </Button>
    </fieldset>
  );
}
