import { type ReactNode, useMemo } from 'react';
import { learningWords } from '../learningWords.ts';
import { isolated, OutsideText } from '../OutsideText.tsx';
import { useBoard, useView } from '../tidemarkContext.ts';
import { FitChart } from '../weibull/FitChart.tsx';
import { drawingOf, factsOf } from '../weibull/fitTabs.ts';
import { limitWords } from '../weibull/limitWords.ts';
import styles from './presenter.module.css';
import { usePresentedEvent } from './usePresentedEvent.ts';
import { PRESENTER_WORDS } from './words.ts';

/** The fit of the channel that is told of, with the newest sample on its curve. */
export function PresentedFit(): ReactNode {
  const chosen = useView((state) => state.fitChannel);
  const presented = usePresentedEvent();
  const channel = presented?.event.channel ?? chosen;
  const name = useBoard((state) => state.channels[channel]?.name ?? '');
  const fit = useBoard((state) => state.fits.get(channel));
  const drawing = useMemo(() => (fit ? drawingOf('CDF', fit) : null), [fit]);
  return (
    <section className={styles.fit} aria-label={PRESENTER_WORDS.fit}>
      <h2 className={styles.title}>
        {PRESENTER_WORDS.fit} <OutsideText>{name}</OutsideText>
      </h2>
      {fit && (
        <FitChart
          drawing={drawing}
          facts={factsOf('CDF', fit, isolated(name))}
          channel={channel}
          following
        />
      )}
      {fit && (
        <p className={styles.limit}>
          {limitWords(fit) ?? learningWords(fit.maxima.length, fit.needed, null)}
        </p>
      )}
    </section>
  );
}
