import type { ReactNode } from 'react';
import { useNothingYet } from '../tidemarkContext.ts';
import styles from './commands.module.css';
import { COMMAND_WORDS, SKIP_WORDS } from './commandWords.ts';

const PLACES = ['signal', 'lower', 'detector', 'fit'] as const;

/** The first stops of the Tab key: past the header, into a panel. Seen only while they have the focus. */
export function SkipLinks(): ReactNode {
  const nothingYet = useNothingYet();
  if (nothingYet) return null;
  return (
    <nav className={styles.skip} aria-label={COMMAND_WORDS.skip}>
      {PLACES.map((place) => (
        <a
          key={place}
          href={`#panel-${place}`}
          onClick={(event) => {
            // The address stays as it is.
            event.preventDefault();
            document.getElementById(`panel-${place}`)?.focus();
          }}
        >
          {SKIP_WORDS[place]}
        </a>
      ))}
    </nav>
  );
}
