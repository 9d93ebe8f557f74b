import type { ReactNode } from 'react';
import { CauseSign } from '../anomalies/CauseSign.tsx';
import { eventKind } from '../anomalies/eventWords.ts';
import { causeSentence, periodMsOf, rarityWords } from '../causeWords.ts';
import { formatClock, formatMeasured, withUnit } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { TERM_WORDS } from '../terms.ts';
import { useBoard } from '../tidemarkContext.ts';
import { useWhyOf } from '../weibull/useWhy.ts';
import styles from './presenter.module.css';
import { usePresentedEvent } from './usePresentedEvent.ts';
import { PRESENTER_WORDS } from './words.ts';

/** What was found last, and why it was flagged. */
export function PresentedAnomaly(): ReactNode {
  const presented = usePresentedEvent();
  const event = presented?.event;
  const why = useWhyOf(event);
  const channel = useBoard((state) => (event ? state.channels[event.channel] : undefined));
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const heading = PRESENTER_WORDS[presented?.isChosen ? 'chosen' : 'last'];
  if (!event) {
    return (
      <section className={styles.anomaly} aria-label={heading}>
        <p className={styles.none}>{PRESENTER_WORDS.none}</p>
      </section>
    );
  }
  const { cause, judged, peakDeviation: deviation, peakValue, probability } = event;
  const kind = eventKind(event);
  const sentence = causeSentence({ cause, judged, deviation, limit: why?.limit ?? null, periodMs });
  const rarity = judged ? '–' : rarityWords(probability);
  return (
    <section className={styles.anomaly} aria-label={heading} data-found>
      <p className={styles.found}>
        <span className={styles.heading}>{heading}</span>
        <span className={styles.kind}>
          <CauseSign kind={kind} /> {TERM_WORDS[kind]}
        </span>
        <span>{formatClock(event.fromMs)}</span>
        <b>
          <OutsideText>{channel?.name ?? ''}</OutsideText>{' '}
          {withUnit(formatMeasured(peakValue), channel?.unit ?? '')}
        </b>
        <span className={styles.heading}>{PRESENTER_WORDS.seenBy[event.by]}</span>
      </p>
      <p className={styles.reason}>
        <b>{sentence}</b>
        {rarity !== '–' && <span>{rarity}</span>}
      </p>
    </section>
  );
}
