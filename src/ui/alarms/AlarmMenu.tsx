import { Button, Popover, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AlarmSwitch } from '../../state/alarmSwitches.ts';
import { useAlarms } from '../tidemarkContext.ts';
import styles from './alarms.module.css';
import { ShelfList } from './ShelfList.tsx';
import { useOpenShelves } from './useOpenShelves.ts';
import { ALARM_MENU_WORDS, REFUSAL_WORDS, SWITCH_WORDS } from './words.ts';

const SWITCHES: readonly AlarmSwitch[] = ['sound', 'notification', 'awake', 'muted'];

/** How alarms reach people who are not looking. */
export function AlarmMenu(): ReactNode {
  const switches = useAlarms((state) => state.switches);
  const refusal = useAlarms((state) => state.refusal);
  const switchTo = useAlarms((state) => state.switchTo);
  const shelved = useOpenShelves().length;
  const shelvedWord = ALARM_MENU_WORDS.shelvedWord(shelved);
  const name = switches.muted ? ALARM_MENU_WORDS.alarmsMuted : ALARM_MENU_WORDS.alarms;
  return (
    <Popover width={320} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={
            shelved === 0 ? name : ALARM_MENU_WORDS.with(name, `${shelved} ${shelvedWord}`)
          }
          title={shelved === 0 ? ALARM_MENU_WORDS.hint : `${shelved} ${shelvedWord}`}
        >
          <BellSign isMuted={switches.muted} />
          {shelved > 0 && (
            <span className={styles.shelvedCount}>
              {shelved} <span className={styles.shelvedWord}>{shelvedWord}</span>
            </span>
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={ALARM_MENU_WORDS.alarms} className={styles.menu}>
        {SWITCHES.map((name, place) => (
          <Switch
            key={name}
            size="sm"
            label={SWITCH_WORDS[name].word}
            aria-label={SWITCH_WORDS[name].word}
            description={SWITCH_WORDS[name].says}
            checked={switches[name]}
            data-autofocus={place === 0 || undefined}
            onChange={({ currentTarget }) => void switchTo(name, currentTarget.checked)}
          />
        ))}
        <p className={styles.refusal} role="alert">
          {refusal && REFUSAL_WORDS[refusal]}
        </p>
        <ShelfList />
      </Popover.Dropdown>
    </Popover>
  );
}

function BellSign({ isMuted }: { readonly isMuted: boolean }): ReactNode {
  return (
    <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
      <path
        d="M2 12q2-2 2-6a3 3 0 0 1 6 0q0 4 2 6zM5.5 14h3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {isMuted && <path d="M1 1l12 14" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  );
}
