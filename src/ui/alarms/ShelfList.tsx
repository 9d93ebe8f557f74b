import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatSecond } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useAlarms, useBoard } from '../tidemarkContext.ts';
import styles from './alarms.module.css';
import { openShelves } from './shelves.ts';
import { ALARM_MENU_WORDS } from './words.ts';

/** Channels whose alarms are listed and not told, and until when. */
export function ShelfList(): ReactNode {
  const shelves = useAlarms((state) => state.book.shelves);
  const unshelve = useAlarms((state) => state.unshelve);
  const channels = useBoard((state) => state.channels);
  // Drawn anew once a second: what has ended is not listed any more.
  useBoard((state) => state.health);
  const open = openShelves(shelves, Date.now());
  if (open.length === 0) return null;
  return (
    <ul className={styles.shelves} aria-label={ALARM_MENU_WORDS.shelved}>
      {open.map(({ channel, untilMs, reason }) => (
        <li key={channel}>
          <span>
            <OutsideText>
              {channels[channel]?.name ?? ALARM_MENU_WORDS.channel(channel + 1)}
            </OutsideText>{' '}
            {ALARM_MENU_WORDS.until} {formatSecond(untilMs)}
            {reason !== '' && (
              <>
                : <OutsideText>{reason}</OutsideText>
              </>
            )}
          </span>
          <Button size="compact-xs" variant="default" onClick={() => unshelve(channel)}>
            {ALARM_MENU_WORDS.takeOff}
          </Button>
        </li>
      ))}
    </ul>
  );
}
