import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatSecond } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useAlarms, useBoard, useView } from '../tidemarkContext.ts';
import styles from './alarms.module.css';
import { ALARM_MENU_WORDS } from './words.ts';

/** In the header: alarms that are new until somebody acknowledges them. */
export function AlarmSign(): ReactNode {
  const alarms = useAlarms((state) => state.latch.alarms);
  const acknowledgeAll = useAlarms((state) => state.acknowledgeAll);
  const channels = useBoard((state) => state.channels);
  const jumpTo = useView((state) => state.jumpTo);
  const newest = alarms.at(-1);
  if (!newest) return null;
  const clock = formatSecond(newest.fromMs);
  const name = channels[newest.channel]?.name ?? ALARM_MENU_WORDS.channel(newest.channel + 1);
  return (
    <section className={styles.sign} aria-label={ALARM_MENU_WORDS.newAlarms}>
      <button
        type="button"
        className={styles.newest}
        title={ALARM_MENU_WORDS.showNewest(name, clock)}
        onClick={() => jumpTo(newest)}
      >
        <span aria-hidden="true">⚑</span> {ALARM_MENU_WORDS.newCount(alarms.length)}
        <span className={styles.which}>
          <span className={styles.dot}> · </span>
          <OutsideText>{name}</OutsideText> {clock}
        </span>
      </button>
      <Button
        size="compact-sm"
        variant="default"
        title={ALARM_MENU_WORDS.acknowledgeHint}
        onClick={() => acknowledgeAll(lastOf(alarms))}
      >
        {ALARM_MENU_WORDS.acknowledge(alarms.length)}
      </Button>
    </section>
  );
}

function lastOf(alarms: readonly { readonly fromMs: number }[]): number {
  return alarms.reduce((last, { fromMs }) => Math.max(last, fromMs), Number.NEGATIVE_INFINITY);
}
