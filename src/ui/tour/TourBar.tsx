import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { natureOf } from '../../board/connectionPhases.ts';
import { STEP_IDS, type StepId } from '../../tour/steps.ts';
import { useBoard, useTidemark, useTour } from '../tidemarkContext.ts';
import { goToTarget, targetOf } from './targets.ts';
import styles from './tour.module.css';
import { useTourMark } from './useTourMark.ts';
import { STEP_WORDS, stepWords, TOUR_WORDS } from './words.ts';

/** Who has done nothing for so long is told what to do. */
const STUCK_AFTER_MS = 15_000;

/** The step of the guided tour, in a bar of its own: it lies over nothing. */
export function TourBar(): ReactNode {
  const step = useTour((state) => state.step);
  const cutOff = useTour((state) => state.cutOff);
  useTourMark(cutOff ? null : step);
  // A step that begins anew forgets how long the last one took.
  return step && <StepBar key={`${step} ${cutOff}`} step={step} cutOff={cutOff} />;
}

function StepBar({ step, cutOff }: { readonly step: StepId; readonly cutOff: boolean }): ReactNode {
  const { connectVirtual } = useTidemark();
  const done = useTour((state) => state.done);
  const { skip, back, end } = useTour((state) => state);
  const isStuck = useStuck();
  const isElse = useBoard(({ connection }) => natureOf(connection.phase) !== 'resting');
  const cutOffWords = isElse ? TOUR_WORDS.cutOffElse : TOUR_WORDS.cutOff;
  const words = STEP_WORDS[step];
  const nth = STEP_IDS.indexOf(step) + 1;
  const isLast = step === 'end';
  return (
    <section className={styles.bar} aria-label={TOUR_WORDS.region}>
      <div className={styles.words} role="status">
        {done && <p className={styles.seen}>✓ {STEP_WORDS[done].seen}</p>}
        <h2 className={styles.title}>
          {!isLast && <span className={styles.nth}>{stepWords(nth, STEP_IDS.length - 1)}</span>}{' '}
          {words.title}
        </h2>
        <p className={styles.text}>{cutOff ? cutOffWords : words.text}</p>
        {isStuck && !cutOff && words.hint !== '' && <p className={styles.hint}>{words.hint}</p>}
      </div>
      <div className={styles.buttons}>
        {cutOff && (
          <Button size="compact-sm" onClick={() => connectVirtual({ machine: 'machine' })}>
            {TOUR_WORDS.openAgain}
          </Button>
        )}
        {!cutOff && !isLast && (
          <Button
            size="compact-sm"
            onClick={() => {
              const target = targetOf(step);
              if (target) goToTarget(target);
            }}
          >
            {TOUR_WORDS.showMe}
          </Button>
        )}
        {nth > 1 && (
          <Button size="compact-sm" variant="default" onClick={back}>
            {TOUR_WORDS.back}
          </Button>
        )}
        {!isLast && (
          <Button size="compact-sm" variant="default" onClick={skip}>
            {TOUR_WORDS.skip}
          </Button>
        )}
        <Button size="compact-sm" variant={isLast ? 'filled' : 'default'} onClick={end}>
          {isLast ? TOUR_WORDS.finish : TOUR_WORDS.end}
        </Button>
      </div>
    </section>
  );
}

function useStuck(): boolean {
  const [isStuck, setStuck] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStuck(true), STUCK_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isStuck;
}
