import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { AlikeEvents } from '../../analysis/messages/alikeMessages.ts';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import { counted, formatClock } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import styles from './classes.module.css';

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

  if (!answer) return <p className={styles.words}>Comparing…</p>;
  if (answer.kind === 'not-described') {
    return (
      <p className={styles.words} role="status">
        What this one was like is not known: it goes on, only the board flagged it, or it is too
        long ago.
      </p>
    );
  }
  const byId = new Map(events.map((one) => [one.id, one]));
  const alike = answer.ids.flatMap((id) => byId.get(id) ?? []);
  if (alike.length === 0) {
    return (
      <p className={styles.words} role="status">
        No other event without a name is like this one.
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
        {counted(alike.length, 'event')} without a name {alike.length === 1 ? 'is' : 'are'} like
        this one, the most alike first.
      </p>
      <ul className={styles.alike} aria-label="Events like this one">
        {alike.map(({ id, fromMs, peakDeviation }) => (
          <li key={id}>
            <Checkbox
              size="xs"
              label={`${formatClock(fromMs)}${
                peakDeviation === null ? '' : `, ${peakDeviation.toFixed(1)} σ`
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
      <Button type="submit" size="xs" disabled={accepted.length === 0}>
        Name {counted(accepted.length, 'event')}: <OutsideText>{name}</OutsideText>
      </Button>
    </form>
  );
}
