import { Button, Checkbox, NativeSelect, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import {
  EVENT_KINDS,
  type EventKind,
  NO_FILTER,
  STANDINGS,
  type Standing,
  UNNAMED,
} from '../../state/listStore.ts';
import { useKnownClasses } from '../classes/useKnownClasses.ts';
import { isolated } from '../OutsideText.tsx';
import { useAlarms, useBoard, useForest, useList } from '../tidemarkContext.ts';
import { type ActKind, AlarmDialog } from './AlarmDialog.tsx';
import styles from './anomalyList.module.css';
import { isFiltering } from './listedEvents.ts';

/** Which events are listed. */
export function FilterMenu(): ReactNode {
  const filter = useList((state) => state.filter);
  const filterBy = useList((state) => state.filterBy);
  const channels = useBoard((state) => state.channels);
  const names = useNames();
  return (
    <Popover width={240} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant={isFiltering(filter) ? 'filled' : 'default'}>
          {isFiltering(filter) ? 'Filter is on' : 'Filter'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter" className={styles.filter}>
        <Choice
          label="Channel"
          value={filter.channel === null ? '' : String(filter.channel)}
          choices={channels.map(({ name }, index) => [String(index), name])}
          onChoose={(value) => filterBy({ channel: value === '' ? null : Number(value) })}
        />
        <Choice
          label="Kind"
          value={filter.kind ?? ''}
          choices={EVENT_KINDS.map((kind) => [kind, kind])}
          onChoose={(value) => filterBy({ kind: (value || null) as EventKind | null })}
        />
        <Choice
          label="Seen by"
          value={filter.by ?? ''}
          choices={[
            ['browser', 'browser alone'],
            ['board', 'board alone'],
            ['both', 'browser + board'],
          ]}
          onChoose={(value) => filterBy({ by: (value || null) as AnomalyEvent['by'] | null })}
        />
        <Choice
          label="Standing"
          value={filter.standing ?? ''}
          choices={STANDINGS.map((standing) => [standing, standing])}
          onChoose={(value) => filterBy({ standing: (value || null) as Standing | null })}
        />
        <Choice
          label="Class"
          value={filter.named === null ? '' : `=${filter.named}`}
          choices={[
            ...names.map((name) => [`=${name}`, isolated(name)] as const),
            [`=${UNNAMED}`, 'no name'],
          ]}
          onChoose={(value) => filterBy({ named: value === '' ? null : value.slice(1) })}
        />
        <Checkbox
          size="sm"
          label="In view only"
          checked={filter.inViewOnly}
          onChange={({ currentTarget }) => filterBy({ inViewOnly: currentTarget.checked })}
        />
        <Button size="compact-sm" variant="default" onClick={() => filterBy(NO_FILTER)}>
          Show all
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The classes that an event may be called: the person's, and those of the forest. */
function useNames(): readonly string[] {
  const known = useKnownClasses();
  const used = useForest((state) => state.used);
  const names = known.map(({ name }) => name);
  return [...new Set([...names, ...(used?.model.classes ?? [])])];
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps): ReactNode {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      data={[
        { value: '', label: 'all' },
        ...choices.map(([choice, words]) => ({ value: choice, label: words })),
      ]}
    />
  );
}

interface ActMenuProps {
  /** The marked rows, as they are now. */
  readonly marked: readonly AnomalyEvent[];
  /** A name is to be chosen for these; none: the classes are edited. */
  readonly onName: (events: readonly AnomalyEvent[]) => void;
}

/** What can be done about the marked rows. */
export function ActMenu({ marked, onName }: ActMenuProps): ReactNode {
  const acknowledge = useAlarms((state) => state.acknowledge);
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState<ActKind | null>(null);
  const [one] = marked;
  function act(run: () => void): void {
    setOpened(false);
    run();
  }
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus>
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="default"
            title="Rows are chosen by click, with Shift or Ctrl, or by Space"
            onClick={() => setOpened(!opened)}
          >
            Chosen {marked.length} ▾
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Chosen anomalies" className={styles.filter}>
          {one ? (
            <>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => act(() => acknowledge(marked))}
              >
                Acknowledge (A)
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => act(() => onName(marked))}>
                Name… (1 to 9)
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => act(() => setAsking('note'))}
              >
                Write a note…
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => act(() => setAsking('shelve'))}
              >
                Shelve the channel…
              </Button>
            </>
          ) : (
            <p className={styles.hint} tabIndex={-1} data-autofocus>
              Choose rows first: by click, several with Shift or Ctrl, by key with Space.
            </p>
          )}
          <Button size="compact-sm" variant="default" onClick={() => act(() => onName([]))}>
            Edit classes…
          </Button>
        </Popover.Dropdown>
      </Popover>
      {one && asking && (
        <AlarmDialog kind={asking} events={marked} onClose={() => setAsking(null)} />
      )}
    </>
  );
}
