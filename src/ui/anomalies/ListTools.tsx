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
import { classShown } from '../classNameWords.ts';
import { isolated } from '../OutsideText.tsx';
import { TERM_WORDS } from '../terms.ts';
import { useAlarms, useBoard, useForest, useList } from '../tidemarkContext.ts';
import { type ActKind, AlarmDialog } from './AlarmDialog.tsx';
import styles from './anomalyList.module.css';
import { ACT_WORDS, COLUMN_WORDS, FILTER_WORDS, STANDING_WORDS } from './anomalyWords.ts';
import { SEEN_BY_WORDS } from './eventWords.ts';
import { isFiltering } from './listedEvents.ts';

/** Which events are listed. */
export function FilterMenu(): ReactNode {
  const filter = useList((state) => state.filter);
  const filterBy = useList((state) => state.filterBy);
  const channels = useBoard((state) => state.channels);
  const names = useNames();
  return (
    <Popover width={240} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant={isFiltering(filter) ? 'filled' : 'default'}>
          {isFiltering(filter) ? FILTER_WORDS.filterIsOn : FILTER_WORDS.filter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={FILTER_WORDS.filter} className={styles.filter}>
        <Choice
          label={COLUMN_WORDS.channel}
          value={filter.channel === null ? '' : String(filter.channel)}
          choices={channels.map(({ name }, index) => [String(index), name])}
          onChoose={(value) => filterBy({ channel: value === '' ? null : Number(value) })}
        />
        <Choice
          label={COLUMN_WORDS.kind}
          value={filter.kind ?? ''}
          choices={EVENT_KINDS.map((kind) => [kind, TERM_WORDS[kind]])}
          onChoose={(value) => filterBy({ kind: (value || null) as EventKind | null })}
        />
        <Choice
          label={COLUMN_WORDS.seenBy}
          value={filter.by ?? ''}
          choices={[
            ['browser', FILTER_WORDS.browserAlone],
            ['board', FILTER_WORDS.boardAlone],
            ['both', SEEN_BY_WORDS.both],
          ]}
          onChoose={(value) => filterBy({ by: (value || null) as AnomalyEvent['by'] | null })}
        />
        <Choice
          label={FILTER_WORDS.standing}
          value={filter.standing ?? ''}
          choices={STANDINGS.map((standing) => [standing, STANDING_WORDS[standing]])}
          onChoose={(value) => filterBy({ standing: (value || null) as Standing | null })}
        />
        <Choice
          label={COLUMN_WORDS.class}
          value={filter.named === null ? '' : `=${filter.named}`}
          choices={[
            ...names.map((name) => [`=${name}`, isolated(classShown(name))] as const),
            [`=${UNNAMED}`, FILTER_WORDS.noName],
          ]}
          onChoose={(value) => filterBy({ named: value === '' ? null : value.slice(1) })}
        />
        <Checkbox
          size="sm"
          label={FILTER_WORDS.inViewOnly}
          checked={filter.inViewOnly}
          onChange={({ currentTarget }) => filterBy({ inViewOnly: currentTarget.checked })}
        />
        <Button size="compact-sm" variant="default" onClick={() => filterBy(NO_FILTER)}>
          {FILTER_WORDS.showAll}
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
        { value: '', label: FILTER_WORDS.all },
        ...choices.map(([choice, words]) => ({ value: choice, label: words })),
      ]}
    />
  );
}

interface ActMenuProps {
  /** The marked rows, as they are now; without any the one that Why tells of. */
  readonly meant: readonly AnomalyEvent[];
  /** A name is to be chosen for these; none: the classes are edited. */
  readonly onName: (events: readonly AnomalyEvent[]) => void;
}

/** What can be done about the chosen rows. */
export function ActMenu({ meant, onName }: ActMenuProps): ReactNode {
  const acknowledge = useAlarms((state) => state.acknowledge);
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState<ActKind | null>(null);
  const [one] = meant;
  function act(run: () => void): void {
    setOpened(false);
    run();
  }
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="default"
            title={ACT_WORDS.hint}
            onClick={() => setOpened(!opened)}
          >
            {ACT_WORDS.chosen(meant.length)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={ACT_WORDS.chosenAnomalies} className={styles.filter}>
          {one ? (
            <>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => act(() => acknowledge(meant))}
              >
                {ACT_WORDS.acknowledge}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => act(() => onName(meant))}>
                {ACT_WORDS.name}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => act(() => setAsking('note'))}
              >
                {ACT_WORDS.writeNote}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => act(() => setAsking('shelve'))}
              >
                {ACT_WORDS.shelveChannel}
              </Button>
            </>
          ) : (
            <p className={styles.hint} tabIndex={-1} data-autofocus>
              {ACT_WORDS.chooseFirst}
            </p>
          )}
          <Button size="compact-sm" variant="default" onClick={() => act(() => onName([]))}>
            {ACT_WORDS.editClasses}
          </Button>
        </Popover.Dropdown>
      </Popover>
      {one && asking && (
        <AlarmDialog kind={asking} events={meant} onClose={() => setAsking(null)} />
      )}
    </>
  );
}
