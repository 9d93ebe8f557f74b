import { memo, type ReactNode, useState } from 'react';
import type { AnomalyEvent, Channel } from '../../analysis/messages/findings.ts';
import { labelsAt } from '../../state/labelStore.ts';
import { chosenAmong } from '../../state/viewStore.ts';
import { causeSentence, limitsAway, periodMsOf, rarityWords } from '../causeWords.ts';
import { formatClock, formatDuration, formatMeasured, withUnit } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useLabels, useView } from '../tidemarkContext.ts';
import styles from './anomalies.module.css';
import { CauseSign } from './CauseSign.tsx';
import { eventKind, seenBy } from './eventWords.ts';

/** Only what has just happened pulses; not the history when it is judged anew. */
const NEWS_MS = 2000;

interface AnomalyRowProps {
  readonly event: AnomalyEvent;
  readonly channel: Channel | undefined;
}

/** The whole row is a target for the pointer; the time is the button for keyboard and readers. */
export const AnomalyRow = memo(function AnomalyRow({ event, channel }: AnomalyRowProps): ReactNode {
  const jumpTo = useView((state) => state.jumpTo);
  const [isNews] = useState(() => Date.now() - event.toMs < NEWS_MS);
  const labels = useLabels((state) => state.labels);
  const add = useLabels((state) => state.add);
  const remove = useLabels((state) => state.remove);
  const { channel: index, fromMs, toMs } = event;
  const mine = labelsAt(labels, { channel: index, fromMs, toMs });
  const { peakValue, peakDeviation, probability } = event;
  const kind = eventKind(event);
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const odd = useBoard((state) => oddName(state.channels, event.odd));
  const isChosen = useView(({ chosen }) => chosenAmong([event], chosen) !== undefined);
  const { cause, judged } = event;
  const sentence = causeSentence({
    cause,
    judged,
    deviation: peakDeviation,
    limit: null,
    periodMs,
  });
  const clock = formatClock(event.fromMs);
  const name = channel?.name ?? `channel ${event.channel + 1}`;
  return (
    <tr
      className={`${styles.row} ${isNews ? styles.arriving : ''} ${isChosen ? styles.chosen : ''}`}
      onClick={() => jumpTo(event)}
    >
      <td>
        <button
          type="button"
          className={styles.jump}
          aria-label={`Show ${kind} at ${clock}: ${sentence}`}
          aria-current={isChosen ? 'true' : undefined}
          title={new Date(event.fromMs).toISOString()}
        >
          {clock}
        </button>
      </td>
      <td className={styles.channel} title={odd === null ? name : `${name}: ${odd} is odd`}>
        <OutsideText>{name}</OutsideText>
        {odd !== null && (
          <span className={styles.soft}>
            : <OutsideText>{odd}</OutsideText>
          </span>
        )}
      </td>
      <td title={String(peakValue)}>{withUnit(formatMeasured(peakValue), channel?.unit ?? '')}</td>
      {judged ? (
        <td title={`${judged.value}; usual ${judged.center}, limit ${judged.limit}`}>
          {limitsAway(judged)} limits
        </td>
      ) : (
        <td title={peakDeviation === null ? 'not judged by the browser' : `${peakDeviation} σ`}>
          {peakDeviation === null ? '–' : `${formatMeasured(peakDeviation, 3)} σ`}
        </td>
      )}
      <td title={`p = ${probability}`}>{judged ? '–' : rarityWords(probability)}</td>
      <td>
        {event.outliers === 0 ? '–' : event.outliers}
        {event.toMs > event.fromMs && (
          <span className={styles.soft}> in {formatDuration(event.toMs - event.fromMs)}</span>
        )}
      </td>
      <td>
        <span className={styles[kind]} title={sentence}>
          <CauseSign kind={kind} /> {kind}
        </span>
      </td>
      <td>{seenBy(event)}</td>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the click from the row; the box has keys */}
      <td onClick={(click) => click.stopPropagation()}>
        <label className={styles.truth}>
          <input
            type="checkbox"
            aria-label={`True anomaly at ${clock}`}
            checked={mine.length > 0}
            onChange={(change) => {
              if (change.currentTarget.checked) add({ channel: index, fromMs, toMs });
              else remove(mine);
            }}
          />
        </label>
      </td>
    </tr>
  );
}, sameRow);

function oddName(channels: readonly Channel[], odd: number | null): string | null {
  return odd === null ? null : (channels[odd]?.name ?? `channel ${odd + 1}`);
}

/** Judged anew, most events are what they were: their rows need not be drawn again. */
function sameRow(before: AnomalyRowProps, now: AnomalyRowProps): boolean {
  const keys = Object.keys(now.event) as (keyof AnomalyEvent)[];
  return (
    before.channel === now.channel && keys.every((key) => isSame(before.event[key], now.event[key]))
  );
}

/** What was judged is told anew each time, and is the same for all that. */
function isSame(before: AnomalyEvent[keyof AnomalyEvent], now: typeof before): boolean {
  if (typeof before !== 'object' || typeof now !== 'object') return before === now;
  if (!before || !now) return before === now;
  return before.value === now.value && before.center === now.center && before.limit === now.limit;
}
