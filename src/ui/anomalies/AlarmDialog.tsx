import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { MOST_CHARACTERS } from '../../alarms/act.ts';
import { noteOn } from '../../alarms/alarmBook.ts';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import { useFocusGivenBackAtEnd } from '../focusGivenBack.ts';
import { isolated } from '../OutsideText.tsx';
import { useAlarms, useBoard } from '../tidemarkContext.ts';
import styles from './anomalyList.module.css';
import { ACT_WORDS, ANOMALY_WORDS } from './anomalyWords.ts';

export type ActKind = 'note' | 'shelve';

const MINUTE_MS = 60_000;
const TIMES = [
  { value: String(10 * MINUTE_MS), label: '10 min' },
  { value: String(60 * MINUTE_MS), label: '1 h' },
  { value: String(8 * 60 * MINUTE_MS), label: '8 h' },
];

interface AlarmDialogProps {
  readonly kind: ActKind;
  readonly events: readonly AnomalyEvent[];
  readonly onClose: () => void;
}

/** Asks for the words of a note, or for how long and why a channel is shelved. */
export function AlarmDialog({ kind, events, onClose }: AlarmDialogProps): ReactNode {
  useFocusGivenBackAtEnd();
  const book = useAlarms((state) => state.book);
  const note = useAlarms((state) => state.note);
  const shelve = useAlarms((state) => state.shelve);
  const channels = useBoard((state) => state.channels);
  const [notes] = useState(() => new Set(events.map((event) => noteOn(book, event))));
  const [only = ''] = notes;
  const differs = notes.size > 1;
  const [text, setText] = useState(kind === 'note' && !differs ? only : '');
  const [time, setTime] = useState(TIMES[0]?.value ?? '');
  const concerned = [...new Set(events.map(({ channel }) => channel))];
  const names = concerned
    .map((channel) => isolated(channels[channel]?.name ?? ANOMALY_WORDS.channel(channel + 1)))
    .join(', ');

  function keep(): void {
    const words = text.trim();
    if (kind === 'note') {
      // Nothing written is no wish to lose what several say each for itself.
      if (words !== '' || !differs) for (const event of events) note(event, words);
    } else for (const channel of concerned) shelve(channel, Number(time), words);
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={kind === 'note' ? ACT_WORDS.noteOn(events.length) : ACT_WORDS.shelveThem(names)}
      closeButtonProps={{ 'aria-label': ACT_WORDS.close }}
      transitionProps={{ duration: 0 }}
    >
      <form
        className={styles.filter}
        onSubmit={(submit) => {
          submit.preventDefault();
          keep();
        }}
      >
        {kind === 'shelve' && (
          <NativeSelect
            label={ACT_WORDS.for}
            description={ACT_WORDS.forHint}
            value={time}
            data={TIMES}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
          />
        )}
        <TextInput
          label={kind === 'note' ? ACT_WORDS.note : ACT_WORDS.why}
          description={kind === 'note' && differs ? ACT_WORDS.replaces : undefined}
          value={text}
          maxLength={MOST_CHARACTERS}
          data-autofocus
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" size="compact-sm">
          {kind === 'note' ? ACT_WORDS.keepNote : ACT_WORDS.shelve}
        </Button>
      </form>
    </Modal>
  );
}
