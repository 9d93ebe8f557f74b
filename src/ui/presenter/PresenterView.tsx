import { type ReactNode, useEffect, useRef } from 'react';
import { useAlarmKeys } from '../alarms/useAlarmKeys.ts';
import { FLOATING_ID } from '../theme.ts';
import { useTidemark, useView } from '../tidemarkContext.ts';
import { DisturbanceKeys } from './DisturbanceKeys.tsx';
import { Presented } from './Presented.tsx';
import styles from './presenter.module.css';
import { toggleSecondWindow } from './secondWindow.ts';
import { PRESENTER_WORDS } from './words.ts';

/** In the place of the whole page, for a projector: what can be read from the back of a room. */
export function PresenterView(): ReactNode {
  const present = useView((state) => state.present);
  const isStill = useView((state) => state.fixed !== null);
  const goLive = useView((state) => state.goLive);
  const tidemark = useTidemark();
  const isShownTwice = useView((state) => state.second !== null);
  const host = useRef<HTMLElement>(null);
  useAlarmKeys();
  // What had the focus is not there any more.
  useEffect(() => host.current?.focus(), []);
  return (
    <main ref={host} className={styles.presenter} aria-label={PRESENTER_WORDS.region} tabIndex={-1}>
      <Presented at={window}>
        {isStill && (
          <button
            type="button"
            className={styles.button}
            title={PRESENTER_WORDS.liveHint}
            onClick={goLive}
          >
            <kbd className={styles.key}>L</kbd> {PRESENTER_WORDS.live}
          </button>
        )}
        <button
          type="button"
          className={styles.button}
          title={PRESENTER_WORDS.secondHint}
          onClick={() => toggleSecondWindow(tidemark)}
        >
          {isShownTwice ? PRESENTER_WORDS.closeSecond : PRESENTER_WORDS.second}
        </button>
        <button
          type="button"
          className={styles.button}
          title={PRESENTER_WORDS.leaveHint}
          onClick={() => present(false)}
        >
          <kbd className={styles.key}>V</kbd> {PRESENTER_WORDS.leave}
        </button>
      </Presented>
      <DisturbanceKeys />
      <div id={FLOATING_ID} className={styles.over} />
    </main>
  );
}
