import { TextInput, VisuallyHidden } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { formatCount } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import styles from './console.module.css';
import { arrow, filterLines, linesText } from './consoleText.ts';
import { useConsoleLines } from './useConsoleLines.ts';

/** Closer to the end than this, in CSS pixels, the list follows what comes. */
const AT_END_PX = 24;

/** The raw lines, both ways. */
export function ConsoleView(): ReactNode {
  const { sendLine, notices } = useTidemark();
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
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(linesText(shown));
      notices.getState().reportDone(`Copied ${formatCount(shown.length)} lines.`);
    } catch {
      notices.getState().reportDone('The browser did not allow copying: select the lines instead.');
    }
  };

  return (
    <section className={styles.view} aria-label="Console">
      <div
        ref={list}
        className={styles.lines}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label="Lines"
      >
        {skipped > 0 && <p className={styles.soft}>{formatCount(skipped)} lines went by unseen.</p>}
        {shown.map((line) => (
          <p key={line.id} className={styles.line}>
            <span aria-hidden="true" className={styles.soft}>
              {arrow(line.direction)}
            </span>
            <VisuallyHidden>{line.direction === 'in' ? 'from the board' : 'sent'}</VisuallyHidden>{' '}
            <OutsideText>{line.text}</OutsideText>
            {line.note !== '' && <span className={styles.note}> {line.note}</span>}
          </p>
        ))}
        {shown.length === 0 && (
          <p className={styles.soft}>{lines.length === 0 ? 'No line yet.' : 'No line matches.'}</p>
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
          aria-label="Filter"
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          className={styles.input}
          aria-label="Send a line"
          placeholder="Send a line, for example: get"
          autoComplete="off"
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <ReasonedButton
          size="compact-sm"
          reason={
            connected
              ? draft.trim() === ''
                ? 'Type a line first.'
                : null
              : 'No board is connected.'
          }
          type="submit"
        >
          Send
        </ReasonedButton>
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={shown.length === 0 ? 'There is no line to copy.' : null}
          hint="Copy the lines that are shown"
          onClick={() => void copy()}
        >
          Copy
        </ReasonedButton>
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={following ? 'The newest line is in sight.' : null}
          hint="Back to the newest line, and stay there"
          onClick={() => setFollowing(true)}
        >
          Follow
        </ReasonedButton>
      </form>
    </section>
  );
}
