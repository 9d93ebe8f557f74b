import { type MouseEvent, memo, type ReactNode, useState } from 'react';
import type { AnomalyEvent, Channel } from '../../analysis/messages/findings.ts';
import type { EventClass } from '../../state/eventClasses.ts';
import { causeSentence, limitsAway, rarityWords } from '../causeWords.ts';
import type { GivenName } from '../classes/givenNames.ts';
import { formatClock, formatDuration, formatExact, formatMeasured, withUnit } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { TERM_WORDS } from '../terms.ts';
import styles from './anomalyTable.module.css';
import { ANOMALY_WORDS, ROW_WORDS } from './anomalyWords.ts';
import { CauseSign } from './CauseSign.tsx';
import { ClassCell } from './ClassCell.tsx';
import { eventKind, seenBy } from './eventWords.ts';

/** Only what has just happened pulses; not the history when it is judged anew. */
export const NEWS_MS = 2000;

interface AnomalyRowProps {
  readonly event: AnomalyEvent;
  readonly channel: Channel | undefined;
  /** Its place in the list, from 0. */
  readonly row: number;
  /** The Tab key leads to this row. */
  readonly isActive: boolean;
  /** What `Why` tells of. */
  readonly isChosen: boolean;
  /** One of those that an act is for. */
  readonly isMarked: boolean;
  /** Nobody has acknowledged it. */
  readonly isNew: boolean;
  /** Nothing else happened in those seconds. */
  readonly isLone: boolean;
  /** What the person calls it; null: it has no name. */
  readonly named: EventClass | null;
  /** What forests call it; null: nothing. */
  readonly given: GivenName | null;
  /** How the class that was given looks, where the person knows it. */
  readonly givenLook: EventClass | null;
  /** Empty without one. */
  readonly note: string;
  /** Why its channel lay on the shelf when it began; null: it did not. */
  readonly shelved: string | null;
  /** Of the channels together: what the odd one is called. Else null. */
  readonly odd: string | null;
  /** Between two samples; null while it is not known. */
  readonly periodMs: number | null;
  /** Its name is to be chosen. */
  readonly onName: (event: AnomalyEvent) => void;
  readonly onPress: (click: MouseEvent, id: number) => void;
  readonly onActive: (id: number) => void;
}

/** The whole row is a target for the pointer; the time is the button for keyboard and readers. */
export const AnomalyRow = memo(function AnomalyRow(props: AnomalyRowProps): ReactNode {
  const { event, channel, row, isActive, isChosen, isMarked, isNew, named } = props;
  const { given, givenLook } = props;
  const { note, shelved, odd, periodMs, isLone, onPress, onActive, onName } = props;
  // In a storm all of them would, each frame, and lead the eye nowhere.
  const [isNews] = useState(() => isLone && Date.now() - event.toMs < NEWS_MS);
  const { peakValue, peakDeviation, probability } = event;
  const kind = eventKind(event);
  const { cause, judged } = event;
  const sentence = causeSentence({
    cause,
    judged,
    deviation: peakDeviation,
    limit: null,
    periodMs,
  });
  const clock = formatClock(event.fromMs);
  const name = channel?.name ?? ANOMALY_WORDS.channel(event.channel + 1);
  return (
    <tr
      aria-rowindex={row + 2}
      aria-selected={isMarked}
      data-row={row}
      className={`${styles.row} ${isNews ? styles.arriving : ''} ${isChosen ? styles.chosen : ''}`}
      onMouseDown={(press) => {
        // Otherwise the browser marks the words between.
        if (press.shiftKey) press.preventDefault();
      }}
      onClick={(click) => {
        onActive(event.id);
        onPress(click, event.id);
      }}
    >
      <td>
        <span className={styles.standing} aria-hidden="true">
          <span className={styles.mark}>{isMarked && '☑'}</span>
          {isNew && '⚑'}
        </span>
        <button
          type="button"
          className={styles.jump}
          tabIndex={isActive ? 0 : -1}
          aria-label={ROW_WORDS.show(isNew, TERM_WORDS[kind], clock, sentence)}
          aria-current={isChosen ? 'true' : undefined}
          title={new Date(event.fromMs).toISOString()}
        >
          {clock}
        </button>
      </td>
      <td className={styles.channel} title={odd === null ? name : ROW_WORDS.isOdd(name, odd)}>
        <OutsideText>{name}</OutsideText>
        {odd !== null && (
          <span className={styles.soft}>
            : <OutsideText>{odd}</OutsideText>
          </span>
        )}
      </td>
      <td className={styles.peak} title={withUnit(formatExact(peakValue), channel?.unit ?? '')}>
        {withUnit(formatMeasured(peakValue), channel?.unit ?? '')}
      </td>
      {judged ? (
        <td
          title={ROW_WORDS.judged(
            formatExact(judged.value),
            formatExact(judged.center),
            formatExact(judged.limit),
          )}
        >
          {ROW_WORDS.limits(limitsAway(judged))}
        </td>
      ) : (
        <td
          title={
            peakDeviation === null
              ? ROW_WORDS.notJudged
              : `${formatExact(peakDeviation)} σ, ${rarityWords(probability)}`
          }
        >
          {peakDeviation === null ? '–' : `${formatMeasured(peakDeviation, 3)} σ`}
        </td>
      )}
      <td title={`p = ${formatExact(probability)}`}>{judged ? '–' : rarityWords(probability)}</td>
      <td>
        {event.outliers === 0 ? '–' : event.outliers}
        {event.toMs > event.fromMs && (
          <span className={styles.soft}>
            {' '}
            {ROW_WORDS.within(formatDuration(event.toMs - event.fromMs))}
          </span>
        )}
      </td>
      <td>
        <span className={styles[kind]} title={sentence}>
          <CauseSign kind={kind} /> {TERM_WORDS[kind]}
        </span>
        {shelved !== null && (
          <span className={styles.shelved} title={shelved === '' ? undefined : shelved}>
            {' '}
            {ROW_WORDS.shelved}
          </span>
        )}
        {note !== '' && (
          <span className={styles.note} title={note}>
            {' '}
            <OutsideText>{note}</OutsideText>
          </span>
        )}
      </td>
      <td>{seenBy(event)}</td>
      <ClassCell
        named={named}
        given={given}
        givenLook={givenLook}
        clock={clock}
        isActive={isActive}
        isChosen={isChosen}
        onName={() => {
          onActive(event.id);
          onName(event);
        }}
      />
    </tr>
  );
}, sameRow);

/** Judged anew, most events are what they were: their rows need not be drawn again. */
function sameRow(before: AnomalyRowProps, now: AnomalyRowProps): boolean {
  const { event: eventBefore, ...othersBefore } = before;
  const { event, ...others } = now;
  const keys = Object.keys(event) as (keyof AnomalyEvent)[];
  const names = Object.keys(others) as (keyof typeof others)[];
  return (
    names.every((name) => name === 'given' || othersBefore[name] === others[name]) &&
    isSameName(before.given, now.given) &&
    keys.every((key) => isSame(eventBefore[key], event[key]))
  );
}

/** Names are put together anew for each drawing. */
function isSameName(before: GivenName | null, now: GivenName | null): boolean {
  if (!before || !now) return before === now;
  return (
    before.name === now.name &&
    before.share === now.share &&
    before.by === now.by &&
    before.board === now.board
  );
}

/** What was judged is told anew each time, and is the same for all that. */
function isSame(before: AnomalyEvent[keyof AnomalyEvent], now: typeof before): boolean {
  if (typeof before !== 'object' || typeof now !== 'object') return before === now;
  if (!before || !now) return before === now;
  return before.value === now.value && before.center === now.center && before.limit === now.limit;
}
