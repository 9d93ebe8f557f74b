import { Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { AlikeEvents } from '../../analysis/messages/alikeMessages.ts';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import { classShown } from '../classNameWords.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { formatClock, withDecimalSign } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import styles from './classes.module.css';
import { NAMING_WORDS } from './namingWords.ts';

interface AlikeListProps {
  readonly event: AnomalyEvent;
  /** Its name, which the others may get. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Proposes the events without a name that are like one; the person says which of them get its name. */
export function AlikeList({ event, name, onClose }: AlikeListProps): ReactNode {
  const { client, naming } = useTidemark();
  const events = useBoard((state) => state.events);
  const [answer, setAnswer] = useState<AlikeEvents | null>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());

  useEffect(() => {
    let wanted = true;
    void client.alike(event.id).then((end) => {
      if (wanted) setAnswer(end.kind === 'done' ? end.result : { kind: 'not-described' });
    });
    return () => {
      wanted = false;
    };
  }, [client, event.id]);

  if (!answer) return <p className={styles.words}>{NAMING_WORDS.comparing}</p>;
  if (answer.kind === 'not-described') {
    return (
      <p className={styles.words} role="status">
        {NAMING_WORDS.notDescribed}
      </p>
    );
  }
  const byId = new Map(events.map((one) => [one.id, one]));
  const alike = answer.ids.flatMap((id) => byId.get(id) ?? []);
  if (alike.length === 0) {
    return (
      <p className={styles.words} role="status">
        {NAMING_WORDS.noneAlike}
      </p>
    );
  }
  const accepted = alike.filter(({ id }) => !left.has(id));
  return (
    <form
      className={styles.dialog}
      onSubmit={(submit) => {
        submit.preventDefault();
        naming.nameEvents(accepted, name);
        onClose();
      }}
    >
      <p className={styles.words} role="status">
        {NAMING_WORDS.someAlike(alike.length)}
      </p>
      <ul className={styles.alike} aria-label={NAMING_WORDS.alikeList}>
        {alike.map(({ id, fromMs, peakDeviation }) => (
          <li key={id}>
            <Checkbox
              size="xs"
              label={`${formatClock(fromMs)}${
                peakDeviation === null ? '' : `, ${withDecimalSign(peakDeviation.toFixed(1))} σ`
              }`}
              checked={!left.has(id)}
              onChange={({ currentTarget }) => {
                const next = new Set(left);
                if (currentTarget.checked) next.delete(id);
                else next.add(id);
                setLeft(next);
              }}
            />
          </li>
        ))}
      </ul>
      <ReasonedButton
        type="submit"
        size="xs"
        reason={accepted.length === 0 ? NAMING_WORDS.noneAccepted : null}
      >
        <span>
          {NAMING_WORDS.nameThem(accepted.length)} <OutsideText>{classShown(name)}</OutsideText>
        </span>
      </ReasonedButton>
    </form>
  );
}
