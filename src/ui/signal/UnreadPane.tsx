import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { counted } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useTidemark } from '../tidemarkContext.ts';
import type { UnreadWords } from '../unreadWords.ts';
import styles from './unread.module.css';

/** In the place of the signal: lines come, and none of them is a row of numbers. */
export function UnreadPane({ words }: { readonly words: UnreadWords }): ReactNode {
  const { notices } = useTidemark();
  const { count, lines, reason, example, statement } = words;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(statement);
      notices.getState().reportDone('The statement is in the clipboard.');
    } catch {
      // Forbidden by the browser or its policy; the text can still be marked and copied.
      notices
        .getState()
        .reportDone('The clipboard is not allowed here: mark the statement and copy it.');
    }
  }

  return (
    <section className={styles.unread} aria-labelledby="unread-title">
      <h2 id="unread-title">
        {counted(count, 'line')} {count === 1 ? 'was' : 'were'} not understood
      </h2>
      <ol className={styles.lines} aria-label="The newest lines">
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
        A line that is read: <code>{example}</code>
      </p>
      <p className={styles.statement}>
        <code>{statement}</code>
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          Copy
        </Button>
      </p>
    </section>
  );
}
