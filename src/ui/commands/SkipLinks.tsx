import type { ReactNode } from 'react';
import { useNothingYet } from '../tidemarkContext.ts';
import styles from './commands.module.css';

const PLACES = [
  ['signal', 'Skip to the signal'],
  ['lower', 'Skip to the anomalies'],
  ['detector', 'Skip to the detector'],
  ['fit', 'Skip to the Weibull fit'],
] as const;

/** The first stops of the Tab key: past the header, into a panel. Seen only while they have the focus. */
export function SkipLinks(): ReactNode {
  const nothingYet = useNothingYet();
  if (nothingYet) return null;
  return (
    <nav className={styles.skip} aria-label="Skip">
      {PLACES.map(([place, words]) => (
        <a
          key={place}
          href={`#panel-${place}`}
          onClick={(event) => {
            // The address stays as it is.
            event.preventDefault();
            document.getElementById(`panel-${place}`)?.focus();
          }}
        >
          {words}
        </a>
      ))}
    </nav>
  );
}
