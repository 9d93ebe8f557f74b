import { Button } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { natureOf } from '../../board/connectionPhases.ts';
import { chapterOf, isEnd, type Need, type StepId, stepsBeside } from '../../tour/steps.ts';
import { focusOn } from '../focusKept.ts';
import { useBoard, useTidemark, useTour } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';
import { useHeightOf } from '../useHeightOf.ts';
import { OWN_BOARD_WORDS } from './boardChapterWords.ts';
import { ChapterButtons } from './ChapterButtons.tsx';
import { CopySketchButton } from './CopySketchButton.tsx';
import { sketchOf } from './stepSketch.ts';
import { wordsOf } from './stepWords.ts';
import { goToTarget, keepInSight, onceBarIsHigh, targetOf } from './targets.ts';
import styles from './tour.module.css';
import { useStuck } from './useStuck.ts';
import { useTourMark } from './useTourMark.ts';
import { TOUR_WORDS } from './words.ts';

/** The step of the guided tour, in a bar of its own: it lies over nothing. */
export function TourBar(): ReactNode {
  const step = useTour((state) => state.step);
  const lacking = useTour((state) => state.lacking);
  useTourMark(lacking ? null : step);
  return step && <StepBar step={step} lacking={lacking} />;
}

interface StepBarProps {
  readonly step: StepId;
  readonly lacking: Need | null;
}

function StepBar({ step, lacking }: StepBarProps): ReactNode {
  const { connectVirtual } = useTidemark();
  const done = useTour((state) => state.done);
  const { skip, back, end } = useTour((state) => state);
  const isStuck = useStuck(`${step} ${lacking}`);
  const bar = useFocusAtBegin();
  useWayBack(bar);
  useTargetKept(step, isStuck);
  useHeightOf(bar, '--tour-height');
  const isElse = useBoard(({ connection }) => natureOf(connection.phase) !== 'resting');
  const words = wordsOf(step);
  const sketch = sketchOf(step);
  const steps = stepsBeside(step);
  const nth = steps.indexOf(step) + 1;
  const isLast = isEnd(step);
  return (
    <section ref={bar} className={styles.bar} data-tour-bar={step} aria-label={TOUR_WORDS.region}>
      <div className={styles.words} role="status">
        {done && <p className={styles.seen}>✓ {wordsOf(done).seen}</p>}
        <h2 className={styles.title}>
          {!isLast && <span className={styles.nth}>{TOUR_WORDS.step(nth, steps.length - 1)}</span>}{' '}
          {words.title}
        </h2>
        <p className={styles.text}>{lacking ? lackingWords(lacking, isElse) : words.text}</p>
        {isStuck && !lacking && words.hint !== '' && (
          <p className={styles.hint} data-tour-hint>
            {words.hint}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        {lacking === 'machine' && (
          <Button size="compact-sm" onClick={() => connectVirtual({ machine: 'machine' })}>
            {TOUR_WORDS.openAgain}
          </Button>
        )}
        {sketch !== '' && !lacking && <CopySketchButton sketch={sketch} />}
        {isLast && <ChapterButtons but={chapterOf(step)} />}
        {!lacking && !isLast && sketch === '' && (
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
        {!isLast && <span className={styles.back}>{TOUR_WORDS.wayBack}</span>}
      </div>
    </section>
  );
}

function lackingWords(need: Need, isElse: boolean): string {
  if (need === 'own-board') return OWN_BOARD_WORDS.needed;
  return isElse ? TOUR_WORDS.cutOffElse : TOUR_WORDS.cutOff;
}

/** The hint takes room from what the step is about. */
function useTargetKept(step: StepId, isStuck: boolean): void {
  useEffect(() => {
    const target = isStuck ? targetOf(step) : null;
    return target ? onceBarIsHigh(() => keepInSight(target)) : undefined;
  }, [step, isStuck]);
}

/** The bar stands before what started it: from there a Tab would never come to it. */
function useFocusAtBegin(): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    if (bar.current) focusOn(bar.current);
  }, []);
  return bar;
}

/** T leads back to the bar from wherever the step was done. */
function useWayBack(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, ctrlKey, altKey, metaKey, defaultPrevented, target } = event;
      if (defaultPrevented || ctrlKey || altKey || metaKey || isTypedInto(target)) return;
      if (key.toLowerCase() !== 't' || document.querySelector('[role="dialog"]')) return;
      if (bar.current) focusOn(bar.current);
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [bar]);
}
