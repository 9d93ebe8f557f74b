import { Button, Popover, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AlarmSwitch } from '../../state/alarmSwitches.ts';
import { useAlarms } from '../tidemarkContext.ts';
import styles from './alarms.module.css';
import { ShelfList } from './ShelfList.tsx';

const SWITCHES: readonly { readonly name: AlarmSwitch; readonly word: string; says: string }[] = [
  { name: 'sound', word: 'Sound', says: 'Two tones at a new alarm, at most every 10 s' },
  {
    name: 'notification',
    word: 'Notification',
    says: 'A message of the system, also while this page is hidden',
  },
  { name: 'awake', word: 'Keep the screen on', says: 'As long as this page is in sight' },
  { name: 'muted', word: 'Mute (M)', says: 'Neither sound nor notification for now' },
];

/** How alarms reach people who are not looking. */
export function AlarmMenu(): ReactNode {
  const switches = useAlarms((state) => state.switches);
  const refusal = useAlarms((state) => state.refusal);
  const switchTo = useAlarms((state) => state.switchTo);
  return (
    <Popover width={320} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={switches.muted ? 'Alarms, muted' : 'Alarms'}
          title="How alarms are told, and what is shelved"
        >
          <BellSign isMuted={switches.muted} />
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Alarms" className={styles.menu}>
        {SWITCHES.map(({ name, word, says }, place) => (
          <Switch
            key={name}
            size="sm"
            label={word}
            aria-label={word}
            description={says}
            checked={switches[name]}
            data-autofocus={place === 0 || undefined}
            onChange={({ currentTarget }) => void switchTo(name, currentTarget.checked)}
          />
        ))}
        <p className={styles.refusal} role="alert">
          {refusal}
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
