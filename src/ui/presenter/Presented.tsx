import type { ReactNode } from 'react';
import { Boundary } from '../Boundary.tsx';
import { OutsideText } from '../OutsideText.tsx';
import { PlottingContext } from '../plot/plotting.ts';
import { Strips } from '../signal/Strips.tsx';
import { useStrips } from '../signal/useStrips.ts';
import { useStatus } from '../useStatus.ts';
import { PresentedAnomaly } from './PresentedAnomaly.tsx';
import { PresentedFit } from './PresentedFit.tsx';
import styles from './presenter.module.css';
import { usePresentedPlotting } from './usePresentedPlotting.ts';
import { PRESENTER_WORDS } from './words.ts';

interface PresentedProps {
  /** The window that it stands in. */
  readonly at: Window;
  /** Beside what is said of the connection. */
  readonly children?: ReactNode;
}

/** Signal, fit and last anomaly, and nothing else. */
export function Presented({ at, children }: PresentedProps): ReactNode {
  const plotting = usePresentedPlotting(at);
  const { words, tone, name } = useStatus();
  const { strips } = useStrips(false);
  return (
    <PlottingContext value={plotting}>
      <header className={styles.top}>
        <h1 className={styles.product}>Tidemark</h1>
        <p className={styles.status}>
          <span className={styles[tone]} aria-hidden="true">
            ●
          </span>{' '}
          <span role="status" aria-label={PRESENTER_WORDS.connection}>
            {words}
          </span>
          {name !== '' && (
            <>
              {' · '}
              <OutsideText>{name}</OutsideText>
            </>
          )}
        </p>
        {children}
      </header>
      <section className={styles.signal} aria-label={PRESENTER_WORDS.signal}>
        <Boundary name="Signal">
          <div className={styles.stack}>
            <Strips scales={strips} />
          </div>
        </Boundary>
      </section>
      <Boundary name="Fit">
        <PresentedFit />
      </Boundary>
      <Boundary name="Anomalies">
        <PresentedAnomaly />
      </Boundary>
    </PlottingContext>
  );
}
