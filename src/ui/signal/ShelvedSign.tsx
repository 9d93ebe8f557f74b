import type { ReactNode } from 'react';
import { shelfAt } from '../../alarms/alarmBook.ts';
import { useAlarms, useBoard } from '../tidemarkContext.ts';
import styles from './signal.module.css';
import { PANEL_WORDS } from './signalWords.ts';

/** Beside a channel's name, as long as its alarms are listed and not told. */
export function ShelvedSign({ channel }: { readonly channel: number }): ReactNode {
  const book = useAlarms((state) => state.book);
  // It ends by itself: looked at anew with every news of the board.
  const isShelved = useBoard(() => shelfAt(book, channel, Date.now()) !== undefined);
  return isShelved && <span className={styles.shelved}> {PANEL_WORDS.shelved}</span>;
}
