import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { natureOf } from '../../board/connectionPhases.ts';
import { chapterOf, isEnd, type Need, type StepId, stepsBeside } from '../../tour/steps.ts';
import { useBoard, useTidemark, useTour } from '../tidemarkContext.ts';
import { OWN_BOARD_WORDS } from './boardChapterWords.ts';
import { ChapterButtons } from './ChapterButtons.tsx';
import { CopySketchButton } from './CopySketchButton.tsx';
import { wordsOf } from './stepWords.ts';
import { goToTarget, targetOf } from './targets.ts';
import styles from './tour.module.css';
import { useTourMark } from './useTourMark.ts';
import { TOUR_WORDS } from './words.ts';

/** Who has done nothing for so long is told what to do. */
const STUCK_AFTER_MS = 15_000;

/** The step of the guided tour, in a bar of its own: it lies over nothing. */
export function TourBar(): ReactNode {
  const step = useTour((state) => state.step);
  const lacking = useTour((state) => state.lacking);
  useTourMark(lacking ? null : step);
  // A step that begins anew forgets how long the last one took.
  return step && <StepBar key={`${step} ${lacking}`} step={step} lacking={lacking} />;
}

interface StepBarProps {
  readonly step: StepId;
  readonly lacking: Need | null;
}

function StepBar({ step, lacking }: StepBarProps): ReactNode {
  const { connectVirtual } = useTidemark();
  const done = useTour((state) => state.done);
  const { skip, back, end } = useTour((state) => state);
  const isStuck = useStuck();
  const isElse = useBoard(({ connection }) => natureOf(connection.phase) !== 'resting');
  const words = wordsOf(step);
  const steps = stepsBeside(step);
  const nth = steps.indexOf(step) + 1;
  const isLast = isEnd(step);
  return (
    <section className={styles.bar} aria-label={TOUR_WORDS.region}>
      <div className={styles.words} role="status">
        {done && <p className={styles.seen}>✓ {wordsOf(done).seen}</p>}
        <h2 className={styles.title}>
          {!isLast && <span className={styles.nth}>{TOUR_WORDS.step(nth, steps.length - 1)}</span>}{' '}
          {words.title}
        </h2>
        <p className={styles.text}>{lacking ? lackingWords(lacking, isElse) : words.text}</p>
        {isStuck && !lacking && words.hint !== '' && <p className={styles.hint}>{words.hint}</p>}
      </div>
      <div className={styles.buttons}>
        {lacking === 'machine' && (
          <Button size="compact-sm" onClick={() => connectVirtual({ machine: 'machine' })}>
            {TOUR_WORDS.openAgain}
          </Button>
        )}
        {step === 'board-samples' && !lacking && <CopySketchButton />}
        {isLast && <ChapterButtons but={chapterOf(step)} />}
        {!lacking && !isLast && step !== 'board-samples' && (
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

function lackingWords(need: Need, isElse: boolean): string {
  if (need === 'own-board') return OWN_BOARD_WORDS.needed;
  return isElse ? TOUR_WORDS.cutOffElse : TOUR_WORDS.cutOff;
}

function useStuck(): boolean {
  const [isStuck, setStuck] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStuck(true), STUCK_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isStuck;
}
