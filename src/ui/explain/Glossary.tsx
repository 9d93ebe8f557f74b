import type { ReactNode } from 'react';
import { TERM_NAMES, TERMS } from '../terms.ts';
import styles from './explain.module.css';
import { SYMBOL_WORDS } from './symbolWords.ts';

/** The words for what is found, one after the other. */
export function Glossary(): ReactNode {
  return (
    <dl className={styles.glossary} aria-label={SYMBOL_WORDS.glossary}>
      {TERM_NAMES.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{TERMS[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
