import { memo, type ReactNode, useState } from 'react';
import type { AnomalyEvent, Channel } from '../../analysis/messages/findings.ts';
import { labelsAt } from '../../state/labelStore.ts';
import { formatClock, formatDuration, formatMeasured, withUnit } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useLabels, useView } from '../tidemarkContext.ts';
import styles from './anomalies.module.css';
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
  const clock = formatClock(event.fromMs);
  const name = channel?.name ?? `channel ${event.channel + 1}`;
  return (
    <tr className={`${styles.row} ${isNews ? styles.arriving : ''}`} onClick={() => jumpTo(event)}>
      <td>
        <button
          type="button"
          className={styles.jump}
          aria-label={`Show ${kind} at ${clock}`}
          title={new Date(event.fromMs).toISOString()}
        >
          {clock}
        </button>
      </td>
      <td className={styles.channel} title={name}>
        <OutsideText>{name}</OutsideText>
      </td>
      <td title={String(peakValue)}>{withUnit(formatMeasured(peakValue), channel?.unit ?? '')}</td>
      <td title={peakDeviation === null ? 'not judged by the browser' : `${peakDeviation} σ`}>
        {peakDeviation === null ? '–' : `${formatMeasured(peakDeviation, 3)} σ`}
      </td>
      <td title={String(probability)}>{formatProbability(probability)}</td>
      <td>
        {event.outliers}
        {event.toMs > event.fromMs && (
          <span className={styles.soft}> in {formatDuration(event.toMs - event.fromMs)}</span>
        )}
      </td>
      <td>
        <span className={kind === 'collective' ? styles.collective : styles.alarm}>{kind}</span>
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

/** Judged anew, most events are what they were: their rows need not be drawn again. */
function sameRow(before: AnomalyRowProps, now: AnomalyRowProps): boolean {
  const keys = Object.keys(now.event) as (keyof AnomalyEvent)[];
  return (
    before.channel === now.channel && keys.every((key) => before.event[key] === now.event[key])
  );
}

/** Three decimals; never rounded up to a certainty. */
function formatProbability(probability: number): string {
  return probability > 0.9995 && probability < 1 ? '>0.999' : probability.toFixed(3);
}
