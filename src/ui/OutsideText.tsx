/** Words that come from a board or a file, kept from doing anything to the words around them. */
import type { ReactNode } from 'react';
import styles from './outsideText.module.css';

/**
 * Shows such words: their direction ends with them, and the longest breaks where there is no room.
 * An isolate that they open and leave open would take the element's end for its own: steering goes.
 */
export function OutsideText({ children }: { readonly children: string }): ReactNode {
  return <bdi className={styles.outside}>{children.replace(STEERING, '')}</bdi>;
}

const STEERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Hebrew to Arabic Extended, and what looks like either in other blocks. */
const MAY_TURN =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The same for a sentence or a picture's text: steering characters go, and a direction ends with it. */
export function isolated(text: string): string {
  const plain = text.replace(STEERING, '');
  return MAY_TURN.test(plain) ? `\u2068${plain}\u2069` : plain;
}
