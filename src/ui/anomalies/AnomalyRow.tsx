import { memo, type ReactNode, useState } from 'react';
import type { AnomalyEvent, Channel } from '../../analysis/messages.ts';
import { formatClock, formatDuration, formatMeasured, withUnit } from '../format.ts';
import { useView } from '../tidemarkContext.ts';
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
  const { peakValue, peakDeviation, probability } = event;
  const kind = eventKind(event);
  const clock = formatClock(event.fromMs);
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
      <td>{channel?.name ?? `channel ${event.channel + 1}`}</td>
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
    </tr>
  );
});

/** Three decimals; never rounded up to a certainty. */
function formatProbability(probability: number): string {
  return probability > 0.9995 && probability < 1 ? '>0.999' : probability.toFixed(3);
}
