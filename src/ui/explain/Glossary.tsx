import type { ReactNode } from 'react';
import { TERM_NAMES, TERMS } from '../terms.ts';
import styles from './explain.module.css';

/** The words for what is found, one after the other. */
export function Glossary(): ReactNode {
  return (
    <dl className={styles.glossary} aria-label="Words">
      {TERM_NAMES.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{TERMS[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
