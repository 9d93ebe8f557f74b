import { type ReactNode, useId } from 'react';
import { EXAMPLE_NAMES } from '../../tour/exampleNames.ts';
import card from '../controls/card.module.css';
import { useLesson } from '../tidemarkContext.ts';
import styles from './examples.module.css';
import { useOpenExample } from './useOpenExample.ts';
import { EXAMPLE_WORDS, EXAMPLES } from './words.ts';

/** Recordings that come with the page, each with something to find out. */
export function ExampleDoors(): ReactNode {
  const open = useOpenExample();
  const chosen = useLesson(({ lesson }) => lesson?.example ?? null);
  const headingId = useId();
  return (
    <div className={styles.doors}>
      <h2 id={headingId} className={styles.heading}>
        {EXAMPLE_WORDS.heading}
      </h2>
      <ul className={styles.list} aria-labelledby={headingId}>
        {(chosen ? [chosen] : EXAMPLE_NAMES).map((name) => (
          <li key={name}>
            <button type="button" className={card.card} onClick={() => open(name)}>
              <b>{EXAMPLES[name].title}</b>{' '}
              <span className={card.facts}>{EXAMPLES[name].about}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
