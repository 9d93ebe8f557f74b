import { TextInput, VisuallyHidden } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { useCopy } from '../useCopy.ts';
import styles from './console.module.css';
import { arrow, filterLines, linesText } from './consoleText.ts';
import { CONSOLE_WORDS } from './consoleWords.ts';
import { noteWords } from './noteWords.ts';
import { useConsoleLines } from './useConsoleLines.ts';

/** Closer to the end than this, in CSS pixels, the list follows what comes. */
const AT_END_PX = 24;

/** The raw lines, both ways. */
export function ConsoleView(): ReactNode {
  const { sendLine } = useTidemark();
  const copy = useCopy();
  const phase = useBoard((state) => state.connection.phase);
  const { lines, skipped } = useConsoleLines();
  const [filter, setFilter] = useState('');
  const [draft, setDraft] = useState('');
  const [following, setFollowing] = useState(true);
  const list = useRef<HTMLDivElement>(null);
  const shown = filterLines(lines, filter);
  const connected = phase === 'streaming' || phase === 'silent' || phase === 'handshaking';

  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are the reason to scroll
  useEffect(() => {
    if (following && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [following, shown]);

  const onScroll = (): void => {
    const element = list.current;
    if (!element) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    setFollowing(left < AT_END_PX);
  };
  const send = (): void => {
    if (!connected || draft.trim() === '') return;
    sendLine(draft);
    setDraft('');
  };
  return (
    <section className={styles.view} aria-label={CONSOLE_WORDS.region}>
      <div
        ref={list}
        className={styles.lines}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={CONSOLE_WORDS.lines}
      >
        {skipped > 0 && <p className={styles.soft}>{CONSOLE_WORDS.skipped(skipped)}</p>}
        {shown.map((line) => (
          <p key={line.id} className={styles.line}>
            <span aria-hidden="true" className={styles.soft}>
              {arrow(line.direction)}
            </span>
            <VisuallyHidden>
              {line.direction === 'in' ? CONSOLE_WORDS.fromBoard : CONSOLE_WORDS.sent}
            </VisuallyHidden>{' '}
            <OutsideText>{line.text}</OutsideText>
            {line.note && <span className={styles.note}> {noteWords(line.note)}</span>}
          </p>
        ))}
        {shown.length === 0 && (
          <p className={styles.soft}>
            {lines.length === 0 ? CONSOLE_WORDS.none : CONSOLE_WORDS.noMatch}
          </p>
        )}
      </div>
      <form
        className={styles.tools}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send();
        }}
      >
        <TextInput
          size="xs"
          className={styles.filter}
          aria-label={CONSOLE_WORDS.filter}
          placeholder={CONSOLE_WORDS.filter}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          className={styles.input}
          aria-label={CONSOLE_WORDS.sendLine}
          placeholder={CONSOLE_WORDS.sendExample}
          autoComplete="off"
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <ReasonedButton
          size="compact-sm"
          reason={
            connected
              ? draft.trim() === ''
                ? CONSOLE_WORDS.typeFirst
                : null
              : CONSOLE_WORDS.noBoard
          }
          type="submit"
        >
          {CONSOLE_WORDS.send}
        </ReasonedButton>
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={shown.length === 0 ? CONSOLE_WORDS.nothingToCopy : null}
          hint={CONSOLE_WORDS.copyHint}
          onClick={() =>
            void copy(linesText(shown), {
              copied: CONSOLE_WORDS.copied(shown.length),
              notCopied: CONSOLE_WORDS.notCopied,
            })
          }
        >
          {CONSOLE_WORDS.copy}
        </ReasonedButton>
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={following ? CONSOLE_WORDS.newestInSight : null}
          hint={CONSOLE_WORDS.followHint}
          onClick={() => setFollowing(true)}
        >
          {CONSOLE_WORDS.follow}
        </ReasonedButton>
      </form>
    </section>
  );
}
