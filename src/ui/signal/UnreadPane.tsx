import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { counted } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import type { UnreadWords } from '../unreadWords.ts';
import { useCopy } from '../useCopy.ts';
import styles from './unread.module.css';

/** In the place of the signal: lines come, and none of them is a row of numbers. */
export function UnreadPane({ words }: { readonly words: UnreadWords }): ReactNode {
  const copy = useCopy();
  const { count, lines, reason, example, statement } = words;

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
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            void copy(statement, {
              copied: 'The statement is in the clipboard.',
              notCopied: 'The clipboard is not allowed here: mark the statement and copy it.',
            })
          }
        >
          Copy
        </Button>
      </p>
    </section>
  );
}
