import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { formatSecond } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useAlarms, useBoard } from '../tidemarkContext.ts';
import styles from './alarms.module.css';
import { useOpenShelves } from './useOpenShelves.ts';
import { ALARM_MENU_WORDS } from './words.ts';

/** Channels whose alarms are listed and not told, and until when. */
export function ShelfList(): ReactNode {
  const unshelve = useAlarms((state) => state.unshelve);
  const channels = useBoard((state) => state.channels);
  const open = useOpenShelves();
  const title = useId();
  if (open.length === 0) return null;
  return (
    <section className={styles.shelves}>
      <h3 id={title}>{ALARM_MENU_WORDS.shelved}</h3>
      <ul aria-labelledby={title}>
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
    </section>
  );
}
