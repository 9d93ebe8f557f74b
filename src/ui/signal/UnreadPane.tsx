import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { OutsideText } from '../OutsideText.tsx';
import type { UnreadWords } from '../unreadWords.ts';
import { useCopy } from '../useCopy.ts';
import { UNREAD_PANE_WORDS } from './signalWords.ts';
import styles from './unread.module.css';

/** In the place of the signal: lines come, and none of them is a row of numbers. */
export function UnreadPane({ words }: { readonly words: UnreadWords }): ReactNode {
  const copy = useCopy();
  const { count, lines, reason, example, statement } = words;

  return (
    <section className={styles.unread} aria-labelledby="unread-title">
      <h2 id="unread-title">{UNREAD_PANE_WORDS.title(count)}</h2>
      <ol className={styles.lines} aria-label={UNREAD_PANE_WORDS.newest}>
        {lines.map((text, at) => (
          <li key={at}>
            <code>
              <OutsideText>{text}</OutsideText>
            </code>
          </li>
        ))}
      </ol>
      <p>{reason}</p>
      <p>
        {UNREAD_PANE_WORDS.example} <code>{example}</code>
      </p>
      <p className={styles.statement}>
        <code>{statement}</code>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void copy(statement, UNREAD_PANE_WORDS)}
        >
          {UNREAD_PANE_WORDS.copy}
        </Button>
      </p>
    </section>
  );
}
